package query

import (
	"strings"
	"unicode"

	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// term is one condition.
type term struct {
	not    bool
	field  *definition // nil: words are looked for
	words  string
	folded fold.Query
	values []value
	wanted uint64 // for a field with a list of values: a bit for each that fits
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

// String is the term as it can be parsed again.
func (t *term) String() string {
	var b strings.Builder
	if t.not {
		b.WriteByte('-')
	}
	if t.field == nil {
		b.WriteString(quoteWord(t.words))
		return b.String()
	}
	b.WriteString(t.field.Name)
	for i, v := range t.values {
		if i == 0 {
			b.WriteByte(':')
		} else {
			b.WriteByte(',')
		}
		b.WriteString(string(v.compare))
		if t.field.dated {
			b.WriteString(v.text) // no date needs quotes, and a set has commas of its own
		} else {
			b.WriteString(quoteValue(v.text))
		}
	}
	return b.String()
}

// quoteWord puts a word in quotes if it would be read as something else.
func quoteWord(s string) string {
	_, _, named := splitName(s)
	if named || keyword(s) != nil || strings.HasPrefix(s, "-") || opensQuote(s) || strings.ContainsFunc(s, unicode.IsSpace) {
		return quoted(s)
	}
	return s
}

// quoteValue puts a value in quotes if it would be read as something else.
func quoteValue(s string) string {
	if s == "" || opensQuote(s) || strings.ContainsAny(s, ",<>=") || strings.ContainsFunc(s, unicode.IsSpace) {
		return quoted(s)
	}
	return s
}

var escaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quoted(s string) string { return `"` + escaper.Replace(s) + `"` }
