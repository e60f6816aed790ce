package matrix

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
	"sitrep/ui/tui/layout"
)

// TestMatrixReachesEverything goes through every row, from end to end: each
// question, claim and position once.
func TestMatrixReachesEverything(t *testing.T) {
	x := columntest.BuiltIn(t)
	for _, cells := range []int{60, 80, 120} {
		m := New(x).(*matrix)
		size := column.Size{Cells: cells, Lines: 20}
		m.Resize(size)
		seen := map[page.Target]int{}
		m.Move(column.Top)
		for {
			for m.Move(column.Left) {
			}
			for {
				seen[m.Selected()]++
				if screen := columntest.Drawn(t, m, size); !strings.Contains(screen, "▌") {
					t.Fatalf("the cursor on %v is not on the screen:\n%s", m.Selected(), screen)
				}
				if !m.Move(column.Right) {
					break
				}
			}
			if !m.Move(column.Down) {
				break
			}
		}
		expectOnce(t, x, seen)
	}
}

// expectOnce reports questions, claims and positions that were not met once.
func expectOnce(t *testing.T, x *briefing.Index, seen map[page.Target]int) {
	t.Helper()
	var all []page.Target
	for i := range x.Briefing.Questions {
		q := &x.Briefing.Questions[i]
		all = append(all, page.To(briefing.KindQuestion, q.ID))
		for j := range q.Claims {
			all = append(all, page.To(briefing.KindClaim, q.Claims[j].ID))
		}
	}
	for _, s := range x.Stands {
		all = append(all, page.Target{Ref: s.Ref()})
	}
	for _, target := range all {
		if seen[target] != 1 {
			t.Errorf("%v was met %d times", target, seen[target])
		}
	}
	if len(seen) != len(all) {
		t.Errorf("%d things were met, not %d", len(seen), len(all))
	}
}

// TestMatrixGoesThroughPositions goes to the next position until the end, and
// back.
func TestMatrixGoesThroughPositions(t *testing.T) {
	x := columntest.BuiltIn(t)
	m := New(x)
	if first := m.Selected(); first.Ref.Kind != briefing.KindPosition {
		t.Fatalf("the cursor begins on %v", first)
	}
	n := 1
	for m.Move(column.Next) {
		n++
	}
	if n != len(x.Stands) {
		t.Errorf("%d positions, not %d", n, len(x.Stands))
	}
	for m.Move(column.Previous) {
		n--
	}
	if n != 1 {
		t.Errorf("%d positions are not met on the way back", n-1)
	}
}

// TestMatrixTurnsIntoAList keeps the cursor on the same thing through widths,
// and draws no table where there is no room for one.
func TestMatrixTurnsIntoAList(t *testing.T) {
	x := columntest.BuiltIn(t)
	m := New(x).(*matrix)
	m.Resize(column.Size{Cells: 100, Lines: 30})
	for _, s := range x.Stands {
		want := page.Target{Ref: s.Ref()}
		if !m.Select(want) {
			t.Fatalf("%v cannot be reached", want)
		}
		for _, cells := range []int{59, 30, 60, 40, 120} {
			screen := columntest.Drawn(t, m, column.Size{Cells: cells, Lines: 30})
			if m.Selected() != want {
				t.Fatalf("at %d cells the cursor is on %v, not on %v", cells, m.Selected(), want)
			}
			if got := strings.Contains(screen, "origins   "); got != (cells >= 60) {
				t.Fatalf("at %d cells it is a table: %v\n%s", cells, got, screen)
			}
		}
	}
}

