package briefing

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxID is the longest that an id can be, in bytes.
const maxID = 100

// badID notes that a text is no id, and why.
func (d *decoder) badID(n *node, id string) {
	why := "small letters a to z, digits and hyphens only, no hyphen first"
	if len(id) > maxID {
		why = fmt.Sprintf("an id has at most %d bytes, and this has %d", maxID, len(id))
	}
	d.problem(n.pos, CodeBadID, fmt.Sprintf("%s is no id: %s", inQuotes(id), why), suggestSlug(id))
}

// maxName is the longest that a name, a title or a sentence can be, in bytes:
// it stands wherever its item is named.
const maxName = 1000

func labelValue() value[string] {
	v := textValue(lineOf, schema{{"type", "string"}, {"maxLength", maxName}})
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		if !read(d, n, v) {
			return false
		}
		if len(*v) > maxName {
			d.note(Problem{Pos: n.pos, Code: CodeTooLong, Item: d.item(), Hint: "say the rest in a summary, a note or the text",
				Message: fmt.Sprintf("%q has %d bytes; it is cut after %d", d.frame().key, len(*v), maxName)})
			*v = shortLabel(*v)
		}
		return true
	}
	return v
}

// cutSign stands at the end of a text that is cut.
const cutSign = "…"

// shortLabel is a text that is no longer than a label can be, cut between
// characters.
func shortLabel(s string) string {
	if len(s) <= maxName {
		return s
	}
	return s[:runeBefore(s, maxName-len(cutSign))] + cutSign
}

// runeBefore is n, or where the character begins that n is within.
func runeBefore(s string, n int) int {
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// inShort is a text with references as a label, which is no longer than one can
// be. What follows is not looked at: a list may name a long text many times.
func inShort(text string) string {
	const enough = 4 * maxName
	if len(text) <= enough {
		return shortLabel(PlainText(text))
	}
	text = text[:runeBefore(text, enough)]
	if open := strings.LastIndex(text, "[["); open > strings.LastIndex(text, "]]") {
		text = text[:open]
	}
	return shortLabel(PlainText(text) + cutSign)
}
