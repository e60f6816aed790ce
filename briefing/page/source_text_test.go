package page

import (
	"reflect"
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestManyParagraphs compares the rows of a source's page with its paragraphs
// one by one: without blank lines at the ends, with marks that end in another
// paragraph, and with empty paragraphs.
func TestManyParagraphs(t *testing.T) {
	for _, text := range []string{"", "One.", "One.\n\nTwo.\n\n\nThree.\n", "\n\nOne.\n \n\nTwo.\n\n \n\nThree.", strings.Repeat("x\n\n", 20)} {
		b := &briefing.Briefing{
			Sources: []briefing.Source{{ID: "s", Title: "S", Text: text}},
			Events: []briefing.Event{{ID: "e", Evidence: []briefing.Evidence{
				{Source: "s", Quote: "One. Two."}, {Source: "s", Quote: "Two."},
				{Source: "s", Quote: "Two. Three."}, {Source: "s", Quote: "x x x"},
			}}},
		}
		x := briefing.NewIndex(b)
		many, want := manyParagraphs(x, &b.Sources[0]), Paragraphs(x, &b.Sources[0])
		if many.Len != len(want) {
			t.Errorf("%q has %d rows, want %d", text, many.Len, len(want))
			continue
		}
		for i, w := range want {
			got := many.At(i)
			if p, isText := got.(Paragraph); isText {
				if !p.Edge {
					t.Errorf("%q: the numbers of row %d are not at the edge", text, i)
				}
				p.Edge, p.Marks = false, append([]Mark(nil), p.Marks...)
				got = p
			}
			if !reflect.DeepEqual(got, w) {
				t.Errorf("%q: row %d is %+v, want %+v", text, i, got, w)
			}
		}
	}
}

// TestSourceOfManyParagraphs counts what a page allocates for a text of many
// paragraphs, of which few are shown.
func TestSourceOfManyParagraphs(t *testing.T) {
	b := &briefing.Briefing{Sources: []briefing.Source{{ID: "s", Title: "S", Text: strings.Repeat("x\n\n", 10_000)}}}
	x := briefing.NewIndex(b)
	if objects := testing.AllocsPerRun(3, func() { Source(x, &b.Sources[0]) }); objects > 1000 {
		t.Errorf("the page allocates %v objects", objects)
	}
}
