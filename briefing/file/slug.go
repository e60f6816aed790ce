package file

import (
	"fmt"
	"hash/fnv"
	"strings"

	"sitrep/briefing/fold"
)

// slugPattern is a regular expression for ids.
const slugPattern = `^[a-z0-9][a-z0-9-]*$`

// maxID is the maximum length of an id in bytes, and maxMadeID that of one that is
// made of a text.
const (
	maxID     = 100
	maxMadeID = 48
)

// IsID reports whether s is a valid id.
func IsID(s string) bool {
	return s != "" && s[0] != '-' && len(s) <= maxID && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-'
	})
}

// Slug returns an id made of the words of a name or text, without accents and as
// many as fit. If there is no letter or digit of ASCII in it, the id is the noun
// with a number that the same text always has.
func Slug(text, noun string) string {
	if s := slugOf(text); s != "" {
		return s
	}
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(fold.String(text))) // it never fails
	return fmt.Sprintf("%s-%08x", noun, hash.Sum32())
}

// slugOf returns Slug, or "" if there is no letter or digit of ASCII in the text.
func slugOf(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(fold.String(text)) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case r == '\'': // Mary's
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > maxMadeID {
			break
		}
	}
	s := b.String()
	if len(s) > maxMadeID {
		s = s[:maxMadeID]
		if at := strings.LastIndexByte(s, '-'); at > 0 {
			s = s[:at] // not in the middle of a word
		}
	}
	return strings.Trim(s, "-")
}
