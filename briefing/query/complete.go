package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Completion is one way to continue an expression: Text replaces the bytes from
// Start to End. If Text ends in a colon, a value comes next.
type Completion struct {
	Text       string
	Meaning    string
	Start, End int
}

// maxCompletions limits how many completions Complete returns.
const maxCompletions = 50

// Complete returns what can be typed at cursor, a byte offset in expr, best
// first: names, or values if a name comes before the cursor. If two letters or
// more are typed, it also returns values together with their names.
func (f *Filter) Complete(expr string, cursor int) []Completion {
	f.Prepare()
	cursor = max(0, min(cursor, len(expr)))
	for cursor > 0 && cursor < len(expr) && !utf8.RuneStart(expr[cursor]) {
		cursor--
	}
	w := wordAt(expr, cursor)
	if w.field == nil {
		return f.completeName(w)
	}
	if w.field.noValue {
		return nil
	}
	return w.completions(f.candidates(w.field, w.typed))
}

// word is the name or value that is being typed.
type word struct {
	field      *definition // the field of a value; nil for a name
	typed      string      // before the cursor, without quotes and comparison
	start, end int         // the bytes to replace
}

func wordAt(expr string, cursor int) word {
	var w word
	w.start, w.end = segment(expr, 0, cursor, unicode.IsSpace)
	if w.start < cursor && expr[w.start] == '-' {
		w.start++
	}
	w.typed = expr[w.start:cursor]
	name, length, ok := splitName(expr[w.start:w.end])
	if !ok || w.start+length > cursor {
		return w
	}
	if w.field = definitionOf(name); w.field == nil {
		return w
	}
	values := w.start + length
	w.start, w.end = segment(expr[:w.end], values, cursor, func(r rune) bool { return r == ',' })
	if w.typed = expr[w.start:cursor]; w.field.Compares {
		bare := strings.TrimLeft(w.typed, "<>=")
		w.start += len(w.typed) - len(bare)
		w.typed = bare
	}
	w.typed = strings.Trim(w.typed, `"`)
	return w
}

// segment returns the part of s[from:] that contains the cursor or ends at it,
// where separates reports which runes separate parts. Runes in quotes do not.
func segment(s string, from, cursor int, separates func(rune) bool) (start, end int) {
	start = from
	inQuotes := false
	for i, r := range s[from:] {
		at := from + i
		switch {
		case r == straightQuote:
			inQuotes = !inQuotes
		case inQuotes || !separates(r):
		case at >= cursor:
			return start, at
		default:
			start = at + utf8.RuneLen(r)
		}
	}
	return start, len(s)
}

// closeness ranks how well a candidate matches what was typed. Less is better.
type closeness int

const (
	beginsText closeness = iota
	beginsName
	beginsWord
	inside
	noMatch
)

func (c *candidate) closeness(typed string) closeness {
	best := noMatch
	for i, n := range c.names {
		switch at := strings.Index(n, typed); {
		case at == 0 && i == 0:
			return beginsText
		case at == 0:
			best = min(best, beginsName)
		case at > 0 && beginsWordAt(n, typed, at):
			best = min(best, beginsWord)
		case at > 0:
			best = min(best, inside)
		}
	}
	return best
}

// beginsWordAt reports whether any word of s begins with typed, given that
// typed first occurs in s at the byte at.
func beginsWordAt(s, typed string, at int) bool {
	for {
		if s[at-1] == ' ' || s[at-1] == '-' {
			return true
		}
		next := strings.Index(s[at+1:], typed)
		if next < 0 {
			return false
		}
		at += 1 + next
	}
}

// completions returns the candidates that match, best first.
func (w word) completions(list []candidate) []Completion {
	typed := fold.String(w.typed)
	type ranked struct {
		*candidate
		closeness
	}
	var fitting []ranked
	for i := range list {
		if c := list[i].closeness(typed); c < noMatch {
			fitting = append(fitting, ranked{&list[i], c})
		}
	}
	slices.SortStableFunc(fitting, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.closeness, b.closeness), cmp.Compare(b.weight, a.weight))
	})
	fitting = fitting[:min(len(fitting), maxCompletions)]
	return briefing.Map(fitting, func(c ranked) Completion { return Completion{c.text, c.meaning, w.start, w.end} })
}

// completeName returns the names that begin with what was typed, and then
// values that match it.
func (f *Filter) completeName(w word) []Completion {
	if opensQuote(w.typed) {
		return nil
	}
	var list, values []candidate
	typed := fold.String(w.typed)
	for _, d := range definitions() {
		if d.ofNotebook && f.x.Remarks() == nil {
			continue
		}
		if strings.HasPrefix(d.Name, typed) {
			c := candidate{text: d.Name + ":", meaning: d.Keeps, names: []string{d.Name}}
			if d.noValue {
				c.text = d.Name
			}
			list = append(list, c)
		}
		const enough = 2 // bytes typed before values are offered too
		if d.dated || d.noValue || d.ordered > 0 || d.Name == idName || len(typed) < enough {
			continue
		}
		for _, c := range f.candidates(&d, w.typed) {
			if c.closeness(typed) <= beginsWord {
				c.text = d.Name + ":" + c.text
				values = append(values, c)
			}
		}
	}
	out := append(w.completions(list), w.completions(values)...)
	return out[:min(len(out), maxCompletions)]
}
