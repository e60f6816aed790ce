package width

import "strings"

// Span is a stretch of text with whatever its caller attaches to it, such as a
// style or a link.
type Span[T any] struct {
	Text string
	Attr T
}

// Wrap breaks the concatenation of the spans into lines as [Method.Break] does
// and deals the spans out to them. Spans without text do not appear in a line;
// a line without text has none.
func Wrap[T any](m Method, spans []Span[T], first, rest int) [][]Span[T] {
	text := concat(spans)
	lines := m.Break(text, first, rest)
	out := make([][]Span[T], len(lines))
	pieces := make([]Span[T], 0, len(spans)+len(lines))
	at, offset := 0, 0 // the first span of the line and where it starts
	limit := first
	for n, l := range lines {
		for at < len(spans) && offset+len(spans[at].Text) <= l.Start {
			offset += len(spans[at].Text)
			at++
		}
		from := len(pieces)
		if m.exceeds(text[l.Start:l.End], limit) {
			pieces = append(pieces, Span[T]{StandIn, spans[at].Attr})
		} else {
			pieces = slice(pieces, spans[at:], l.Start-offset, l.End-offset)
		}
		out[n] = pieces[from:len(pieces):len(pieces)]
		limit = rest
	}
	return out
}

// slice appends the parts of the spans that lie between two byte offsets.
func slice[T any](pieces, spans []Span[T], start, end int) []Span[T] {
	for _, sp := range spans {
		if end <= 0 {
			break
		}
		size := len(sp.Text)
		if lo, hi := max(start, 0), min(end, size); lo < hi {
			pieces = append(pieces, Span[T]{sp.Text[lo:hi], sp.Attr})
		}
		start, end = start-size, end-size
	}
	return pieces
}

func concat[T any](spans []Span[T]) string {
	if len(spans) == 1 {
		return spans[0].Text
	}
	size := 0
	for _, sp := range spans {
		size += len(sp.Text)
	}
	var text strings.Builder
	text.Grow(size)
	for _, sp := range spans {
		text.WriteString(sp.Text)
	}
	return text.String()
}
