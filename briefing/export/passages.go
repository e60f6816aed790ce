package export

import (
	"cmp"
	"slices"

	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// maxNested is the limit of passages marked within each other. Text covered by
// more passages is marked too, but without the borders of the further ones.
const maxNested = 16

// piece is a stretch of a paragraph between two borders of cited passages, as
// nested elements: those that end before it, then those that begin.
type piece struct {
	text   string
	begins []int // numbers of the passages that begin with it, in order
	closes int   // number of marks that end before it
	opens  []page.Mark
	nested int // number of marks that are open in it
	cited  bool
}

// piecesOf splits a paragraph at the borders of its marks, which may overlap.
// The texts are inert: a clean paragraph is not cleaned piece by piece, which
// could split what belongs together. The last piece has no text and ends the
// open marks.
func piecesOf(p page.Paragraph) []piece {
	starting, ending := map[int][]page.Mark{}, map[int]int{}
	borders := []int{0, len(p.Text)}
	for _, m := range p.Marks {
		starting[m.Start] = append(starting[m.Start], m)
		ending[m.End]++
		borders = append(borders, m.Start, m.End)
	}
	slices.Sort(borders)
	borders = append(slices.Compact(borders), len(p.Text))
	isClean := clean.Safe(p.Text) == p.Text
	var open nesting
	covered := 0
	out := make([]piece, 0, len(borders))
	for i, start := range borders[:len(borders)-1] {
		text := p.Text[start:borders[i+1]]
		if !isClean {
			text = clean.Safe(text)
		}
		covered += len(starting[start]) - ending[start]
		next := piece{text: text, cited: covered > 0, begins: numbersOf(starting[start])}
		next.closes, next.opens = open.move(start, starting[start])
		next.nested = len(open)
		out = append(out, next)
	}
	return out
}

// numbersOf returns the numbers of the passages that begin with one of the
// marks.
func numbersOf(marks []page.Mark) []int {
	var out []int
	for _, m := range marks {
		if m.First {
			out = append(out, m.Passage)
		}
	}
	slices.Sort(out)
	return out
}

// nesting are the open marks, outermost first.
type nesting []page.Mark

// move advances to a border. It closes the marks that end there and the marks
// within those. The latter open again, but are not counted as the first of
// their passage.
func (n *nesting) move(at int, starting []page.Mark) (closes int, opens []page.Mark) {
	outer := slices.IndexFunc(*n, func(m page.Mark) bool { return m.End <= at })
	if outer >= 0 {
		for _, m := range (*n)[outer:] {
			closes++
			if m.End > at {
				m.First = false
				opens = append(opens, m)
			}
		}
		*n = (*n)[:outer]
	}
	opens = append(opens, starting...)
	slices.SortStableFunc(opens, func(a, b page.Mark) int { return cmp.Compare(b.End, a.End) })
	opens = opens[:min(len(opens), maxNested-len(*n))]
	*n = append(*n, opens...)
	return closes, opens
}
