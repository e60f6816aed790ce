package style

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestHintsAreDroppedWhole cuts a footer to every width: a hint is there with
// its key or not at all, and the way to the help goes last.
func TestHintsAreDroppedWhole(t *testing.T) {
	theme := New(Options{})
	hints := []string{"enter open   ", "{ } group   ", "q quit   "}
	var left []Piece
	for _, h := range hints {
		end := strings.LastIndex(strings.TrimSpace(h), " ")
		left = append(left, Piece{Part: FooterKey, Text: h[:end]}, Piece{Part: FooterText, Text: h[end:], Drops: true})
	}
	right := []Piece{{Part: FooterKey, Text: "  ?"}, {Part: FooterText, Text: " help "}}
	for cells := range 60 {
		line := ansi.Strip(theme.Spread(cells, left, right))
		if n := theme.Method.Of(line); n != cells {
			t.Fatalf("%d cells, not %d: %q", n, cells, line)
		}
		shown, helped := strings.CutSuffix(line, "  ? help ")
		if cells >= 9 && !helped {
			t.Errorf("no help: %q", line)
		}
		if !helped {
			continue
		}
		shown = strings.TrimRight(shown, " ")
		ok := shown == ""
		for n := range hints {
			ok = ok || shown == strings.TrimRight(strings.Join(hints[:n+1], ""), " ")
		}
		if !ok {
			t.Errorf("hints are cut: %q", line)
		}
	}
}
