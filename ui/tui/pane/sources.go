package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Sources is the sources in the order of the file, each under the source that
// it copies.
func Sources(x *briefing.Index) Column {
	l := &list{}
	listed := map[string]bool{}
	for i := range x.Briefing.Sources {
		if s := &x.Briefing.Sources[i]; x.RootSource(s.ID) == s.ID {
			addSource(l, x, s, 0, listed)
		}
	}
	for i := range x.Briefing.Sources { // what goes round in a circle has no root
		if s := &x.Briefing.Sources[i]; !listed[s.ID] {
			addSource(l, x, s, 0, listed)
		}
	}
	return l.flow(x, "This briefing names no sources.", briefing.KindSource)
}

func addSource(l *list, x *briefing.Index, s *briefing.Source, depth int, listed map[string]bool) {
	if listed[s.ID] {
		return
	}
	listed[s.ID] = true
	if x.Shows(briefing.KindSource, s.ID) {
		l.entry(page.To(briefing.KindSource, s.ID), func() page.Entry { return page.SourceRow(x, s, depth) })
	}
	for _, c := range x.Copies(s.ID) {
		addSource(l, x, c, depth+1, listed)
	}
}
