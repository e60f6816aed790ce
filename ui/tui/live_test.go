package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
)

// edits are what an author may do to a briefing between two saves. All but
// "fewer" leave every item that there was.
var edits = map[string]func(b *briefing.Briefing){
	"nothing": func(*briefing.Briefing) {},
	"more before": func(b *briefing.Briefing) {
		first := func(e []briefing.Evidence) []briefing.Evidence {
			return append([]briefing.Evidence{{Source: "new", Quote: "the new source"}, {Source: "new", Quote: "says"}}, e...)
		}
		b.Judgments = append([]briefing.Judgment{{ID: "new-j", Text: "New.", Evidence: first(nil)}}, b.Judgments...)
		b.Gaps = append([]string{"A new gap.", "And another one."}, b.Gaps...)
		b.Sources = append([]briefing.Source{{ID: "new", Title: "New", Kind: "article", Text: "What the new source says."}}, b.Sources...)
		b.Actors = append([]briefing.Actor{{ID: "new-a", Name: "New", Kind: "state"}}, b.Actors...)
		b.Events = append([]briefing.Event{{ID: "new-e", Title: "New", When: b.Events[0].When, Evidence: first(nil)}}, b.Events...)
		b.Questions = append([]briefing.Question{{ID: "new-q", Text: "New?", Claims: []briefing.Claim{{ID: "new-c", Text: "New."}}}}, b.Questions...)
		for i := range b.Sources {
			b.Sources[i].Text = "A new paragraph in front.\n\n" + b.Sources[i].Text
		}
	},
	"longer": func(b *briefing.Briefing) {
		const more = " — and a good many words more, so that it takes another line"
		for i := range b.Events {
			b.Events[i].Title += more
		}
		for i := range b.Actors {
			b.Actors[i].Role += more
		}
		for i := range b.Questions {
			b.Questions[i].Text += more
		}
	},
	"other order": func(b *briefing.Briefing) {
		slices.Reverse(b.Actors)
		slices.Reverse(b.Questions)
		slices.Reverse(b.Sources)
		slices.Reverse(b.Gaps)
	},
	"fewer": func(b *briefing.Briefing) {
		b.Gaps, b.Judgments, b.Events = b.Gaps[1:], b.Judgments[1:], slices.Delete(b.Events, 3, 5)
	},
}

// livePlaces are keys that lead to places in the built-in briefing that "fewer"
// leaves.
var livePlaces = map[string][]string{
	"brief":            {"1", "space"},
	"gap":              {"1", "G"},
	"event in a list":  {"2", "G"},
	"middle of a list": {"2", "space", "space", "j", "j"},
	"actor":            {"3", "j", "j", "j", "enter"},
	"page of a page":   {"3", "j", "enter", "j", "enter"},
	"claim":            {"4", "j", "j"},
	"position":         {"4", "enter", "enter"},
	"passage":          {"4", "enter", "enter", "enter"},
	"cited by":         {"4", "enter", "enter", "enter", "enter"},
	"text":             {"5", "enter", "space", "space"},
	"end of a text":    {"5", "enter", "G"},
	"two sections":     {"2", "G", "4", "enter", "enter", "5", "j"},
}

// saved sends the reader what a reload brings.
func saved(d *driver, doc *file.Document, err error) {
	d.t.Helper()
	d.app.file.Load = func() (*file.Document, error) { return doc, err }
	d.drain(d.app.readAgain())
}

func TestReloadKeepsThePlace(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for place, keys := range livePlaces {
			for name, edit := range edits {
				t.Run(fmt.Sprintf("%s/%s/%d", place, name, size[0]), func(t *testing.T) {
					d := newDriver(t, builtIn(t), size[0], size[1])
					d.press(keys...)
					before, line, screen := whereabouts(d.app), cursorLine(d), aboveFooter(d.screen())
					doc := builtIn(t)
					edit(doc.Briefing)
					saved(d, doc, nil)
					if got := whereabouts(d.app); got != before {
						t.Errorf("it was at\n%s\nand is at\n%s", before, got)
					}
					if got := aboveFooter(d.screen()); name == "nothing" && got != screen {
						t.Errorf("the screen was\n%sand is\n%s", screen, got)
					}
					// Where a list is not cut off at either end, its rows stay where they are.
					inside := slices.Contains([]string{"middle of a list", "text", "passage"}, place) && name == "more before" && size[0] == 80
					if got := cursorLine(d); got < 0 || inside && got != line {
						t.Errorf("the cursor was on line %d of the screen and is on %d:\n%s", line, got, d.screen())
					}
				})
			}
		}
	}
}

