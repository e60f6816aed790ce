package query

import (
	"strings"
	"unicode"

	"sitrep/briefing"
)

// String returns the term in a form that Parse accepts.
func (t *term) String() string {
	var b strings.Builder
	if t.negated {
		b.WriteByte('-')
	}
	if t.field == nil {
		if t.prefix {
			b.WriteString(t.words + anyRest)
		} else {
			b.WriteString(quoteWord(t.words))
		}
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
			b.WriteString(v.text) // dates need no quotes, and sets contain commas
		} else {
			b.WriteString(quoteValue(v.text))
		}
	}
	return b.String()
}

// Terms returns the terms, each in a form that Parse accepts.
func (q Query) Terms() []string {
	return briefing.Map(q.terms, func(t term) string { return t.String() })
}

// String returns the query in a form that Parse accepts.
func (q Query) String() string { return strings.Join(q.Terms(), " ") }

// quoteWord puts a word in quotes if it would be parsed as something else
// without them.
func quoteWord(s string) string {
	_, _, named := splitName(s)
	if named || fieldAlone(s) != nil || strings.HasSuffix(s, anyRest) || strings.HasPrefix(s, "-") || opensQuote(s) || strings.ContainsFunc(s, unicode.IsSpace) {
		return quoted(s)
	}
	return s
}
