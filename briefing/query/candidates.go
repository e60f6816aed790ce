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
	case idName:
		return f.idCandidates()
	}
	return briefing.Map(d.Values, func(v Value) candidate {
		return candidate{text: v.Text, meaning: v.Meaning, names: []string{fold.String(v.Text)}}
	})
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
	var list counted
	f.eachCommon(func(_ int32, c *briefing.Common) {
		for _, tag := range c.Tags {
			list.add(quoteValue(tag), fold.String(tag))
		}
	})
	return list.candidates("on", "item", "items")
}

func (f *Filter) countryCandidates() []candidate {
	var list counted
	for _, a := range f.lists.actors {
		if a.is.Country != "" {
			list.add(a.is.Country, fold.String(a.is.Country))
		}
	}
	for _, e := range f.lists.events {
		if e.is.Country != "" {
			list.add(e.is.Country, fold.String(e.is.Country))
		}
	}
	return list.candidates("of", "actor or event", "actors and events")
}

// idCandidates returns the ids of the items, which match by their external ids as
// well. Positions are left out, whose ids are those of their claims and holders.
func (f *Filter) idCandidates() []candidate {
	var list []candidate
	for _, ref := range f.items {
		c := f.x.Common(ref)
		if c == nil || ref.Kind == briefing.KindPosition {
			continue
		}
		names := make([]string, 1, 1+len(c.ExternalIDs))
		names[0] = ref.ID
		for _, id := range c.ExternalIDs {
			names = append(names, fold.String(id.String()))
		}
		list = append(list, candidate{text: ref.ID, meaning: f.x.Name(ref), names: names})
	}
	return list
}

// counted are candidates with how often each occurs.
type counted struct {
	list []candidate
	at   map[string]int // by name
}

func (c *counted) add(text, name string) {
	i, ok := c.at[name]
	if !ok {
		if c.at == nil {
			c.at = map[string]int{}
		}
		i = len(c.list)
		c.at[name] = i
		c.list = append(c.list, candidate{text: text, names: []string{name}})
	}
	c.list[i].weight++
}

// candidates returns the candidates, each with what it occurs on, one or many.
func (c *counted) candidates(on, one, many string) []candidate {
	for i := range c.list {
		c.list[i].meaning = on + " " + briefing.Counted(c.list[i].weight, one, many)
	}
	return c.list
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
