package page

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/width"
)

// Paragraphs takes a source's text apart at its blank lines and marks the
// cited passages in it.
func Paragraphs(x *briefing.Index, s *briefing.Source) (out []Block) {
	eachParagraph(x, s, func(b Block) { out = append(out, b) })
	return out
}

// eachParagraph hands over what Paragraphs is, one by one.
func eachParagraph(x *briefing.Index, s *briefing.Source, put sink) {
	marks := marksIn(x, s)
	var reached []Mark // that have begun and not yet ended
	number := 0
	for start := 0; start < len(s.Text); {
		end := strings.Index(s.Text[start:], "\n\n")
		if end < 0 {
			end = len(s.Text)
		} else {
			end += start
		}
		if text := s.Text[start:end]; strings.TrimSpace(text) != "" {
			number++
			for len(marks) > 0 && marks[0].Start < end {
				reached, marks = append(reached, marks[0]), marks[1:]
			}
			put(Paragraph{Text: text, Start: start, Number: number, Marks: within(reached, start, end)})
			put(Blank{})
			reached = slices.DeleteFunc(reached, func(m Mark) bool { return m.End <= end })
		}
		start = end + 1
		for start < len(s.Text) && s.Text[start] == '\n' {
			start++
		}
	}
}

// marksIn are the stretches of a source's passages, by where they begin.
func marksIn(x *briefing.Index, s *briefing.Source) []Mark {
	var marks []Mark
	for _, p := range x.PassagesIn(s.ID) {
		for i, st := range x.Anchor(p).Stretches {
			marks = append(marks, Mark{st.Start, st.End, p.Number, i == 0})
		}
	}
	slices.SortStableFunc(marks, func(a, b Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return marks
}

// within are the marks that touch the bytes from start to end, cut to them.
func within(marks []Mark, start, end int) []Mark {
	var out []Mark
	for _, m := range marks {
		if m.Start < end && m.End > start {
			cut := Mark{max(m.Start, start) - start, min(m.End, end) - start, m.Passage, m.First && m.Start >= start}
			out = append(out, cut)
		}
	}
	return out
}

// paragraph lays out text with its marks: the number of a passage stands
// before its words, in brackets, and leads to what cites it.
func (l *Layouter) paragraph(p Paragraph) {
	var stops map[int]int // by passage
	if len(p.Marks) > 0 {
		stops = make(map[int]int, len(p.Marks))
	}
	for _, m := range p.Marks {
		if stops[m.Passage] == 0 {
			l.laid.Stops = append(l.laid.Stops, Target{Passage: m.Passage})
			stops[m.Passage] = len(l.laid.Stops)
		}
	}
	l.pieces = appendPieces(l.pieces[:0], p)
	for i, piece := range l.pieces {
		if piece.number > 0 {
			a := attr{role: Sign, stop: stops[piece.number]}
			l.spans = append(l.spans, width.Span[attr]{Text: bracketed(piece.number), Attr: a})
			if i+1 < len(l.pieces) && l.pieces[i+1].number == 0 {
				l.spans = append(l.spans, width.Span[attr]{Text: " "})
			}
		}
		if piece.text != "" {
			a := attr{role: Uncited}
			if piece.owner != noPassage {
				a = attr{role: Marked, stop: stops[piece.owner]}
			}
			l.spans = append(l.spans, width.Span[attr]{Text: strings.ReplaceAll(piece.text, "\n", " "), Attr: a})
		}
	}
	column := l.column(hang)
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

// appendPieces takes a paragraph apart at the borders of its marks.
func appendPieces(out []piece, p Paragraph) []piece {
	borders := append(make([]int, 0, usualBorders), 0, len(p.Text))
	for _, m := range p.Marks {
		borders = append(borders, m.Start, m.End)
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	for i := 0; i+1 < len(borders); i++ {
		start, end := borders[i], borders[i+1]
		owner := noPassage
		for _, m := range p.Marks {
			if m.First && m.Start == start {
				out = append(out, piece{number: m.Passage})
			}
			if m.Start <= start && m.End >= end && owner != p.Active {
				owner = m.Passage
			}
		}
		out = append(out, piece{text: p.Text[start:end], owner: owner})
	}
	return out
}
