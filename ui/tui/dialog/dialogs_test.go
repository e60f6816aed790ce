package dialog

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/data"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// TestDialogs opens every dialog: it fits the smallest frame, exactly, and closes
// with esc and with the keys for back that are bound.
func TestDialogs(t *testing.T) {
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := doc.Index()
	b := keys.New(5, map[string][]string{"back": {"z"}}, false)
	theme := style.New(style.Options{})
	claim := page.To(briefing.KindClaim, doc.Briefing.Questions[0].Claims[0].ID)
	source := doc.Briefing.Sources[0].ID
	left := briefing.NewIndex(briefing.Without(doc.Briefing, source))
	searcher := search.New(x)
	problem := file.Problem{Message: "wrong", Code: "wrong", Hint: "mend it"}
	for name, d := range map[string]Dialog{
		"help":       Help(b, theme),
		"palette":    Palette(b, []string{"Brief", "Timeline", "Actors", "Claims", "Sources"}),
		"related":    Related(x, theme, claim.Ref),
		"effects":    Effects(x, left, theme, "it"),
		"copy":       Copy(x, theme, claim, page.Target{}),
		"sources":    Sources(x, []*briefing.Source{x.Source(source)}),
		"host":       ForeignHost("https://пример.рф/"),
		"not opened": NotVisited("https://example.org", errors.New("no browser")),
		"save copy":  SaveCopy("briefing.yaml"),
		"problems": ListProblems(func() Problems {
			return Problems{File: "b.yaml", Failed: errors.New("gone"), Found: []file.Problem{problem}}
		}),
		"changes": Changes(diff.Compare(x, left), theme),
		"hits": Hits("the", true, func(typed string) (*briefing.Index, *search.Results) {
			return x, searcher.Typed(search.Everywhere).Find(typed)
		}),
		"folder hits": FolderHits(func() string { return "all" }, func(p *Picker, _ string) []EntryHits {
			p.Title, p.None = "all", "none"
			return []EntryHits{{Heading: "One", Name: "one.yaml", Title: "One", Named: true, First: []EntryHit{{ItemName: "An event"}}}}
		}),
		"export":   NewExport("b", briefing.PartClaims, []ExportScope{{Text: "everything"}, {Text: "this item", Where: "id:x"}}, "html"),
		"replace":  ReplaceFile(ExportMsg{File: "x.txt"}),
		"exported": Exported("x.csv", "csv", export.Losses{{Field: "question summary", Count: 1}}),
		"filter": (&Filter{
			Complete: func(string, int) []Completion { return []Completion{{Text: "actor:"}} },
			Try:      func(string, string) (leaves, problem string) { return "everything", "" },
		}).Prepare(""),
	} {
		f := layout.New(layout.MinCells, layout.MinLines, false)
		r := rectOf(d, f)
		lines := d.Draw(theme, b, r)
		if len(lines) != r.H || r.W > f.W || r.H > f.H {
			t.Errorf("%s: %d lines in %+v", name, len(lines), r)
		}
		for _, line := range lines {
			if w := theme.Method.Of(ansi.Strip(line)); w != r.W {
				t.Errorf("%s: a line of %d cells in %+v: %q", name, w, r, line)
			}
		}
		closesWithKeys(t, name, d, b)
	}
}

// closesWithKeys presses esc and z, which back is bound to, in a dialog.
func closesWithKeys(t *testing.T, name string, d Dialog, b *keys.Bindings) {
	t.Helper()
	for _, key := range []tea.KeyPressMsg{{Code: tea.KeyEscape}, {Code: 'z', Text: "z"}} {
		if p, ok := d.(Typed); ok && p.TakesText() && key.Text != "" {
			continue
		}
		if _, done := d.Key(key, b); !done {
			t.Errorf("%s does not close with %s", name, key)
		}
	}
}
