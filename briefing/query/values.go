package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// understand checks the values of a term and resolves them.
func (t *term) understand() error {
	for i := range t.values {
		v := &t.values[i]
		var err error
		switch {
		case t.field.dated:
			err = t.understandDate(v)
		case t.field.Values != nil:
			err = t.understandListed(v)
		}
		if err != nil {
			return err
		}
	}
	if t.field.singleValue && len(t.values) > 1 {
		return &Error{t.values[1].at, t.values[1].end, fmt.Sprintf("%q takes one date", t.field.Name),
			"for a stretch of time write since: and until:, for one of several dates date:"}
	}
	return nil
}

// understandListed looks a value up in the field's list.
func (t *term) understandListed(v *value) error {
	d := t.field
	at := d.rank(v.text)
	if at < 0 {
		return unknownValue(d, v)
	}
	v.text = d.Values[at].Text
	if v.compare == same {
		t.wanted |= 1 << at
		return nil
	}
	if at >= d.ordered {
		return &Error{v.at, v.end, fmt.Sprintf("nothing is better or worse than %s, which says that it cannot be judged", v.text),
			fmt.Sprintf("write %s:%s", d.Name, v.text)}
	}
	var fitting uint64
	for i := range d.ordered {
		above := i - at
		if d.descending {
			above = -above
		}
		if v.compare.fits(above) {
			fitting |= 1 << i
		}
	}
	if fitting == 0 {
		return &Error{v.at, v.end, fmt.Sprintf("nothing is %s%s", v.compare, v.text), orderHint(d)}
	}
	t.wanted |= fitting
	return nil
}

// rank returns the index of a value in the field's list, or -1. It ignores case
// and takes hyphens as spaces.
func (d *definition) rank(text string) int {
	return slices.IndexFunc(d.Values, func(v Value) bool { return sameValue(v.Text, text) })
}

func sameValue(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "-", " "), strings.ReplaceAll(b, "-", " "))
}

// orderHint says how the values of a field are ordered.
func orderHint(d *definition) string {
	words := make([]string, d.ordered)
	for i := range words {
		words[i] = d.Values[i].Text
		if d.descending {
			words[i] = d.Values[d.ordered-1-i].Text
		}
	}
	return "the order is " + strings.Join(words, " < ")
}

func unknownValue(d *definition, v *value) *Error {
	list := briefing.Map(d.Values, func(v Value) string { return v.Text })
	hint := "there are " + strings.Join(list, ", ")
	if near, ok := nearest(strings.ToLower(v.text), list); ok {
		hint = fmt.Sprintf("did you mean %s:%s?", d.Name, quoteValue(near))
	}
	return &Error{v.at, v.end, fmt.Sprintf("no %s is called %q", d.Name, shorten(v.text)), hint}
}

func (t *term) understandDate(v *value) error {
	d, err := edtf.Parse(v.text)
	if err != nil {
		var syntax *edtf.SyntaxError
		hint := "write it as 2024-10-28, 2024-10 or 2024"
		if errors.As(err, &syntax) && syntax.Want != "" {
			hint += "; " + syntax.Error()
		}
		return &Error{v.at, v.end, fmt.Sprintf("%q is no date", shorten(v.text)), hint}
	}
	v.date = d
	_, _, hasEarliest, hasLatest := d.Bounds()
	if t.field.Name == sinceName && !hasEarliest || t.field.Name == untilName && !hasLatest {
		return &Error{v.at, v.end, fmt.Sprintf("%s has no bound on that side", v.text), fmt.Sprintf("for example %s:2024-10", t.field.Name)}
	}
	return nil
}
