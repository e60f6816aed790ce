package query

import (
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// term is one condition.
type term struct {
	negated bool
	field   *definition // nil for words to search for
	words   string
	prefix  bool // whether any rest may follow the words; in a briefing it may always
	folded  fold.Query
	values  []value
	wanted  uint64 // one bit for each matching value, for a field with a list of values
}

// value is one value of a term, with its position.
type value struct {
	compare comparison
	text    string
	date    edtf.Date
	at, end int
}

// comparison is an operator before a value that has an order.
type comparison string

// The comparisons. Those with an equals sign come first in comparisons, so that
// the longest match wins.
const (
	atMost  comparison = "<="
	atLeast comparison = ">="
	below   comparison = "<"
	above   comparison = ">"
	same    comparison = ""
)

var comparisons = []comparison{atMost, atLeast, below, above}

// fits reports whether a value matches if it is n steps above the one that it
// is compared with.
func (c comparison) fits(n int) bool {
	switch c {
	case atMost:
		return n <= 0
	case atLeast:
		return n >= 0
	case below:
		return n < 0
	case above:
		return n > 0
	}
	return n == 0
}
