package tui

import (
	"sitrep/briefing"
	"sitrep/ui/tui/pane"
)

// paneEntry is a section of the reader: its name in the tab bar, its list, and
// how many things are in it (nil where that is nothing to count).
type paneEntry struct {
	name  string
	list  func(*briefing.Index) pane.Column
	count func(*briefing.Briefing) int
	kinds []briefing.Kind // that are counted
}

// panes is the sections in the order of the tab bar.
var panes = []paneEntry{
	{"Brief", pane.Brief, nil, nil},
	{"Timeline", pane.Timeline, func(b *briefing.Briefing) int { return len(b.Events) }, []briefing.Kind{briefing.KindEvent}},
	{"Actors", pane.Actors, func(b *briefing.Briefing) int { return len(b.Actors) }, []briefing.Kind{briefing.KindActor}},
	{"Claims", pane.Claims, countClaims, []briefing.Kind{briefing.KindClaim}},
	{"Sources", pane.Sources, func(b *briefing.Briefing) int { return len(b.Sources) }, []briefing.Kind{briefing.KindSource}},
}

func countClaims(b *briefing.Briefing) int {
	n := 0
	for i := range b.Questions {
		n += len(b.Questions[i].Claims)
	}
	return n
}
