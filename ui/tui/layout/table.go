package layout

// Widths in a table of claims.
const (
	minClaims, maxClaims = 22, 44 // of the first column
	claimsShare          = 26     // of it at least, in per cent of the table
	minCell, maxCell     = 11, 14 // of the column of an actor, with the cursor's cell
	totalCells           = 8      // of a column of totals
	twoTotalsFrom        = 125    // below this width the totals share a column
	sharedTotals         = 9
	// tableFrom is the width from which there is a table at all.
	tableFrom = 60
)

// CursorCells is what the cursor takes in a cell of a table, before the text.
const CursorCells = 1

// Table says where the parts of a table of claims stand: the claims at the
// left, actors across, totals at the right, and under it what the cursor
// stands on.
type Table struct {
	Claims  int  // cells of the first column
	Cell    int  // of the column of an actor
	Columns int  // so many actors in sight
	Silent  bool // columns for those who are silent
	Totals  int  // cells of a column of totals
	Shared  bool // one column holds both totals
	Lines   int  // of the rows, with their headings
	Names   int  // lines of an actor's name at most
	Wraps   int  // lines of a claim at most
	Readout int
	Legend  int
}

// HasTable reports whether a column has the width for a table.
func HasTable(w int) bool { return w >= tableFrom }

// NewTable lays out tables. The widest has so many holders, and so many with
// those who are silent, who have columns only where all of them have room.
func NewTable(w, h, holders, all int) Table {
	t := Table{Totals: totalCells, Shared: w < twoTotalsFrom}
	totals := t.totals()
	room := w - gutter - totals
	least := max(minClaims, w*claimsShare/100)
	fit := max((room-least)/minCell, 1)
	t.Silent = all <= fit
	t.Columns = max(min(fit, holders), 1)
	if t.Silent {
		t.Columns = max(all, 1)
	}
	t.Cell = min(max((room-least)/t.Columns, minCell), maxCell)
	t.Claims = min(room-t.Columns*t.Cell, maxClaims)
	t.heights(h)
	return t
}

// totals is the width of the totals.
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

// Foot is the lines under the rows: a rule, the readout and the legend.
func (t Table) Foot() int {
	if t.Readout == 0 {
		return 0
	}
	return t.Readout + t.Legend + 1
}

// Width is what the table takes of its column beside the gutter.
func (t Table) Width() int { return t.Claims + t.totals() + t.Columns*t.Cell }

// ActorsFrom is where the actors begin beside the gutter.
func (t Table) ActorsFrom() int { return t.Claims + t.totals() }

// InActors reports whether a cell of the column is in that of an actor.
func (t Table) InActors(x int) bool { return x >= gutter+t.ActorsFrom() && x < gutter+t.Width() }

// ColumnAt is which of the actors in sight has a cell of the column.
func (t Table) ColumnAt(x int) int { return (x - gutter - t.ActorsFrom()) / t.Cell }

// CellText is the room for text in the column of an actor.
func (t Table) CellText() int { return t.Cell - CursorCells - apart }

// ClaimText is the room for the text of a claim.
func (t Table) ClaimText() int { return t.Claims - Hanging - apart }

// Hanging is how far the lines of a claim behind the first are moved in.
const Hanging = 2

// headExtra is the question above the names and the rule below them.
const headExtra = 2

// HeadLines is the lines over the claims of a question; aside says that one of
// them names the silent.
func (t Table) HeadLines(names int, aside bool) int {
	n := min(names, t.Names) + headExtra
	if aside {
		n++
	}
	return n
}

// RevealColumn is the first actor in sight so that one is.
func (t Table) RevealColumn(first, column int) int {
	return max(min(max(first, column-t.Columns+1), column), 0)
}
