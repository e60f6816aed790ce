package query

import (
	"iter"

	"sitrep/briefing/quote"
)

// Field is a name that a term can begin with, and what its values are.
type Field struct {
	Name     string
	Values   []Value // all of them; nil if they depend on the briefing, and for dates
	Wants    string  // what the values are, in words
	Keeps    string  // which items the field keeps, in words
	Example  string  // of a value
	Compares bool    // whether a value may follow <, <=, > or >=
}

// Value is a value of a field.
type Value struct{ Text, Meaning string }

// definition is a field with what it does.
type definition struct {
	Field
	noValue     bool // whether the name is a term by itself
	dated       bool // whether values are dates
	singleValue bool // whether it takes only one value
	anyRest     bool // whether a value may end in an asterisk
	ofNotebook  bool // whether it asks what a user keeps beside the briefing

	ordered    int  // how many of the values, from the first, have an order
	descending bool // whether they are ordered from the greatest to the least

	mark func(f *Filter, t *term, into set) // adds the items that the term matches

	// facets returns what mark adds for each value that the briefing has. It is nil for
	// a list of values and for dates.
	facets func(f *Filter) iter.Seq2[string, []int32]

	asks       func(t *term) subjects
	checkValue func(f *Filter, v value) *Error // returns an error if the briefing does not have the value
}

// subjects says whether a term is tested on actors and sources themselves,
// rather than on what is about them.
type subjects struct{ actors, sources bool }

func asksNone(*term) subjects    { return subjects{} }
func asksActors(*term) subjects  { return subjects{actors: true} }
func asksSources(*term) subjects { return subjects{sources: true} }

const (
	sinceName = "since"
	untilName = "until"
)

func quoteValues() []Value {
	return []Value{
		quote.Exact:     {quote.Exact.String(), "the words stand in the source's text, once"},
		quote.Ambiguous: {quote.Ambiguous.String(), "they stand in more than one place"},
		quote.Missing:   {quote.Missing.String(), "they do not stand there"},
		quote.Unchecked: {quote.Unchecked.String(), "there is no text or no quote to check, or it takes too much work"},
	}
}
