package query

import (
	"strings"
	"unicode"
)

// String is the term as it can be parsed again.
func (t *term) String() string {
	var b strings.Builder
	if t.negated {
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

// Terms are the terms, each as it can be parsed again.
func (q Query) Terms() []string {
	out := make([]string, len(q.terms))
	for i := range q.terms {
		out[i] = q.terms[i].String()
	}
	return out
}

// String is the query as it can be parsed again.
func (q Query) String() string { return strings.Join(q.Terms(), " ") }

// quoteWord puts a word in quotes if it would be read as something else.
func quoteWord(s string) string {
	_, _, named := splitName(s)
	if named || fieldAlone(s) != nil || strings.HasPrefix(s, "-") || opensQuote(s) || strings.ContainsFunc(s, unicode.IsSpace) {
		return quoted(s)
	}
	return s
}
