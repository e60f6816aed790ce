package lanes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
)

// randomLane has events of every kind of date, in order.
func randomLane(t testing.TB, random *rand.Rand, n int) (*lane, axis.Cutoff) {
	cut := axis.Cutoff{At: second(t, "2024-10-29"), Known: true}
	b := &briefing.Briefing{AsOf: sample.Date(t, "2024-10-28")}
	shapes := []string{"%s", "%s?", "%s~/..", "%s/", "[..%s]", "[%s..]", "%s/2024-12-24", "[%s,2025-01-01]", "XXXX"}
	for i := range n {
		day := fmt.Sprintf("2024-%02d-%02d", 1+random.IntN(12), 1+random.IntN(24))
		shape := shapes[random.IntN(len(shapes))]
		if shape == "XXXX" {
			day = ""
		} else {
			day = fmt.Sprintf(shape, day)
		}
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprint("e", i), Title: fmt.Sprint("event ", i),
			When: briefing.When{Date: sample.Date(t, day)}, Status: briefing.EventOccurred, Actors: []briefing.Participant{{Actor: "a"}}})
	}
	b.Actors = []briefing.Actor{{ID: "a", Name: "A", Kind: "person"}}
	x := briefing.NewIndex(b)
	return newLane(&b.Actors[0], 0, x.Events(), cut), cut
}

// TestStripHoldsEverything compares what is found in each slot by searching
// with what a look at every event says.
func TestStripHoldsEverything(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		l, cut := randomLane(t, random, 1+random.IntN(60))
		r := ruler{scales[random.IntN(len(scales))].slot, cut, slotCells}
		s := l.at(r)
		from, to := r.at(second(t, "2023-12-20")), r.at(second(t, "2025-01-20"))
		if to-from > 2000 {
			from = to - 2000
		}
		seen := 0
		for slot := from; slot <= to; slot++ {
			want := inSlot(l, r, slot)
			got := s.mark(slot)
			seen += got.count
			if got.count != want.count || got.count > 0 && (got.first != want.first || got.bound != want.bound) {
				t.Fatalf("slot %d of %d s: %+v, not %+v", slot, r.slot, got, want)
			}
			if got, want := s.stroke(slot), strokeIn(l, r, slot); got != want {
				t.Fatalf("slot %d of %d s: stroke %d, not %d", slot, r.slot, got, want)
			}
			if got, want := s.ending(slot), endingIn(l, r, slot); got != want {
				t.Fatalf("slot %d of %d s: ending %d, not %d", slot, r.slot, got, want)
			}
		}
		if to-from < 2000 && seen != l.dated {
			t.Fatalf("%d marks hold %d events, not %d", len(s.marks), seen, l.dated)
		}
	}
}

func inSlot(l *lane, r ruler, slot int) slotMark {
	m := slotMark{slot: slot}
	for i := range l.moments[:l.dated] {
		if r.at(l.moments[i].At) != slot {
			continue
		}
		if m.count == 0 {
			m.first, m.bound = i, l.moments[i].Bound
		} else if l.moments[i].Bound != m.bound {
			m.bound = axis.Unsure
		}
		m.count++
	}
	return m
}

func strokeIn(l *lane, r ruler, slot int) axis.Stroke {
	k := axis.NoStroke
	for i := range l.moments[:l.dated] {
		if m := &l.moments[i]; r.at(m.At) < slot && slot <= r.at(m.To) {
			k = max(k, m.Stroke)
		}
	}
	return k
}

func endingIn(l *lane, r ruler, slot int) axis.Ending {
	end := axis.NoEnding
	for i := range l.moments[:l.dated] {
		m := &l.moments[i]
		to := r.at(m.To)
		if m.Ending == axis.Closed && to > r.at(m.At) && to == slot || m.Ending > axis.Closed && to+1 == slot {
			end = max(end, m.Ending)
		}
	}
	return end
}

func TestNearestInLane(t *testing.T) {
	l, _ := randomLane(t, rand.New(rand.NewPCG(5, 6)), 50)
	distance := func(i int, t int64) int64 { return max(l.moments[i].At-t, t-l.moments[i].At) }
	for day := second(t, "2023-11-01"); day < second(t, "2025-03-01"); day += axis.Day {
		got := l.nearest(day)
		for i := range l.dated {
			if distance(i, day) < distance(got, day) {
				t.Fatalf("event %d is nearer than %d", i, got)
			}
		}
	}
	if got := l.nearest(axis.Undated); l.dated < len(l.events) && got != l.dated {
		t.Errorf("nearest to no date is event %d, not %d, the first without one", got, l.dated)
	}
}

// BenchmarkLanes is a key and the frame that it leads to, in a briefing of
// 20,000 events.
func BenchmarkLanes(b *testing.B) {
	x := manyEvents20k(b)
	l := New(x).(*lanes)
	theme := columntest.Theme()
	l.Resize(column.Size{Cells: 120, Lines: 50})
	moves := []column.Motion{column.Right, column.Right, column.Down, column.Right, column.Left, column.Down, column.Up}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		l.Move(moves[n%len(moves)])
		l.Draw(theme, true)
	}
}

func manyEvents20k(t testing.TB) *briefing.Index {
	random := rand.New(rand.NewPCG(7, 8))
	b := &briefing.Briefing{AsOf: sample.Date(t, "2024-10-28")}
	for i := range 200 {
		b.Actors = append(b.Actors, briefing.Actor{ID: fmt.Sprint("a", i), Name: fmt.Sprint("Actor ", i), Kind: "person"})
	}
	for i := range 20_000 {
		day := fmt.Sprintf("20%02d-%02d-%02d", 10+random.IntN(15), 1+random.IntN(12), 1+random.IntN(28))
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprint("e", i), Title: fmt.Sprint("event ", i),
			When: briefing.When{Date: sample.Date(t, day)}, Status: "occurred",
			Actors: []briefing.Participant{{Actor: fmt.Sprint("a", random.IntN(200))}, {Actor: "a7"}}})
	}
	return briefing.NewIndex(b)
}

// TestStripIsKept draws a lane once for each scale.
func TestStripIsKept(t *testing.T) {
	l, cut := randomLane(t, rand.New(rand.NewPCG(9, 10)), 20)
	days := ruler{axis.Day, cut, slotCells}
	first := l.at(days)
	if l.at(days) != first {
		t.Error("the same scale is drawn twice")
	}
	if weeks := l.at(ruler{7 * axis.Day, cut, slotCells}); weeks == first || slices.Equal(weeks.marks, first.marks) {
		t.Error("another scale is drawn as the first")
	}
}
