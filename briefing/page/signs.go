package page

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/width"
)

// The program's own signs and words, as against those of a file, can be shown
// in ASCII alone. A span says which of the two it is ([Span.Own]); headings
// and labels always are the program's. ASCII maps what is the program's and
// leaves what is the file's.

// The signs that stand by themselves, in a column of their own.
const (
	occurredSign  = "●"
	ongoingSign   = "◐"
	expectedSign  = "○"
	cancelledSign = "×"
	gapSign       = "…"
)

// The signs that stand in or around words.
const (
	openQuote  = "“"
	closeQuote = "”"
	cutSign    = "…"
)

// noBreak is a space at which no line ends. It is an ASCII space once the lines
// are made ([Run.ASCII]), and not before.
const noBreak = "\u00a0"

// asciiSigns are the signs of a column: each is as wide as what it stands for.
var asciiSigns = map[string]string{
	occurredSign: "*", ongoingSign: "@", expectedSign: "o", cancelledSign: "x", gapSign: "_",
}

// asciiCut ends a text that has been cut.
const asciiCut = "..."

var asciiWords = strings.NewReplacer(
	occurredSign, "*", ongoingSign, "@", expectedSign, "o", cancelledSign, "x",
	openQuote, `"`, closeQuote, `"`, "‘", "'", "’", "'", cutSign, asciiCut,
	"–", "-", "—", "-", "→", "->",
)

// ToASCII is a text of the program in ASCII.
func ToASCII(own string) string {
	if sign, ok := asciiSigns[own]; ok {
		return sign
	}
	return asciiWords.Replace(own)
}

// ASCII is a block with the program's own signs in ASCII.
func ASCII(b Block) Block {
	switch b := Made(b).(type) {
	case Title:
		return Title{asciiSpans(b.Spans)}
	case Section:
		b.Text, b.Note = ToASCII(b.Text), ToASCII(b.Note)
		return b
	case Fact:
		return Fact{ToASCII(b.Label), asciiSpans(b.Value)}
	case Prose:
		b.Spans = asciiSpans(b.Spans)
		return b
	case Entry:
		b.Lead, b.Rail, b.Body = asciiColumn(b.Lead), asciiColumn(b.Rail), asciiSpans(b.Body)
		under := make([][]Span, len(b.Under))
		for i, spans := range b.Under {
			under[i] = asciiSpans(spans)
		}
		b.Under = under
		return b
	case Beside:
		parts := make([][]Block, len(b.Parts))
		for i, blocks := range b.Parts {
			for _, block := range blocks {
				parts[i] = append(parts[i], ASCII(block))
			}
		}
		b.Parts = parts
		return b
	}
	return b
}

func asciiSpans(spans []Span) []Span {
	out := make([]Span, len(spans))
	for i, s := range spans {
		if s.Own {
			s.Text = ToASCII(s.Text)
		}
		out[i] = s
	}
	return out
}

// asciiColumn is the spans of a column, which stay as wide as they were: what
// stands behind them stays in its place.
func asciiColumn(spans []Span) []Span {
	out := make([]Span, len(spans))
	for i, s := range spans {
		if s.Own {
			s.Text = asIsWide(ToASCII(s.Text), s.Text)
		}
		out[i] = s
	}
	return out
}

// asIsWide makes a text as wide as another one, and keeps the space behind it.
func asIsWide(text, other string) string {
	cells := width.Wc.Of(other)
	if width.Wc.Of(text) == cells {
		return text
	}
	room := cells
	if strings.HasSuffix(other, " ") {
		room--
	}
	text = strings.TrimSuffix(strings.TrimRight(text, " "), asciiCut)
	return width.Wc.PadRight(width.Wc.Truncate(text+asciiCut, room, asciiCut), cells)
}

// ASCII is the run as it can be written in ASCII, if its block was
// ([ASCII]).
func (r Run) ASCII() string {
	if r.Own {
		return strings.ReplaceAll(r.Text, noBreak, " ")
	}
	return r.Text
}

// own is words of the program.
func own(text string) Span { return Span{Text: text, Own: true} }

// ownMuted is an aside of the program.
func ownMuted(text string) Span { return Span{Text: text, Role: Muted, Own: true} }

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

// eventSignSpan is the sign with the role that it has in a list.
func eventSignSpan(e *briefing.Event) Span {
	if e.Certainty == briefing.CertaintyAlleged {
		return Span{Text: EventSign(e), Role: Caution, Own: true}
	}
	return Span{Text: EventSign(e), Role: Sign, Own: true}
}
