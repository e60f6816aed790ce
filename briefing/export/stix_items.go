package export

import (
	"strconv"

	"sitrep/briefing"
)

// identityClasses maps kinds of actors to classes of the standard, in which a
// state is an organization ("companies or countries").
var identityClasses = map[briefing.ActorKind]string{
	"state":        "organization",
	"organization": "organization",
	"person":       "individual",
	"group":        "group",
	"unnamed":      "class",
}

// actors writes the selected actors in full, and only the names of others that
// something in the bundle needs.
func (s *stixWriter) actors() {
	full := map[string]bool{}
	if s.request.Wants(briefing.PartActors) {
		for _, a := range s.request.Actors() {
			full[a.ID] = true
		}
	}
	needed := s.neededActors()
	for i := range s.index.Briefing.Actors {
		if a := &s.index.Briefing.Actors[i]; full[a.ID] {
			s.actor(a)
		} else if needed[a.ID] {
			s.item(stixObject{kind: "identity", named: true}, briefing.KindActor, a.ID, func() { s.identity(a) }, nil)
		}
	}
	for i := range s.index.Briefing.Actors {
		if a := &s.index.Briefing.Actors[i]; full[a.ID] && s.inside[a.PartOf] != "" {
			s.relationship("part-of", a.ID, a.PartOf, "")
		}
	}
}

// neededActors returns the actors that take part in events or hold positions in
// the bundle.
func (s *stixWriter) neededActors() map[string]bool {
	needed := map[string]bool{}
	if s.request.Wants(briefing.PartTimeline) {
		for _, e := range s.request.Events() {
			for _, p := range e.Actors {
				needed[p.Actor] = true
			}
		}
	}
	if s.request.Wants(briefing.PartClaims) {
		for _, q := range s.request.Questions() {
			for i := range q.Claims {
				for j := range q.Claims[i].Positions {
					needed[q.Claims[i].Positions[j].Holder] = true
				}
			}
		}
	}
	return needed
}

func (s *stixWriter) identity(a *briefing.Actor) {
	s.field("name", a.Name)
	s.field("identity_class", identityClasses[a.Kind])
}

func (s *stixWriter) actor(a *briefing.Actor) {
	s.item(stixObject{kind: "identity", sources: s.evidence(a.Evidence)}, briefing.KindActor, a.ID, func() {
		s.identity(a)
		s.field("description", s.index.PlainText(a.Summary))
		s.fields("roles", withoutEmpty([]string{a.Role}))
	}, nil)
}

// relationship joins two items that are in the bundle.
func (s *stixWriter) relationship(kind, from, to, description string) {
	o := stixObject{kind: "relationship", id: s.ids.of("relationship", from+" "+kind+" "+to), creator: s.authors, marked: true, label: s.between(from, to)}
	s.common(o, func() {
		s.field("relationship_type", kind)
		s.field("description", description)
		s.field("source_ref", s.inside[from])
		s.field("target_ref", s.inside[to])
	}, nil)
}

// between returns the higher marking of two items.
func (s *stixWriter) between(from, to string) briefing.TLP {
	a, _ := s.index.Lookup(from)
	b, _ := s.index.Lookup(to)
	return briefing.HigherTLP(s.index.TLP(a), s.index.TLP(b))
}

func (s *stixWriter) events() {
	for _, e := range s.request.Events() {
		s.event(e)
		for _, p := range rolesByActor(e.Actors) {
			if s.inside[p.Actor] != "" {
				s.relationship("related-to", e.ID, p.Actor, p.Role)
			}
		}
	}
}

// rolesByActor merges the roles of an actor, so that each actor occurs once.
func rolesByActor(list []briefing.Participant) []briefing.Participant {
	var out []briefing.Participant
	at := map[string]int{}
	for _, p := range list {
		if i, ok := at[p.Actor]; ok {
			out[i].Role = joinFacts("; ", out[i].Role, p.Role)
			continue
		}
		at[p.Actor] = len(out)
		out = append(out, p)
	}
	return out
}

func (s *stixWriter) event(e *briefing.Event) {
	o := stixObject{
		kind: "incident", creator: s.authors,
		labels:  []string{"event", string(e.Status), string(e.Certainty)},
		sources: s.evidence(e.Evidence, e.When.Alternatives...),
	}
	s.item(o, briefing.KindEvent, e.ID, func() {
		s.field("name", e.Title)
		s.field("description", s.eventInWords(e))
	}, nil)
}

