package layout

// Mode is the number of columns that the reader has chosen.
type Mode int

// The modes.
const (
	Auto  Mode = iota // as many as there is room for
	One               // only the column with the focus
	Two               // a list and the detail, if both fit
	Three             // list, detail and passage side by side, if they fit
)

// Panes is the reader's choice of a layout. The zero value leaves it to the
// size of the terminal.
type Panes struct {
	Mode   Mode
	Offset int  // cells added to the width of the leading column
	Alone  bool // show only the column with the focus
}

// Wish is what the leading column asks for.
type Wish struct {
	Share Share
	Cells int // width of its longest line; 0 if not known
	// Single says that nothing is shown beside the page of a row.
	Single bool
	// Upper is the height of the detail with a passage below it, or 0 if not
	// known.
	Upper int
	// NoPassage says that only a note is below the detail.
	NoPassage bool
	// Passage says that a passage is to be in sight: below the detail where there are two
	// columns, and below the list where there is one. Opened says that a page has been
	// opened from the list, and takes its place in one column.
	Passage, Opened bool
}

// Widths of columns.
const (
	maxColumn   = gutter + MaxText + 1 // text does not use more
	minColumn   = 30
	widerBy     = 4 // width of one step of Shift
	listShare   = 30
	mostShare   = 45 // of a list beside one column, in per cent
	halfShare   = 50 // of a list beside a detail over its passage
	stackedFrom = 36 // height from which a passage is below the detail
	leastLower  = 8  // least lines of a passage below a detail
	leastStack  = 18 // height from which a list that asks for it has the passage below it
	listPart    = 40 // of that height, in per cent, for the list
	noteLines   = 1  // of a note below a detail
)

// For returns the columns for a wish of the leading one. They depend on the
// size, the wish and the reader's choice, not on the cursor.
func (f Frame) For(w Wish) []Rect {
	columns, stacked := f.columns(w)
	for i := range columns {
		columns[i].Y, columns[i].H = f.body.Y, f.body.H
	}
	switch {
	case stacked:
		return stack(columns, w)
	case len(columns) == 1 && w.Passage && !w.Opened && f.Panes == (Panes{Offset: f.Panes.Offset}) && f.body.H >= leastStack:
		return under(columns[0])
	}
	return columns
}

// under divides a column into a list and the passage below it, with a line between
// them.
func under(list Rect) []Rect {
	passage := list
	list.H = list.H * listPart / 100
	passage.Y, passage.H = list.Y+list.H+1, passage.H-list.H-1
	return []Rect{list, passage}
}

// columns returns the columns with their widths, and whether the last one
// should hold a detail over its passage.
func (f Frame) columns(w Wish) (columns []Rect, stacked bool) {
	mode := f.mode()
	if w.Single {
		mode = min(mode, Two)
	}
	if mode == One {
		return []Rect{{W: f.W}}, false
	}
	if w.Share == Usual {
		if mode == Three && (f.Panes.Mode == Three || f.body.H < stackedFrom) {
			return f.three(w.Cells), false
		}
		stacked = mode == Three || w.Passage && f.body.H >= leastStack
		return f.two(f.list(w.Cells, mostOf(stacked))), stacked
	}
	free := f.W - rule
	page := min(free*wideShare/100, maxColumn)
	if w.Share == Full && f.Panes.Mode == Auto && (mode == Two || w.Cells > free-page) {
		return []Rect{{W: f.W}}, false
	}
	return f.two(free - page), mode == Three && f.Panes.Mode == Auto && f.body.H >= stackedFrom
}

// mostOf returns the greatest width of a list, in per cent.
func mostOf(stacked bool) int {
	if stacked {
		return halfShare
	}
	return mostShare
}

// mode returns the chosen number of columns, or fewer if they do not fit.
func (f Frame) mode() Mode {
	three, two := threeColumns, twoColumns
	switch f.Panes.Mode {
	case One:
		return One
	case Two:
		three, two = absurd+1, 2*minColumn+rule
	case Three:
		three, two = 3*minColumn+2*rule, 2*minColumn+rule
	}
	switch {
	case f.Panes.Alone || f.W < two:
		return One
	case f.W < three:
		return Two
	}
	return Three
}

// list returns the width of a list that asks for the given cells, beside other
// columns.
func (f Frame) list(cells, most int) int {
	free := f.W - rule
	if cells == 0 {
		cells = maxColumn
	}
	return max(min(cells, maxColumn, free*most/100), free*listShare/100)
}

// two divides the width at the end of a list.
func (f Frame) two(list int) []Rect {
	list = f.shifted(list, f.W-rule-minColumn)
	return []Rect{{W: list}, {X: list + rule, W: f.W - list - rule}}
}

// three divides the width into a list and two columns of the same width.
func (f Frame) three(cells int) []Rect {
	free := f.W - 2*rule
	list := f.shifted(min(f.list(cells, mostShare), free*listShare/100), free-2*minColumn)
	detail := (free - list) / 2
	return []Rect{{W: list}, {X: list + rule, W: detail}, {X: list + detail + 2*rule, W: free - list - detail}}
}

// shifted returns a width plus the chosen offset, within limits.
func (f Frame) shifted(cells, most int) int {
	return max(min(cells+f.Panes.Offset, most), min(minColumn, most))
}

// stack divides the last of two columns, if there is room, into a detail and a
// passage below it, with a line between them.
func stack(columns []Rect, w Wish) []Rect {
	top := columns[1]
	free := top.H - 1
	lower, upper := max(free/3, leastLower), w.Upper
	if upper == 0 {
		upper = free / 2
	}
	if w.NoPassage {
		lower, upper = noteLines, free
	}
	top.H = min(max(upper, leastLower), free-lower)
	return []Rect{columns[0], top, {X: top.X, Y: top.Y + top.H + 1, W: top.W, H: free - top.H}}
}

// Stacked reports whether the last column is below the one before it.
func Stacked(columns []Rect) bool {
	n := len(columns)
	return n > 1 && columns[n-1].X == columns[n-2].X
}

// Under reports whether there are two columns, one below the other.
func Under(columns []Rect) bool { return len(columns) == 2 && Stacked(columns) }

// Shift returns the panes with the leading column wider by the given steps, or
// narrower if they are negative. It returns false if the width cannot change.
func (f Frame) Shift(w Wish, steps int) (Panes, bool) {
	before := f.For(w)
	p := f.Panes
	p.Offset += steps * widerBy
	f.Panes = p
	return p, len(before) > 1 && f.For(w)[0].W != before[0].W
}
