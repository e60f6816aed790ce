package file

import (
	"cmp"

	"sitrep/briefing"
)

// Fact is what an item, or the briefing, says under one key.
type Fact struct {
	Key    string
	Label  string // what readers call it
	Kind   FactKind
	List   bool        // of values whose order says nothing
	Values []FactValue // none where nothing is said
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
	Under    []Fact             // what else is said about the value, without what is empty
	date     string             // in words
	say      func(text string) string
}

// Words returns the value in words. They are made when they are asked for.
func (v *FactValue) Words() string {
	if v.say != nil {
		return v.say(v.Text)
	}
	return cmp.Or(v.date, v.Text)
}

// Facts holds the facts of one item; the zero value holds none. Those of another
// item take the memory of the first.
type Facts struct {
	Stated bool // leave out the keys under which nothing is said
	list   []Fact
	values []FactValue
	cited  []FactValue // evidence of values of the item, for the item's own list
	under  *Facts      // of values of the item
}

// addText adds a text as the file has it.
func addText(c *Facts, v *string) { c.values = append(c.values, FactValue{Text: *v}) }
