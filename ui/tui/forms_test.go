package tui

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestForms opens the passage of a quote whose text and words are composed, or
// taken apart, or full of soft hyphens: the same cells are marked, and the word
// is found on the page, in whatever form it is typed.
func TestForms(t *testing.T) {
	const text, quote = "Kurz zuvor: Der Bürgermeister begrüßte den Waffenstillstand. Später schwieg er.", "Bürgermeister begrüßte den Waffenstillstand"
	hyphens := strings.NewReplacer("meister", "mei\u00adster", "still", "\u200bstill\u2060", "ü", "u\u00ad\u0308")
	forms := []func(string) string{func(s string) string { return s }, norm.NFD.String, hyphens.Replace}
	var passage string
	for _, one := range forms {
		for _, other := range forms {
			doc := parse(t, fmt.Appendf(nil, `{"format":"briefing/1","id":"b","title":"B","as_of":"2024-06-12",
				"sources":[{"id":"s","title":"S","kind":"article","text":%q}],
				"events":[{"id":"e","title":"E","when":"2024-06-11","evidence":[{"source":"s","quote":%q}]}]}`, one(text), other(quote)), "b")
			d := newDriver(t, doc, 80, 24)
			d.press("5", "enter")
			d.want("begrüßte", true)
			d.want("\ufffd", false)
			if passage == "" {
				passage = d.shown
			}
			if d.shown != passage {
				t.Errorf("%+q in %+q is shown otherwise:\n%s", other(quote), one(text), d.screen())
			}
			d.press("/")
			for _, r := range other("Waffenstillstand") {
				d.press(string(r))
			}
			d.press("enter")
			d.want(`" 1/1`, true)
		}
	}
}
