package reader

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing/export"
	"sitrep/ui/tui/tuitest"
)

// TestCopyMuch does not put together what is more than terminals take.
func TestCopyMuch(t *testing.T) {
	for _, tt := range []struct {
		positions int
		name      string
		text      string
	}{{10, "A", "Markdown"}, {export.MaxCopy / 16, "A", "more than terminals take"}, {100, strings.Repeat("A", 1000), "more than terminals take"}} {
		text := fmt.Sprintf(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024","actors":[{"id":"a","name":"%s","kind":"person"}],"questions":[{"id":"q","text":"Q","claims":[{"id":"c","text":"C","positions":[%s{"holder":"a","stance":"denies"}]}]}]}`,
			tt.name, strings.Repeat(`{"holder":"a","stance":"affirms"},`, tt.positions))
		d := drive(t, open(tuitest.Parse(t, []byte(text), "b"), Options{}), 80, 24)
		d.Press("4", "j", "y")
		d.Has(tt.text)
	}
}
