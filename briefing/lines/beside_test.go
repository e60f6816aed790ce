package lines

import (
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

func entry(id, text string) page.Block {
	return page.Entry{Body: []page.Span{{Text: text}}, To: page.To(briefing.KindClaim, id)}
}

func TestBeside(t *testing.T) {
	b := page.Beside{Columns: 3, Parts: [][]page.Block{
		{entry("a", "one two three four"), page.Blank{}, entry("b", "five")},
		{entry("c", "six seven")},
		{page.Prose{Spans: []page.Span{{Text: "eight nine ten eleven twelve"}}}, entry("d", "end")},
	}}
	laid := Layout(b, width.Wc, 36)
	want := []string{
		"one two      six seven    eight nine",
		"   three                  ten eleven",
		"   four                   twelve",
		"                          end",
		"five",
	}
	for i, line := range laid.Lines {
		if got := line.Text(); i >= len(want) || got != want[i] {
			t.Errorf("line %d is %q", i, got)
		}
	}
	stops := []page.Target{page.To(briefing.KindClaim, "a"), page.To(briefing.KindClaim, "b"), page.To(briefing.KindClaim, "c"), page.To(briefing.KindClaim, "d")}
	if !slices.Equal(laid.Stops, stops) {
		t.Errorf("the stops are %v", laid.Stops)
	}
	gutters := map[int]bool{}
	for _, line := range laid.Lines {
		for _, run := range line {
			if run.Role == page.Gutter {
				gutters[run.Stop] = true
			}
		}
	}
	if !gutters[3] || !gutters[4] || gutters[1] || gutters[2] {
		t.Errorf("the stops with a gutter of their own are %v", gutters)
	}
}

// TestBesideOfAnyWidth lays out parts in every width: no line is wider, but
// where not even one cell is left for each part.
func TestBesideOfAnyWidth(t *testing.T) {
	hard := []string{"北朝鮮の部隊", "👨‍👩‍👧‍👦 family", "हिन्दी में", strings.Repeat("unbreakable", 9), ""}
	b := page.Beside{Columns: 5}
	for _, text := range hard {
		b.Parts = append(b.Parts, []page.Block{entry("x", text), page.Prose{Spans: []page.Span{{Text: text}}}})
	}
	for _, m := range []width.Method{width.Wc, width.Grapheme} {
		for cells := 22; cells < 200; cells++ {
			for _, line := range Layout(b, m, cells).Lines {
				if got := m.Of(line.Text()); got > cells {
					t.Fatalf("a line of %d cells in %d: %q", got, cells, line.Text())
				}
			}
		}
		for _, line := range Layout(b, m, width.NoWrap).Lines {
			for _, run := range line {
				if run.Role == page.Gutter {
					t.Fatal("lines without an end stand next to each other")
				}
			}
		}
	}
}

func TestInRow(t *testing.T) {
	for cells, want := range map[int]int{1: 1, 25: 1, 54: 1, 55: 2, 84: 3, 117: 4} {
		if got := InRow(cells); got != want {
			t.Errorf("in %d cells %d parts stand in a row, not %d", cells, got, want)
		}
	}
}

// TestSideBySideHoldsThePage has every stop of the question's page, however
// many claims stand in a row.
func TestSideBySideHoldsThePage(t *testing.T) {
	b := &briefing.Briefing{
		Sources: []briefing.Source{{ID: "s", Title: "Source"}},
		Actors:  []briefing.Actor{{ID: "a", Name: "Alpha"}, {ID: "b", Name: "Beta"}},
		Events:  []briefing.Event{{ID: "e", Title: "Event"}},
		Questions: []briefing.Question{{ID: "q", Text: "Which?", Summary: "See [[a]].", Events: []string{"e"}, Claims: []briefing.Claim{
			{ID: "c1", Text: "One.", Positions: []briefing.Position{{Holder: "a", Stance: "affirms", Evidence: []briefing.Evidence{{Source: "s"}}}}},
			{ID: "c2", Text: "Two.", Positions: []briefing.Position{{Holder: "b", Stance: "denies", Evidence: []briefing.Evidence{{Source: "s"}}}}},
			{ID: "c3", Text: "Three."},
		}}},
	}
	x := briefing.NewIndex(b)
	q := &b.Questions[0]
	want := stopsOf(page.Question(x, q))
	for inRow := 1; inRow <= 4; inRow++ {
		if got := stopsOf(page.SideBySide(x, q, inRow)); !slices.Equal(got, want) {
			t.Errorf("%d in a row: the stops are %v, not %v", inRow, got, want)
		}
	}
}

func stopsOf(blocks []page.Block) []page.Target {
	var out []page.Target
	for _, b := range blocks {
		out = append(out, Layout(b, width.Wc, 100).Stops...)
	}
	return out
}
