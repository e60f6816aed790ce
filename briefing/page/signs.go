package page

import (
	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// The signs that stand by themselves, in a column of their own.
const (
	occurredSign  = "●"
	ongoingSign   = "◐"
	expectedSign  = "○"
	cancelledSign = "×"
	gapSign       = "…"
	rail          = "│"
)

// The signs that stand in or around words.
const (
	openQuote  = "“"
	closeQuote = "”"
	cutSign    = "…"
)

// NoBreak is a space at which no line ends. It is an ASCII space once the lines
// are made (package lines), and not before.
const NoBreak = "\u00a0"

// own is words of the program.
func own(text string) Span { return Span{Text: text, Own: true} }

// ownMuted is an aside of the program.
func ownMuted(text string) Span { return Span{Text: text, Role: Muted, Own: true} }

// atEdge returns words of the program that stand at the right edge of a line.
func atEdge(text string, role Role) Span {
	return Span{Text: "  " + text, Role: role, Own: true, Whole: true, Edge: true}
}

// quoted is the words of a source between quotation marks.
func quoted(text string) []Span {
	return []Span{{Text: openQuote, Role: Quoted, Own: true}, {Text: text, Role: Quoted}, {Text: closeQuote, Role: Quoted, Own: true}}
}

// dateSpans are a date in words and as it is written in the file.
func dateSpans(d edtf.Date) []Span {
	return []Span{own(d.Words()), {Text: "  " + d.String(), Role: Muted}}
}

// EventSign is an event's sign on the timeline: whether it occurred, goes on,
// is expected or was cancelled, and a question mark where it is only alleged.
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

// eventWord says at the right edge of a row what the sign of an event says; an
// event that is known to have occurred needs no word.
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

// eventSignSpan is the sign with the role that it has in a list.
func eventSignSpan(e *briefing.Event) Span {
	if e.Certainty == briefing.CertaintyAlleged {
		return Span{Text: EventSign(e), Role: Caution, Own: true}
	}
	return Span{Text: EventSign(e), Role: Sign, Own: true}
}
