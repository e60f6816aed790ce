package library

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/tuitest"
)

// TestSearchOneAtATime: while a search is under way another is not begun; what
// it answers about an older query is dropped.
func TestSearchOneAtATime(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 40)
	a := d.list
	d.Press("/")
	_, first := a.Update(tuitest.Key(t, "r"))
	if first == nil {
		t.Fatal("nothing is searched")
	}
	if _, second := a.Update(tuitest.Key(t, "x")); second != nil {
		t.Error("two searches run at a time")
	}
	answer := first().(foundMsg)
	if len(answer.found) > 0 {
		t.Error("a search goes on that nobody waits for")
	}
	answer.found = []entryHits{{entry: d.list.entries[0], hits: 3}} // had it come a little earlier
	_, second := a.Update(answer)
	if d.list.search.next != 0 || len(d.list.search.found) > 0 || second == nil {
		t.Error("an answer about an older query is taken")
	}
	d.Drain(second)
	d.Has("nothing found")
	if d.list.search.asking {
		t.Error("it waits for ever")
	}
}

// TestSearchWhatIsNotKept reads it, and keeps none of it.
func TestSearchWhatIsNotKept(t *testing.T) {
	m := tuitest.Reports(9)
	m.Size = maxKept - 1
	d := openFolder(t, m, 80, 40)
	kept := func() int {
		n := 0
		for _, b := range d.list.entries {
			if b.indexed != nil || b.searcher != nil || leftIn(b) != nil {
				n++
			}
		}
		return n
	}
	d.Press("/")
	d.Type("two of report 8")
	d.Has("1 found in 1 of 9 briefings")
	d.Press("enter")
	if got := d.title(); got != "Report number 8" {
		t.Errorf("%q is open", got)
	}
	d.do("leave")
	if n := kept(); n != 1 {
		t.Errorf("%d briefings are kept, want 1", n)
	}
	delete(m.Texts, "08.yaml")
	d.Press("/")
	d.Type("two of report 8")
	d.Has("nothing found", "3 not readable")
}

// TestSearchWhileReading finds in a briefing as soon as that has been read.
func TestSearchWhileReading(t *testing.T) {
	m := tuitest.Reports(9)
	d := newDriver(t, m)
	a := d.list
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 40})
	_, reads := a.Update(a.Init()())
	d.Press("/")
	d.Type("says first")
	d.Has("0 found in 0 of 9 briefings, 0 searched", "searching")
	for _, read := range reads().(tea.BatchMsg)[:1] {
		_, next := a.Update(read())
		_ = next // nobody reads on
		for d.list.search.asking {
			d.Drain(next)
		}
	}
	d.Has("says first")
}

// TestSearchMany lists some of each briefing, and not more than can be looked
// through of all; all are counted.
func TestSearchMany(t *testing.T) {
	m := &tuitest.Folder{Texts: map[string]string{}}
	const files, each = 30, 25
	for i := range files {
		name := fmt.Sprintf("%02d.yaml", i)
		m.Names = append(m.Names, name)
		text := tuitest.Report(i%28+1, "CLEAR")
		for n := range each - 2 {
			text += fmt.Sprintf("- {id: more%d, name: More of it, kind: state}\n", n)
		}
		m.Texts[name] = text
	}
	d := openFolder(t, m, 80, 40)
	d.Press("/")
	d.Type("of ")
	d.Has("750 found in 30 of 30 briefings", "00.yaml  25  (the first 20 are listed)")
	if n := len(d.list.search.picker.Find("of ")); n != dialog.MaxHits {
		t.Errorf("%d hits are listed", n)
	}
}

// TestSearchHasItsOwnIndex: an index serves one goroutine, and the one that is
// shown is drawn while commands search. It is made once for an indexed document.
func TestSearchHasItsOwnIndex(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 24)
	d.Press("/", "r")
	b := d.list.entries[0]
	first := b.searcher
	if first == nil || first.Index() == b.indexed.Index || first.Index().Briefing != b.indexed.Doc.Briefing {
		t.Fatal("the index that is shown is searched")
	}
	d.Press("e")
	if b.searcher != first {
		t.Error("it is made anew for every query")
	}
	d.Press("esc", "enter")
	d.renew(tuitest.Report(4, "GREEN"))
	d.do("leave", "/", "4")
	d.Has("Report number 4, TLP:GREEN, 01.yaml")
	if b.searcher == first {
		t.Error("the version before is searched")
	}
}
