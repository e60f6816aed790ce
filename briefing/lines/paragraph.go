package lines

import (
	"slices"
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// paragraph lays out text with its marks: the number of a passage is
// before its words or at the edge, in brackets, and leads to what cites it.
func (l *Layouter) paragraph(p page.Paragraph) {
	stops := l.stopsOf(p)
	l.pieces = appendPieces(l.pieces[:0], p)
	column := l.column(page.Hang)
	if !p.Edge || l.Cells == width.NoWrap || len(p.Marks) == 0 {
		l.inkPieces(stops, false)
		l.wrap(nil, nil, column, column, l.spans)
		return
	}
	edge := min(numberCells, l.Cells/numbersShare)
	l.inkPieces(stops, true)
	room := max(l.Cells-column-edge, 1)
	done := 0 // the last piece whose numbers are at the edge
	n := l.wrapper.Wrap(l.Method, l.spans, room, room)
	l.makeRoom(n, len(l.spans)+2*n)
	for range n {
		line := l.wrapper.Next()
		numbers := l.numbersOn(line, done, stops, edge)
		for _, s := range line {
			done = max(done, int(s.Attr.begins))
		}
		l.laid.Lines = append(l.laid.Lines, l.withNumbers(l.line(nil, column, line), numbers))
	}
}

// inkPieces gives the pieces of a paragraph their attributes. The numbers of
// passages are among the words or, with atEdge, only in the attributes.
func (l *Layouter) inkPieces(stops map[int]int, atEdge bool) {
	begins := int32(0)
	for i, piece := range l.pieces {
		switch {
		case piece.number > 0 && atEdge:
			if begins == 0 {
				begins = int32(i + 1)
			}
		case piece.number > 0:
			a := attr{role: page.Sign, stop: int32(stops[piece.number])}
			l.spans = append(l.spans, width.Span[attr]{Text: page.Bracketed(piece.number), Attr: a})
			if i+1 < len(l.pieces) && l.pieces[i+1].number == 0 {
				l.spans = append(l.spans, width.Span[attr]{Text: " "})
			}
		}
		if piece.text != "" {
			a := attr{role: page.Uncited, begins: begins}
			if piece.owner != noPassage {
				a = attr{role: page.Marked, stop: int32(stops[piece.owner]), begins: begins}
			}
			l.spans = append(l.spans, width.Span[attr]{Text: strings.ReplaceAll(piece.text, "\n", " "), Attr: a})
			begins = 0
		}
	}
}

// The cells at the right edge of a text for the numbers of passages, and which
// part of a narrow page they take at most.
const (
	numberCells  = 13
	numbersShare = 5
)

// stopsOf makes a stop for each passage of a paragraph, by its number.
func (l *Layouter) stopsOf(p page.Paragraph) map[int]int {
	if len(p.Marks) == 0 {
		return nil
	}
	stops := make(map[int]int, len(p.Marks))
	for _, m := range p.Marks {
		if stops[m.Passage] == 0 {
			l.laid.Stops = append(l.laid.Stops, page.Target{Passage: m.Passage})
			stops[m.Passage] = len(l.laid.Stops)
		}
	}
	return stops
}

// numbersOn returns the numbers of the passages that begin on a line, in pieces
// after done. Numbers for which the edge has no room have no text.
func (l *Layouter) numbersOn(line []width.Span[attr], done int, stops map[int]int, edge int) []Run {
	const more = "+" // there are others
	var out []Run
	room := edge - len(" "+more)
	for _, s := range line {
		if int(s.Attr.begins) <= done {
			continue
		}
		for at := int(s.Attr.begins) - 1; at < len(l.pieces) && l.pieces[at].number > 0; at++ {
			r := Run{Text: page.Bracketed(l.pieces[at].number), Role: page.Number, Stop: stops[l.pieces[at].number]}
			if len(r.Text) > room {
				r.Text, room = "", 0
			}
			room -= len(r.Text)
			out = append(out, r)
		}
	}
	if n := len(out); n > 0 && out[n-1].Text == "" {
		out = append(out, Run{Text: more, Role: page.Number})
	}
	return out
}

// withNumbers puts numbers at the right edge of a line.
func (l *Layouter) withNumbers(line Line, numbers []Run) Line {
	if len(numbers) == 0 {
		return line
	}
	room := l.Cells
	for _, r := range line {
		room -= l.Of(r.Text)
	}
	for _, r := range numbers {
		room -= len(r.Text)
	}
	return append(append(line, Run{Text: width.Spaces(max(room, 0))}), numbers...)
}

// noPassage is a number that no passage has, and never the active one.
const noPassage = -1

// piece is text between two boundaries of marks. number is the passage that
// begins before it, and owner the passage that its words belong to.
type piece struct {
	text          string
	number, owner int
}

// usualBorders is a capacity for the boundaries of most paragraphs.
const usualBorders = 16

// appendPieces splits a paragraph at the boundaries of its marks, which are
// ordered by their starts. Words of several passages belong to the active one,
// or else to the last.
func appendPieces(out []piece, p page.Paragraph) []piece {
	borders := append(make([]int, 0, usualBorders), 0, len(p.Text))
	for _, m := range p.Marks {
		borders = append(borders, m.Start, m.End)
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	var open []page.Mark // those that end after the boundary, each after all that it may hide
	active, next := 0, 0
	for i := 0; i+1 < len(borders); i++ {
		start, end := borders[i], borders[i+1]
		for ; next < len(p.Marks) && p.Marks[next].Start <= start; next++ {
			m := p.Marks[next]
			if m.First {
				out = append(out, piece{number: m.Passage})
			}
			if m.Passage == p.Active {
				active = max(active, m.End)
			}
			// One that ends before m, which hides it, is never seen again.
			for len(open) > 0 && open[len(open)-1].End <= m.End {
				open = open[:len(open)-1]
			}
			open = append(open, m)
		}
		for len(open) > 0 && open[len(open)-1].End <= start {
			open = open[:len(open)-1]
		}
		owner := noPassage
		switch {
		case active > start:
			owner = p.Active
		case len(open) > 0:
			owner = open[len(open)-1].Passage
		}
		out = append(out, piece{text: p.Text[start:end], owner: owner})
	}
	return out
}
