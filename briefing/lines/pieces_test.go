package lines

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing/page"
)

// allPieces returns what appendPieces makes of a paragraph, with a look at all marks
// for each piece.
func allPieces(p page.Paragraph) (out []piece) {
	borders := []int{0, len(p.Text)}
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

func TestPieces(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		p := page.Paragraph{Text: strings.Repeat("x", 12), Active: rnd.IntN(4)}
		for i := range rnd.IntN(6) {
			start := rnd.IntN(12)
			p.Marks = append(p.Marks, page.Mark{Start: start, End: start + 1 + rnd.IntN(12-start), Passage: 1 + i%4, First: rnd.IntN(2) == 0})
		}
		slices.SortFunc(p.Marks, func(a, b page.Mark) int {
			if a.Start != b.Start {
				return a.Start - b.Start
			}
			return b.End - a.End
		})
		if got, want := fmt.Sprint(appendPieces(nil, p)), fmt.Sprint(allPieces(p)); got != want {
			t.Fatalf("%+v is\n%s, want\n%s", p, got, want)
		}
	}
}