// whereabouts is where the reader stands, in words that do not change with the
// numbers of rows and passages.
func whereabouts(a *App) string {
	var b strings.Builder
	was := a.at
	for a.at = range a.sections {
		if a.sections[a.at].list == nil {
			continue
		}
		p := a.place()
		fmt.Fprintln(&b, a.at == was, "list", named(a.index, p.list.On))
		for i, t := range p.trail {
			fmt.Fprintln(&b, "  page", named(a.index, t), "on", named(a.index, p.marks[i].On))
		}
	}
	a.at = was
	return b.String()
}

func named(x *briefing.Index, t page.Target) string {
	out := t.Ref.Kind.String() + " " + t.Ref.ID
	if t.Ref.Kind == briefing.KindGap {
		out = "gap " + x.Name(t.Ref)
	}
	if t.Passage > 0 {
		e := x.Passages[t.Passage-1].Evidence
		out += " passage " + e.Source + ": " + e.Quote
	}
	return out
}

// cursorLine is the line of the screen that the cursor's sign stands on first.
func cursorLine(d *driver) int {
	for i, line := range strings.Split(d.screen(), "\n") {
		if strings.Contains(line, "▌") {
			return i
		}
	}
	return -1
}

// TestReloadOfTextBetweenPassages: where no passage is in sight, the words at
// the top of the screen stay there.
func TestReloadOfTextBetweenPassages(t *testing.T) {
	text := strings.Repeat("First.\n\n", 60) + "The middle of the text.\n\n" + strings.Repeat("Last.\n\n", 60)
	version := func(before string) *file.Document {
		return &file.Document{Briefing: &briefing.Briefing{ID: "b", Title: "B", Sources: []briefing.Source{
			{ID: "s", Title: "S", Kind: "article", Text: before + text}}}}
	}
	d := newDriver(t, version(""), 80, 24)
	d.press("5", "enter")
	for !strings.Contains(strings.Split(d.screen(), "\n")[3], "The middle") {
		d.press("j")
	}
	want := aboveFooter(d.screen())
	saved(d, version("A new paragraph.\n\nAnother one.\n\n"), nil)
	if got := aboveFooter(d.screen()); got != want {
		t.Errorf("the screen is\n%snot\n%s", got, want)
	}
}

// TestReloadWithoutTheItem: what the reader stood on is gone.
func TestReloadWithoutTheItem(t *testing.T) {
	d := newDriver(t, builtIn(t), 80, 24)
	d.press("2", "G", "k", "enter", "1", "}", "}", "j", "2")
	doc := builtIn(t)
	gone := d.app.here().trail[0].target.Ref.ID
	doc.Briefing.Events = slices.DeleteFunc(doc.Briefing.Events, func(e briefing.Event) bool { return e.ID == gone })
	saved(d, doc, nil)
	if n := len(d.app.here().trail); n != 0 {
		t.Errorf("%d pages are open", n)
	}
	if !strings.Contains(d.app.Status, "not in it any more") {
		t.Errorf("it says %q", d.app.Status)
	}
	if d.app.here().focused().Selected().IsZero() || cursorLine(d) < 0 {
		t.Errorf("the cursor stands nowhere:\n%s", d.screen())
	}
	for range 3 { // the places of the history are of the version before
		d.press("ctrl+o")
		d.screen()
	}
	saved(d, emptyBriefing(), nil)
	for _, key := range []string{"1", "2", "3", "4", "5", "ctrl+o", "ctrl+o", "alt+right", "enter", "esc"} {
		d.press(key)
		d.screen()
	}
}

