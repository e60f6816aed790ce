package page

import (
	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// draftKindCells is the width of the column with the kind of a draft.
const draftKindCells = 10

// DraftRow returns a row that leads to a draft: its kind, what it says and, at the
// edge, whether its quotes are in their sources.
func DraftRow(x *briefing.Index, r briefing.Ref) Entry {
	body := plain(x.Name(r))
	switch r.Kind {
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		body = []Span{StanceSpan(s.Position.Stance), own(" "), {Text: x.ActorName(s.Position.Holder), Role: Strong},
			own(" " + briefing.Stances.Label(s.Position.Stance) + ": "), {Text: s.Claim.Text}}
	case briefing.KindEvent:
		body = []Span{{Text: x.Event(r.ID).When.Date.Short(), Role: Label, Own: true}, own("  "), {Text: x.Event(r.ID).Title}}
	case briefing.KindActor:
		if role := x.Actor(r.ID).Role; role != "" {
			body = append(body, Span{Text: ", " + role, Role: Muted})
		}
	}
	if portion := x.Portion(r); portion != "" {
		body = append([]Span{{Text: portion + " ", Role: Caution, Own: true}}, body...)
	}
	return Entry{Lead: []Span{{Text: r.Kind.String(), Role: Muted, Own: true}}, LeadCells: draftKindCells,
		Body: append(body, quotesState(x, r)...), To: Target{Ref: r}}
}

// quotesState returns the state of an item's quotes: that of the first one that is not
// exact. It returns nothing for an item that quotes nothing.
func quotesState(x *briefing.Index, r briefing.Ref) []Span {
	var out []Span
	for _, e := range x.Citations(r) {
		if e.Quote == "" {
			continue
		}
		p := x.PassageOf(e)
		state := stateSpan(x, p)
		out = []Span{atEdge(state.Text, state.Role)}
		if x.Anchor(p).State != quote.Exact {
			break
		}
	}
	return out
}

// NothingLeft is shown when there are no drafts to review, or none any more.
const NothingLeft = "Nothing is left to review: no item of this briefing is a draft. sitrep check FILE says what else is to be mended."
