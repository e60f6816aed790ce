package page

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Actor returns the page of an actor: what it says, what it took part in, and
// who it appears with.
func Actor(x *briefing.Index, a *briefing.Actor) []Block {
	out := head(x, briefing.KindActor, a.ID, []Span{{Text: a.Name, Role: Strong}})
	eachFact(func(b Block) { out = append(out, b) }, x, briefing.KindActor, a.ID, func(f *file.Fact) bool {
		return f.Key == "name" || f.Key == "summary" || f.Key == "evidence"
	})
	if a.Summary != "" {
		out = append(out, Blank{}, Prose{Spans: References(x, a.Summary), Body: true})
	}
	out = append(out, says(x, a.ID)...)
	out = append(out, named(x, a.ID)...)
	out = append(out, tookPart(x, a.ID)...)
	out = append(out, members(x, a.ID)...)
	out = append(out, appearsWith(x, a.ID)...)
	out = append(out, evidencePart(x, a.Evidence)...)
	return append(out, mentions(x, a.ID)...)
}

// says returns the positions that an actor holds, with their evidence.
func says(x *briefing.Index, actor string) []Block {
	stands := x.Says(actor)
	out := []Block{Blank{}, Section{Text: "Says", Count: len(stands)}}
	if len(stands) == 0 {
		return append(out, Prose{Spans: []Span{{Text: "It holds no position in this briefing.", Role: Muted}}})
	}
	return append(out, many(stands, func(s briefing.Stand) Block {
		return later(briefing.KindPosition, s.ID, func() Entry { return sayRow(x, s) })
	}))
}

// sayRow returns the row of a position on its holder's page: stance, claim and
// evidence.
func sayRow(x *briefing.Index, s briefing.Stand) Entry {
	p := s.Position
	body := append([]Span{{Text: briefing.Stances.Label(p.Stance) + ": "}}, plain(s.Claim.Text)...)
	body = appendCircumstances(body, x, s)
	return Entry{
		Lead: []Span{StanceSpan(p.Stance)}, LeadCells: signCells,
		Body: marked(x, briefing.KindPosition, s.ID, body), Under: Quotes(x, p), To: Target{Ref: s.Ref()},
	}
}

// NamedActor is the heading of the positions that name an actor who does not
// hold them.
const NamedActor = "Named as a basis or a go-between in"

func named(x *briefing.Index, actor string) []Block {
	refs := x.NamedIn(actor)
	return listPart(NamedActor, len(refs), refRows(x, refs))
}

func tookPart(x *briefing.Index, actor string) []Block {
	events := x.TookPart(actor)
	return listPart("Takes part in", len(events), many(events, func(e *briefing.Event) Block {
		return later(briefing.KindEvent, e.ID, func() Entry { return partRow(x, e, actor) })
	}))
}

// partRow returns the row of an event on the page of an actor, with the actor's
// part in it.
func partRow(x *briefing.Index, e *briefing.Event, actor string) Entry {
	row := EventRow(x, e)
	edge := len(row.Body) - len(eventWord(e))
	var part []Span
	for _, role := range x.Roles(e, actor) {
		part = append(part, Span{Text: " (" + role + ")", Role: Muted})
	}
	row.Body = slices.Insert(row.Body, edge, part...)
	return row
}

func members(x *briefing.Index, actor string) []Block {
	list := x.Members(actor)
	return listPart("Parts and people", len(list), many(list, func(a *briefing.Actor) Block {
		return later(briefing.KindActor, a.ID, func() Entry { return ActorRow(x, a, 0) })
	}))
}

func appearsWith(x *briefing.Index, actor string) []Block {
	list := x.AppearsWith(actor)
	note := CompanyNote(x, actor)
	if len(list) == 0 && x.Crowds(actor) == 0 {
		return nil
	}
	return []Block{Blank{}, Section{Text: "Appears with", Count: len(list), Note: note}, many(list, func(c briefing.Company) Block {
		return later(briefing.KindActor, c.Actor.ID, func() Entry { return companyRow(x, c) })
	})}
}

// CompanyNote returns the note that who an actor appears with is computed, and
// what the computation leaves out.
func CompanyNote(x *briefing.Index, actor string) string {
	if n := x.Crowds(actor); n > 0 {
		return "computed, without " + briefing.Counted(n, "event", "events") + " that too many take part in"
	}
	return "computed"
}

func companyRow(x *briefing.Index, c briefing.Company) Entry {
	return Entry{
		Body: marked(x, briefing.KindActor, c.Actor.ID, []Span{{Text: c.Actor.Name}, atEdge(briefing.Counted(c.Events, "event", "events"), Muted)}),
		To:   To(briefing.KindActor, c.Actor.ID), Indent: Hang,
	}
}
