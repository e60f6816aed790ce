package tui

import (
	"strings"
	"testing"
	"time"
)

// TestPastesEnd reads chunks, each so long after the one before, and says
// before which of them an open paste is ended.
func TestPastesEnd(t *testing.T) {
	type chunk struct {
		after time.Duration
		text  string
		ends  bool
	}
	tests := map[string][]chunk{
		"none":             {{0, "jk", false}, {time.Hour, "q", false}},
		"whole":            {{0, "\x1b[200~text\x1b[201~", false}, {time.Hour, "q", false}},
		"in parts":         {{0, "\x1b[200~te", false}, {pasteIdle, "xt\x1b[201~", false}, {time.Hour, "q", false}},
		"never ends":       {{0, "\x1b[200~te", false}, {2 * pasteIdle, "q", true}, {2 * pasteIdle, "q", false}},
		"signs cut in two": {{0, "a\x1b[20", false}, {0, "0~text\x1b[20", false}, {0, "1~", false}, {time.Hour, "q", false}},
		"start cut in two": {{0, "a\x1b[2", false}, {0, "00~text", false}, {time.Hour, "q", true}},
		"two":              {{0, "\x1b[200~a\x1b[201~\x1b[200~b", false}, {time.Hour, "q", true}},
		"too much":         {{0, "\x1b[200~", false}, {0, strings.Repeat("x", pasteLimit), false}, {0, "y", true}},
		"much, in two":     {{0, "\x1b[200~" + strings.Repeat("x", pasteLimit) + "\x1b[201~\x1b[200~", false}, {0, "y", false}},
	}
	for name, chunks := range tests {
		t.Run(name, func(t *testing.T) {
			var s pastes
			now := time.Unix(0, 0)
			for i, c := range chunks {
				now = now.Add(c.after)
				if got := s.endBefore([]byte(c.text), now); got != c.ends {
					t.Errorf("before chunk %d: %t, want %t", i, got, c.ends)
				}
			}
		})
	}
}
