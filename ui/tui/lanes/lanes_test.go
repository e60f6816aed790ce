package lanes

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
	"sitrep/ui/tui/style"
)

// TestLanesReachEveryEvent goes to every event in every lane of its actors.
func TestLanesReachEveryEvent(t *testing.T) {
	x := columntest.BuiltIn(t)
	l := New(x).(*lanes)
	size := column.Size{Cells: 76, Lines: 36}
	l.Resize(size)
	seen := map[page.Target]int{}
	l.Move(column.Top)
	for {
		for l.Move(column.Left) {
		}
		for {
			seen[l.Selected()]++
			if screen := columntest.Drawn(t, l, size); !strings.Contains(screen, "▌ ") || !strings.Contains(screen, columntest.FirstWord(x.Name(l.Selected().Ref))) {
				t.Fatalf("the cursor or its event is not on the screen:\n%s", screen)
			}
			if _, ok := (&laneDrawing{lanes: l, ruler: l.ruler(), ahead: l.ruler().ahead()}).cursorCell(); !ok {
				t.Fatalf("the mark of %v is out of sight", l.Selected())
			}
			if !l.Move(column.Right) {
				break
			}
		}
		if !l.Move(column.Down) {
			break
		}
	}
	for i := range x.Briefing.Events {
		e := &x.Briefing.Events[i]
		if got, want := seen[page.To(briefing.KindEvent, e.ID)], max(len(e.Actors), 1); got != want {
			t.Errorf("%s was reached in %d lanes, not in %d", e.ID, got, want)
		}
	}
}

// TestLanesKeepWhatLacks has events without a date and without an actor, and an
// actor that is part of itself: all of them have their place.
func TestLanesKeepWhatLacks(t *testing.T) {
	b := &briefing.Briefing{
		Actors: []briefing.Actor{{ID: "a", Name: "Alpha", Kind: "person", PartOf: "b"}, {ID: "b", Name: "Beta", Kind: "group", PartOf: "a"}},
		Events: []briefing.Event{
			{ID: "nobody", Title: "Nobody in it", When: briefing.When{Date: sample.Date(t, "2024-10-28")}},
			{ID: "undated", Title: "Once", Actors: []briefing.Participant{{Actor: "a"}, {Actor: "b"}}},
			{ID: "neither", Title: "Neither date nor actor"},
		},
	}
	l := New(briefing.NewIndex(b))
	screen := columntest.Drawn(t, l, column.Size{Cells: 80, Lines: 20})
	for _, want := range []string{"Alpha", "Beta", "no actor", "Nobody named", "no date"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not on the screen:\n%s", want, screen)
		}
	}
	for _, id := range []string{"nobody", "undated", "neither"} {
		if target := page.To(briefing.KindEvent, id); !l.Select(target) || l.Selected() != target {
			t.Errorf("%s cannot be reached", id)
		}
	}
	if l.Select(page.To(briefing.KindEvent, "no-such")) {
		t.Error("an event that is not there is reached")
	}
}

// TestLanesByMonths jumps from month to month and back.
func TestLanesByMonths(t *testing.T) {
	l := New(columntest.BuiltIn(t)).(*lanes)
	l.Resize(column.Size{Cells: 120, Lines: 40})
	l.Select(page.To(briefing.KindEvent, "war"))
	var months []string
	for {
		months = append(months, page.Month(l.event()))
		if !l.Move(column.NextGroup) {
			break
		}
	}
	if got, want := strings.Join(months, ", "), "2022, June 2024, October 2024, November 2024"; got != want {
		t.Errorf("} goes to %s, not to %s", got, want)
	}
	for i := len(months) - 1; i > 0; i-- {
		l.Move(column.PreviousGroup)
		if got := page.Month(l.event()); got != months[i-1] {
			t.Errorf("{ goes to %s, not to %s", got, months[i-1])
		}
	}
}

// TestZoomKeepsTheCursor zooms through all scales and back: the same event, in
// the same place where there was room for it.
func TestZoomKeepsTheCursor(t *testing.T) {
	l := New(columntest.BuiltIn(t)).(*lanes)
	size := column.Size{Cells: 120, Lines: 40}
	l.Resize(size)
	l.Select(page.To(briefing.KindEvent, "us-election"))
	before := columntest.Drawn(t, l, size)
	for _, step := range []int{+1, -1} {
		n := 0
		for l.Zoom(step) {
			n++
			if got := l.Selected().Ref.ID; got != "us-election" {
				t.Fatalf("the cursor is on %s", got)
			}
			if _, ok := (&laneDrawing{lanes: l, ruler: l.ruler(), ahead: l.ruler().ahead()}).cursorCell(); !ok {
				t.Fatalf("at %s a mark the cursor is out of sight", l.Scale())
			}
			columntest.Drawn(t, l, size)
		}
		for range n {
			l.Zoom(-step)
		}
	}
	if after := columntest.Drawn(t, l, size); after != before {
		t.Errorf("there and back it is\n%s\nnot\n%s", after, before)
	}
}

