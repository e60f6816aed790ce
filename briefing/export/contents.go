package export

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// count returns how much is in a part that is a list, and what a note has to say
// of it. Claims are counted, as on the screens, and not the questions that they
// answer.
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

// countClaims does not ask for the questions in their order, which depends on all
// positions.
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

// nouns are what the parts that are lists hold, one and many.
var nouns = map[briefing.Part][2]string{
	briefing.PartTimeline: {"event", "events"},
	briefing.PartActors:   {"actor", "actors"},
	briefing.PartClaims:   {"claim", "claims"},
	briefing.PartSources:  {"source", "sources"},
}

// contents counts what is in the lists that are asked for: "31 events, 39 actors,
// 27 claims in 15 questions, 11 sources". It returns "" where none is asked for.
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

// contested returns the contested questions, as the brief has them. It returns
// none where the brief is not asked for.
func (r *Request) contested() []*briefing.Question {
	if !r.Wants(briefing.PartBrief) {
		return nil
	}
	return slices.DeleteFunc(r.Questions(), func(q *briefing.Question) bool {
		return !r.Index.Contested(q) || !r.Index.Shows(briefing.KindQuestion, q.ID)
	})
}
