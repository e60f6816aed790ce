package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
)

// View is an expression that is kept under a name. In another expression, @name stands
// for its terms.
type View struct{ Name, Expression string }

// Views are views by which expressions can be abbreviated.
type Views []View

// viewSign begins a term that is the name of a view.
const viewSign = "@"

// Expand returns an expression in which the terms of views stand for their names. The
// error, for a name that no view has, is an [*Error].
func (v Views) Expand(expr string) (string, error) {
	if !strings.Contains(expr, viewSign) {
		return expr, nil
	}
	var b strings.Builder
	for at := 0; at < len(expr); {
		rest := expr[at:]
		if blank := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); blank > 0 {
			b.WriteString(rest[:blank])
			at += blank
			continue
		}
		_, end := segment(expr, at, at, unicode.IsSpace)
		word := expr[at:end]
		switch name, is := strings.CutPrefix(word, viewSign); {
		case is:
			text, err := v.named(name, at, end)
			if err != nil {
				return "", err
			}
			word = text
		case strings.HasPrefix(word, "-"+viewSign):
			return "", &Error{at, end, fmt.Sprintf("%s negates a whole filter", shorten(word)), "negate its terms one by one, or put it in quotes to look for the word"}
		}
		b.WriteString(word)
		at = end
	}
	return b.String(), nil
}

// Parse parses an expression in which views can be named. Any error is an [*Error].
func (v Views) Parse(expr string) (Query, error) {
	expr, err := v.Expand(expr)
	if err != nil {
		return Query{}, err
	}
	return Parse(expr)
}

// named returns the expression of a view.
func (v Views) named(name string, at, end int) (string, error) {
	for _, one := range v {
		if one.Name == name {
			return one.Expression, nil
		}
	}
	names := briefing.Map(v, func(one View) string { return one.Name })
	hint := "in quotes it is a word to look for"
	if near, ok := nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %s%s?", viewSign, near)
	} else if len(names) > 0 {
		hint = "there are " + viewSign + strings.Join(names, ", "+viewSign) + "; " + hint
	} else {
		hint = "views: in the settings names filters; " + hint
	}
	return "", &Error{at, end, fmt.Sprintf("no filter is saved as %q", shorten(name)), hint}
}

// Complete returns the views whose names begin with the name that is typed at cursor, a
// byte offset in expr. It returns none if it is not that of a view.
func (v Views) Complete(expr string, cursor int) []Completion {
	cursor = max(0, min(cursor, len(expr)))
	for cursor > 0 && cursor < len(expr) && !utf8.RuneStart(expr[cursor]) {
		cursor--
	}
	start, end := segment(expr, 0, cursor, unicode.IsSpace)
	typed, ok := strings.CutPrefix(expr[start:max(start, cursor)], viewSign)
	if !ok {
		return nil
	}
	var out []Completion
	for _, one := range v {
		if strings.HasPrefix(one.Name, typed) {
			out = append(out, Completion{viewSign + one.Name, one.Expression, start, end})
		}
	}
	return out
}
