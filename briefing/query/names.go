package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

func (f *Filter) allNames() []itemName {
	if f.cache.names != nil {
		return f.cache.names
	}
	list := []itemName{} // not nil, which means not computed yet
	add := func(item int32, text string) {
		if text != "" {
			list = append(list, itemName{item, fold.String(text)})
		}
	}
	for _, a := range f.lists.actors {
		add(a.item, a.is.ID)
		add(a.item, a.is.Name)
		for _, aka := range a.is.Aka {
			add(a.item, aka)
		}
	}
	for _, s := range f.lists.sources {
		add(s.item, s.is.ID)
		add(s.item, s.is.Title)
		add(s.item, s.is.Publication.Publisher)
	}
	f.cache.names = list
	return list
}

// named adds the items of a kind with that name to a set: the one with that id,
// or else those with that name. It reports whether there are any.
func (f *Filter) named(kind briefing.Kind, text string, into set) (found bool) {
	folded := fold.String(text)
	if n, ok := f.number[briefing.Ref{Kind: kind, ID: folded}]; ok {
		into.add(n)
		return true
	}
	for _, n := range f.allNames() {
		if n.folded == folded && f.kinds[kind].has(n.item) {
			into.add(n.item)
			found = true
		}
	}
	return found
}

// addParts adds the parts of the actors in a set and the copies of its sources,
// at any depth.
func (f *Filter) addParts(s set) {
	var next []int32
	for whole := range f.parts {
		if s.has(whole) {
			next = append(next, whole)
		}
	}
	for len(next) > 0 {
		whole := next[len(next)-1]
		next = next[:len(next)-1]
		for _, part := range f.parts[whole] {
			if !s.has(part) {
				s.add(part)
				next = append(next, part)
			}
		}
	}
}

func unknownID(f *Filter, v value) *Error {
	if f.identifiers().find(v.text, func(int32) {}) {
		return nil
	}
	return noSuch("item with the id", v, "")
}

// mustName returns the check of a value that has to be the name of an item of
// one of these kinds.
func mustName(what string, of ...briefing.Kind) func(*Filter, value) *Error {
	return func(f *Filter, v value) *Error { return f.unknownName(v, what, of) }
}

func (f *Filter) unknownName(v value, what string, of []briefing.Kind) *Error {
	s := f.newSet()
	var candidates []string
	for _, kind := range of {
		if f.named(kind, v.text, s) {
			return nil
		}
	}
	folded := fold.String(v.text)
	for _, n := range f.allNames() {
		for _, kind := range of {
			if f.kinds[kind].has(n.item) {
				candidates = append(candidates, n.folded)
				if strings.HasPrefix(n.folded, folded) || strings.Contains(n.folded, " "+folded) {
					return noSuch(what, v, f.items[n.item].ID)
				}
			}
		}
	}
	near, _ := nearest(folded, candidates)
	return noSuch(what, v, near)
}

func noSuch(what string, v value, near string) *Error {
	e := &Error{Offset: v.at, End: v.end, Problem: fmt.Sprintf("this briefing has no %s %q", what, shorten(v.text)),
		Hint: "a word without the name of a filter before it is looked for in everything"}
	if near != "" {
		e.Hint = fmt.Sprintf("did you mean %s?", quoteValue(near))
	}
	return e
}

func unknownTag(f *Filter, v value) *Error {
	tags := f.tagged()
	if tags.find(v.text, func(int32) {}) {
		return nil
	}
	folded := fold.String(v.text)
	list := slices.Sorted(maps.Keys(tags))
	near, ok := nearest(folded, list)
	e := noSuch("tag", v, near)
	const most = 12 // tags that a hint can name
	if !ok && len(list) > 0 && len(list) <= most {
		e.Hint = "there are " + strings.Join(list, ", ")
	}
	return e
}

func unknownCountry(f *Filter, v value) *Error {
	if len(f.countries()[fold.String(v.text)]) > 0 {
		return nil
	}
	return noSuch("actor or event of the country", v, "")
}
