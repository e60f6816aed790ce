package layout

// Sizes of an analysis of competing hypotheses.
const (
	codesFrom   = 100 // the width from which it is a table
	codesHigh   = 18  // the height from which it is one
	codeCells   = 9   // of a cell in a list: the cursor, the hypothesis, its code
	headsShare  = 3   // of the height of a list, up to 1/headsShare is for the hypotheses
	tallHead    = 9   // the height from which a list has a second line of its head
	tallestHead = 14
	rowWraps    = 2 // most lines of the name of evidence in a list
	codesLegend = 1
	codesFoot   = 3 // lines of the readout: the evidence, its words, the cell
)

// Codes gives the positions of the parts of an analysis of competing hypotheses. If
// Wide is set, it is a table with a column for each hypothesis, which Table has as
// actors. Otherwise it is a list: the hypotheses above, and under each piece of
// evidence a line with its codes.
type Codes struct {
	Table
	Wide  bool
	Heads int // lines of the hypotheses above a list
	Head  int // lines above the hypotheses: the question, and whose analysis it is
}

// NewCodes lays out an analysis with the given number of hypotheses.
func NewCodes(w, h, hypotheses int) Codes {
	c := Codes{Head: 1}
	if h >= tallHead {
		c.Head = 2
	}
	if w >= codesFrom && h >= codesHigh {
		c.Wide, c.Table = true, newTable(w, h, hypotheses, false)
		c.Readout = codesFoot
		c.Lines = max(h-c.Foot(), 1)
		return c
	}
	c.Table = Table{Cell: codeCells, Actors: hypotheses, Wraps: rowWraps}
	c.Sight = max(min((w-gutter-Hanging-2*more)/codeCells, hypotheses), 1)
	c.Heads = max(min(hypotheses, h/headsShare-c.Head), min(hypotheses, 1))
	switch {
	case h >= tallestHead:
		c.Readout, c.Legend = codesFoot, codesLegend
	case h >= tableFoot:
		c.Readout = shortReadout
	}
	c.Lines = max(h-c.Foot(), 1)
	return c
}

// CodesCells returns the width of a column in which a table shows the given number of
// hypotheses.
func CodesCells(hypotheses int) int { return max(TableCells(hypotheses), codesFrom) }

// edgeFrom is the width from which a list has figures at the right edge of a row.
const edgeFrom = 70

// NameCells returns the room for the name of evidence, and whether there is room for
// figures of the given width beside it.
func (c Codes) NameCells(w, figures int) (cells int, beside bool) {
	switch {
	case c.Wide:
		return c.ClaimText(), false
	case w < edgeFrom:
		return TextCells(w), false
	}
	return TextCells(w) - figures - apart, true
}

// CodeAt returns the hypothesis at cell x of a line of codes. first is the first one
// in sight.
func (c Codes) CodeAt(first, x int) (int, bool) {
	if c.Wide {
		return c.ColumnAt(first, x)
	}
	x -= gutter + Hanging + more
	if x < 0 || x >= c.Sight*c.Cell {
		return 0, false
	}
	return first + x/c.Cell, first+x/c.Cell < c.Actors
}
