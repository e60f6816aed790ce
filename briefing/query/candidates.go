package query

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// candidates returns the values that a field can have in this briefing.
func (f *Filter) candidates(d *definition, typed string) []candidate {
	if d.dated {
		return f.dateCandidates(typed)
	}
	list, ok := f.cache.candidates[d.Name]
	if !ok {
		list = f.newCandidates(d)
		if f.cache.candidates == nil {
			f.cache.candidates = map[string][]candidate{}
		}
		f.cache.candidates[d.Name] = list
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

// nameCandidates returns the actors or sources, those with the most items about
// them first.
func (f *Filter) nameCandidates(kind briefing.Kind) []candidate {
	weights := make([]int, len(f.items))
	for _, list := range slices.Concat(f.who, f.cites) {
		for _, n := range list {
			weights[n]++
		}
	}
	var list []candidate
	last := int32(-1)
	for _, n := range f.allNames() {
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
	for _, e := range f.lists.events {
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
	for _, a := range f.lists.actors {
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

// dateCandidates returns the months in which events begin, or the days once a
// month is typed.
func (f *Filter) dateCandidates(typed string) []candidate {
	const month, day = "2006-01", "2006-01-02"
	form := month
	if len(typed) >= len(month) {
		form = day
	}
	counts := map[string]int{}
	for _, e := range f.lists.events {
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
