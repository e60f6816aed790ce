package query

import (
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// term is one condition.
type term struct {
	negated bool
	field   *definition // nil: words are looked for
	words   string
	folded  fold.Query
	values  []value
	wanted  uint64 // for a field with a list of values: a bit for each that fits
}

// value is one of the values of a term, and where it stands.
type value struct {
	compare comparison
	text    string
	date    edtf.Date
	at, end int
}

// comparison stands before a value that has an order.
type comparison string

// The comparisons. Those with an equals sign come first, for whoever looks for
// the longest that fits.
const (
	atMost  comparison = "<="
	atLeast comparison = ">="
	below   comparison = "<"
	above   comparison = ">"
	same    comparison = ""
)

var comparisons = []comparison{atMost, atLeast, below, above}

// fits reports whether a value fits when it stands in an order where n says
// how far it is above the one that is compared with.
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
