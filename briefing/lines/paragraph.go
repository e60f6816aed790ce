package lines

import (
	"slices"
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// paragraph lays out text with its marks: the number of a passage is before its
// words, in brackets, and leads to what cites it.
func (l *Layouter) paragraph(p page.Paragraph) {
	var stops map[int]int // by passage
	if len(p.Marks) > 0 {
		stops = make(map[int]int, len(p.Marks))
	}
	for _, m := range p.Marks {
		if stops[m.Passage] == 0 {
			l.laid.Stops = append(l.laid.Stops, page.Target{Passage: m.Passage})
			stops[m.Passage] = len(l.laid.Stops)
		}
	}
	l.pieces = appendPieces(l.pieces[:0], p)
	for i, piece := range l.pieces {
		if piece.number > 0 {
			a := attr{role: page.Sign, stop: stops[piece.number]}
			l.spans = append(l.spans, width.Span[attr]{Text: page.Bracketed(piece.number), Attr: a})
			if i+1 < len(l.pieces) && l.pieces[i+1].number == 0 {
				l.spans = append(l.spans, width.Span[attr]{Text: " "})
			}
		}
		if piece.text != "" {
			a := attr{role: page.Uncited}
			if piece.owner != noPassage {
				a = attr{role: page.Marked, stop: stops[piece.owner]}
			}
			l.spans = append(l.spans, width.Span[attr]{Text: strings.ReplaceAll(piece.text, "\n", " "), Attr: a})
		}
	}
	column := l.column(page.Hang)
	l.wrap(nil, nil, column, column, l.spans)
}

// noPassage is no passage's number, and never the active one.
const noPassage = -1

// piece is text between two borders of marks; number is that of a passage
// which begins before it, owner that of the passage which its words belong to.
type piece struct {
	text          string
	number, owner int
}

// usualBorders is room for the borders of most paragraphs.
const usualBorders = 16

// appendPieces takes a paragraph apart at the borders of its marks, which come
// by where they begin. Words of several passages belong to the active one, or
// else to the last.
func appendPieces(out []piece, p page.Paragraph) []piece {
	borders := append(make([]int, 0, usualBorders), 0, len(p.Text))
	for _, m := range p.Marks {
		borders = append(borders, m.Start, m.End)
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	var open []page.Mark // those that end behind the border, each behind all that it may hide
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
