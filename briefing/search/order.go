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

// listActors lists actors by kind, each with its parts and people behind it.
func (s *Searcher) listActors() {
	listed := map[string]bool{}
	var add func(a *briefing.Actor)
	add = func(a *briefing.Actor) {
		if listed[a.ID] {
			return
		}
		listed[a.ID] = true
		s.list(briefing.KindActor, a.ID)
		for _, m := range s.x.Members(a.ID) {
			add(m)
		}
	}
	for _, circles := range []bool{false, true} { // what is part of itself comes last
		for _, kind := range briefing.ActorKinds {
			for i := range s.x.Briefing.Actors {
				a := &s.x.Briefing.Actors[i]
				if a.Kind == kind.Value && (circles || s.x.Actor(a.PartOf) == nil) {
					add(a)
				}
			}
		}
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

// listSources lists sources in the order of the file, each with its copies
// behind it.
func (s *Searcher) listSources() {
	sources := s.x.Briefing.Sources
	copies := map[string][]string{}
	for i := range sources {
		if sources[i].Origin != "" {
			copies[sources[i].Origin] = append(copies[sources[i].Origin], sources[i].ID)
		}
	}
	listed := map[string]bool{}
	var add func(id string)
	add = func(id string) {
		if listed[id] {
			return
		}
		listed[id] = true
		s.list(briefing.KindSource, id)
		for _, c := range copies[id] {
			add(c)
		}
	}
	for _, circles := range []bool{false, true} {
		for i := range sources {
			if circles || s.x.Source(sources[i].Origin) == nil {
				add(sources[i].ID)
			}
		}
	}
}
