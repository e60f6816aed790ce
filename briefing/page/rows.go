package page

import (
	"sitrep/briefing"
	"sitrep/briefing/width"
)

// dateCells is the width of the column of dates on the timeline.
const dateCells = 16

// EventRow leads to an event: date, sign, time of day, title. A date that is too
// long for its column begins there and stands whole under the title.
func EventRow(x *briefing.Index, e *briefing.Event) Entry {
	date := e.When.Date.Short()
	row := Entry{LeadCells: dateCells + signCells, Body: plain(e.Title), To: To(briefing.KindEvent, e.ID)}
	if clock := e.When.Date.Clock(); clock != "" {
		row.Body = []Span{{Text: clock + " ", Role: Label, Own: true}, {Text: e.Title}}
	}
	row.Body = marked(x, briefing.KindEvent, e.ID, row.Body)
	if cells := width.Wc.Of(date); cells >= dateCells {
		row.Under = [][]Span{{ownMuted(date)}}
		date = width.Wc.Truncate(date, dateCells-1, cutSign)
	}
	row.Lead = []Span{{Text: width.Wc.PadRight(date, dateCells), Role: Label, Own: true}, eventSignSpan(e)}
	return row
}

// ActorRow leads to an actor: name and role; depth moves it under what it is
// part of.
func ActorRow(x *briefing.Index, a *briefing.Actor, depth int) Entry {
	body := []Span{{Text: a.Name}}
	if a.Role != "" {
		body = append(body, Span{Text: ", " + a.Role, Role: Muted})
	}
	if n := len(x.Says(a.ID)); n > 0 {
		body = append(body, Span{Text: " (" + briefing.Counted(n, "position", "positions") + ")", Role: Muted})
	}
	return Entry{Body: marked(x, briefing.KindActor, a.ID, body), Indent: Hang + depth*signCells, To: To(briefing.KindActor, a.ID)}
}

// SourceRow leads to a source: reliability, title, date, kind, and how much
// rests on it; depth moves it under the source that it copies.
func SourceRow(x *briefing.Index, s *briefing.Source, depth int) Entry {
	record := briefing.SourceKinds.Label(s.Kind)
	if d := s.Publication.Published; !d.IsZero() {
		record += ", " + d.Words()
	}
	under := []Span{ownMuted(record)}
	if s.Status != briefing.SourceCurrent {
		under = append(under, Span{Text: ", " + string(s.Status), Role: Caution})
	}
	if n := len(x.RestsOn(s.ID)); n > 0 {
		under = append(under, Span{Text: "; " + briefing.Counted(n, "item rests", "items rest") + " on it", Role: Muted})
	}
	return Entry{
		Lead: []Span{{Text: string(s.Grade.Reliability), Role: Sign}}, LeadCells: signCells, Indent: depth * signCells,
		Body: marked(x, briefing.KindSource, s.ID, plain(s.Title)), Under: [][]Span{under}, To: To(briefing.KindSource, s.ID),
	}
}
