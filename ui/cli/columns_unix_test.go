//go:build unix

package cli

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestColumnsAreStraight shows texts in scripts with difficult widths in a real
// terminal, and tests that the line between the columns is in the same cell of
// every row.
func TestColumnsAreStraight(t *testing.T) {
	program := build(t)
	wide, err := filepath.Abs("testdata/wide.yaml")
	if err != nil {
		t.Fatal(err)
	}
	term := newTmuxServer(t)
	const columns, rows = 120, 36
	term.tmux("resize-window", "-x", fmt.Sprint(columns), "-y", fmt.Sprint(rows))
	term.press("LANG=C.UTF-8 "+program+" "+wide, "Enter")
	term.waitFor(`(?m)^ sitrep  Scripts`)
	for _, section := range []string{"1 Brief", "3 Actors", "4 Claims", "5 Sources"} {
		key, name, _ := strings.Cut(section, " ")
		term.press(key)
		term.waitFor(`(?m)^━━ ` + name + ` ─`)
		lines := strings.Count(term.still(), "│")
		if lines < rows/2 {
			t.Fatalf("%d lines between columns:\n%s", lines, term.capture())
		}
		cells := term.cellsOf("│", lines)
		for cell, times := range cells {
			if len(cells) > 1 {
				t.Errorf("%s: the line stands in cell %s on %d rows", name, cell, times)
			}
		}
		if len(cells) > 1 {
			t.Logf("%s:\n%s", name, term.capture())
		}
	}
	term.press("q")
	term.waitFor(`(?m)^ready>\s*\z`)
}

// cellsOf returns the number of rows on which a sign is in each cell. The sign
// must be on the screen the given number of times.
func (term *tmuxServer) cellsOf(sign string, times int) map[string]int {
	term.t.Helper()
	cells := map[string]int{}
	term.tmux("copy-mode", ";", "send-keys", "-X", "top-line", ";", "send-keys", "-X", "start-of-line")
	for range times {
		out := term.tmux("send-keys", "-X", "search-forward-text", sign, ";", "display-message", "-p", "#{copy_cursor_x}")
		cells[strings.TrimSpace(out)]++
	}
	term.press("-X", "cancel")
	return cells
}
