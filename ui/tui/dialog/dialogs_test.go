package dialog

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/data"
	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// TestDialogs opens every dialog: it fits the smallest frame, exactly, and closes
// with esc and with the keys for back that are bound.
func TestDialogs(t *testing.T) {
	b := keys.New(5, map[string][]string{"back": {"z"}}, false)
	theme := style.New(style.Options{})
	for name, d := range everyDialog(t, b, theme) {
		fits(t, name, d, b, theme, layout.New(layout.MinCells, layout.MinLines, false))
		for _, key := range []tea.KeyPressMsg{{Code: tea.KeyEscape}, {Code: 'z', Text: "z"}} {
			if p, ok := d.(Typed); ok && p.TakesText() && key.Text != "" {
				continue
			}
			if _, done := d.Key(key, b); !done {
				t.Errorf("%s does not close with %s", name, key)
			}
		}
	}
}

// fits draws a dialog in a frame, checks its size, and returns its lines.
func fits(t *testing.T, name string, d Dialog, b *keys.Bindings, theme *style.Theme, f layout.Frame) []string {
	t.Helper()
	r := d.Rect(theme, f)
	lines := d.Draw(theme, b, r)
	if len(lines) != r.H || r.W > f.W || r.H > f.H {
		t.Errorf("%s: %d lines in %+v", name, len(lines), r)
	}
	for i, line := range lines {
		lines[i] = ansi.Strip(line)
		if w := theme.Method.Of(lines[i]); w != r.W {
			t.Errorf("%s: a line of %d cells in %+v: %q", name, w, r, line)
		}
	}
	return lines
}

// TestDialogsAreAsTallAsTheirContent draws every list in several frames: it leaves
// lines of the frame in sight, has no empty lines at its end, and says how much of
// the list is shown if that is not all.
func TestDialogsAreAsTallAsTheirContent(t *testing.T) {
	b := keys.New(5, nil, false)
	theme := style.New(style.Options{})
	for name, d := range everyDialog(t, b, theme) {
		var flow func() *column.Flow
		switch d := d.(type) {
		case *Picker:
			flow = func() *column.Flow { return d.flow }
		case *Export:
			flow = func() *column.Flow { return d.flow }
		default:
			continue
		}
		for _, size := range [][2]int{{40, 10}, {80, 24}, {120, 40}, {200, 60}} {
			f := layout.New(size[0], size[1], false)
			lines := fits(t, name, d, b, theme, f)
			if n := len(lines); n > max(f.H-6, 8) {
				t.Errorf("%s at %v: %d lines", name, size, n)
			}
			first, last, of := flow().Shown()
			edge, end := lines[len(lines)-1], lines[len(lines)-2]
			says := strings.Contains(edge, " of "+strconv.Itoa(of)+",")
			switch cut := last-first+1 < of; {
			case cut != says:
				t.Errorf("%s at %v: %d to %d of %d are shown, and the frame says %q", name, size, first, last, of, edge)
			case !cut && strings.Trim(end, "│ ") == "":
				t.Errorf("%s at %v ends with an empty line:\n%s", name, size, strings.Join(lines, "\n"))
			}
		}
	}
}

// TestTypingKeepsTheTop narrows a list to one row and back: its top stays.
func TestTypingKeepsTheTop(t *testing.T) {
	b := keys.New(5, nil, false)
	theme := style.New(style.Options{})
	f := layout.New(80, 24, false)
	p := Palette(b, []string{"Brief"}, nil)
	all := p.Rect(theme, f)
	p.Paste("suspend")
	one := p.Rect(theme, f)
	if one.Y != all.Y || one.H >= all.H {
		t.Errorf("all are in %+v, one is in %+v", all, one)
	}
	p.Key(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}, b)
	if again := p.Rect(theme, f); again != all {
		t.Errorf("all are in %+v, and then in %+v", all, again)
	}
}

// everyDialog returns each dialog by a name.
func everyDialog(t *testing.T, b *keys.Bindings, theme *style.Theme) map[string]Dialog {
	t.Helper()
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := doc.Index()
	claim := page.To(briefing.KindClaim, doc.Briefing.Questions[0].Claims[0].ID)
	source := doc.Briefing.Sources[0].ID
	left := briefing.NewIndex(briefing.NewIndex(doc.Briefing).Without(source))
	searcher := search.New(x)
	problem := file.Problem{Message: "wrong", Code: "wrong", Hint: "mend it"}
	return map[string]Dialog{
		"help":       Help(b, theme),
		"palette":    Palette(b, []string{"Brief", "Timeline", "Actors", "Claims", "Sources"}, nil),
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
		"changes": Changes("Changed", diff.Compare(x, left), theme, func(_ briefing.Part, ref briefing.Ref) tea.Msg { return OpenMsg{page.Target{Ref: ref}} }),
		"hits": Hits("the", true, func(typed string) (*briefing.Index, *search.Results) {
			return x, searcher.Typed(search.Everywhere).Find(typed)
		}),
		"folder hits": FolderHits(func() string { return "all" }, fold.NewQuery, func(p *Picker, _ string) ([]EntryHits, bool) {
			p.Title, p.None = "all", "none"
			return []EntryHits{{Heading: "One", Hits: []EntryHit{{Name: "one.yaml", ItemName: "One"}, {Name: "one.yaml", ItemName: "An event", Hit: search.Hit{Ref: claim.Ref}}}}}, false
		}),
		"versions": Versions(Version{"c.yaml", "version 2"}, []Version{{"b.yaml", "version 1"}}, []Version{{"d.yaml", "version 3"}}),
		"across": Across(briefing.KindActor, func() string { return "1 position" }, func(p *Picker) []library.Mention {
			p.Title, p.None = "across", "none"
			return []library.Mention{{Statement: library.Statement{Claim: "It is so.", Stance: briefing.Denies, Before: briefing.Affirms, Versions: 2}}}
		}),
		"across, none": Across(briefing.KindSource, func() string { return "0 items" }, func(p *Picker) []library.Mention {
			p.Title, p.None = "across", "none"
			return nil
		}),
		"export":   NewExport("b", briefing.PartClaims, []ExportScope{{Text: "everything"}, {Text: "this item", Where: "id:x"}}, "html", true),
		"replace":  ReplaceFile(ExportMsg{File: "x.txt"}),
		"exported": Exported("x.csv", "csv", export.Losses{{Field: "question summary", Count: 1}}),
		"filter": (&Filter{
			Complete: func(string, int) []Completion { return []Completion{{Text: "actor:"}} },
			Try:      func(string, string) (leaves, problem string) { return "everything", "" },
		}).Prepare(""),
	}
}
