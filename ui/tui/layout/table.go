package layout

// Widths in a table of claims.
const (
	minClaims, maxClaims = 22, 44 // of the first column
	claimsShare          = 26     // of it at least, in per cent of the table
	minCell, maxCell     = 8, 14  // of the column of an actor, with the cursor's cell, unless it needs more
	scrolledCell         = 11     // of it at least, where not all columns are in sight
	widestName           = 24     // a name that takes more is shortened where columns are scarce
	totalCells           = 8      // of a column of totals
	twoTotalsFrom        = 125    // below this width the totals share a column
	sharedTotals         = 9
	// tableFrom is the width from which there is a table at all.
	tableFrom = 60
)

// CursorCells is what the cursor takes in a cell of a table, before the text.
const CursorCells = 1

// Table says where the parts of tables of claims are: the claims at the left,
// actors across, totals at the right, and under it what the cursor stands on.
// How wide the columns of actors are, each table says for itself.
type Table struct {
	Claims  int  // cells of the first column
	Actors  int  // room for the columns of actors, of which there may be more
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

// NewTable lays out tables with as much room for actors as there can be.
func NewTable(w, h int) Table {
	t := Table{Totals: totalCells, Shared: w < twoTotalsFrom}
	t.Claims = min(max(minClaims, w*claimsShare/100), maxClaims)
	t.Actors = max(w-gutter-t.totals()-t.Claims, minCell)
	t.heights(h)
	return t
}

// ForWidest returns the table with the room for actors that its widest table does
// not use given to the claims. It is the same for all, so that they line up.
func (t Table) ForWidest(actors int) Table {
	spare := max(t.Actors-actors, 0)
	t.Actors -= spare
	t.Claims = min(t.Claims+spare, maxClaims)
	return t
}

// totals returns the width of the totals.
func (t Table) totals() int {
	if t.Shared {
		return sharedTotals
	}
	return 2 * totalCells
}

// MostNames is the most lines that a name has in any table.
const MostNames = 4

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
	fullNames    = MostNames
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

// Foot returns the lines under the rows: a rule, the readout and the legend.
func (t Table) Foot() int {
	if t.Readout == 0 {
		return 0
	}
	return t.Readout + t.Legend + 1
}

// Width returns what the table takes of its column beside the gutter.
func (t Table) Width() int { return t.Claims + t.totals() + t.Actors }

// ActorsFrom returns where the actors begin beside the gutter.
func (t Table) ActorsFrom() int { return t.Claims + t.totals() }

// InActors reports whether a cell of the column is in that of an actor.
func (t Table) InActors(x int) bool { return x >= gutter+t.ActorsFrom() && x < gutter+t.Width() }

// ClaimText returns the room for the text of a claim.
func (t Table) ClaimText() int { return t.Claims - Hanging - apart }

// Hanging is the indent of the lines of a claim after the first.
const Hanging = 2

// headExtra is the question above the names and the rule below them.
const headExtra = 2

// HeadLines returns the lines over the claims of a question; aside says that one of
// them names the silent.
func (t Table) HeadLines(names int, aside bool) int {
	n := min(names, t.Names) + headExtra
	if aside {
		n++
	}
	return n
}
