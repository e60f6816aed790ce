// Package draft proposes items for a briefing from the texts of its sources. Every
// proposal is marked as a draft, and rests on words that are cut out of a source,
// never on words that something else wrote. It knows no commands, no network and no
// terminal.
package draft

import (
	"cmp"

	"sitrep/briefing"
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
	return d.result()
}

// languageOf returns the language of a source, BCP 47.
func languageOf(b *briefing.Briefing, s *briefing.Source) string {
	return cmp.Or(s.Publication.Language, b.Language)
}

// drafter collects proposals.
type drafter struct {
	b      *briefing.Briefing
	x      *briefing.Index
	ids    *ids
	quoted map[string][]quote.Stretch // by source: what evidence of b quotes
	actors *actors
	out    briefing.Briefing
}

func newDrafter(b *briefing.Briefing) *drafter {
	d := &drafter{b: b, x: briefing.NewIndex(b), ids: newIDs(b), actors: newActors(b)}
	d.quoted = d.quotedPassages()
	return d
}

// source proposes what the text of one source says.
func (d *drafter) source(s *briefing.Source, lex *lexicon) {
	text := newText(s.Text, languageOf(d.b, s), lex)
	q := briefing.Question{Text: "What is said in “" + s.Title + "”?", Common: briefing.Common{Draft: true}}
	for _, a := range text.attributions() {
		if claim, ok := d.claim(s, &a); ok {
			q.Claims = append(q.Claims, claim)
		}
	}
	if len(q.Claims) > 0 {
		q.ID = d.ids.make(q.Text, "question")
		d.out.Questions = append(d.out.Questions, q)
	}
}

// claim returns an attribution as a claim of its own with one position. It reports
// false if its words cannot be quoted exactly or are quoted already.
func (d *drafter) claim(s *briefing.Source, a *attribution) (briefing.Claim, bool) {
	evidence, ok := d.cut(s, a.start, a.end)
	if !ok {
		return briefing.Claim{}, false
	}
	name := s.Text[a.holder.start:a.holder.end]
	holder := d.actors.find(name)
	if holder == "" {
		cut, ok := d.cut(s, a.holder.start, a.end)
		if !ok {
			return briefing.Claim{}, false
		}
		holder = d.ids.make(name, "actor")
		d.actors.add(name, holder)
		d.out.Actors = append(d.out.Actors, briefing.Actor{ID: holder, Name: name, Kind: "person", Evidence: []briefing.Evidence{cut},
			Common: briefing.Common{Draft: true}})
	}
	claim := briefing.Claim{Text: asSentence(s.Text[a.content.start:a.content.end]), Common: briefing.Common{Draft: true}}
	claim.ID = d.ids.make(claim.Text, "claim")
	claim.Positions = []briefing.Position{{
		Holder: holder, Stance: a.stance, Quotation: "indirect", Evidence: []briefing.Evidence{evidence},
		Common: briefing.Common{Draft: true},
	}}
	return claim, true
}

func (d *drafter) result() *briefing.Briefing { return &d.out }
