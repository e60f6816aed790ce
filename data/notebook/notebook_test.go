package notebook

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/ach"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// writeFile writes a file completely or not at all, as the program does.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".temporary")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

func tempFolder(t testing.TB) Folder {
	return Folder{Path: filepath.Join(t.TempDir(), "sitrep", "notebook"), Write: writeFile}
}

// opened returns a notebook whose file has been read.
func opened(t testing.TB, f Folder, id string) *Notebook {
	t.Helper()
	n := f.Open(id)
	n.Take(n.Load()())
	return n
}

// saved saves a notebook, and fails if that fails.
func saved(t testing.TB, n *Notebook) {
	t.Helper()
	if save := n.Save(); save != nil {
		n.Take(save())
	}
	if all, _ := n.Unsaved(); n.Err() != nil || all > 0 {
		t.Fatalf("%d changes are not saved: %v", all, n.Err())
	}
}

func textOf(t testing.TB, f Folder, id string) string {
	t.Helper()
	text, err := os.ReadFile(f.file(id))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const example = heading + `format: notebook/1
briefing: kursk
place: [claims, matrix, troops-sent, troops-sent/nato, ""]
marks:
  - rutte-speaks
  - troops-sent
judgments:
  kursk-presence: {likelihood: roughly even chance, confidence: low}
  troops-sent: {confidence: high}
notes:
  - {on: ap, written: 2026-11-24T09:30:00Z, quote: "already in the Kursk area", prefix: "units are ", text: "Which \"area\"?\nAsk."}
  - {on: bottom line, text: "Written by hand."}
  - {on: troops-sent, written: 2026-11-24T09:31:00Z, text: "First."}
  - {on: troops-sent, written: 2026-11-24T09:32:00Z, text: "Größe 東京, x"}
ach:
  kursk-presence:
    hypotheses:
      own-1: "Training only: no combat"
    codes:
      in-kursk:
        in-kursk/nato: CC
        in-kursk/rok: I
      own-1:
        in-kursk/nato: N
  troops-sent:
    codes:
      troops-sent:
        "1st/nato": C
read:
  arrival: abcdefghijkl
  "on": ponmlkjihgfe
`

// TestExample reads a file that has everything, and writes it again.
func TestExample(t *testing.T) {
	f := tempFolder(t)
	must(t, os.MkdirAll(f.Path, 0o700))
	must(t, os.WriteFile(f.file("kursk"), []byte(example), 0o600))
	n := f.Open("kursk")
	place := []string{"claims", "matrix", "troops-sent", "troops-sent/nato", ""}
	if !slices.Equal(n.Place(), place) || n.Loaded() {
		t.Errorf("before it is read the place is %q, and it is loaded: %v", n.Place(), n.Loaded())
	}
	n.Take(n.Load()())
	must(t, n.Err())
	if got := n.contents.text("kursk"); got != example {
		t.Errorf("written again:\n%s\nwant\n%s", got, example)
	}
	if got := n.Marks(); !slices.Equal(got, []string{"rutte-speaks", "troops-sent"}) || !n.Marked("troops-sent") || n.Marked("ap") {
		t.Errorf("marked are %q", got)
	}
	if got := n.Judgment("kursk-presence"); got != (Judgment{"roughly even chance", "low"}) {
		t.Errorf("the judgment is %v", got)
	}
	checkRest(t, n)
}

func checkRest(t *testing.T, n *Notebook) {
	t.Helper()
	if got := n.NotesOn("ap"); len(got) != 1 || got[0] != (Note{"ap", "2026-11-24T09:30:00Z", "already in the Kursk area", "units are ", "", "Which \"area\"?\nAsk."}) {
		t.Errorf("the notes are %v", got)
	}
	if got := n.NotesOn("troops-sent"); len(got) != 2 || got[0].Text != "First." {
		t.Errorf("the notes are %v", got)
	}
	got := n.Analysis("kursk-presence")
	if !slices.Equal(got.Own, []ach.Hypothesis{{ID: "own-1", Text: "Training only: no combat", Own: true}}) {
		t.Errorf("the hypotheses are %v", got.Own)
	}
	if got.Code("in-kursk", "in-kursk/rok") != "I" || got.Code("own-1", "in-kursk/nato") != "N" {
		t.Errorf("the analysis is %v", got)
	}
	if n.ReadAs("on") != "ponmlkjihgfe" || !n.HasRead() {
		t.Errorf("on is read as %q", n.ReadAs("on"))
	}
	if all, _ := n.Unsaved(); all > 0 || n.Save() != nil {
		t.Errorf("%d changes after reading", all)
	}
}

// TestChangesAreLines makes each kind of change in a file that has everything, and
// tests that as few lines differ as can be, and that taking it back restores them.
func TestChangesAreLines(t *testing.T) {
	added := func(n *Notebook) { n.AddNote(Note{On: "arrival", Text: "When?"}) }
	tests := map[string]struct {
		change    func(*Notebook)
		gone, new int // lines
	}{
		"place":            {func(n *Notebook) { n.SetPlace([]string{"brief"}) }, 1, 1},
		"mark":             {func(n *Notebook) { n.SetMark("ap", true) }, 0, 1},
		"no mark":          {func(n *Notebook) { n.SetMark("troops-sent", false) }, 1, 0},
		"read":             {func(n *Notebook) { n.SetRead("ap", "aaaa") }, 0, 1},
		"read again":       {func(n *Notebook) { n.SetRead("arrival", "aaaa") }, 1, 1},
		"unread":           {func(n *Notebook) { n.SetRead("arrival", "") }, 1, 0},
		"note":             {added, 0, 1},
		"other note":       {func(n *Notebook) { n.ChangeNote(n.NotesOn("ap")[0], "Never mind.") }, 1, 1},
		"no note":          {func(n *Notebook) { n.ChangeNote(n.NotesOn("ap")[0], " ") }, 1, 0},
		"judgment":         {func(n *Notebook) { n.SetJudgment("ap", Judgment{Likelihood: "likely"}) }, 0, 1},
		"other judgment":   {func(n *Notebook) { n.SetJudgment("troops-sent", Judgment{Likelihood: "likely"}) }, 1, 1},
		"no judgment":      {func(n *Notebook) { n.SetJudgment("troops-sent", Judgment{}) }, 1, 0},
		"hypothesis":       {func(n *Notebook) { n.SetHypothesis("kursk-presence", ach.Hypothesis{ID: "own-2", Text: "Rumour"}) }, 0, 1},
		"no hypothesis":    {func(n *Notebook) { n.SetHypothesis("kursk-presence", ach.Hypothesis{ID: "own-1", Text: ""}) }, 2, 0},
		"code":             {func(n *Notebook) { n.SetCode("kursk-presence", "in-kursk", "in-kursk/usa", "N") }, 0, 1},
		"other code":       {func(n *Notebook) { n.SetCode("kursk-presence", "in-kursk", "in-kursk/rok", "II") }, 1, 1},
		"first of a claim": {func(n *Notebook) { n.SetCode("kursk-presence", "new", "in-kursk/rok", "II") }, 0, 2},
		"nothing":          {func(n *Notebook) { n.SetMark("troops-sent", true) }, 0, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := tempFolder(t)
			must(t, os.MkdirAll(f.Path, 0o700))
			must(t, os.WriteFile(f.file("kursk"), []byte(example), 0o600))
			n := opened(t, f, "kursk")
			before := textOf(t, f, "kursk")
			tt.change(n)
			saved(t, n)
			was, is := strings.Split(before, "\n"), strings.Split(textOf(t, f, "kursk"), "\n")
			gone, new := 0, 0
			for _, line := range was {
				if !slices.Contains(is, line) {
					gone++
				}
			}
			for _, line := range is {
				if !slices.Contains(was, line) {
					new++
				}
			}
			if gone != tt.gone || new != tt.new {
				t.Errorf("%d lines are gone and %d new, want %d and %d:\n%s", gone, new, tt.gone, tt.new, textOf(t, f, "kursk"))
			}
			if _, ok := n.Undo(); ok != (name != "nothing" && name != "place") {
				t.Errorf("something could be taken back: %v", ok)
			}
			saved(t, n)
			if name != "place" && textOf(t, f, "kursk") != example {
				t.Errorf("taken back:\n%s", textOf(t, f, "kursk"))
			}
		})
	}
}