// TestMatrixTotals has the totals of a claim and all signs of one holder.
func TestMatrixTotals(t *testing.T) {
	b := &briefing.Briefing{
		Actors: []briefing.Actor{{ID: "a", Name: "Alpha"}, {ID: "b", Name: "Beta"}, {ID: "c", Name: "Gamma"}},
		Events: []briefing.Event{{ID: "e", Actors: []briefing.Participant{{Actor: "c"}}}},
		Questions: []briefing.Question{{ID: "q", Text: "Which?", Events: []string{"e"}, Claims: []briefing.Claim{
			{ID: "one", Text: "One.", Positions: []briefing.Position{{Holder: "a", Stance: "affirms"}, {Holder: "a", Stance: "denies"}, {Holder: "b", Stance: "reports", Citing: []string{"a"}}}},
			{ID: "two", Text: "Two.", Positions: []briefing.Position{{Holder: "b", Stance: "no-comment"}}},
			{ID: "three", Text: "Three."},
		}}},
	}
	screen := columntest.Drawn(t, New(briefing.NewIndex(b)), column.Size{Cells: 130, Lines: 20})
	fields := func(row string) string {
		for _, line := range strings.Split(screen, "\n") {
			if strings.Contains(line, row) {
				return strings.Join(strings.Fields(strings.ReplaceAll(line, "▌", "")), " ")
			}
		}
		return ""
	}
	for row, want := range map[string]string{"One.": "One. 2 1 │+ - │ ~ reports", "Two.": "Two. 0 0 │ · │ . no comment", "Three.": "Three. 0 0 │ · │ ·", "voices": "voices origins Alpha Beta", "silent": "silent: Gamma"} {
		if got := fields(row); got != want {
			t.Errorf("the row is %q, not %q in\n%s", got, want, screen)
		}
	}
}

// TestMatrixScrollsActors has more holders than any screen: the cursor's column
// is in sight, the claims stay.
func TestMatrixScrollsActors(t *testing.T) {
	const holders = 60
	b := &briefing.Briefing{Questions: []briefing.Question{{ID: "q", Text: "Which?", Claims: []briefing.Claim{{ID: "c", Text: "Everybody speaks."}}}}}
	for i := range holders {
		id := "a" + strings.Repeat("x", i)
		b.Actors = append(b.Actors, briefing.Actor{ID: id, Name: "Actor " + strconv.Itoa(i)})
		c := &b.Questions[0].Claims[0]
		c.Positions = append(c.Positions, briefing.Position{Holder: id, Stance: "affirms"})
	}
	m := New(briefing.NewIndex(b))
	size := column.Size{Cells: 80, Lines: 20}
	screen := columntest.Drawn(t, m, size)
	if !strings.Contains(screen, "actors 1 to 3 of 60") || !strings.Contains(screen, "›") || strings.Contains(screen, "‹") {
		t.Errorf("it is not said that there are more to the right:\n%s", screen)
	}
	n := 1
	for m.Move(column.Right) {
		n++
		if screen = columntest.Drawn(t, m, size); !strings.Contains(screen, "▌+") || !strings.Contains(screen, "Everybody speaks") {
			t.Fatalf("position %d is out of sight:\n%s", n, screen)
		}
	}
	if n != holders || !strings.Contains(screen, "58 to 60 of 60") || !strings.Contains(screen, "‹") {
		t.Errorf("%d of %d positions are reached:\n%s", n, holders, screen)
	}
}

// TestMatrixKeepsColumns scrolls down a table: each actor keeps the cells that it
// has, with its name over them, in all questions.
func TestMatrixKeepsColumns(t *testing.T) {
	x := columntest.BuiltIn(t)
	for _, cells := range []int{60, 80, 120, 197} {
		m := New(x).(*matrix)
		size := column.Size{Cells: cells, Lines: 30}
		m.Resize(size)
		for _, stand := range x.Stands {
			if !m.Select(page.Target{Ref: stand.Ref()}) {
				t.Fatalf("%v cannot be reached", stand.Ref())
			}
			rows := columntest.Cells(t, m, size)
			at := layout.Gutter + m.layout.ActorsFrom() + (m.column()-m.first)*m.layout.Cell + layout.CellBefore
			over := ""
			for y := range m.names {
				over += strings.Join(rows[y][at:at+m.layout.CellText()], "") + "\n"
			}
			word := columntest.FirstWord(x.ActorName(stand.Position.Holder))
			if !strings.HasPrefix(strings.TrimSpace(over), word) {
				t.Fatalf("at %d cells the column of %s has over it:\n%s", cells, stand.Position.Holder, over)
			}
		}
	}
}

// TestMatrixTellsOfMore has positions out of sight on both sides.
func TestMatrixTellsOfMore(t *testing.T) {
	b := &briefing.Briefing{}
	c := briefing.Claim{ID: "c", Text: "Everybody speaks."}
	for i := range 20 {
		id := "a" + strconv.Itoa(i)
		b.Actors = append(b.Actors, briefing.Actor{ID: id, Name: "Actor " + strconv.Itoa(i)})
		c.Positions = append(c.Positions, briefing.Position{Holder: id, Stance: "affirms"})
	}
	b.Questions = []briefing.Question{{ID: "q", Text: "Which?", Claims: []briefing.Claim{c}}}
	m := New(briefing.NewIndex(b))
	size := column.Size{Cells: 80, Lines: 20}
	m.Resize(size)
	for n := range 20 {
		screen := columntest.Drawn(t, m, size)
		if got := strings.Contains(screen, "‹"); got != (n >= 3) {
			t.Fatalf("at position %d there are some to the left: %v\n%s", n, got, screen)
		}
		if got := strings.Contains(screen, "›"); got != (n < 19) {
			t.Fatalf("at position %d there are some to the right: %v\n%s", n, got, screen)
		}
		m.Move(column.Right)
	}
}

