package width

import (
	"strings"
	"unicode/utf8"
)

// Line is a line of a text as byte offsets into it, without the spaces and the
// \n that follow it.
type Line struct{ Start, End int }

// standIn takes the place of a cluster that is wider than a line may be, which
// only happens where the limit is 1.
const standIn = "\ufffd"

// Break finds where s, which is UTF-8, breaks into lines: the first of at most first cells, the
// others of at most rest ([NoWrap]: any length; a negative limit counts as 1).
// There is always one line at least, and each \n begins another.
//
// Lines end, as late as fits, at spaces, after hyphens, slashes and dashes, at
// a ZERO WIDTH SPACE and between ideographs, by the simple rules of UAX 14:
// not in front of closing punctuation nor after opening, and not within a
// number or date. Hangul breaks at spaces. Spaces at the start of a line that
// continues another are dropped; an indent after \n stays where there is room.
//
// A word that fits no line is divided between clusters. It starts a line of its
// own, also where the first line is shorter than the rest: that one is then
// empty. By [Wc] a cluster can be wider than the limit and is divided between
// code points. A line of a single cluster that is wider than a limit of 1 is the
// only one that exceeds its limit; [Wrapper.Wrap] shows [standIn] for it.
func (m Method) Break(s string, first, rest int) []Line {
	return m.appendBreaks(nil, s, first, rest)
}

// appendBreaks adds the lines that Break finds to a list that is empty.
func (m Method) appendBreaks(lines []Line, s string, first, rest int) []Line {
	b := breaker{m: m, s: s, first: limitCells(first), rest: limitCells(rest), lines: lines}
	for start := 0; ; {
		n := strings.IndexByte(s[start:], '\n')
		if n < 0 {
			b.paragraph(start, len(s))
			return b.lines
		}
		b.paragraph(start, start+n)
		start += n + 1
	}
}

// exceeds reports whether a line that Break found is wider than its limit.
func (m Method) exceeds(line string, limit int) bool {
	return limitCells(limit) == 1 && m.Of(line) > 1
}

type breaker struct {
	m           Method
	s           string
	first, rest int // in cells, never less than 1
	lines       []Line
}

func (b *breaker) limit() int {
	if len(b.lines) == 0 {
		return b.first
	}
	return b.rest
}

// current is the line being filled.
type current struct {
	start     int
	end       int // behind the last cluster that is no space
	cells     int
	indent    int  // where the text starts; start if there is no indent
	continues bool // continues another line
	seam      seam
	next      int // where the next line would start; start if this cannot end yet
	nextEnd   int // where this line would end then
}

func startLine(at int, continues bool) current {
	return current{start: at, end: at, indent: at, continues: continues, next: at}
}

// paragraph breaks s[lo:hi], which has no \n.
func (b *breaker) paragraph(lo, hi int) {
	if hi-lo <= b.limit() { // no character takes more cells than bytes
		b.lines = append(b.lines, Line{lo, lo + len(trimSpaces(b.s[lo:hi]))})
		return
	}
	s, limit, l := b.s[:hi], b.limit(), startLine(lo, false)
	for i := lo; i < hi; {
		if i == l.start {
			if next, ok := b.plainLine(i, hi); ok {
				if next == hi {
					return
				}
				i, l, limit = next, startLine(next, true), b.limit()
				continue
			}
		}
		end, cells := b.m.next(s, i)
		c := classOf(s, i, end)
		switch {
		case c == space:
			l.skip(end, cells)
		default:
			if l.seam.breaks(c) {
				l.next, l.nextEnd = i, l.end
			}
			if cells > limit-l.cells {
				i = b.turn(&l, i, end)
				limit = b.limit()
				continue
			}
			if c == other {
				n := letters(s[end:], limit-l.cells-cells)
				end, cells = end+n, cells+n
			}
			l.end, l.cells = end, l.cells+cells
		}
		l.seam.pass(c)
		i = end
	}
	if !l.continues || l.start < hi {
		b.lines = append(b.lines, Line{l.start, l.end})
	}
}

// letters returns how many ASCII letters s begins with, up to most, each a cluster
// of its own. No line ends between them, so words are read quickly.
func letters(s string, most int) int {
	n := 0
	for n < len(s) && n < most && s[n] < utf8.RuneSelf && asciiClasses[s[n]] == other && s[n] > ' ' {
		n++
	}
	if n > 0 && n < len(s) && s[n] >= utf8.RuneSelf {
		n-- // the last may carry a mark
	}
	return n
}

// skip passes a space that ends at the given offset.
func (l *current) skip(end, cells int) {
	switch {
	case l.seam.begun:
		l.cells += cells
	case l.continues:
		*l = startLine(end, true)
	default:
		l.cells += cells
		l.indent = end
	}
}

// turn ends the line because the cluster s[i:end] has no room in it, and returns
// where to go on reading: what follows the last break is read again, now as
// the start of a line.
func (b *breaker) turn(l *current, i, end int) int {
	line := Line{l.start, l.end}
	switch {
	case l.next > l.start:
		line.End, i = l.nextEnd, l.next
	case len(b.lines) == 0 && b.first < b.rest:
		line.End, i = l.start, l.indent
	case l.indent > l.start:
		i = l.indent
		*l = startLine(i, l.continues)
		return i
	case l.end == l.start:
		*l = b.divide(i, end)
		return end
	}
	b.lines = append(b.lines, line)
	*l = startLine(i, true)
	return i
}

// divide makes lines of the cluster s[i:end], which is wider than one, and
// returns the line that its last part starts. Where not even a character of it
// fits, the cluster is a line. It reads the cluster once: emoji can be joined
// into one of any length.
func (b *breaker) divide(i, end int) current {
	at, cells := i, 0
	for at < end && b.m == Wc {
		r, size := utf8.DecodeRuneInString(b.s[at:end])
		n := runeCells(r)
		if cells+n > b.limit() {
			if at == i {
				break
			}
			b.lines = append(b.lines, Line{i, at})
			i, cells = at, 0
			continue
		}
		at, cells = at+size, cells+n
	}
	if at < end || b.m == Grapheme {
		b.lines = append(b.lines, Line{i, end})
		return startLine(end, true)
	}
	l := startLine(i, true)
	l.end, l.cells, l.seam = end, cells, seam{begun: true}
	return l
}

// trimSpaces returns s without the spaces at its end, as paragraph does. A space
// that carries a mark is text.
func trimSpaces(s string) string {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if r < utf8.RuneSelf && asciiClasses[r] != space || r >= utf8.RuneSelf && runeClass(r) != space {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}
