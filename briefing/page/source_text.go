package page

import (
	"slices"
	"sort"
	"strings"

	"sitrep/briefing"
)

// Paragraphs splits a source's text at its blank lines and marks the cited
// passages in it.
func Paragraphs(x *briefing.Index, s *briefing.Source) (out []Block) {
	putParagraphs(x, s, func(b Block) { out = append(out, b) })
	return out
}

// putParagraphs puts the result of Paragraphs one by one.
func putParagraphs(x *briefing.Index, s *briefing.Source, put sink) {
	eachParagraph(x, s, func(p Paragraph) {
		put(p)
		put(Blank{})
	})
}

// manyParagraphs returns the result of Paragraphs as rows, with the numbers of
// the passages at the edge and the user's notes below their paragraphs. A text can
// have a million paragraphs, so they are kept without pointers and made when they are
// shown.
func manyParagraphs(x *briefing.Index, s *briefing.Source) Many {
	type bounds struct{ start, end, marks int32 } // marks: the number of marks up to the end
	kept := make([]bounds, 0, strings.Count(s.Text, "\n\n")+1)
	var marks []Mark
	notes := noted{left: notesInText(x, s), of: map[int][]briefing.Note{}}
	eachParagraph(x, s, func(p Paragraph) {
		marks = append(marks, p.Marks...)
		notes.add(len(kept), p)
		kept = append(kept, bounds{int32(p.Start), int32(p.Start + len(p.Text)), int32(len(marks))})
	})
	return Many{2*len(kept) + len(notes.paragraphs), func(row int) Block {
		i, part := notes.at(row)
		switch {
		case part == noteOfParagraph:
			return notesRow(notes.of[i])
		case part != theParagraph:
			return Blank{}
		}
		first := int32(0)
		if i > 0 {
			first = kept[i-1].marks
		}
		at := kept[i]
		return Paragraph{Text: s.Text[at.start:at.end], Start: int(at.start), Number: i + 1, Edge: true, Marks: marks[first:at.marks:at.marks]}
	}}
}

// The rows of a paragraph: itself, the notes on it if there are any, and a blank.
const (
	theParagraph = iota
	noteOfParagraph
	behindParagraph
)

// noted are the notes on words of paragraphs.
type noted struct {
	left       []placedNote // on words further down
	paragraphs []int        // those with notes, in order
	of         map[int][]briefing.Note
}

// add adds the notes whose words begin in a paragraph, which is the next one.
func (n *noted) add(index int, p Paragraph) {
	var here []briefing.Note
	for len(n.left) > 0 && n.left[0].at < p.Start+len(p.Text) {
		here, n.left = append(here, n.left[0].note), n.left[1:]
	}
	if len(here) > 0 {
		n.paragraphs, n.of[index] = append(n.paragraphs, index), here
	}
}

// at returns the paragraph that a row belongs to, and what of it the row shows.
func (n *noted) at(row int) (paragraph, part int) {
	// Those with notes have three rows, and the others two.
	before := sort.Search(len(n.paragraphs), func(k int) bool { return 2*n.paragraphs[k]+k+behindParagraph >= row })
	if before < len(n.paragraphs) {
		if first := 2*n.paragraphs[before] + before; row >= first {
			return n.paragraphs[before], row - first
		}
	}
	paragraph, part = (row-before)/2, (row-before)%2
	if part > 0 {
		part = behindParagraph
	}
	return paragraph, part
}

// eachParagraph calls put with each paragraph of a source's text.
func eachParagraph(x *briefing.Index, s *briefing.Source, put func(Paragraph)) {
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
			reached = slices.DeleteFunc(reached, func(m Mark) bool { return m.End <= end })
		}
		start = end + 1
		for start < len(s.Text) && s.Text[start] == '\n' {
			start++
		}
	}
}

// marksIn returns the marks of a source's passages, in the order of their
// starts.
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

// within returns the marks that touch the bytes from start to end, cut to that
// range.
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
