package reader

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/tuitest"
)

// desk is a system with a desktop and an editor; what is run is noted.
func desk(d *driver) (ran *[][]string) {
	ran = new([][]string)
	environ := map[string]string{"DISPLAY": ":0", "EDITOR": "vim"}
	d.reader.file.System = external.System{
		OS:     "linux",
		Getenv: func(name string) string { return environ[name] },
		Find:   func(name string) (string, error) { return "/bin/" + name, nil },
	}
	d.reader.file.run = func(argv []string) error {
		*ran = append(*ran, argv)
		return nil
	}
	return ran
}

// withAddresses is the built-in briefing with addresses of its sources, by
// their numbers; those that are not named have none.
func withAddresses(t *testing.T, urls map[int][2]string) *file.Document {
	doc := tuitest.BuiltIn(t)
	for i := range doc.Briefing.Sources {
		p := &doc.Briefing.Sources[i].Publication
		p.URL, p.ArchiveURL = urls[i][0], urls[i][1]
	}
	return doc
}

// TestHostEndIsSeen opens an address whose host begins like another's, in
// terminals of every width: whose it is stands at its end, and that is seen
// when it is chosen, when it is opened, and on the page of its source.
func TestHostEndIsSeen(t *testing.T) {
	const whose = "evil.example"
	address := "https://www.bank.example." + strings.Repeat("a", 60) + "." + strings.Repeat("b", 60) + "." + whose
	for _, c := range []struct {
		urls    map[int][2]string
		keys    []string
		columns int // at most
	}{
		{map[int][2]string{0: {address, ""}}, []string{"5", "o"}, 200},
		{map[int][2]string{0: {address, ""}}, []string{"5", "enter"}, 99}, // beyond, its lines are beside others
		{map[int][2]string{0: {address, ""}, 1: {address, ""}}, []string{"4", "o"}, 200},
	} {
		for w := 40; w <= c.columns; w++ {
			d := newDriver(t, withAddresses(t, c.urls), w, 50)
			desk(d)
			d.Press(c.keys...)
			if s := d.Screen(); !strings.Contains(unwrapped(s), whose) {
				t.Fatalf("%q, %d columns: the end of the host is not to be seen:\n%s", c.keys, w, s)
			}
		}
	}
}

// unwrapped is a screen without what stands between the parts of a word that is
// longer than a line.
func unwrapped(screen string) string {
	return strings.NewReplacer(" ", "", "\n", "", "│", "").Replace(screen)
}

// TestFileEndIsSeen edits a file with a long path.
func TestFileEndIsSeen(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 40, 24)
	d.reader.SayOf("editing", "/home/"+strings.Repeat("folder/", 20)+"b.yaml")
	if s := d.Screen(); !strings.Contains(s, "editing …") || !strings.Contains(s, "/b.yaml") {
		t.Errorf("the name of the file is not to be seen:\n%s", s)
	}
}

