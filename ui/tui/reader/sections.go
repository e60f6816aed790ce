package reader

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/review"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/lanes"
	"sitrep/ui/tui/matrix"
	"sitrep/ui/tui/screen"
)

// sectionKinds are the sections in the order of the tab bar.
var sectionKinds = []sectionKind{
	{"Brief", briefing.PartBrief, []view{{"list", column.Brief}}, nil, nil},
	{"Timeline", briefing.PartTimeline, []view{{"list", lanes.Timeline}, {"lanes", lanes.New}},
		func(b *briefing.Briefing) int { return len(b.Events) }, []briefing.Kind{briefing.KindEvent}},
	{"Actors", briefing.PartActors, []view{{"list", column.Actors}}, func(b *briefing.Briefing) int { return len(b.Actors) }, []briefing.Kind{briefing.KindActor}},
	{"Claims", briefing.PartClaims, []view{{"list", column.Claims}, {"matrix", matrix.New}, {"ACH", nil}}, countClaims, []briefing.Kind{briefing.KindClaim}},
	{"Sources", briefing.PartSources, []view{{"list", column.Sources}}, func(b *briefing.Briefing) int { return len(b.Sources) }, []briefing.Kind{briefing.KindSource}},
}

// SectionNames returns the names of the sections in the order of the tab bar.
func SectionNames() []string {
	return briefing.Map(sectionKinds, func(k sectionKind) string { return k.name })
}

// SectionsOf returns how many sections the reader of a file has.
func SectionsOf(f screen.File) int {
	if f.Rewrite != nil {
		return len(sectionKinds) + 1
	}
	return len(sectionKinds)
}

// names returns the names of the sections.
func (r *Reader) names() []string {
	return briefing.Map(r.sectionKinds, func(k sectionKind) string { return k.name })
}

// draftKinds are the kinds of items that can be drafts.
var draftKinds = []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim, briefing.KindPosition, briefing.KindSource}

// toReview has the reader show the drafts, if its file may be changed.
func (r *Reader) toReview() {
	if r.file.Rewrite == nil {
		return
	}
	r.review = &reviewing{Review: review.New()}
	r.at = len(r.sectionKinds)
	r.sectionKinds = append(slices.Clip(r.sectionKinds), sectionKind{"Review", "", []view{{"list", column.Drafts}},
		func(*briefing.Briefing) int { return r.review.Left }, draftKinds})
}

// inReview reports whether the list of drafts, or a page opened from it, is shown.
func (r *Reader) inReview() bool { return r.review != nil && r.at == len(r.sectionKinds)-1 }

// onlyInReview says why nothing can be taken or dropped. It returns false in a review.
func (r *Reader) onlyInReview() bool {
	if r.review != nil {
		return false
	}
	what := "sitrep review FILE takes and drops drafts; here the file is only read"
	if r.doc.Path == "" {
		what = "drafts are taken and dropped by sitrep review FILE, and this briefing is in no file"
	}
	r.Say(what)
	return true
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
