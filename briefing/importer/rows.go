package importer

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// tableRows are the items in the rows of all tables, with the ids that they
// have there. They are added at the end, because rows can refer to those of
// tables that come later.
type tableRows struct {
	briefing.Briefing
	marked    bool              // some table has a column for markings
	questions map[string]int    // indexes by id or text
	claims    map[string][2]int // question index, and claim index in it
	actors    []string          // named in other rows
	sources   []string
}

// len returns the number of items.
func (in *tableRows) len() int {
	return len(in.Sources) + len(in.Actors) + len(in.Events) + len(in.Questions)
}

// addRows adds the items of all tables.
func (b *builder) addRows() {
	in := &b.rows
	has := map[string]bool{}
	for _, s := range in.Sources {
		has[s.ID] = true
	}
	for _, a := range in.Actors {
		has[a.ID] = true
	}
	for _, name := range in.actors {
		if !has[name] && b.ids[name] < ofInto {
			has[name] = true
			in.Actors = append(in.Actors, briefing.Actor{ID: name, Name: name})
			fits(in.len())
		}
	}
	for _, name := range in.sources {
		if has[name] || b.ids[name] >= ofInto {
			continue
		}
		has[name] = true
		s := briefing.Source{ID: name, Title: name}
		if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
			s.Kind, s.Publication.URL = "webpage", name
		}
		in.Sources = append(in.Sources, s)
		fits(in.len())
	}
	if in.len() == 0 {
		return
	}
	if in.TLP = b.whole().TLP; in.marked {
		in.setMarking()
	}
	b.merge(&in.Briefing)
}

// setMarking makes the highest label of the rows that of the briefing, if all
// have one. Rows with that label need none of their own.
func (in *tableRows) setMarking() {
	var all []*briefing.TLP
	for i := range in.Sources {
		all = append(all, &in.Sources[i].TLP)
	}
	for i := range in.Actors {
		all = append(all, &in.Actors[i].TLP)
	}
	for i := range in.Events {
		all = append(all, &in.Events[i].TLP)
	}
	for i := range in.Questions {
		for k := range in.Questions[i].Claims {
			c := &in.Questions[i].Claims[k]
			if len(c.Positions) == 0 {
				all = append(all, &c.TLP)
			}
			for p := range c.Positions {
				all = append(all, &c.Positions[p].TLP)
			}
		}
	}
	labels := briefing.Map(all, func(label *briefing.TLP) briefing.TLP { return *label })
	if in.TLP = ""; slices.Contains(labels, "") {
		return
	}
	in.TLP = briefing.HigherTLP(labels...)
	for _, label := range all {
		if *label == in.TLP {
			*label = ""
		}
	}
}