// eventInWords returns what the title of an event does not say, a fact a line.
func (s *stixWriter) eventInWords(e *briefing.Event) string {
	facts := []string{
		labelled("When", whenInWords(&e.When)),
		labelled("Status", joinFacts(", ", briefing.EventStatuses.Label(e.Status), briefing.Certainties.Label(e.Certainty))),
		labelled("Place", whereInWords(e)),
	}
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		facts = append(facts, labelled("Other date given", joinFacts("; ", a.Date.Words(), a.Note)))
	}
	return joinFacts("\n", append(facts, s.index.PlainText(e.Summary))...)
}

func (s *stixWriter) questions() {
	for _, q := range s.request.Questions() {
		about := append([]string(nil), q.Events...)
		for i := range q.Claims {
			s.claim(&q.Claims[i], q)
			about = append(about, q.Claims[i].ID)
		}
		s.item(stixObject{kind: "note", creator: s.authors, labels: []string{"question", string(q.Status)}},
			briefing.KindQuestion, q.ID, func() {
				s.field("abstract", q.Text)
				s.field("content", joinFacts("\n", q.Text, s.index.PlainText(q.Summary)))
				s.fields("object_refs", s.present(about...))
			}, func() { s.key("computed_contested").flag(s.index.Contested(q)) })
	}
}

func (s *stixWriter) claim(c *briefing.Claim, q *briefing.Question) {
	holders := briefing.Map(c.Positions, func(p briefing.Position) string { return p.Holder })
	s.item(stixObject{kind: "note", creator: s.authors, labels: []string{"claim"}},
		briefing.KindClaim, c.ID, func() {
			s.field("abstract", "Claim")
			s.field("content", c.Text)
			s.fields("object_refs", s.present(holders...))
		}, func() {
			f := s.index.Findings(c.ID)
			s.field("question", q.ID)
			s.fields("computed_origins", f.Origins)
			s.fields("computed_flags", briefing.Map(f.Flags, func(f briefing.Flag) string { return string(f) }))
		})
	for _, stand := range s.index.StandsOn(c.ID) {
		s.position(stand)
	}
}

// opinions maps stances to values of the standard. Other stances have none.
var opinions = map[briefing.Stance]string{
	briefing.Affirms:   "agree",
	briefing.Denies:    "disagree",
	briefing.Questions: "neutral",
	briefing.Reports:   "neutral",
}

func (s *stixWriter) position(stand briefing.Stand) {
	p := stand.Position
	opinion := opinions[p.Stance]
	o := stixObject{kind: "opinion", creator: s.inside[p.Holder], labels: []string{string(p.Stance)}, sources: s.evidence(p.Evidence)}
	if opinion == "" {
		o.kind, o.creator = "note", s.authors
	}
	s.item(o, briefing.KindPosition, stand.ID, func() {
		if opinion == "" {
			s.field("content", s.positionInWords(stand))
			s.fields("object_refs", s.present(stand.Claim.ID, p.Holder))
			return
		}
		s.field("explanation", s.positionInWords(stand))
		s.field("opinion", opinion)
		s.fields("object_refs", s.present(stand.Claim.ID))
	}, func() { s.field("claim", stand.Claim.ID) })
}

// positionInWords returns the words that a position rests on, then how it was
// taken.
func (s *stixWriter) positionInWords(stand briefing.Stand) string {
	p := stand.Position
	facts := []string{s.index.Name(stand.Ref())}
	for i := range p.Evidence {
		e := &p.Evidence[i]
		facts = append(facts, joinFacts(" ", inQuotes(e), "["+quoteState(s.index, e)+"]"))
	}
	facts = append(facts, positionFacts(s.index, p)...)
	return joinFacts("\n", append(facts, p.Note)...)
}

// positionFacts says when, through whom and how a position was taken.
func positionFacts(x *briefing.Index, p *briefing.Position) []string {
	via := ""
	if p.Via != "" {
		via = x.ActorName(p.Via)
	}
	citing := make([]string, len(p.Citing))
	for i, id := range p.Citing {
		citing[i] = id
		if ref, ok := x.Lookup(id); ok {
			citing[i] = x.Name(ref)
		}
	}
	credibility := ""
	if p.Credibility > 0 {
		credibility = strconv.Itoa(p.Credibility) + ", " + briefing.CredibilityLabel(p.Credibility)
	}
	return []string{
		labelled("Said", p.Said.Words()),
		labelled("According to", via),
		labelled("Citing", briefing.JoinNames(citing)),
		labelled("Sounded", briefing.Hedges.Label(p.Hedge)),
		labelled("Quotation", briefing.Quotations.Label(p.Quotation)),
		labelled("Credibility", credibility),
	}
}