// TestReloadEverywhere reloads a smaller briefing on every surface, dialogs
// included, and goes on.
func TestReloadEverywhere(t *testing.T) {
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			d := newDriver(t, builtIn(t), 120, 40)
			d.press(keys...)
			doc := builtIn(t)
			edits["fewer"](doc.Briefing)
			doc.Briefing.Sources, doc.Briefing.Questions = doc.Briefing.Sources[:1], doc.Briefing.Questions[1:]
			saved(d, doc, nil)
			for _, key := range []string{"j", "enter", "k", "enter", "esc", "n", "."} {
				d.screen()
				d.press(key)
			}
			d.screen()
		})
	}
}

// fakeWatch tells of changes that a test has ready.
type fakeWatch struct {
	changes []error
	closed  int
}

var errOver = errors.New("no more of it")

func (w *fakeWatch) Next() error {
	if len(w.changes) == 0 {
		return errOver
	}
	err := w.changes[0]
	w.changes = w.changes[1:]
	return err
}

func (w *fakeWatch) Close() error {
	w.closed++
	return nil
}

func TestWatchReadsAtEveryChange(t *testing.T) {
	loads := 0
	w := &fakeWatch{changes: []error{nil, nil, nil}}
	d := drive(t, New(builtIn(t), Options{File: File{
		Load:  func() (*file.Document, error) { loads++; return builtIn(t), nil },
		Watch: func() (Watch, error) { return w, nil },
	}}), 120, 24)
	d.drain(d.app.Init())
	if loads != 3 || w.closed != 1 {
		t.Errorf("%d loads, %d times closed", loads, w.closed)
	}
	if d.app.file.watch != nil || !strings.Contains(d.app.Status, errOver.Error()) {
		t.Errorf("when the watch is over, it says %q", d.app.Status)
	}
	w.changes = []error{nil}
	d.press("r") // and this takes it up again
	if w.closed != 2 || loads != 5 {
		t.Errorf("%d loads, %d times closed", loads, w.closed)
	}
}

func TestWatchThatCannotBegin(t *testing.T) {
	d := drive(t, New(builtIn(t), Options{File: File{Watch: func() (Watch, error) { return nil, errors.New("no \x1b]0;more\x07 watches") }}}), 120, 24)
	d.drain(d.app.Init())
	if want := "not noticed: no \ufffd]0;more\ufffd watches; r reads it again"; !strings.Contains(d.app.Status, want) {
		t.Errorf("it says %q", d.app.Status)
	}
}

// TestLateAnswers: what belongs to another file is dropped.
func TestLateAnswers(t *testing.T) {
	d := newDriver(t, builtIn(t), 80, 24)
	d.app.file.number = 2
	w := &fakeWatch{}
	d.send(loadedMsg{number: 1, indexed: newIndexed(emptyBriefing(), allPassages)})
	d.send(loadedMsg{number: 1, err: fs.ErrNotExist})
	d.send(watchingMsg{number: 1, watch: w})
	d.send(changedMsg{number: 1})
	d.send(changedMsg{number: 1, err: errOver})
	if d.app.doc.Briefing.ID == "empty" || d.app.file.state.failed != nil || d.app.file.watch != nil || d.app.Status != "" {
		t.Errorf("%+v, %q", d.app.file, d.app.Status)
	}
	if w.closed != 1 {
		t.Error("the watch on the other file is left open")
	}
}

// TestChangesWhileReading: a file that changes while it is read is read once
// more, and no more often.
func TestChangesWhileReading(t *testing.T) {
	a := New(builtIn(t), Options{File: File{Load: func() (*file.Document, error) { return builtIn(t), nil }}})
	first := a.readAgain()
	for range 5 {
		if again := a.readAgain(); again != nil {
			t.Fatal("it is read twice at a time")
		}
	}
	_, second := a.Update(first())
	if second == nil {
		t.Fatal("it is not read again")
	}
	if _, third := a.Update(second()); third != nil {
		t.Error("it is read once too often")
	}
}
