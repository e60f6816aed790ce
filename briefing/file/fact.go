package file

import (
	"cmp"

	"sitrep/briefing"
)

// Fact is what an item, or the briefing itself, says under one key.
type Fact struct {
	Key    string
	Label  string // what readers call it
	Kind   FactKind
	List   bool        // the order of the values means nothing
	Values []FactValue // empty if the item says nothing under the key
}

// FactKind says what the values of a fact are.
type FactKind uint8

// The kinds of facts.
const (
	_             FactKind = iota
	FactID                 // the item's own
	FactText               // in one line
	FactProse              // text with references
	FactBody               // text of several paragraphs
	FactDate               // in EDTF
	FactTerm               // of a scale, or a number
	FactReference          // the id of an item
	FactEvidence           // words in a source
)

// FactValue is one value of a fact.
type FactValue struct {
	Text     string             // as the file has it; the quote of evidence
	Evidence *briefing.Evidence // of [FactEvidence]
	Under    []Fact             // what else is said about the value; never empty facts
	date     string             // in words
	say      func(text string) string
}

// Words returns the value in words. It makes them at each call.
func (v *FactValue) Words() string {
	if v.say != nil {
		return v.say(v.Text)
	}
	return cmp.Or(v.date, v.Text)
}

// Facts holds the facts of one item. The zero value is ready to use. Its memory
// is reused for the next item.
type Facts struct {
	Stated bool // leave out the keys under which the item says nothing
	list   []Fact
	values []FactValue
	cited  []FactValue // evidence of values of the item, for the item's own list
	under  *Facts      // of values of the item
}

// addText adds a text as it is in the file.
func addText(c *Facts, v *string) { c.values = append(c.values, FactValue{Text: *v}) }
