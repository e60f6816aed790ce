package reader

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/briefing/review"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// bridge returns the path of a copy of testdata/bridge.yaml, which has 18 drafts of all
// kinds.
func bridge(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/bridge.yaml")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bridge.yaml")
	write(t, path, string(text))
	return path
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contents(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// toReview returns a file that can be rewritten, as the command line makes it.
func toReview(t testing.TB, path string) (*file.Document, screen.File) {
	t.Helper()
	f := screen.File{Path: path, Load: func() (*file.Document, error) {
		text := contents(t, path)
		doc, err := file.LoadText(path, text)
		if err == nil {
			doc.Text = text
		}
		return doc, err
	}, Rewrite: func(old, text string) error {
		if contents(t, path) != old {
			return review.ErrChanged
		}
		write(t, path, text)
		return nil
	}}
	doc, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return doc, f
}

func reviewing80(t *testing.T) (d *driver, path string) {
	path = bridge(t)
	doc, f := toReview(t, path)
	return drive(t, open(doc, Options{File: f}), 80, 24), path
}

func TestTakeTakesWhatIsNeeded(t *testing.T) {
	d, path := reviewing80(t)
	before := contents(t, path)
	d.Has("6 Review 18", "18 of 18 left")
	d.Press("j", "j", "j", "j", "j", "j", "j", "j", "j") // Berg on the inspection
	d.Press("t")
	d.Has("14 of 18 left, 4 taken", "taken with 1 claim, 1 question and 1 actor: ")
	after := contents(t, path)
	if got := strings.Count(before, "draft: true") - strings.Count(after, "draft: true"); got != 4 {
		t.Errorf("%d are taken", got)
	}
	if strings.Contains(after, "- holder: d-berg\n            stance: affirms\n            said: 2024-06-11\n            draft") {
		t.Errorf("it is still a draft:\n%s", after)
	}
	if sel := d.reader.here().focused().Selected().Ref.ID; sel != "d-skipped/d-lund" {
		t.Errorf("the cursor is on %s", sel)
	}
	d.Press("u")
	d.Has("18 of 18 left", "undone: taken with")
	if contents(t, path) != before {
		t.Errorf("it is not undone:\n%s", contents(t, path))
	}
	if sel := d.reader.here().focused().Selected().Ref.ID; sel != "d-skipped/d-berg" {
		t.Errorf("the cursor is on %s after undoing", sel)
	}
}

func TestDropAsksWhenMoreGoes(t *testing.T) {
	d, path := reviewing80(t)
	before := contents(t, path)
	d.Press("d") // Lund holds two positions, and takes part in an event
	d.Has("Drop (draft) Maria Lund", "drop it, and 2 positions that it holds and 1 claim")
	d.Press("esc")
	if contents(t, path) != before {
		t.Fatal("it is dropped without an answer")
	}
	d.Press("d", "y")
	d.Has("14 of 18 left, 4 dropped")
	after := contents(t, path)
	for _, gone := range []string{"d-lund", "# Named in the wire.", "d-danger"} {
		if strings.Contains(after, gone) {
			t.Errorf("%s is still in\n%s", gone, after)
		}
	}
	d.Press("j", "j", "d", "enter") // the inspectorate, to which a text refers
	d.Has("1 text still refers to what is dropped")
	d.Press("u", "u", "u")
	d.Has("nothing to undo")
	if contents(t, path) != before {
		t.Errorf("it is not undone:\n%s", contents(t, path))
	}
}

// TestDropAsksAgain has another program add a position while the question is open.
func TestDropAsksAgain(t *testing.T) {
	d, path := reviewing80(t)
	d.Press("j", "d")
	d.Has("drop it, and 1 position that it holds")
	more := strings.Replace(contents(t, path), "          - holder: d-lund\n            stance: denies\n", "          - holder: d-berg\n            stance: reports\n          - holder: d-lund\n            stance: denies\n", 1)
	write(t, path, more)
	d.Drain(d.reader.file.ReadAgain())
	d.Press("y")
	d.Has("drop it, and 2 positions that it holds")
	if contents(t, path) != more {
		t.Error("more is dropped than was asked about")
	}
	d.Press("y")
	if strings.Contains(contents(t, path), "d-berg") {
		t.Error("it is not dropped")
	}
}

func TestReviewEverything(t *testing.T) {
	for _, keys := range [][]string{{"t"}, {"d", "y"}, {"enter", "t", "t", "esc"}} {
		d, path := reviewing80(t)
		before := contents(t, path)
		for n := 0; d.reader.review.Left > 0; n++ {
			if n > 20 {
				t.Fatalf("%v: %d are left:\n%s", keys, d.reader.review.Left, d.Screen())
			}
			if keys[0] == "d" {
				d.Press("d")
				if d.reader.Dialogs.Open() {
					d.Press("y")
				}
				continue
			}
			d.Press(keys...)
		}
		d.Has("Nothing is left to review")
		d.Press("t")
		d.Has("nothing is left to review; u undoes, q leaves")
		if doc, err := file.Load(path); err != nil || len(doc.Index().Drafts()) > 0 {
			t.Errorf("%v: %v", keys, err)
		}
		for range d.reader.review.Steps() {
			d.Press("u")
		}
		if contents(t, path) != before {
			t.Errorf("%v is not undone", keys)
		}
	}
}

func TestAnotherProgramChangesTheFile(t *testing.T) {
	d, path := reviewing80(t)
	d.Press("t")
	changed := strings.Replace(contents(t, path), "name: Tomas Berg", "name: Thomas Berg # corrected", 1)
	write(t, path, changed)
	d.Press("t")
	if contents(t, path) != changed {
		t.Fatalf("it is overwritten:\n%s", contents(t, path))
	}
	d.Has("Thomas Berg", "another program has changed the file", "nothing was written")
	d.Press("u")
	d.Has("not undone: the file has been changed since")
	d.Press("t")
	if want := strings.Count(changed, "draft: true") - 1; strings.Count(contents(t, path), "draft: true") != want {
		t.Errorf("it is not taken:\n%s", contents(t, path))
	}
	if !strings.Contains(contents(t, path), "# corrected") {
		t.Error("the other change is lost")
	}
	write(t, path, "format: [")
	d.Press("t")
	if contents(t, path) != "format: [" {
		t.Error("a file that cannot be read is overwritten")
	}
}

// TestKeysWaitForTheFile presses keys while a change is written.
func TestKeysWaitForTheFile(t *testing.T) {
	d, path := reviewing80(t)
	_, cmd := d.reader.Update(tuitest.Key(t, "t"))
	for _, key := range []string{"t", "j", "t"} {
		if _, cmd := d.reader.Update(tuitest.Key(t, key)); cmd != nil {
			d.Drain(cmd)
		}
	}
	if got := strings.Count(contents(t, path), "draft: true"); got != 18 {
		t.Fatalf("%d drafts are left before the first change is written", got)
	}
	d.Drain(cmd)
	if got := strings.Count(contents(t, path), "draft: true"); got != 15 {
		t.Errorf("%d drafts are left", got)
	}
	d.Has("15 of 18 left, 3 taken")
}

// TestLateReading has the file read before a change, and shown after it.
func TestLateReading(t *testing.T) {
	d, path := reviewing80(t)
	old := contents(t, path)
	d.Press("t", "t")
	now := contents(t, path)
	load := d.reader.file.Load
	d.reader.file.Load = func() (*file.Document, error) { // only once
		d.reader.file.Load = load
		doc, err := file.LoadText(path, old)
		if err == nil {
			doc.Text = old
		}
		return doc, err
	}
	d.Drain(d.reader.file.ReadAgain())
	d.Has("16 of 18 left, 2 taken")
	if s := d.Screen(); strings.Contains(s, "another program") || d.reader.doc.Text != now {
		t.Errorf("an earlier version is shown:\n%s", s)
	}
}

func TestEditInReview(t *testing.T) {
	d, path := reviewing80(t)
	desk(d)
	before := contents(t, path)
	d.Press("t", "j")
	d.reader.file.System.Getenv = func(string) string { return "vim" }
	after := contents(t, path)
	edited := strings.Replace(after, "role: mayor", "role: the mayor", 1)
	write(t, path, edited)
	d.Press("e")
	d.Has("reloaded", "the mayor")
	d.Press("u")
	d.Has("undone: what the editor changed")
	if contents(t, path) != after {
		t.Error("the edit is not undone")
	}
	d.Press("u")
	if contents(t, path) != before {
		t.Error("what was taken before is not undone")
	}
}

func TestWriteFails(t *testing.T) {
	d, path := reviewing80(t)
	before := contents(t, path)
	d.reader.file.Rewrite = func(string, string) error { return errors.New("disk full") }
	d.Press("t")
	d.Has("not written: disk full", "18 of 18 left")
	if contents(t, path) != before {
		t.Error("it is written")
	}
}

func TestOnlyAReviewTakes(t *testing.T) {
	d, path := inFile(t)
	before := contents(t, path)
	for key, want := range map[string]string{
		"t": "drafts are taken", "d": "drafts are taken",
	} {
		d.reader.doc.Path = ""
		d.Press(key)
		d.Has(want)
		d.reader.doc.Path = path
		d.Press(key)
		d.Has("sitrep review FILE takes and drops drafts")
	}
	d.Press("n")
	d.Has("nothing has been searched for")
	if contents(t, path) != before {
		t.Error("the file is written")
	}
}

// TestReviewFromOtherScreens goes elsewhere and comes back.
func TestReviewFromOtherScreens(t *testing.T) {
	d, _ := reviewing80(t)
	d.Press("j", "j", "4", "enter") // a claim
	d.Has("n review")
	d.Press("t")
	d.Has("taken with 1 question", "6 Review 16")
	d.Press("n")
	d.Has("6 Review 16", "n next")
	if sel := d.reader.here().focused().Selected().Ref.ID; sel != "d-engineers" {
		t.Errorf("it comes back to %s", sel)
	}
	d.Press("5", "t")
	d.Has("this is no draft; n goes back to the review")
	d.Press("n", "enter", "n")
	if got := d.reader.here().trail[0].target.Ref.ID; got != "d-inspectors" {
		t.Errorf("next leads to %s", got)
	}
}

// TestSweepReview draws the review in every size.
func TestSweepReview(t *testing.T) {
	hard := hardBriefing(t)
	x := hard.Index()
	for _, id := range []string{"a-0", "e-1", "j-2", "q-3", "c-4", "s-5", "c-6/a-6", "a-7"} {
		ref, _ := x.Lookup(id)
		x.Common(ref).Draft = true
	}
	bridged, _ := toReview(t, bridge(t))
	empty := emptyBriefing()
	for name, doc := range map[string]*file.Document{"bridge": bridged, "hard": hard, "empty": empty} {
		for _, keys := range [][]string{{}, {"j", "j"}, {"G", "enter"}, {"enter", "n", "n"}, {"d"}, {"4"}, {"?"}} {
			t.Run(name+" "+strings.Join(keys, " "), func(t *testing.T) {
				rewrite := func(string, string) error { return errors.New("no") }
				d := drive(t, open(doc, Options{File: screen.File{Rewrite: rewrite}}), 80, 24)
				d.Press(keys...)
				d.Sweep()
				d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeSet})
				d.Sweep()
			})
		}
	}
}
