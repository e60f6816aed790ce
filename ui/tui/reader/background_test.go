package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/sample"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/tuitest"
)

// held has a reader of a generated briefing, and keeps the commands that it
// sends instead of running them.
type held struct {
	*driver
	t    *testing.T
	cmds []tea.Cmd
}

func newHeld(t *testing.T) *held {
	r := open(tuitest.Parse(t, sample.JSON(500), "generated"), Options{})
	h := &held{driver: &driver{tuitest.New(t, r, r.Screen), r}, t: t}
	h.Send(tea.WindowSizeMsg{Width: 120, Height: 40})
	return h
}

func (h *held) Send(msg tea.Msg) {
	_, cmd := h.reader.Update(msg)
	h.reader.View()
	if cmd != nil {
		h.cmds = append(h.cmds, cmd)
	}
}

func (h *held) Press(keys ...string) {
	for _, key := range keys {
		h.Send(tuitest.Key(h.t, key))
	}
}

// answer runs what was kept, and what comes of that.
func (h *held) answer() {
	cmds := h.cmds
	h.cmds = nil
	for _, cmd := range cmds {
		h.Drain(cmd)
	}
}

func (h *held) shows(text string) bool {
	h.t.Helper()
	return strings.Contains(h.Screen(), text)
}

// What is typed before the text is folded is looked for when it is.
func TestTypedTooEarly(t *testing.T) {
	for _, test := range []struct {
		name, waiting, found string
		keys                 []string
	}{
		{"in a section", dialog.GettingReady, "1/", []string{"5", "/", "b", "r", "i"}},
		{"everywhere", dialog.GettingReady, " of 500, enter", []string{"/", "tab", "b", "r", "i"}},
		{"filter", dialog.GettingReady, "leaves Timeline 159", []string{"F", "b", "r", "i", "d", "g", "e"}},
	} {
		h := newHeld(t)
		h.Press(test.keys...)
		if !h.shows(test.waiting) {
			t.Errorf("%s: nothing says that it is not ready", test.name)
		}
		if h.answer(); !h.shows(test.found) || h.shows(test.waiting) {
			t.Errorf("%s: %q is not there:\n%s", test.name, test.found, h.Screen())
		}
	}
}

// TestPreparedBeforeThePrompt folds the text of a large briefing once its quotes have
// been looked up, and no sooner.
func TestPreparedBeforeThePrompt(t *testing.T) {
	for _, test := range []struct {
		name     string
		items    int
		stopped  bool
		prepared bool
	}{
		{"large", 500, false, true},
		{"stopped", 500, true, false},
		{"small", 20, false, false},
	} {
		r := open(tuitest.Parse(t, sample.JSON(test.items), "generated"), Options{})
		d := &driver{tuitest.New(t, r, r.Screen), r}
		d.Send(tea.WindowSizeMsg{Width: 120, Height: 40})
		init := r.Init()
		if r.find.searcher != nil {
			t.Errorf("%s: the text is folded with the first frame", test.name)
		}
		if test.stopped {
			d.Press("esc")
		}
		d.Drain(init)
		d.prepared(t, test.name, test.prepared)
	}
}

// prepared fails the test if the text of what is shown is folded and should not be, or
// the other way round.
func (d *driver) prepared(t *testing.T, name string, want bool) {
	t.Helper()
	f := d.reader.find
	if got := f.searcher != nil && f.searcher.Index() == d.reader.index && f.searcher.Prepared(); got != want {
		t.Errorf("%s: prepared %v, want %v", name, got, want)
	}
}

// TestPreparedWhenOpenedLater folds the text of a large briefing that is opened while
// the program runs, or read again.
func TestPreparedWhenOpenedLater(t *testing.T) {
	for _, test := range []struct {
		name     string
		items    int
		prepared bool
	}{{"large", 500, true}, {"small", 20, false}} {
		doc := tuitest.Parse(t, sample.JSON(test.items), "generated")
		d := newDriver(t, doc, 120, 40)
		d.Drain(d.reader.Start())
		d.prepared(t, test.name, test.prepared)
		saved(d, tuitest.Parse(t, sample.JSON(test.items), "generated"), nil)
		if d.prepared(t, test.name+", read again", test.prepared); d.reader.doc.Briefing == doc.Briefing {
			t.Errorf("%s: it has not been read again", test.name)
		}
	}
}

// Whoever does not wait has it looked for at once.
func TestEnterDoesNotWait(t *testing.T) {
	h := newHeld(t)
	h.Press("5", "/", "b", "r", "i", "enter")
	if n := h.reader.find.count(); n == 0 {
		t.Error("nothing is found")
	}
	h.answer()
	if h.reader.find.waits || h.shows(dialog.GettingReady) {
		t.Error("it waits")
	}
}

// Everything may be looked at meanwhile: the race detector would tell of what
// two goroutines touch.
func TestPreparedWhileReading(t *testing.T) {
	h := newHeld(t)
	h.Press("F", "esc", "/", "esc")
	answers := make(chan []tea.Msg)
	go func(cmds []tea.Cmd) {
		var out []tea.Msg
		for _, cmd := range cmds {
			out = append(out, answersOf(cmd)...)
		}
		answers <- out
	}(h.cmds)
	h.cmds = nil
	for section := range h.reader.sectionKinds {
		h.Press(string(rune('1'+section)), "j", "enter", "j", "enter", "esc", "esc", "v", "v")
	}
	for _, msg := range <-answers {
		h.Send(msg)
	}
	if !h.reader.filtering().Prepared() {
		t.Error("nothing was prepared")
	}
}

func answersOf(cmd tea.Cmd) []tea.Msg {
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var out []tea.Msg
	for _, c := range batch {
		if c != nil {
			out = append(out, answersOf(c)...)
		}
	}
	return out
}
