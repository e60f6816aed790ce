// Package draft proposes items for a briefing from the texts of its sources. Every
// proposal is marked as a draft, and rests on words that are cut out of a source,
// never on words that something else wrote. It knows no commands, no network and no
// terminal.
package draft

import (
	"cmp"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/quote"
)

// Rules proposes what the words of the sources say without any model: who said
// what, when, and what happened on which date. It returns only what is new: actors,
// events and questions, each of them marked as a draft and with exact evidence,
// which refer to the items of b by their ids. A passage that evidence of b quotes
// already gives no proposal, and neither does a source without a text or in a
// language that has no lexicon. What the rules are not sure of they leave out.
//
// It does not change b.
func Rules(b *briefing.Briefing) *briefing.Briefing {
	d := newDrafter(b)
	for i := range b.Sources {
		s := &b.Sources[i]
		if lex := lexiconOf(languageOf(b, s)); s.Text != "" && lex != nil {
			d.source(s, lex)
		}
	}
	markingsOf(b).markAll(&d.out)
	return &d.out
}

// languageOf returns the language of a source, BCP 47.
func languageOf(b *briefing.Briefing, s *briefing.Source) string {
	return cmp.Or(s.Publication.Language, b.Language)
}

// maxProposals is how many claims and events are proposed at most: nobody reviews
// more, and a file holds not many more.
const maxProposals = 20_000

// drafter collects proposals.
type drafter struct {
	b         *briefing.Briefing
	x         *briefing.Index
	ids       *ids
	actors    *actors
	quoted    map[string][]quote.Stretch // by source: what evidence of b quotes, in order
	proposals int
	out       briefing.Briefing
}

func newDrafter(b *briefing.Briefing) *drafter {
	d := &drafter{b: b, x: briefing.NewIndex(b), ids: newIDs(b), actors: newActors(b)}
	d.quoted = d.quotedPassages()
	return d
}

// draft marks what nobody has reviewed.
var draft = briefing.Common{Draft: true}

// source proposes what the text of one source says.
func (d *drafter) source(s *briefing.Source, lex *lexicon) {
	a := newArticle(s.Text, languageOf(d.b, s), lex)
	day := publishedOn(s)
	attributions := a.attributions()
	a.date(attributions, day)
	// What is said is not in dispute. An open question would make any two claims in it
	// contested, which answer questions that only a person can part.
	q := briefing.Question{Text: "What is said in “" + s.Title + "”?", Status: briefing.QuestionSettled, Common: draft}
	for i := range attributions {
		if claim, ok := d.claim(s, a, &attributions[i]); ok {
			q.Claims = append(q.Claims, claim)
		}
	}
	if len(q.Claims) > 0 {
		q.ID = d.ids.make(q.Text, "question")
		d.out.Questions = append(d.out.Questions, q)
	}
	for _, e := range a.events(attributions, day) {
		d.event(s, &e)
	}
}

// publishedOn returns the day on which a source was published; the zero time if that
// is not known to the day.
func publishedOn(s *briefing.Source) time.Time {
	published := s.Publication.Published
	first, _, ok, _ := published.Bounds()
	if !ok || published.IsInterval() || published.Precision() < edtf.Day {
		return time.Time{}
	}
	y, m, day := first.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
}

// claim returns an attribution as a claim of its own with one position. It reports
// false if its words cannot be quoted exactly or are quoted already.
func (d *drafter) claim(s *briefing.Source, a *article, at *attribution) (briefing.Claim, bool) {
	evidence, ok := d.cut(s, at.span)
	if !ok || d.proposals >= maxProposals {
		return briefing.Claim{}, false
	}
	p := briefing.Position{Stance: at.stance, Hedge: a.hedge(at), Quotation: a.quotation(at), Evidence: []briefing.Evidence{evidence}, Common: draft}
	if p.Holder = d.actor(s, at.who); p.Holder == "" {
		return briefing.Claim{}, false
	}
	p.Said, _ = edtf.Parse(at.said)
	if at.via != nil {
		p.Via = d.actor(s, at.via)
	}
	if at.citing != nil {
		if id := d.actor(s, at.citing); id != "" {
			p.Citing = []string{id}
		}
	}
	claim := briefing.Claim{Text: a.statement(at), Positions: []briefing.Position{p}, Common: draft}
	claim.ID = d.ids.make(claim.Text, "claim")
	d.proposals++
	return claim, true
}