// TestUndo takes several changes back, the last first.
func TestUndo(t *testing.T) {
	n := opened(t, tempFolder(t), "kursk")
	n.SetMark("a", true)
	n.AddNote(Note{On: "b", Text: "x"})
	n.ChangeNote(n.NotesOn("b")[0], "")
	saved(t, n)
	for _, want := range []Taken{{"note", "b", true}, {"note", "b", false}, {"mark", "a", false}} {
		if got, ok := n.Undo(); !ok || got != want {
			t.Errorf("took back %v, want %v", got, want)
		}
	}
	if got, ok := n.Undo(); ok {
		t.Errorf("took back %v", got)
	}
	if len(n.Marks())+len(n.Notes()) > 0 {
		t.Errorf("left are %v, %v", n.Marks(), n.Notes())
	}
}

// TestTwoReaders has two programs write into one notebook, and tests that each ends
// up with what both have written.
func TestTwoReaders(t *testing.T) {
	f := tempFolder(t)
	a, b := opened(t, f, "kursk"), opened(t, f, "kursk")
	a.AddNote(Note{On: "x", Written: "2026-11-24T09:30:00Z", Text: "of a"})
	b.AddNote(Note{On: "x", Written: "2026-11-24T09:30:00Z", Text: "of b"})
	a.SetMark("m", true)
	b.SetMark("n", true)
	a.SetRead("r", "aaaa")
	b.SetJudgment("j", Judgment{Likelihood: "likely"})
	saved(t, a)
	saved(t, b)
	saved(t, a) // nothing of its own
	a.Take(a.Load()())
	for name, n := range map[string]*Notebook{"a": a, "b": b} {
		notes := briefing.Map(n.Notes(), func(n Note) string { return n.Written + " " + n.Text })
		if !slices.Equal(notes, []string{"2026-11-24T09:30:00Z of a", "2026-11-24T09:30:01Z of b"}) ||
			!slices.Equal(n.Marks(), []string{"m", "n"}) || n.ReadAs("r") != "aaaa" || n.Judgment("j").IsZero() {
			t.Errorf("%s has %q, %q", name, notes, n.Marks())
		}
	}

	// Both change the same note: both texts stay.
	a.ChangeNote(a.Notes()[0], "a changes it")
	b.ChangeNote(b.Notes()[0], "b changes it")
	saved(t, a)
	saved(t, b)
	got := briefing.Map(b.Notes(), func(n Note) string { return n.Text })
	if !slices.Equal(got, []string{"a changes it", "of b", "b changes it"}) {
		t.Errorf("after both have changed one: %q", got)
	}
	// One takes away what the other changes: it stays.
	a.Take(a.Load()())
	a.ChangeNote(a.Notes()[0], "a changes it again")
	b.ChangeNote(b.Notes()[0], "")
	saved(t, a)
	saved(t, b)
	if got := b.Notes()[0].Text; got != "a changes it again" {
		t.Errorf("the note is %q", got)
	}
}

