package tui

import (
	"fmt"
	"strings"
	"testing"
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
	doc := parse(t, []byte(text.String()), "long.yaml")
	for hit, half := range []string{"first", "second"} {
		d := newDriver(t, doc, 80, 24)
		d.press("/")
		d.typed("needle")
		d.press("tab")
		for range hit {
			d.press("down")
		}
		d.press("enter")
		d.has("Needle_of_" + half)
	}
	d := newDriver(t, doc, 80, 24)
	d.press("5", "enter", "/")
	d.typed("needle")
	d.has("Needle_of_first")
	d.press("enter", "G", "n")
	d.has("Needle_of_first")
}
