package search

import (
	"strconv"

	"sitrep/briefing"
)

// order lists every item as the lists of the screens show them.
func (s *Searcher) order() {
	for section, list := range []func(){Brief: s.listBrief, Timeline: s.listTimeline, Actors: s.listActors, Claims: s.listClaims, Sources: s.listSources} {
		s.from[section] = len(s.items)
		if list != nil {
			list()
		}
	}
	s.from[sections] = len(s.items)
}

func (s *Searcher) list(kind briefing.Kind, id string) {
	s.items = append(s.items, briefing.Ref{Kind: kind, ID: id})
}

func (s *Searcher) listBrief() {
	b := s.x.Briefing
	if b.BottomLine != "" {
		s.list(briefing.KindBottomLine, "")
	}
	for i := range b.Judgments {
		s.list(briefing.KindJudgment, b.Judgments[i].ID)
	}
	for i := range b.Gaps {
		s.list(briefing.KindGap, strconv.Itoa(i+1))
	}
}

func (s *Searcher) listTimeline() {
	for _, e := range s.x.Events() {
		s.list(briefing.KindEvent, e.ID)
	}
}

func (s *Searcher) listActors() {
	for a := range s.x.ListActors() {
		s.list(briefing.KindActor, a.ID)
	}
}

// listClaims lists questions, contested ones first, each with its claims, and
// each claim with its positions by side.
func (s *Searcher) listClaims() {
	for _, q := range s.x.QuestionsByDispute() {
		s.list(briefing.KindQuestion, q.ID)
		for i := range q.Claims {
			s.list(briefing.KindClaim, q.Claims[i].ID)
			stands := s.x.StandsOn(q.Claims[i].ID)
			for _, stance := range briefing.Stances {
				for _, stand := range stands {
					if stand.Position.Stance == stance.Value {
						s.list(briefing.KindPosition, stand.ID)
					}
				}
			}
		}
	}
}

func (s *Searcher) listSources() {
	for source := range s.x.ListSources() {
		s.list(briefing.KindSource, source.ID)
	}
}
