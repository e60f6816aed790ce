package briefing

import (
	"slices"
	"strconv"
)

// Part names a part of a briefing: a tab of the reader, and what a search, an
// export or a comparison can be limited to.
type Part string

// The parts.
const (
	PartBrief    Part = "brief"
	PartTimeline Part = "timeline"
	PartActors   Part = "actors"
	PartClaims   Part = "claims"
	PartSources  Part = "sources"
)

// PartInfo describes a part.
type PartInfo struct {
	Part  Part
	Title string
	// Items returns what is in the part, in the order of its list.
	Items func(*Index) []Ref
	Kinds []Kind // of the items
}

// Parts lists the parts in the order of the tabs.
var Parts = []PartInfo{
	{PartBrief, "Brief", (*Index).briefItems, []Kind{KindBottomLine, KindJudgment, KindGap}},
	{PartTimeline, "Timeline", (*Index).timelineItems, []Kind{KindEvent}},
	{PartActors, "Actors", (*Index).actorItems, []Kind{KindActor}},
	{PartClaims, "Claims", (*Index).claimItems, []Kind{KindQuestion, KindClaim, KindPosition}},
	{PartSources, "Sources", (*Index).sourceItems, []Kind{KindSource}},
}

// PartNames returns the names of the parts in their order.
func PartNames() []string { return Map(Parts, func(p PartInfo) string { return string(p.Part) }) }

// Title returns the heading of the part, or "" for an unknown part.
func (p Part) Title() string {
	for _, info := range Parts {
		if info.Part == p {
			return info.Title
		}
	}
	return ""
}

// PartOf returns the part in which items of a kind are listed, or the first part if
// there is none, as for the briefing itself.
func PartOf(kind Kind) Part {
	for _, info := range Parts {
		if slices.Contains(info.Kinds, kind) {
			return info.Part
		}
	}
	return Parts[0].Part
}

func (x *Index) briefItems() []Ref {
	b := x.Briefing
	var out []Ref
	if b.BottomLine != "" {
		out = append(out, Ref{Kind: KindBottomLine})
	}
	for i := range b.Judgments {
		out = append(out, Ref{KindJudgment, b.Judgments[i].ID})
	}
	for i := range b.Gaps {
		out = append(out, Ref{KindGap, strconv.Itoa(i + 1)})
	}
	return out
}

func (x *Index) timelineItems() []Ref {
	return Map(x.Events(), func(e *Event) Ref { return Ref{KindEvent, e.ID} })
}

func (x *Index) actorItems() []Ref {
	out := make([]Ref, 0, len(x.Briefing.Actors))
	for a := range x.ListActors() {
		out = append(out, Ref{KindActor, a.ID})
	}
	return out
}

// claimItems returns the questions, contested ones first, each with its claims,
// and each claim with its positions by side.
func (x *Index) claimItems() []Ref {
	var out []Ref
	for _, q := range x.QuestionsByDispute() {
		out = append(out, Ref{KindQuestion, q.ID})
		for i := range q.Claims {
			out = append(out, Ref{KindClaim, q.Claims[i].ID})
			for _, stand := range x.StandsBySide(q.Claims[i].ID) {
				out = append(out, stand.Ref())
			}
		}
	}
	return out
}

func (x *Index) sourceItems() []Ref {
	out := make([]Ref, 0, len(x.Briefing.Sources))
	for s := range x.ListSources() {
		out = append(out, Ref{KindSource, s.ID})
	}
	return out
}
