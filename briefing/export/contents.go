package export

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// count returns the number of items in a part that is a list, and a note on
// them. For questions it returns the number of their claims, as the screens do.
func (r *Request) count(p briefing.Part) (n int, note string) {
	switch p {
	case briefing.PartTimeline:
		return len(r.Events()), ""
	case briefing.PartActors:
		return len(r.Actors()), ""
	case briefing.PartClaims:
		return r.countClaims()
	case briefing.PartSources:
		return len(r.Sources()), ""
	}
	return 0, ""
}

// countClaims avoids asking for the questions in order, which takes a pass over
// all positions.
func (r *Request) countClaims() (n int, note string) {
	questions := 0
	for i := range r.Index.Briefing.Questions {
		q := &r.Index.Briefing.Questions[i]
		if !r.Keeps(briefing.KindQuestion, q.ID) {
			continue
		}
		questions++
		for j := range q.Claims {
			if r.Index.Shows(briefing.KindClaim, q.Claims[j].ID) {
				n++
			}
		}
	}
	if questions > 0 {
		note = "in " + briefing.Counted(questions, "question", "questions")
	}
	return n, note
}

// nouns has the singular and plural for the items of each part that is a list.
var nouns = map[briefing.Part][2]string{
	briefing.PartTimeline: {"event", "events"},
	briefing.PartActors:   {"actor", "actors"},
	briefing.PartClaims:   {"claim", "claims"},
	briefing.PartSources:  {"source", "sources"},
}

// contents counts the items of the requested lists: "31 events, 39 actors, 27
// claims in 15 questions, 11 sources". It returns "" if no list is requested.
func (r *Request) contents() string {
	var list []string
	for _, p := range briefing.Parts {
		noun, isList := nouns[p.Part]
		if !isList || !r.Wants(p.Part) {
			continue
		}
		n, note := r.count(p.Part)
		list = append(list, joinFacts(" ", briefing.Counted(n, noun[0], noun[1]), note))
	}
	return strings.Join(list, ", ")
}

// contested returns the contested questions in the order of the brief, or none
// if the brief is not requested.
func (r *Request) contested() []*briefing.Question {
	if !r.Wants(briefing.PartBrief) {
		return nil
	}
	return slices.DeleteFunc(r.Questions(), func(q *briefing.Question) bool {
		return !r.Index.Contested(q) || !r.Index.Shows(briefing.KindQuestion, q.ID)
	})
}
