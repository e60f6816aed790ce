package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// Completion is a way of going on with an expression: Text in the place of the
// bytes from Start to End. Text that ends in a colon wants a value next.
type Completion struct {
	Text       string
	Meaning    string
	Start, End int
}

// maxCompletions is how many are offered at most.
const maxCompletions = 50

// Complete offers what may be meant where the cursor, a byte of expr, stands:
// names, and values of the name that stands before it; best first. Behind two
// letters that begin no name it offers values with their names.
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
	if w.field.alone {
		return nil
	}
	return w.completions(f.candidates(w.field, w.typed))
}

// word is what is being typed: a name or a value.
type word struct {
	field      *definition // whose value it is; nil for a name
	typed      string      // before the cursor, without quotes and comparison
	start, end int         // the bytes to replace
}

// wordAt finds the word at the cursor.
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

// segment is the stretch of s, from the byte from on, that the cursor is in or
// at the end of, between runes that separate; in quotes none does.
func segment(s string, from, cursor int, separates func(rune) bool) (start, end int) {
	start = from
	inQuotes := false
	for i, r := range s[from:] {
		at := from + i
		switch {
		case r == straight:
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

// candidate is something that may be meant.
type candidate struct {
	text    string
	meaning string
	names   []string // by which it is looked for, folded, the best first
	weight  int      // how often it matters; more comes first among equals
}

// closeness says how well a candidate fits what was typed: less is better.
type closeness int

const (
	beginsText closeness = iota
	beginsName
	beginsWord
	inside
	apart
)

func (c *candidate) closeness(typed string) closeness {
	best := apart
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

// beginsWordAt reports whether a word of s begins with what was typed, which
// stands in it first at the byte at.
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

// completions are the candidates that fit, best first.
func (w word) completions(list []candidate) []Completion {
	typed := fold.String(w.typed)
	type ranked struct {
		*candidate
		closeness
	}
	var fitting []ranked
	for i := range list {
		if c := list[i].closeness(typed); c < apart {
			fitting = append(fitting, ranked{&list[i], c})
		}
	}
	slices.SortStableFunc(fitting, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.closeness, b.closeness), cmp.Compare(b.weight, a.weight))
	})
	fitting = fitting[:min(len(fitting), maxCompletions)]
	out := make([]Completion, len(fitting))
	for i, c := range fitting {
		out[i] = Completion{c.text, c.meaning, w.start, w.end}
	}
	return out
}

// completeName offers names, and values that begin as what was typed does.
func (f *Filter) completeName(w word) []Completion {
	if opensQuote(w.typed) {
		return nil
	}
	var list, values []candidate
	typed := fold.String(w.typed)
	for _, d := range definitions() {
		if strings.HasPrefix(d.Name, typed) {
			c := candidate{text: d.Name + ":", meaning: d.Keeps, names: []string{d.Name}}
			if d.alone {
				c.text = d.Name
			}
			list = append(list, c)
		}
		const enough = 2 // bytes typed, for values to be offered too
		if d.dated || d.alone || d.ordered > 0 || len(typed) < enough {
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

// candidates are the values that a field can have in this briefing.
func (f *Filter) candidates(d *definition, typed string) []candidate {
	if d.dated {
		return f.dateCandidates(typed)
	}
	list, ok := f.known.candidates[d.Name]
	if !ok {
		list = f.newCandidates(d)
		if f.known.candidates == nil {
			f.known.candidates = map[string][]candidate{}
		}
		f.known.candidates[d.Name] = list
	}
	return list
}

func (f *Filter) newCandidates(d *definition) []candidate {
	switch d.Name {
	case "actor", "via":
		return f.nameCandidates(briefing.KindActor)
	case "source":
		return f.nameCandidates(briefing.KindSource)
	case "citing":
		return append(f.nameCandidates(briefing.KindActor), f.nameCandidates(briefing.KindSource)...)
	case "tag":
		return f.tagCandidates()
	case "country":
		return f.countryCandidates()
	}
	list := make([]candidate, len(d.Values))
	for i, v := range d.Values {
		list[i] = candidate{text: v.Text, meaning: v.Meaning, names: []string{fold.String(v.Text)}}
	}
	return list
}

// nameCandidates are actors or sources, those that most is about first.
func (f *Filter) nameCandidates(kind briefing.Kind) []candidate {
	weights := make([]int, len(f.items))
	for _, list := range slices.Concat(f.who, f.cites) {
		for _, n := range list {
			weights[n]++
		}
	}
	var list []candidate
	last := int32(-1)
	for _, n := range f.called() {
		if !f.kinds[kind].has(n.item) {
			continue
		}
		if n.item != last {
			last = n.item
			ref := f.items[n.item]
			list = append(list, candidate{text: ref.ID, meaning: f.x.Name(ref), weight: weights[n.item]})
		}
		c := &list[len(list)-1]
		c.names = append(c.names, n.folded)
	}
	return list
}

func (f *Filter) tagCandidates() []candidate {
	var list []candidate
	seen := map[string]int{}
	for _, e := range f.things.events {
		for _, tag := range e.is.Tags {
			key := fold.String(tag)
			if _, ok := seen[key]; !ok {
				seen[key] = len(list)
				list = append(list, candidate{text: quoteValue(tag), names: []string{key}})
			}
			list[seen[key]].weight++
		}
	}
	for i := range list {
		list[i].meaning = "on " + briefing.Counted(list[i].weight, "event", "events")
	}
	return list
}

func (f *Filter) countryCandidates() []candidate {
	var list []candidate
	seen := map[string]int{}
	for _, a := range f.things.actors {
		if a.is.Country == "" {
			continue
		}
		if _, ok := seen[a.is.Country]; !ok {
			seen[a.is.Country] = len(list)
			list = append(list, candidate{text: a.is.Country, names: []string{fold.String(a.is.Country)}})
		}
		list[seen[a.is.Country]].weight++
	}
	for i := range list {
		list[i].meaning = "of " + briefing.Counted(list[i].weight, "actor", "actors")
	}
	return list
}

// dateCandidates are the months in which events begin, and the days once a
// month is typed.
func (f *Filter) dateCandidates(typed string) []candidate {
	const month, day = "2006-01", "2006-01-02"
	form := month
	if len(typed) >= len(month) {
		form = day
	}
	counts := map[string]int{}
	for _, e := range f.things.events {
		earliest, _, ok, _ := e.is.When.Date.Bounds()
		if ok && (form == month || e.is.When.Date.Precision() >= edtf.Day) {
			counts[earliest.Format(form)]++
		}
	}
	var list []candidate
	for text, n := range counts {
		if strings.HasPrefix(text, typed) {
			list = append(list, candidate{text: text, meaning: briefing.Counted(n, "event begins", "events begin"), names: []string{text}})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.text, b.text) })
	return list
}
