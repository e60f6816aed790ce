package page_test

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// TestWhatRestsOnASourceIsCountedAlike holds the number in the list of sources
// against the heading of the page, on which its copies stand by themselves. It
// counts what quotes the source and what only names it.
func TestWhatRestsOnASourceIsCountedAlike(t *testing.T) {
	evidence := []briefing.Evidence{{Source: "s"}}
	b := &briefing.Briefing{
		Sources: []briefing.Source{{ID: "s", Title: "Source"}, {ID: "c", Title: "Copy", Origin: "s"}},
		Actors:  []briefing.Actor{{ID: "a", Name: "Alpha", Evidence: evidence}},
		Events:  []briefing.Event{{ID: "e", Title: "Event", Evidence: evidence}},
		Questions: []briefing.Question{{ID: "q", Text: "Which?", Claims: []briefing.Claim{
			{ID: "o", Text: "One.", Positions: []briefing.Position{{Holder: "a", Stance: "affirms", Citing: []string{"s"}}}},
		}}},
	}
	x := briefing.NewIndex(b)
	if row := linesOf(page.SourceRow(x, x.Source("s"), 0)); !strings.Contains(row, "3 rest on it") {
		t.Errorf("the row is\n%s", row)
	}
	text := linesOf(page.Source(x, x.Source("s"))...)
	for _, want := range []string{"Copies  1\nsource        Copy\n", "Rests on it  3  computed\nevent         Event [1]\nactor         Alpha [1]\nposition      Alpha affirms: One. (names it as its basis)\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
}

// linesOf are blocks as they are laid out, a line each.
func linesOf(blocks ...page.Block) string {
	var b strings.Builder
	for block := range page.Each(blocks) {
		for _, line := range lines.Layout(block, width.Grapheme, width.NoWrap).Lines {
			b.WriteString(line.Text() + "\n")
		}
	}
	return b.String()
}
