package page

import (
	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// The signs that have a column of their own.
const (
	occurredSign  = "●"
	ongoingSign   = "◐"
	expectedSign  = "○"
	cancelledSign = "×"
	gapSign       = "…"
	rail          = "│"
)

// The signs within or around words.
const (
	openQuote  = "“"
	closeQuote = "”"
	cutSign    = "…"
)

// NoBreak is a space at which no line breaks. Package lines replaces it with an
// ASCII space once lines are broken.
const NoBreak = "\u00a0"

// own returns a span of the program's own words.
func own(text string) Span { return Span{Text: text, Own: true} }

// ownMuted returns an aside in the program's own words.
func ownMuted(text string) Span { return Span{Text: text, Role: Muted, Own: true} }

// atEdge returns the program's own words for the right edge of a line.
func atEdge(text string, role Role) Span {
	return Span{Text: "  " + text, Role: role, Own: true, Whole: true, Edge: true}
}

// quoted returns the words of a source in quotation marks.
func quoted(text string) []Span {
	return []Span{{Text: openQuote, Role: Quoted, Own: true}, {Text: text, Role: Quoted}, {Text: closeQuote, Role: Quoted, Own: true}}
}

// dateSpans returns a date in words and as the file writes it.
func dateSpans(d edtf.Date) []Span {
	return []Span{own(d.Words()), {Text: "  " + d.String(), Role: Muted}}
}

// EventSign returns an event's sign on the timeline: whether it occurred,
// continues, is expected or was cancelled, with a question mark if it is only
// alleged.
func EventSign(e *briefing.Event) string {
	switch {
	case e.Certainty == briefing.CertaintyAlleged:
		return "?"
	case e.Status == briefing.EventOngoing:
		return ongoingSign
	case e.Status == briefing.EventExpected:
		return expectedSign
	case e.Status == briefing.EventCancelled:
		return cancelledSign
	default:
		return occurredSign
	}
}

// eventWord returns the meaning of an event's sign for the right edge of its
// row. It returns nothing for an event that is known to have occurred.
func eventWord(e *briefing.Event) []Span {
	var out []Span
	if e.Certainty == briefing.CertaintyAlleged {
		out = append(out, atEdge(string(e.Certainty), Caution))
	}
	if e.Status != "" && e.Status != briefing.EventOccurred {
		out = append(out, atEdge(string(e.Status), Muted))
	}
	return out
}

// eventSignSpan returns the sign with its role in a list.
func eventSignSpan(e *briefing.Event) Span {
	if e.Certainty == briefing.CertaintyAlleged {
		return Span{Text: EventSign(e), Role: Caution, Own: true}
	}
	return Span{Text: EventSign(e), Role: Sign, Own: true}
}