// TestRestoreLanes goes back to marks, also to some that no longer fit.
func TestRestoreLanes(t *testing.T) {
	size := column.Size{Cells: 100, Lines: 24}
	l := New(columntest.BuiltIn(t)).(*lanes)
	l.Resize(size)
	for _, m := range []column.Motion{column.Down, column.Down, column.Right, column.PageDown, column.Right, column.Down} {
		l.Move(m)
	}
	l.Zoom(-2)
	mark, want := l.Mark(), columntest.Drawn(t, l, size)
	other := New(columntest.BuiltIn(t)).(*lanes)
	other.Resize(size)
	other.Restore(mark)
	if got := columntest.Drawn(t, other, size); got != want {
		t.Errorf("restored it is\n%s\nnot\n%s", got, want)
	}
	random := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		n := func() int { return random.IntN(2_000_000) - 1_000_000 }
		other.Restore(column.Mark{Cursor: column.Spot{Row: n(), In: n()}, Top: column.Spot{Row: n(), In: n()}, Zoom: random.IntN(60) - 1})
		columntest.Drawn(t, other, size)
	}
}

// TestLanesOfALongChain is not to hang: each of many actors is part of the next.
func TestLanesOfALongChain(t *testing.T) {
	const links = 20_000
	b := &briefing.Briefing{Events: []briefing.Event{{
		ID: "e", Title: "Event", When: briefing.When{Date: sample.Date(t, "2024-10-28")},
		Actors: []briefing.Participant{{Actor: "a0"}, {Actor: "a" + strconv.Itoa(links-1)}},
	}}}
	for i := range links {
		id := "a" + strconv.Itoa(i)
		a := briefing.Actor{ID: id, Name: id, Kind: "organization"}
		if i < links-1 {
			a.PartOf = "a" + strconv.Itoa(i+1)
		}
		b.Actors = append(b.Actors, a)
	}
	l, ok := New(briefing.NewIndex(b)).(*lanes)
	if !ok || len(l.lanes) != 2 || l.lanes[0].actor.ID != "a"+strconv.Itoa(links-1) || l.lanes[1].actor.ID != "a0" || l.lanes[1].depth != 1 {
		t.Errorf("the lanes are %v", l)
	}
}

// TestLanesFitTheEvents has what the first look holds fill the chart, and each event
// of a crowded day its own mark, under the cursor too.
func TestLanesFitTheEvents(t *testing.T) {
	for _, cells := range []int{76, 120, 197} {
		l := New(columntest.BuiltIn(t)).(*lanes)
		l.Resize(column.Size{Cells: cells, Lines: 36})
		from, to := l.fit()
		first, last := l.ruler().at(from), l.ruler().at(to)
		if before, after := first-l.left, l.left+l.chart.Slots-1-last; before < 0 || after < 0 || before+after > 6 {
			t.Errorf("at %d cells %d slots are empty before the events and %d after them", cells, before, after)
		}
		if cells >= 120 && l.chart.Marks() < 3 {
			t.Errorf("at %d cells a day has room for %d marks", cells, l.chart.Marks())
		}
	}
	l := New(columntest.BuiltIn(t)).(*lanes)
	l.Resize(column.Size{Cells: 120, Lines: 36})
	l.Select(page.To(briefing.KindActor, "north-korea"))
	seen := map[int]bool{}
	for more := true; more; more = l.Move(column.Right) {
		x, _ := (&laneDrawing{lanes: l, ruler: l.ruler(), ahead: l.ruler().ahead()}).cursorCell()
		if seen[x] {
			t.Errorf("two events of North Korea have cell %d:\n%s", x, columntest.Drawn(t, l, l.size))
		}
		seen[x] = true
	}
}

// TestLanesInASCII has a sign of its own for each meaning.
func TestLanesInASCII(t *testing.T) {
	theme := style.New(style.Options{Mono: true, ASCII: true})
	l := New(columntest.BuiltIn(t)).(*lanes)
	l.Resize(column.Size{Cells: 120, Lines: 40, ASCII: true})
	screen := ansi.Strip(strings.Join(l.Draw(theme, true), "\n"))
	for _, want := range []string{"<=", ">=o", "|->", "<= or before", ">= or later", "-> goes on"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not on the screen:\n%s", want, screen)
		}
	}
	meaning := map[string]string{}
	for _, s := range laneSigns {
		sign := s.sign(theme)
		if other, ok := meaning[sign]; ok {
			t.Errorf("%s means %q and %q", sign, other, s.short)
		}
		meaning[sign] = s.short
	}
	for _, edge := range []string{theme.Signs.Chart.Before, theme.Signs.Chart.Behind} {
		if other, ok := meaning[edge]; ok {
			t.Errorf("%s means that there is more, and %q", edge, other)
		}
	}
}
