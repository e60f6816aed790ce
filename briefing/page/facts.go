package page

import (
	"slices"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
)

// readers keeps the memory for reading facts from page to page.
var readers = sync.Pool{New: func() any {
	r := &facts.Reader{}
	r.Stated = true
	return r
}}

// eachFact puts what an item says, each fact under its label, so that a page
// has every fact that it does not place itself. It leaves out those for which
// placed returns true, and the ID and the marking, which are in the title.
func eachFact(put sink, x *briefing.Index, kind briefing.Kind, id string, placed func(f *file.Fact) bool) {
	r := readers.Get().(*facts.Reader)
	defer readers.Put(r)
	stated := r.Of(x, briefing.Ref{Kind: kind, ID: id})
	for i := range stated {
		if f := &stated[i]; !inTitle(f) && !placed(f) && len(f.Values) > 0 {
			put(Fact{f.Label, factSpans(x, f)})
		}
	}
}

// inTitle reports whether a fact is in the title of every page.
func inTitle(f *file.Fact) bool { return f.Kind == file.FactID || f.Key == "tlp" }

// factSpans returns the values of a fact. Those that lead nowhere share one
// span, because there may be very many.
func factSpans(x *briefing.Index, f *file.Fact) []Span {
	switch v := &f.Values[0]; f.Kind {
	case file.FactProse:
		return References(x, v.Text)
	case file.FactDate:
		return []Span{own(v.Words()), {Text: "  " + v.Text, Role: Muted}}
	case file.FactReference:
		return referenceSpans(x, f.Values)
	}
	return plain(briefing.JoinNames(briefing.Map(f.Values, func(v file.FactValue) string { return v.Words() + underWords(x, &v) })))
}

func referenceSpans(x *briefing.Index, values []file.FactValue) []Span {
	list := make([]Span, len(values))
	for i := range values {
		v := &values[i]
		list[i].Text = v.Words()
		if ref, ok := x.Lookup(v.Text); ok {
			list[i] = Span{Text: Name(x, ref), Role: Linked, To: Target{Ref: ref}}
		}
		list[i].Text += underWords(x, v)
	}
	return joined(list)
}

// underWords returns what else is said about a value.
func underWords(x *briefing.Index, v *file.FactValue) string {
	text := ""
	for i := range v.Under {
		text += " (" + words(asideSpans(x, &v.Under[i])) + ")"
	}
	return text
}

// Aside returns what is said about a value of an item, such as evidence, or about
// the briefing itself: a paragraph for each key but those in placed.
func Aside(x *briefing.Index, value any, placed ...string) [][]Span {
	r := readers.Get().(*facts.Reader)
	defer readers.Put(r)
	var out [][]Span
	stated := r.Facts.Of(value)
	for i := range stated {
		if f := &stated[i]; len(f.Values) > 0 && !slices.Contains(placed, f.Key) {
			out = append(out, asideSpans(x, f))
		}
	}
	return out
}

// asideSpans returns a fact about a value. Notes and roles need no label.
func asideSpans(x *briefing.Index, f *file.Fact) []Span {
	if f.Key == "note" || f.Key == "role" {
		return factSpans(x, f)
	}
	return append([]Span{{Text: f.Label + ": ", Role: Label}}, factSpans(x, f)...)
}

func factWords(x *briefing.Index, f *file.Fact) string { return words(factSpans(x, f)) }

// labelledWords returns a fact as words within a line: "part of Norland".
func labelledWords(x *briefing.Index, f *file.Fact) string {
	return strings.ToLower(f.Label[:1]) + f.Label[1:] + " " + factWords(x, f)
}
