package column

import (
	"slices"
	"testing"

	"sitrep/briefing/page"
)

// TestStopsOfText asks for the stops of a text before and after it is laid out.
// Then they are not worked out again, since a text can have 10,000 passages.
func TestStopsOfText(t *testing.T) {
	p := page.Paragraph{Text: "The port is closed until further notice.", Edge: true}
	for _, passage := range []int{3, 1, 3, 2} {
		p.Marks = append(p.Marks, page.Mark{Start: len(p.Marks), End: 20, Passage: passage, First: true})
	}
	f := NewFlow(Rows{Len: 1, Block: func(int) page.Block { return p }})
	before := slices.Clone(f.stops(0))
	f.at(0)
	if after := f.stops(0); len(after) != 3 || !slices.Equal(before, after) {
		t.Errorf("the stops are %v, and %v after the text is laid out", before, after)
	}
	if objects := testing.AllocsPerRun(5, func() { f.stops(0) }); objects > 1 {
		t.Errorf("asking again allocates %v objects", objects)
	}
}
