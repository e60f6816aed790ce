package width

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of text with whatever its caller attaches to it, such as a
// style or a link.
type Span[T any] struct {
	Text string
	Attr T
}

// Wrapper wraps one text after another, using the same memory again. The zero
// Wrapper is ready to use.
type Wrapper[T any] struct {
	// Whole says which spans are not parted at their spaces, hyphens and
	// slashes; nil is none of them.
	Whole func(T) bool

	text   strings.Builder // of paragraphs so far, until it is full
	breaks []Line
	pieces []Span[T] // of a line

	method      Method
	wrapped     string
	spans       []Span[T]
	first, rest int
	line        int // the next
	at, offset  int // the first span of the next line and where it starts
}

// Wrap breaks the concatenation of the spans into lines as [Method.Break] does, and
// returns how many there are. Next returns them.
func (w *Wrapper[T]) Wrap(m Method, spans []Span[T], first, rest int) int {
	w.breaks = w.breaks[:0]
	if w.fits(spans, limitCells(first)) {
		return 1
	}
	w.method, w.wrapped, w.spans, w.first, w.rest = m, w.concat(spans), spans, first, rest
	w.breaks = m.appendBreaks(w.breaks, w.wrapped, first, rest)
	w.line, w.at, w.offset = 0, 0, 0
	return len(w.breaks)
}

// Next returns the spans of the next line, until it is called again. Spans without
// text do not appear in a line; a line without text has none.
func (w *Wrapper[T]) Next() []Span[T] {
	if len(w.breaks) == 0 { // Wrap has made the only line
		return w.pieces
	}
	l, limit := w.breaks[w.line], w.rest
	if w.line == 0 {
		limit = w.first
	}
	w.line++
	for w.at < len(w.spans) && w.offset+len(w.spans[w.at].Text) <= l.Start {
		w.offset += len(w.spans[w.at].Text)
		w.at++
	}
	if w.method.exceeds(w.wrapped[l.Start:l.End], limit) {
		w.pieces = append(w.pieces[:0], Span[T]{standIn, w.spans[w.at].Attr})
	} else {
		w.pieces = slice(w.pieces[:0], w.spans[w.at:], l.Start-w.offset, l.End-w.offset)
	}
	return w.pieces
}

// fits makes one line of the spans if that is certain to be right, and reports
// whether it is: no character takes more cells than bytes.
func (w *Wrapper[T]) fits(spans []Span[T], cells int) bool {
	for i := range spans {
		if cells -= len(spans[i].Text); cells < 0 {
			return false
		}
	}
	w.pieces = slices.Grow(w.pieces[:0], len(spans)+1)
	for _, sp := range spans {
		if strings.IndexByte(sp.Text, '\n') >= 0 {
			return false
		}
		if sp.Text != "" {
			w.pieces = append(w.pieces, sp)
		}
	}
	for n := len(w.pieces) - 1; n >= 0; n-- {
		last := &w.pieces[n]
		if w.whole(*last) {
			if last.Text[len(last.Text)-1] >= utf8.RuneSelf {
				return false // a space of these is not kept
			}
			break
		}
		if last.Text = trimSpaces(last.Text); last.Text != "" {
			break
		}
		w.pieces = w.pieces[:n]
	}
	return true
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

// concat returns the text in which breaks are looked for. Every byte is where
// the spans have it; those of whole spans at which a line could end are replaced.
func (w *Wrapper[T]) concat(spans []Span[T]) string {
	if len(spans) == 1 && !w.whole(spans[0]) {
		return spans[0].Text
	}
	size := 0
	for i := range spans {
		size += len(spans[i].Text)
	}
	if w.text.Len()+size > w.text.Cap() {
		w.text = strings.Builder{}
		w.text.Grow(max(size, textSize))
	}
	from := w.text.Len()
	for _, sp := range spans {
		if !w.whole(sp) {
			w.text.WriteString(sp.Text)
			continue
		}
		for i := range len(sp.Text) {
			c := sp.Text[i]
			if c < utf8.RuneSelf && spaceOrJoint.has(asciiClasses[c]) {
				c = letter
			}
			w.text.WriteByte(c)
		}
	}
	return w.text.String()[from:]
}

// textSize is for how many bytes of paragraphs memory is taken at a time.
const textSize = 16 << 10

// letter is as wide as a space, a hyphen or a slash, and no line ends at it.
const letter = 'x'

var spaceOrJoint = joints | setOf(space)

func (w *Wrapper[T]) whole(s Span[T]) bool { return w.Whole != nil && w.Whole(s.Attr) }
