package column_test

import (
	"strings"
	"testing"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
	"sitrep/ui/tui/layout"
)

// TestWants has each list ask for a width that holds its titles, whatever the cursor
// does, and no more than text can use.
func TestWants(t *testing.T) {
	x := columntest.BuiltIn(t)
	c := column.Claims(x)
	c.Resize(column.Size{Cells: 60, Lines: 20})
	first := column.WishOf(c).Cells
	if most := layout.ColumnCells(layout.MaxText); first <= layout.MinCells || first > most {
		t.Errorf("the claims ask for %d cells", first)
	}
	for c.Move(column.PageDown) {
		if got := column.WishOf(c).Cells; got != first {
			t.Fatalf("further down they ask for %d cells, not %d", got, first)
		}
	}
	if short, long := column.WishOf(column.Note("Few words.")).Cells, column.WishOf(column.Note("A line of words that is a good deal longer than those few words.")).Cells; short >= long {
		t.Errorf("few words ask for %d cells, and more words for %d", short, long)
	}
	if got, most := column.WishOf(column.Note(strings.Repeat("long text ", 1000))).Cells, layout.ColumnCells(layout.MaxText); got != most {
		t.Errorf("a long text asks for %d cells, not %d", got, most)
	}
}

// TestWantsTheLeast has every list of the built-in briefing ask for a width in which no
// row wraps more than in the widest, and in a cell less one does.
func TestWantsTheLeast(t *testing.T) {
	x := columntest.BuiltIn(t)
	for name, c := range map[string]column.Column{
		"brief": column.Brief(x), "claims": column.Claims(x), "actors": column.Actors(x), "sources": column.Sources(x),
	} {
		f := c.(*column.Flow)
		if cells := f.Wants(); f.WrapsMore(cells) || !f.WrapsMore(cells-1) {
			t.Errorf("%s: a row wraps in %d cells: %t, in one less: %t", name, cells, f.WrapsMore(cells), f.WrapsMore(cells-1))
		}
	}
}

func BenchmarkWants(b *testing.B) {
	x := columntest.BuiltIn(b)
	for b.Loop() {
		column.WishOf(column.Claims(x))
	}
}
