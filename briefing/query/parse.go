package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/fold"
)

// Parse parses an expression. Any error is an *Error.
func Parse(expr string) (Query, error) {
	p := parser{expr: expr}
	var q Query
	for p.skipSpace(); p.at < len(expr); p.skipSpace() {
		t, err := p.term()
		if err != nil {
			return Query{}, err
		}
		q.terms = append(q.terms, t)
	}
	return q, nil
}

type parser struct {
	expr string
	at   int
}

func (p *parser) rest() string { return p.expr[p.at:] }

func (p *parser) skipSpace() {
	p.at = len(p.expr) - len(strings.TrimLeftFunc(p.rest(), unicode.IsSpace))
}

// atEnd reports whether the term ends here.
func (p *parser) atEnd() bool {
	r, size := utf8.DecodeRuneInString(p.rest())
	return size == 0 || unicode.IsSpace(r)
}

func (p *parser) term() (term, error) {
	start := p.at
	var t term
	if strings.HasPrefix(p.rest(), "-") {
		p.at++
		t.negated = true
		if p.atEnd() {
			return t, &Error{start, p.at, "nothing follows the hyphen", `a hyphen negates a term, as in -tag:sport; in quotes, "-" is a word`}
		}
	}
	word := p.at
	if name, length, ok := splitName(p.rest()); ok {
		p.at += length
		return t, p.named(&t, name, word)
	}
	quoted := opensQuote(p.rest())
	var err error
	if quoted {
		t.words, err = p.quoted()
	} else {
		t.words = p.until(unicode.IsSpace)
	}
	if err != nil {
		return t, err
	}
	if d := fieldAlone(t.words); d != nil && !quoted {
		t.field, t.words = d, ""
		return t, nil
	}
	if rest := strings.TrimRight(t.words, anyRest); !quoted && rest != "" && rest != t.words {
		t.words, t.prefix = rest, true
	}
	if t.folded = fold.NewQuery(t.words); t.folded.Empty() {
		return t, &Error{word, p.at, "there is nothing to look for", "give a word, or a phrase in quotes"}
	}
	return t, nil
}

// splitName returns the name at the start of s, in lower case, and its length
// with the colon. ok is false if there is none. A name followed by :// is a
// link.
func splitName(s string) (name string, length int, ok bool) {
	n := 0
	for n < len(s) && (s[n] == '-' && n > 0 || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 || n == len(s) || s[n] != ':' || strings.HasPrefix(s[n:], "://") {
		return "", 0, false
	}
	return strings.ToLower(s[:n]), n + 1, true
}

// named parses the values of a term whose name begins at the byte start.
func (p *parser) named(t *term, name string, start int) error {
	if t.field = definitionOf(name); t.field == nil {
		return unknownName(name, start, p.at-1)
	}
	if t.field.noValue {
		return &Error{start, p.at, fmt.Sprintf("%q takes no value", name), fmt.Sprintf("write %s by itself", name)}
	}
	for {
		v, err := p.value(t.field)
		if err != nil {
			return err
		}
		t.values = append(t.values, v)
		if p.atEnd() || !strings.HasPrefix(p.rest(), ",") {
			break
		}
		p.at++
	}
	return t.understand()
}

func (p *parser) value(d *definition) (value, error) {
	v := value{at: p.at}
	if d.Compares {
		for _, c := range comparisons {
			if strings.HasPrefix(p.rest(), string(c)) {
				v.compare = c
				p.at += len(c)
				break
			}
		}
	}
	var err error
	quoted := opensQuote(p.rest())
	switch {
	case quoted:
		v.text, err = p.quoted()
	case d.dated:
		v.text = p.date()
	default:
		v.text = p.until(func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	}
	v.end = p.at
	if err == nil && strings.TrimSpace(v.text) == "" {
		hint := fmt.Sprintf("for example %s:%s", d.Name, d.Example)
		if strings.TrimSpace(p.rest()) != "" {
			hint += ", without a space after the colon or comma"
		}
		err = &Error{v.at, p.at, fmt.Sprintf("%q lacks a value", d.Name), hint}
	}
	return v, err
}

// date reads up to a space, or to a comma that is not inside a set of dates.
func (p *parser) date() string {
	depth := 0
	return p.until(func(r rune) bool {
		switch r {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case ',':
			return depth <= 0
		}
		return unicode.IsSpace(r)
	})
}

// until reads up to the first rune for which ends returns true.
func (p *parser) until(ends func(rune) bool) string {
	rest := p.rest()
	n := strings.IndexFunc(rest, ends)
	if n < 0 {
		n = len(rest)
	}
	p.at += n
	return rest[:n]
}

// quoted reads a text in quotes, and the closing mark. Without a closing mark
// it returns an error.
func (p *parser) quoted() (string, error) {
	start := p.at
	open, size := utf8.DecodeRuneInString(p.rest())
	p.at += size
	var b strings.Builder
	for p.at < len(p.expr) {
		r, size := utf8.DecodeRuneInString(p.rest())
		raw := p.rest()[:size]
		p.at += size
		switch {
		case open == straightQuote && r == straightQuote, open != straightQuote && strings.ContainsRune(closingQuotes, r):
			return b.String(), nil
		case open == straightQuote && r == '\\' && (strings.HasPrefix(p.rest(), `"`) || strings.HasPrefix(p.rest(), `\`)):
			raw = p.rest()[:1]
			p.at++
		}
		b.WriteString(raw)
	}
	return "", &Error{start, p.at, "the quotation mark is not closed", `end the phrase with "`}
}

// fieldAlone returns the field that s names if that field takes no value, or
// nil.
func fieldAlone(s string) *definition {
	if d := definitionOf(strings.ToLower(s)); d != nil && d.noValue {
		return d
	}
	return nil
}

// otherNames maps names that people try to the names that they mean.
var otherNames = map[string]string{
	"after": "since", "from": "since", "before": "until", "to": "until", "on": "date", "during": "date",
	"by": "actor", "holder": "actor", "who": "actor", "person": "actor", "type": "kind", "grade": "reliability",
	"position": "stance", "state": "status", "publisher": "source", "cites": "citing", "label": "tag", "tags": "tag",
	"doi": "id", "guid": "id", "misp": "id", "stix": "id", "wikidata": "id",
}

func unknownName(name string, at, end int) *Error {
	hint := "put it in quotes to look for the words, or use one of " + strings.Join(fieldNames(), ", ")
	near, ok := otherNames[name]
	if !ok {
		near, ok = nearest(name, fieldNames())
	}
	if ok {
		hint = fmt.Sprintf("did you mean %s:?", near)
	}
	return &Error{at, end, fmt.Sprintf("there is no filter %q", shorten(name)), hint}
}
