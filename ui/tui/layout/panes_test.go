package layout

import (
	"fmt"
	"testing"
)

// TestColumnsFill goes through all sizes, wishes and choices: the columns fill the
// width with a rule between them, none is too narrow, and those that are stacked
// fill the height.
func TestColumnsFill(t *testing.T) {
	for w := MinCells; w <= 320; w++ {
		for _, h := range []int{MinLines, 24, 39, 40, 60, 100} {
			for mode := Auto; mode <= Three; mode++ {
				for _, offset := range []int{0, -400, -8, 12, 400} {
					f := New(w, h, h == 24)
					f.Panes = Panes{Mode: mode, Offset: offset}
					for share := Usual; share <= Full; share++ {
						for _, cells := range []int{0, 25, 60, 83, 500} {
							for _, upper := range []int{0, 3, 30, 200} {
								checkColumns(t, f, Wish{Share: share, Cells: cells, Upper: upper})
							}
						}
					}
				}
			}
		}
	}
}

func checkColumns(t *testing.T, f Frame, w Wish) {
	t.Helper()
	columns := f.For(w)
	fails := func(why string) {
		t.Fatalf("%d × %d, %+v, %+v: %s: %v", f.W, f.H, f.Panes, w, why, columns)
	}
	n, height := len(columns), f.body.H
	if Stacked(columns) {
		checkStack(t, f, columns[n-2], columns[n-1])
		columns, n = columns[:n-1], n-1
	}
	x := 0
	for i, c := range columns {
		if c.X != x || c.Y != f.body.Y || n > 1 && c.W < minColumn || (i == 0 || i < n-1) && c.H != height {
			fails("a column is out of place")
		}
		x += c.W + rule
	}
	if x-rule != f.W {
		fails("the columns do not fill the width")
	}
}

func checkStack(t *testing.T, f Frame, top, low Rect) {
	t.Helper()
	if top.Y+top.H+1 != low.Y || top.H+1+low.H != f.body.H || top.W != low.W || top.H < 1 || low.H < leastLower {
		t.Fatalf("%d × %d, %+v: %v and %v do not fill the height", f.W, f.H, f.Panes, top, low)
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		w, h  int
		panes Panes
		wish  Wish
		want  string // the widths; a slash before what is under
	}{
		{80, 24, Panes{}, Wish{Cells: 83}, "80"},
		{120, 40, Panes{}, Wish{Cells: 83}, "52 65"},
		{120, 40, Panes{}, Wish{Cells: 40}, "40 77"},
		{200, 60, Panes{}, Wish{Cells: 83}, "83 114/114"},
		{200, 60, Panes{}, Wish{Cells: 70}, "70 127/127"},
		{200, 24, Panes{}, Wish{Cells: 83}, "58 68 68"},
		{200, 60, Panes{}, Wish{Cells: 83, Single: true}, "83 114"},
		{200, 60, Panes{Mode: Three}, Wish{Cells: 83}, "58 68 68"},
		{200, 60, Panes{Mode: Two}, Wish{Cells: 83}, "83 114"},
		{200, 60, Panes{Mode: One}, Wish{Cells: 83}, "200"},
		{80, 24, Panes{Mode: Two}, Wish{Cells: 83}, "34 43"},
		{60, 24, Panes{Mode: Two}, Wish{Cells: 83}, "60"},
		{200, 60, Panes{Alone: true}, Wish{Cells: 83}, "200"},
		{200, 60, Panes{Offset: 12}, Wish{Cells: 70}, "82 115/115"},
		{200, 60, Panes{}, Wish{Share: Wide}, "129 68/68"},
		{200, 60, Panes{}, Wish{Share: Full, Cells: 100}, "129 68/68"},
		{200, 60, Panes{}, Wish{Share: Full, Cells: 150}, "200"},
		{200, 60, Panes{Mode: Two}, Wish{Share: Full, Cells: 150}, "129 68"},
		{120, 40, Panes{}, Wish{Share: Full, Cells: 50}, "120"},
		{120, 40, Panes{}, Wish{Share: Wide}, "77 40"},
	}
	for _, test := range tests {
		f := New(test.w, test.h, false)
		f.Panes = test.panes
		got, columns := "", f.For(test.wish)
		for i, c := range columns {
			switch {
			case i == len(columns)-1 && Stacked(columns):
				got += "/"
			case i > 0:
				got += " "
			}
			got += fmt.Sprint(c.W)
		}
		if got != test.want {
			t.Errorf("%d × %d, %+v, %+v: %s, not %s", test.w, test.h, test.panes, test.wish, got, test.want)
		}
	}
}

// TestStack gives a short detail what it needs, and a long one what a passage leaves.
func TestStack(t *testing.T) {
	f := New(200, 60, false)
	for upper, want := range map[int]int{3: leastLower, 20: 20, 200: 37, 0: 27} {
		if got := f.For(Wish{Upper: upper})[1].H; got != want {
			t.Errorf("a detail of %d lines gets %d, not %d", upper, got, want)
		}
	}
	if columns := f.For(Wish{Upper: 3, NoPassage: true}); columns[1].H != 54 || columns[2].H != noteLines {
		t.Errorf("without a passage the detail gets %d lines and the note %d", columns[1].H, columns[2].H)
	}
}

func TestShift(t *testing.T) {
	f, w := New(120, 40, false), Wish{Cells: 83}
	steps := 0
	for {
		p, ok := f.Shift(w, 1)
		if !ok {
			break
		}
		f.Panes = p
		steps++
	}
	if got := f.For(w)[0].W; got != 87 || steps != 9 {
		t.Errorf("%d steps lead to %d cells", steps, got)
	}
	if p, ok := f.Shift(w, -1); !ok {
		t.Error("from the widest it gets no narrower")
	} else if f.Panes = p; f.For(w)[0].W >= 87 {
		t.Errorf("a step back leads to %d cells", f.For(w)[0].W)
	}
	if _, ok := New(80, 24, false).Shift(w, 1); ok {
		t.Error("a column alone gets wider")
	}
}
