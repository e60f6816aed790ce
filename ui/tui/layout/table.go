package layout

// Widths in a table of claims.
const (
	minClaims, maxClaims = 22, 44 // of the first column
	claimsShare          = 26     // of the first column at least, in per cent of the table
	minCell, maxCell     = 13, 24 // of the column of an actor, including its line and the cursor's cell
	totalCells           = 8      // of a column of totals
	twoTotalsFrom        = 125    // below this width the totals share a column
	sharedTotals         = 9
	more                 = 1 // a sign at the right for more in that direction
	// tableFrom is the width from which a table is shown.
	tableFrom = 60
)

// CellBefore is the width before the text of a cell: the line of the grid and
// the cursor.
const CellBefore = 2

// Table gives the positions of the parts of a table of claims: the claims at
// the left, totals, a column for each actor, and below it a readout of what the
// cursor is on. All columns of actors have the same width, so that an actor has
// one place in all questions.
type Table struct {
	Claims  int  // cells of the first column
	Totals  int  // cells of a column of totals
	Shared  bool // one column holds both totals
	Cell    int  // cells of the column of an actor
	Actors  int  // columns of actors
	Sight   int  // visible columns of actors
	Lines   int  // of the rows, including their headings
	Names   int  // most lines of an actor's name
	Wraps   int  // most lines of a claim
	Readout int
	Legend  int
}

// HasTable reports whether a column is wide enough for a table.
func HasTable(w int) bool { return w >= tableFrom }

// NewTable lays out a table for the given number of actors: all of them if
// there is room, else as many as are readable.
func NewTable(w, h, actors int) Table { return newTable(w, h, actors, w < twoTotalsFrom) }

// newTable lays out a table. If shared is set, one column holds both totals.
func newTable(w, h, actors int, shared bool) Table {
	t := Table{Totals: totalCells, Shared: shared, Actors: actors}
	t.Claims = min(max(minClaims, w*claimsShare/100), maxClaims)
	room := w - gutter - t.totals() - t.Claims
	if short := actors*minCell - room; short > 0 && t.Claims-short >= minClaims {
		t.Claims, room = t.Claims-short, room+short
	}
	if actors*minCell > room {
		room -= more
	}
	t.Sight = max(min(room/minCell, actors), 1)
	t.Cell = min(max(room/t.Sight, minCell), maxCell)
	t.Claims = min(t.Claims+max(room-t.Sight*t.Cell, 0), maxClaims)
	t.heights(h)
	return t
}

// TableCells returns the width of a column in which a table shows the given
// number of actors.
func TableCells(actors int) int { return gutter + minClaims + 2*totalCells + actors*minCell }

func (t Table) totals() int {
	if t.Shared {
		return sharedTotals
	}
	return 2 * totalCells
}

// The heights from which a table has more than its rows.
const (
	tableFoot    = 10
	tableLegend  = 14
	tallNames    = 18
	tallestNames = 30
	footReadout  = 2
	manyWraps    = 6
	shortNames   = 2
	longNames    = 3
	fullNames    = 4
	shortReadout = 1
)

func (t *Table) heights(h int) {
	t.Names, t.Wraps = shortNames, max(h/2, 1)
	if h >= tallNames {
		t.Names, t.Wraps = longNames, manyWraps
	}
	if h >= tallestNames {
		t.Names = fullNames
	}
	switch {
	case h >= tableLegend:
		t.Readout, t.Legend = footReadout, 1
	case h >= tableFoot:
		t.Readout = shortReadout
	}
	t.Lines = max(h-t.Foot(), 1)
}

// Foot returns the number of lines below the rows: a rule, the readout and the
// legend.
func (t Table) Foot() int {
	if t.Readout == 0 {
		return 0
	}
	return t.Readout + t.Legend + 1
}

// CellText returns the room for text in the column of an actor.
func (t Table) CellText() int { return t.Cell - CellBefore }

// Width returns the width of the table without the gutter.
func (t Table) Width() int { return t.ActorsFrom() + t.Sight*t.Cell }

// ActorsFrom returns where the actors begin, counted from the gutter.
func (t Table) ActorsFrom() int { return t.Claims + t.totals() }

// InActors reports whether a cell of the column is in the column of an actor.
func (t Table) InActors(x int) bool { return x >= gutter+t.ActorsFrom() && x < gutter+t.Width() }

// ClaimText returns the room for the text of a claim.
func (t Table) ClaimText() int { return t.Claims - Hanging - apart }

// Hanging is the indent of the lines of a claim after the first.
const Hanging = 2

// SignsInSight returns a range of signs that fit into a cell, with one of them
// in it.
func (t Table) SignsInSight(signs, with int) (from, to int) {
	room := max((t.CellText()+1)/SignCells, 1)
	from = max(min(with-room+1, signs-room), 0)
	return from, min(from+room, signs)
}

// Reveal returns the first visible column after scrolling to make column
// visible.
func (t Table) Reveal(first, column int) int {
	first = min(max(first, column-t.Sight+1), column)
	return max(min(first, t.Actors-t.Sight), 0)
}

// ColumnAt returns the column of actors at cell x of the table. first is the
// first visible one.
func (t Table) ColumnAt(first, x int) (int, bool) {
	if !t.InActors(x) {
		return 0, false
	}
	column := first + (x-gutter-t.ActorsFrom())/t.Cell
	return column, column < t.Actors
}