// TestChangesWhileSaving changes a notebook while a function writes it.
func TestChangesWhileSaving(t *testing.T) {
	f := tempFolder(t)
	n := f.Open("kursk")
	n.SetMark("before", true) // the file has not been read yet
	load := n.Load()
	if n.Load() != nil || n.Save() != nil {
		t.Error("two functions are under way")
	}
	n.Take(load())
	save := n.Save()
	r := save()
	n.SetMark("meanwhile", true)
	n.Take(r)
	if got := n.Marks(); !slices.Equal(got, []string{"before", "meanwhile"}) {
		t.Errorf("marked are %q", got)
	}
	if strings.Contains(textOf(t, f, "kursk"), "meanwhile") {
		t.Error("it is in the file already")
	}
	saved(t, n)
	if !strings.Contains(textOf(t, f, "kursk"), "meanwhile") {
		t.Error("it is not in the file")
	}
}

func TestDefaultFolder(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", filepath.Join(t.TempDir(), "data"))
	got, err := DefaultFolder()
	if want := filepath.Join(os.Getenv("XDG_DATA_HOME"), "sitrep", "notebook"); err != nil || got != want {
		t.Errorf("the folder is %q, %v", got, err)
	}
	t.Setenv("XDG_DATA_HOME", "relative")
	t.Setenv("HOME", "")
	if got, err := DefaultFolder(); err == nil {
		t.Errorf("without a home the folder is %q", got)
	}
}

// TestWhatIsTypedIsCleaned writes what a terminal could act on.
func TestWhatIsTypedIsCleaned(t *testing.T) {
	f := tempFolder(t)
	n := opened(t, f, "kursk")
	n.AddNote(Note{On: "x", Text: "a\x1b[31mb\u202e\r\nc\xff", Quote: "q\x07"})
	n.SetPlace([]string{"a\x00b", "c\nd"})
	n.SetHypothesis("q\x1b", ach.Hypothesis{ID: "h\x00", Text: "t\x1b"})
	n.SetCode("q", "h\n", "e", "C\x1b")
	saved(t, n)
	text := textOf(t, f, "kursk")
	for _, bad := range []string{"\x1b", "\x00", "\u202e", "\xff", "\x07"} {
		if strings.Contains(text, bad) {
			t.Errorf("the file has %q:\n%s", bad, text)
		}
	}
	if again := opened(t, f, "kursk"); again.Err() != nil || len(again.Notes()) != 1 {
		t.Errorf("err = %v, notes %v", again.Err(), again.Notes())
	}
}
