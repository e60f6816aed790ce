package file

import "sitrep/briefing"

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
	worded   interface{ Words() string }
	say      func(text string) string
}

// Words returns the value in words. It makes them at each call.
func (v *FactValue) Words() string {
	switch {
	case v.worded != nil:
		return v.worded.Words()
	case v.say != nil:
		return v.say(v.Text)
	}
	return v.Text
}

// Facts holds the facts of one item. The zero value is ready to use. Its memory
// is reused for the next item.
type Facts struct {
	Stated bool // leave out the keys under which the item says nothing
	// Leave reports whether to leave out a key whose values have nothing under
	// them. It is called once for each key of a table. If it is nil, none is.
	Leave  func(key string) bool
	orders map[any][]int // the fields of a table that are not left out
	list   []Fact
	values []FactValue
	cited  []FactValue // evidence of values of the item, for the item's own list
	under  *Facts      // of values of the item
}

// addText adds a text as it is in the file.
func addText(c *Facts, v *string) { c.values = append(c.values, FactValue{Text: *v}) }
