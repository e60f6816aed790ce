package query

import "sitrep/briefing/quote"

// Field is a name that a term can begin with.
type Field struct {
	Name     string
	Values   []Value // all that there are; nil where the briefing or the calendar has them
	Wants    string  // what the values are, in words
	Keeps    string  // what is kept, in words
	Example  string  // of a value
	Compares bool    // a value may stand behind <, <=, > or >=
}

// Value is a value of a field.
type Value struct{ Text, Meaning string }

// definition is a field with what it does.
type definition struct {
	Field
	noValue     bool // it takes no value
	dated       bool // its values are dates
	singleValue bool // it takes one value

	ordered    int  // of the values, how many from the first on have an order
	descending bool // they go from the greatest to the least

	mark       func(f *Filter, t *term, into set) // adds the items that the term fits
	asks       func(t *term) askable
	checkValue func(f *Filter, v value) *Error // what is wrong with a value that is not in the briefing
}

// askable says of a term whether actors and sources answer for themselves.
type askable struct{ actors, sources bool }

func asksNone(*term) askable    { return askable{} }
func asksActors(*term) askable  { return askable{actors: true} }
func asksSources(*term) askable { return askable{sources: true} }

const (
	sinceName = "since"
	untilName = "until"
)

func quoteValues() []Value {
	return []Value{
		quote.Exact:     {quote.Exact.String(), "the words stand in the source's text, once"},
		quote.Ambiguous: {quote.Ambiguous.String(), "they stand in more than one place"},
		quote.Missing:   {quote.Missing.String(), "they do not stand there"},
		quote.Unchecked: {quote.Unchecked.String(), "there is no text, or no quote, to check"},
	}
}
