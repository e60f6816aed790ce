package library

import (
	"strconv"
	"strings"

	"sitrep/briefing/search"
)

// The signs between the parts of a stored text. Texts of briefings are clean and
// hold none of them.
const (
	itemStart = "\x1d"
	fieldEnd  = "\x1e"
	partEnd   = "\x1f"
)

// storedField is a field of an item as the index stores it.
type storedField struct {
	name    search.Field
	passage int // of the evidence that it belongs to; 0 for none
	text    string
}

// appendField adds a field to a stored text: its name, passage and text.
func appendField(b *strings.Builder, f storedField) {
	b.WriteString(string(f.name))
	b.WriteString(partEnd)
	if f.passage > 0 {
		b.WriteString(strconv.Itoa(f.passage))
	}
	b.WriteString(partEnd)
	b.WriteString(f.text)
	b.WriteString(fieldEnd)
}

// fieldsIn calls yield with the fields of a stored text until it returns false.
func fieldsIn(text string, yield func(storedField) bool) {
	for text != "" {
		var one string
		one, text, _ = strings.Cut(text, fieldEnd)
		var f storedField
		name, rest, _ := strings.Cut(one, partEnd)
		f.name = search.Field(name)
		passage, rest, _ := strings.Cut(rest, partEnd)
		f.passage, _ = strconv.Atoi(passage)
		f.text = rest
		if !yield(f) {
			return
		}
	}
}
