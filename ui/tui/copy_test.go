package tui

import (
	"fmt"
	"strings"
	"testing"
)

// TestCopyMuch does not put together what is more than terminals take.
func TestCopyMuch(t *testing.T) {
	for _, tt := range []struct {
		positions int
		text      string
	}{{10, "Markdown"}, {maxClipboard / 16, "more than terminals take"}} {
		text := fmt.Sprintf(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024","actors":[{"id":"a","name":"A","kind":"person"}],"questions":[{"id":"q","text":"Q","claims":[{"id":"c","text":"C","positions":[%s{"holder":"a","stance":"denies"}]}]}]}`,
			strings.Repeat(`{"holder":"a","stance":"affirms"},`, tt.positions))
		d := drive(t, New(parse(t, []byte(text), "b"), Options{}), 80, 24)
		d.press("4", "j", "y")
		d.has(tt.text)
	}
}
