package reader

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"
)

// TestHitsInLongParagraph: a hit is on the screen although its paragraph is much
// higher than that, whether it is gone to from the page or from the list of
// hits.
func TestHitsInLongParagraph(t *testing.T) {
	var text strings.Builder
	text.WriteString("format: briefing/1\nid: long\ntitle: Long\nas_of: 2024\nsources:\n- id: ap\n  title: Report\n  kind: article\n  text: |\n")
	for _, half := range []string{"first", "second"} {
		for i := range 60 {
			fmt.Fprintf(&text, "    This is sentence number %d of the %s half, and no blank line is in it.\n", i, half)
		}
		fmt.Fprintf(&text, "    Needle_of_%s.\n", half)
	}
	doc := tuitest.Parse(t, []byte(text.String()), "long.yaml")
	for hit, half := range []string{"first", "second"} {
		d := newDriver(t, doc, 80, 24)
		d.Press("/")
		d.Type("needle")
		d.Press("tab")
		for range hit {
			d.Press("down")
		}
		d.Press("enter")
		d.Has("Needle_of_" + half)
	}
	d := newDriver(t, doc, 80, 24)
	d.Press("5", "enter", "/")
	d.Type("needle")
	d.Has("Needle_of_first")
	d.Press("enter", "G", "n")
	d.Has("Needle_of_first")
}
