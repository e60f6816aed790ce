package reader

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"

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
			doc := tuitest.Parse(t, fmt.Appendf(nil, `{"format":"briefing/1","id":"b","title":"B","as_of":"2024-06-12",
				"sources":[{"id":"s","title":"S","kind":"article","text":%q}],
				"events":[{"id":"e","title":"E","when":"2024-06-11","evidence":[{"source":"s","quote":%q}]}]}`, one(text), other(quote)), "b")
			d := newDriver(t, doc, 80, 24)
			d.Press("5", "enter")
			d.Want("begrüßte", true)
			d.Want("\ufffd", false)
			if passage == "" {
				passage = d.Shown
			}
			if d.Shown != passage {
				t.Errorf("%+q in %+q is shown otherwise:\n%s", other(quote), one(text), d.Screen())
			}
			d.Press("/")
			for _, r := range other("Waffenstillstand") {
				d.Press(string(r))
			}
			d.Press("enter")
			d.Want(`" 1/1`, true)
		}
	}
}
