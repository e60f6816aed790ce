package reader

import (
	"sitrep/briefing"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/lanes"
	"sitrep/ui/tui/matrix"
)

// sectionKinds are the sections in the order of the tab bar.
var sectionKinds = []sectionKind{
	{"Brief", briefing.PartBrief, []view{{"list", column.Brief}}, nil, nil},
	{"Timeline", briefing.PartTimeline, []view{{"list", lanes.Timeline}, {"lanes", lanes.New}},
		func(b *briefing.Briefing) int { return len(b.Events) }, []briefing.Kind{briefing.KindEvent}},
	{"Actors", briefing.PartActors, []view{{"list", column.Actors}}, func(b *briefing.Briefing) int { return len(b.Actors) }, []briefing.Kind{briefing.KindActor}},
	{"Claims", briefing.PartClaims, []view{{"list", column.Claims}, {"matrix", matrix.New}}, countClaims, []briefing.Kind{briefing.KindClaim}},
	{"Sources", briefing.PartSources, []view{{"list", column.Sources}}, func(b *briefing.Briefing) int { return len(b.Sources) }, []briefing.Kind{briefing.KindSource}},
}

// SectionNames returns the names of the sections in the order of the tab bar.
func SectionNames() []string {
	return briefing.Map(sectionKinds, func(k sectionKind) string { return k.name })
}

// part returns the part of the briefing that is shown.
func (r *Reader) part() briefing.Part { return r.sectionKinds[r.at].part }

func countClaims(b *briefing.Briefing) int {
	n := 0
	for i := range b.Questions {
		n += len(b.Questions[i].Claims)
	}
	return n
}
