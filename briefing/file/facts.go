package file

import (
	"cmp"
	"slices"
	"strings"

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

// Of returns what an item says, or the briefing itself: a pointer to a struct of
// package briefing. There is a fact for each key of its table, in the order in
// which one reads them; items under an item are not among them. The facts are
// good until the next call.
func (c *Facts) Of(item any) []Fact {
	c.list, c.values = c.list[:0], c.values[:0]
	switch t := item.(type) {
	case *briefing.Briefing:
		briefingTable.facts(c, t)
	case *briefing.Judgment:
		judgmentTable.facts(c, t)
	case *briefing.Source:
		sourceTable.facts(c, t)
	case *briefing.Actor:
		actorTable.facts(c, t)
	case *briefing.Event:
		eventTable.facts(c, t)
	case *briefing.Question:
		questionTable.facts(c, t)
	case *briefing.Claim:
		claimTable.facts(c, t)
	case *briefing.Position:
		positionTable.facts(c, t)
	case *briefing.Evidence:
		evidenceTable.facts(c, t)
	}
	return c.list
}

func (tb *table[T]) facts(c *Facts, t *T) {
	tb.arranged.Do(tb.arrange)
	for _, i := range tb.order {
		f := &tb.fields[i]
		f.value.facts(c, f.key, tb.labels[i], t)
	}
}

// arrange puts the rows into the order of reading, and names those that have no
// label by their keys. It leaves the rows themselves alone: a file may be read
// by them at the same time.
func (tb *table[T]) arrange() {
	for i := range tb.fields {
		label := tb.fields[i].label
		if key := tb.fields[i].key; label == "" {
			label = strings.ReplaceAll(strings.ToUpper(key[:1])+key[1:], "_", " ")
		}
		tb.labels = append(tb.labels, label)
		tb.order = append(tb.order, i)
	}
	for i := range tb.fields {
		if before, ok := tb.row(tb.fields[i].before); ok {
			tb.order = slices.DeleteFunc(tb.order, func(n int) bool { return n == i })
			tb.order = slices.Insert(tb.order, slices.Index(tb.order, before), i)
		}
	}
}

func (b bound[T, V]) facts(c *Facts, key, label string, t *T) {
	v, from := b.in(t), len(c.values)
	switch {
	case b.value.facts == nil:
		return
	case b.value.kind == 0: // facts of the item itself
		b.value.facts(c, v)
		return
	case !b.value.empty(v):
		b.value.facts(c, v)
	case c.Stated && b.value.kind != FactEvidence:
		return
	}
	if b.value.kind == FactEvidence {
		c.values = append(c.values, c.cited...)
		c.cited = c.cited[:0]
	}
	c.list = append(c.list, Fact{key, label, b.value.kind, b.value.list, c.values[from:len(c.values):len(c.values)]})
}

// addText adds a text as the file has it.
func addText(c *Facts, v *string) { c.values = append(c.values, FactValue{Text: *v}) }

// saying is a term, which text writes and say says in words; nil: as it is.
func saying[V any](v value[V], text func(V) string, say func(text string) string) value[V] {
	v.kind = FactTerm
	v.facts = func(c *Facts, v *V) { c.values = append(c.values, FactValue{Text: text(*v), say: say}) }
	return v
}

// detailed is a value that is a mapping by the table: the first key says what it
// is, the others more about it.
func detailed[T any](v value[T], tb *table[T]) value[T] {
	v.kind = tb.fields[0].value.kind()
	v.facts = func(c *Facts, t *T) {
		if c.under == nil {
			c.under = &Facts{}
		}
		under := c.under
		under.list, under.values = under.list[:0], under.values[:0]
		tb.facts(under, t)
		out := under.list[0].Values[0]
		for _, f := range under.list[1:] {
			switch {
			case f.Kind == FactEvidence:
				c.cited = append(c.cited, f.Values...)
			case len(f.Values) > 0:
				f.Values = slices.Clone(f.Values)
				out.Under = append(out.Under, f)
			}
		}
		c.values = append(c.values, out)
	}
	return v
}