// TestMatrixShowsAllSigns has more stances of one holder on one claim than its column
// holds: that under the cursor is in sight.
func TestMatrixShowsAllSigns(t *testing.T) {
	b := &briefing.Briefing{Actors: []briefing.Actor{{ID: "a", Name: "A"}}}
	c := briefing.Claim{ID: "c", Text: "So it is."}
	for range 30 {
		c.Positions = append(c.Positions, briefing.Position{Holder: "a", Stance: "affirms"})
	}
	c.Positions = append(c.Positions, briefing.Position{Holder: "a", Stance: "denies"})
	b.Questions = []briefing.Question{{ID: "q", Text: "What?", Claims: []briefing.Claim{c}}}
	m, size := New(briefing.NewIndex(b)), column.Size{Cells: 80, Lines: 20}
	row := func() string {
		_, row, _ := strings.Cut(columntest.Drawn(t, m, size), "So it is.")
		row, _, _ = strings.Cut(row, "\n")
		return row
	}
	if got := row(); !strings.Contains(got, strings.Repeat("+ ", 10)) || strings.Contains(got, "-") {
		t.Errorf("first the row is %q", got)
	}
	for m.Move(column.Right) {
	}
	if got := row(); !strings.Contains(got, strings.Repeat("+ ", 10)+"-") {
		t.Errorf("at the end the row is %q", got)
	}
}

func TestRestoreMatrix(t *testing.T) {
	x := columntest.BuiltIn(t)
	size := column.Size{Cells: 80, Lines: 20}
	m := New(x)
	m.Resize(size)
	for _, motion := range []column.Motion{column.PageDown, column.Down, column.Right, column.NextGroup, column.Down, column.Right} {
		m.Move(motion)
	}
	mark, at, want := m.Mark(), m.Selected(), columntest.Drawn(t, m, size)
	other := New(x)
	other.Resize(size)
	other.Restore(mark)
	if got := columntest.Drawn(t, other, size); got != want {
		t.Errorf("restored it is\n%s\nnot\n%s", got, want)
	}
	m.Resize(column.Size{Cells: 40, Lines: 20})
	asList := m.Mark()
	other.Move(column.Top)
	if other.Restore(asList); other.Selected() != at {
		t.Errorf("from the mark of the list the cursor goes to %v, not to %v", other.Selected(), at)
	}
	random := rand.New(rand.NewPCG(13, 14))
	for range 200 {
		n := func() int { return random.IntN(1000) }
		other.Restore(column.Mark{Cursor: column.Spot{Row: n(), In: n()}, Top: column.Spot{Row: n(), In: n()}, Zoom: random.IntN(3)})
		columntest.Drawn(t, other, column.Size{Cells: []int{40, 80}[random.IntN(2)], Lines: 20})
	}
}

func TestWrapName(t *testing.T) {
	tests := []struct {
		name  string
		cells int
		limit int
		want  string
	}{
		{"Mark Rutte", 9, 3, "Mark|Rutte"},
		{"Joe Biden", 9, 3, "Joe Biden"},
		{"South Korean delegation", 9, 3, "South|Korean|delegati…"},
		{"South Korean delegation", 9, 2, "South|Korean…"},
		{"Those behind all of it", 9, 2, "Those|behind…"},
		{"朝鮮民主主義人民共和国", 8, 2, "朝鮮民主|主義人…"},
		{"unbreakableunbreakable", 8, 2, "unbreaka|bleunbr…"},
		{"", 8, 2, ""},
	}
	for _, test := range tests {
		if got := strings.Join(wrapper{width.Wc, "…"}.name(test.name, test.cells, test.limit), "|"); got != test.want {
			t.Errorf("%q in %d × %d is %q, not %q", test.name, test.cells, test.limit, got, test.want)
		}
	}
}