func TestBrowse(t *testing.T) {
	const one, two, archive = "https://example.org/one", "https://example.com/two?a=1&b=2", "https://web.archive.example/x"
	for _, c := range []struct {
		name string
		urls map[int][2]string
		keys []string
		want string // the address; empty: none is opened
		has  string // on the screen
	}{
		{"source in the list", map[int][2]string{0: {one, archive}}, []string{"5", "o"}, one, "opening example.org"},
		{"archive where that is all", map[int][2]string{0: {"", archive}}, []string{"5", "o"}, archive, "opening web.archive.example"},
		{"page of a source", map[int][2]string{0: {two, ""}}, []string{"5", "enter", "o"}, two, "opening example.com"},
		{"evidence", map[int][2]string{0: {one, ""}}, []string{"4", "enter", "enter", "o"}, one, "opening example.org"},
		{"claim with one source", map[int][2]string{0: {one, ""}}, []string{"4", "o"}, one, "opening example.org"},
		{"a source without", map[int][2]string{}, []string{"5", "o"}, "", "no web address"},
		{"nothing at all", nil, []string{"1", "o"}, "", "no web address"},
		{"a user name", map[int][2]string{0: {"https://bank.example@evil.example/", ""}}, []string{"5", "o"}, "", "not opened: the address has a user name in it"},
		{"another scheme", map[int][2]string{0: {"file:///etc/passwd", ""}}, []string{"5", "o"}, "", "not opened: the address does not start with http"},
		{"mixed scripts", map[int][2]string{0: {"https://xn--pple-43d.com/", ""}}, []string{"5", "o"}, "", "mixes scripts"},
		{"another script, not yet seen", map[int][2]string{0: {"https://xn--80ak6aa92e.com/", ""}}, []string{"5", "o"}, "", "open xn--80ak6aa92e.com"},
		{"as the browser shows it", map[int][2]string{0: {"https://example.org/Größe", ""}}, []string{"5", "o"}, "https://example.org/Gr%C3%B6%C3%9Fe", "opening example.org"},
		{"a host as it is read, not yet seen", map[int][2]string{0: {"https://bücher.example/", ""}}, []string{"5", "o"}, "", "open xn--bcher-kva.example"},
		{"a host as it is read, seen", map[int][2]string{0: {"https://bücher.example/", ""}}, []string{"5", "o", "enter"}, "https://xn--bcher-kva.example/", "opening xn--bcher-kva.example"},
		{"a host that looks like another", map[int][2]string{0: {"https://аррӏе.com/", ""}}, []string{"5", "o"}, "", "looks like another"},
		{"another script, seen", map[int][2]string{0: {"https://xn--80ak6aa92e.com/", ""}}, []string{"5", "o", "enter"}, "https://xn--80ak6aa92e.com/", "opening xn--80ak6aa92e.com"},
		{"another script, refused", map[int][2]string{0: {"https://xn--80ak6aa92e.com/", ""}}, []string{"5", "o", "esc"}, "", "Sources"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDriver(t, withAddresses(t, c.urls), 120, 30)
			ran := desk(d)
			d.Press(c.keys...)
			var want [][]string
			if c.want != "" {
				want = [][]string{{"xdg-open", c.want}}
			}
			if !slices.EqualFunc(*ran, want, slices.Equal) {
				t.Errorf("it has run %q, want %q", *ran, want)
			}
			if s := d.Screen(); !strings.Contains(s, c.has) {
				t.Errorf("%q is not on the screen:\n%s", c.has, s)
			}
		})
	}
}

// TestBrowseAsksWhichSource has an item that rests on several.
func TestBrowseAsksWhichSource(t *testing.T) {
	doc := hardBriefing(t)
	evidence := &doc.Briefing.Questions[0].Claims[0].Positions[0].Evidence
	*evidence = append(*evidence, briefing.Evidence{Source: "s-1", Quote: "x"})
	doc.Briefing.Sources[1].Publication.URL = "https://second.example/"
	d := newDriver(t, doc, 120, 30)
	ran := desk(d)
	d.Press("4", "o")
	if s := d.Screen(); len(*ran) > 0 || !strings.Contains(s, "Open in the browser") || !strings.Contains(s, "second.example") {
		t.Fatalf("it has run %q:\n%s", *ran, s)
	}
	d.Press("j", "enter")
	if !slices.EqualFunc(*ran, [][]string{{"xdg-open", "https://second.example/"}}, slices.Equal) {
		t.Errorf("it has run %q", *ran)
	}
}

// TestBrowserFails shows the address where no browser takes it.
func TestBrowserFails(t *testing.T) {
	const address = "https://example.org/a/long/way/to/go"
	d := newDriver(t, withAddresses(t, map[int][2]string{0: {address, ""}}), 80, 24)
	desk(d)
	d.reader.file.run = func([]string) error { return errors.New("running xdg-open: exit status 3") }
	d.Press("5", "o")
	if s := d.Screen(); !strings.Contains(s, address) || !strings.Contains(s, "exit status 3") {
		t.Errorf("the address is not shown:\n%s", s)
	}
	d.Press("esc", "/")
	d.reader.visited(visitedMsg{address, errors.New("late")})
	if d.reader.Dialogs.Open() {
		t.Error("a dialog has opened over somebody who types")
	}
}
