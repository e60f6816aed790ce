package reader

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
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
	d.reader.file.Load = func() (*file.Document, error) { return doc, err }
	d.Drain(d.reader.file.ReadAgain())
}

func TestReloadKeepsThePlace(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for place, keys := range livePlaces {
			for name, edit := range edits {
				t.Run(fmt.Sprintf("%s/%s/%d", place, name, size[0]), func(t *testing.T) {
					d := newDriver(t, tuitest.BuiltIn(t), size[0], size[1])
					d.Press(keys...)
					before, line, screen := whereabouts(d.reader), cursorLine(d), d.AboveFooter()
					doc := tuitest.BuiltIn(t)
					edit(doc.Briefing)
					saved(d, doc, nil)
					for n, s := range d.reader.sections {
						if n != d.reader.at && s.list != nil {
							t.Errorf("section %d is made before it is shown", n)
						}
					}
					if got := whereabouts(d.reader); got != before {
						t.Errorf("it was at\n%s\nand is at\n%s", before, got)
					}
					if got := d.AboveFooter(); name == "nothing" && got != screen {
						t.Errorf("the screen was\n%sand is\n%s", screen, got)
					}
					// Where a list is not cut off at either end, its rows stay where they are.
					inside := slices.Contains([]string{"middle of a list", "text", "passage"}, place) && name == "more before" && size[0] == 80
					if got := cursorLine(d); got < 0 || inside && got != line {
						t.Errorf("the cursor was on line %d of the screen and is on %d:\n%s", line, got, d.Screen())
					}
				})
			}
		}
	}
}

// whereabouts is where the reader stands, in words that do not change with the
// numbers of rows and passages.
func whereabouts(a *Reader) string {
	var b strings.Builder
	was := a.at
	for a.at = range a.sections {
		if s := a.sections[a.at]; s.list == nil && s.left == nil {
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
	for i, line := range strings.Split(d.Screen(), "\n") {
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
	d.Press("5", "enter")
	for !strings.Contains(strings.Split(d.Screen(), "\n")[3], "The middle") {
		d.Press("j")
	}
	want := d.AboveFooter()
	saved(d, version("A new paragraph.\n\nAnother one.\n\n"), nil)
	if got := d.AboveFooter(); got != want {
		t.Errorf("the screen is\n%snot\n%s", got, want)
	}
}

// TestReloadWithoutTheItem: what the reader stood on is gone.
func TestReloadWithoutTheItem(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	d.Press("2", "G", "k", "enter", "1", "}", "}", "j", "2")
	doc := tuitest.BuiltIn(t)
	gone := d.reader.here().trail[0].target.Ref.ID
	doc.Briefing.Events = slices.DeleteFunc(doc.Briefing.Events, func(e briefing.Event) bool { return e.ID == gone })
	saved(d, doc, nil)
	if n := len(d.reader.here().trail); n != 0 {
		t.Errorf("%d pages are open", n)
	}
	if !strings.Contains(d.reader.Status, "not in it any more") {
		t.Errorf("it says %q", d.reader.Status)
	}
	if d.reader.here().focused().Selected().IsZero() || cursorLine(d) < 0 {
		t.Errorf("the cursor stands nowhere:\n%s", d.Screen())
	}
	for range 3 { // the places of the history are of the version before
		d.Press("ctrl+o")
		d.Screen()
	}
	saved(d, emptyBriefing(), nil)
	for _, key := range []string{"1", "2", "3", "4", "5", "ctrl+o", "ctrl+o", "alt+right", "enter", "esc"} {
		d.Press(key)
		d.Screen()
	}
}

// TestReloadEverywhere reloads a smaller briefing on every surface, dialogs
// included, and goes on.
func TestReloadEverywhere(t *testing.T) {
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			d := newDriver(t, tuitest.BuiltIn(t), 120, 40)
			d.Press(keys...)
			doc := tuitest.BuiltIn(t)
			edits["fewer"](doc.Briefing)
			doc.Briefing.Sources, doc.Briefing.Questions = doc.Briefing.Sources[:1], doc.Briefing.Questions[1:]
			saved(d, doc, nil)
			for _, key := range []string{"j", "enter", "k", "enter", "esc", "n", "."} {
				d.Screen()
				d.Press(key)
			}
			d.Screen()
		})
	}
}

func TestWatchReadsAtEveryChange(t *testing.T) {
	loads := 0
	w := &tuitest.Watch{Changes: []error{nil, nil, nil}}
	d := drive(t, open(tuitest.BuiltIn(t), Options{File: screen.File{
		Load:  func() (*file.Document, error) { loads++; return tuitest.BuiltIn(t), nil },
		Watch: func() (screen.Watch, error) { return w, nil },
	}}), 120, 24)
	d.Drain(d.reader.Init())
	if loads != 3 || w.Closed != 1 {
		t.Errorf("%d loads, %d times closed", loads, w.Closed)
	}
	if !strings.Contains(d.reader.Status, tuitest.ErrOver.Error()) {
		t.Errorf("when the watch is over, it says %q", d.reader.Status)
	}
	w.Changes = []error{nil}
	d.Press("r") // and this takes it up again
	if w.Closed != 2 || loads != 5 {
		t.Errorf("%d loads, %d times closed", loads, w.Closed)
	}
}

func TestWatchThatCannotBegin(t *testing.T) {
	d := drive(t, open(tuitest.BuiltIn(t), Options{File: screen.File{Watch: func() (screen.Watch, error) { return nil, errors.New("no \x1b]0;more\x07 watches") }}}), 120, 24)
	d.Drain(d.reader.Init())
	if want := "not noticed: no \ufffd]0;more\ufffd watches; r reads it again"; !strings.Contains(d.reader.Status, want) {
		t.Errorf("it says %q", d.reader.Status)
	}
}

// TestLateAnswers: what belongs to another file is dropped.
func TestLateAnswers(t *testing.T) {
	w := &tuitest.Watch{}
	var load error
	d := drive(t, open(tuitest.BuiltIn(t), Options{File: screen.File{
		Load:  func() (*file.Document, error) { return emptyBriefing(), load },
		Watch: func() (screen.Watch, error) { return w, nil },
	}}), 80, 24)
	was := d.Screen()
	var late []tea.Msg
	for range 2 {
		late = append(late, d.reader.file.ReadAgain()(), d.reader.Start()())
		d.Drain(d.reader.closeFile())
		load = fs.ErrNotExist
	}
	_, wait := d.reader.Update(d.reader.Start()())
	if wait == nil {
		t.Fatal("no change is waited for")
	}
	d.Drain(d.reader.closeFile())
	late = append(late, wait())
	w.Closed = 0
	for _, msg := range late {
		d.Send(msg)
	}
	if got := d.Screen(); got != was || d.reader.file.state.failed != nil {
		t.Errorf("the screen is\n%s\nand was\n%s", got, was)
	}
	if w.Closed != 2 {
		t.Errorf("%d watches on the other file are ended, want 2", w.Closed)
	}
}

// TestChangesWhileReading: a file that changes while it is read is read once
// more, and no more often.
func TestChangesWhileReading(t *testing.T) {
	a := open(tuitest.BuiltIn(t), Options{File: screen.File{Load: func() (*file.Document, error) { return tuitest.BuiltIn(t), nil }}})
	first := a.file.ReadAgain()
	for range 5 {
		if again := a.file.ReadAgain(); again != nil {
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
