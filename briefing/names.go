package briefing

import (
	"slices"
	"strconv"
	"strings"
)

// JoinNames joins names, tags and the like, so that those with commas are kept
// apart.
func JoinNames(names []string) string { return strings.Join(names, NameSeparator(names)) }

// NameSeparator returns the separator for a list of names: a semicolon if one
// of several contains a comma, and a comma otherwise.
func NameSeparator(names []string) string {
	if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, ",") }) {
		return "; "
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
