package file

import "strings"

// The keys and nouns that reading treats specially.
const (
	formatKey    = "format" // of the format and its version
	idKey        = "id"     // of an item's id
	markingKey   = "tlp"    // of a marking
	draftKey     = "draft"  // of what is not reviewed
	evidenceNoun = "evidence"
)

// article returns noun with "a" or "an" before it, except for evidence.
func article(noun string) string {
	switch {
	case noun == evidenceNoun:
		return noun
	case strings.ContainsRune("aeiou", rune(noun[0])):
		return "an " + noun
	}
	return "a " + noun
}
