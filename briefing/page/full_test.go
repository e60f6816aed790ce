package page

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/width"
)

// inFull is all that EachInFull hands over.
func inFull(x *briefing.Index, r briefing.Ref) (out []Block) {
	EachInFull(x, r, func(b Block) { out = append(out, b) })
	return out
}

// TestThousandsOfIDs asks that of more ids than are laid out together each is
// there once, and that they read as one list.
func TestThousandsOfIDs(t *testing.T) {
	for _, n := range []int{0, 1, idsTogether, idsTogether + 1, 3*idsTogether - 1} {
		ids := make([]string, n)
		for i := range ids {
			ids[i] = fmt.Sprintf("e%d", i+1)
		}
		var words []string
		putIDs(func(b Block) {
			for _, line := range Layout(b, width.Grapheme, 60).Lines {
				words = append(words, strings.Fields(line.Text())...)
			}
		}, "Events", ids...)
		want := ""
		if n > 0 {
			want = "Events " + strings.Join(ids, ", ")
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%d ids: %q", n, got)
		}
	}
}
