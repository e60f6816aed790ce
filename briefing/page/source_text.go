package page

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// Paragraphs splits a source's text at its blank lines and marks the cited
// passages in it.
func Paragraphs(x *briefing.Index, s *briefing.Source) (out []Block) {
	eachParagraph(x, s, false, func(b Block) { out = append(out, b) })
	return out
}

// eachParagraph puts the result of Paragraphs one by one. With edge, the numbers
// of the passages are at the edge.
func eachParagraph(x *briefing.Index, s *briefing.Source, edge bool, put sink) {
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
			put(Paragraph{Text: text, Start: start, Number: number, Edge: edge, Marks: within(reached, start, end)})
			put(Blank{})
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
