package page

import (
	"strings"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/width"
)

// dateCells is the width of the column of dates.
const dateCells = 16

// EventRow returns a row that leads to an event: date, sign, time of day and
// title. A date too long for its column is cut there and given in full under
// the title.
func EventRow(x *briefing.Index, e *briefing.Event) Entry {
	date := e.When.Date.Short()
	row := eventRow(x, e, dateCells)
	if cells := width.Wc.Of(date); cells >= dateCells {
		row.Under = [][]Span{{ownMuted(date)}}
		date = width.Wc.Truncate(date, dateCells-1, cutSign)
	}
	row.Lead = []Span{{Text: width.Wc.PadRight(date, dateCells), Role: Label, Own: true}, eventSignSpan(e)}
	return row
}

// eventRow returns what all rows of an event have after the date.
func eventRow(x *briefing.Index, e *briefing.Event, date int) Entry {
	body := plain(e.Title)
	if clock := e.When.Date.Clock(); clock != "" {
		body = []Span{{Text: clock + " ", Role: Label, Own: true}, {Text: e.Title}}
	}
	return Entry{LeadCells: date + signCells, Body: append(marked(x, briefing.KindEvent, e.ID, body), eventWord(e)...), To: To(briefing.KindEvent, e.ID)}
}

// railDateCells is the width of the column of dates on the timeline, whose
// headings name the month.
const railDateCells = 14

// TimelineRow returns a row that leads to an event under the heading of a month
// or a year, which is written as by [edtf.Date.Short]: the date without what
// the heading says, and the sign on a rail. The date is left out if the event
// before it has the same.
func TimelineRow(x *briefing.Index, e, before *briefing.Event, heading string) Entry {
	row := eventRow(x, e, railDateCells)
	date := dateUnder(e, heading)
	if before != nil && date == dateUnder(before, heading) {
		date = ""
	}
	if cells := width.Wc.Of(date); cells >= railDateCells {
		row.Under = [][]Span{{ownMuted(date)}}
		date = width.Wc.Truncate(date, railDateCells-1, cutSign)
	}
	pad := strings.Repeat(" ", railDateCells-1-width.Wc.Of(date))
	row.Lead = []Span{{Text: pad + date + " ", Role: Label, Own: true}, eventSignSpan(e)}
	row.Rail = []Span{{Text: strings.Repeat(" ", railDateCells)}, {Text: rail, Role: Muted, Own: true}}
	return row
}

// dateUnder returns the date of an event without what its heading says, where the
// date ends with that: "28 Sep 2023–3 Oct 2024" stays whole in any month.
func dateUnder(e *briefing.Event, heading string) string {
	date := e.When.Date.Short()
	for _, said := range []string{heading, heading[strings.LastIndexByte(heading, ' ')+1:]} {
		before, after, ok := strings.Cut(date, " "+said)
		if ok && said != "" && !strings.ContainsFunc(after, isWord) {
			return before + after
		}
	}
	return date
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// ActorRow returns a row that leads to an actor: name and role. depth indents
// it under the actor that it is part of.
func ActorRow(x *briefing.Index, a *briefing.Actor, depth int) Entry {
	body := []Span{{Text: a.Name}}
	if a.Role != "" {
		body = append(body, Span{Text: ", " + a.Role, Role: Muted})
	}
	if n := len(x.Says(a.ID)); n > 0 {
		body = append(body, atEdge(briefing.Counted(n, "position", "positions"), Muted))
	}
	return Entry{Body: marked(x, briefing.KindActor, a.ID, body), Indent: Hang + depth*signCells, To: To(briefing.KindActor, a.ID)}
}

// The columns under the title of a source in a list, in cells.
const (
	sourceKindCells = 11
	sourceDateCells = 14
)

// SourceRow returns a row that leads to a source: reliability, title and how
// much rests on it, then kind, date and publisher in columns. depth indents it
// under the source that it copies.
func SourceRow(x *briefing.Index, s *briefing.Source, depth int) Entry {
	body := marked(x, briefing.KindSource, s.ID, plain(s.Title))
	if s.Status != briefing.SourceCurrent {
		body = append(body, atEdge(string(s.Status), Caution))
	}
	if n := len(x.RestsOn(s.ID)); n > 0 {
		body = append(body, atEdge(briefing.Counted(n, "rests on it", "rest on it"), Computed))
	}
	date := ""
	if !s.Publication.Published.IsZero() {
		date = s.Publication.Published.Short()
	}
	under := []Span{ownMuted(column(briefing.SourceKinds.Label(s.Kind), sourceKindCells) + column(date, sourceDateCells))}
	if s.Publication.Publisher != "" {
		under = append(under, Span{Text: s.Publication.Publisher, Role: Muted})
	}
	return Entry{
		Lead: []Span{{Text: string(s.Grade.Reliability), Role: Sign}}, LeadCells: signCells, Indent: depth * signCells,
		Body: body, Under: [][]Span{under}, To: To(briefing.KindSource, s.ID),
	}
}

// column pads text to a column in which no line breaks.
func column(text string, cells int) string {
	return strings.ReplaceAll(width.Wc.PadRight(text, cells), " ", NoBreak)
}
