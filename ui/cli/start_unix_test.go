//go:build unix

package cli

import (
	"fmt"
	"strings"
	"testing"
)

// TestFirstFrame starts the reader in terminals of many sizes: the first screen
// is for the terminal as it is, whole, and the only one until a key is pressed.
func TestFirstFrame(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {40, 10}, {41, 60}, {300, 11}} {
		for name, args := range map[string][]string{"built-in": nil, "file": {"../../data/briefing.yaml"}} {
			t.Run(fmt.Sprintf("%s/%dx%d", name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				s := start(t, launch{args: args, w: size[0], h: size[1]})
				s.expectAgain("TLP:CLEAR", 1)
				s.press("q")
				s.wantExit(0)
				out := s.output()
				for _, once := range []string{"TLP:CLEAR", "\x1b[2J", "\x1b[?25l"} {
					if n := strings.Count(out, once); n != 1 {
						t.Errorf("%q was written %d times, not once:\n%q", once, n, out)
					}
				}
				if strings.Contains(out, "\x1b[J") {
					t.Errorf("an empty screen was drawn:\n%q", out)
				}
			})
		}
	}
}
