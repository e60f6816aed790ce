package briefing

import (
	"strconv"
	"strings"
)

// JoinNames puts names, tags and the like behind each other, so that those which
// hold commas stay apart.
func JoinNames(names []string) string { return strings.Join(names, NameSeparator(names)) }

// NameSeparator is what stands between the names of a list: a semicolon where
// one of several holds a comma, else a comma.
func NameSeparator(names []string) string {
	for _, name := range names {
		if strings.Contains(name, ",") {
			return "; "
		}
	}
	return ", "
}

// Counted returns a number with the word for what it counts: "1 claim", "3 claims".
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
