// Package layout computes from a size where everything goes. All geometry is
// here: the package imports no styles and makes no strings, and no other
// package computes widths. All numbers are cells and lines.
package layout

// Limits of what is drawn.
const (
	// MaxText is the greatest width of running text, however wide the terminal.
	MaxText = 80
	// MinCells and MinLines are the size of the smallest terminal that gets a
	// frame.
	MinCells, MinLines = 40, 10
	// gutter is the width of the column before text, which holds the cursor's
	// sign and a space.
	gutter = 2
	// Below this width the header and the tabs are shortened.
	roomy = 60
	// From these widths on there are two and three columns.
	twoColumns, threeColumns = 100, 160
	// rule is the width of the line between two columns with a space on either
	// side.
	rule = 3
	// chrome is the height of the header, the tab bar, the breadcrumb and the
	// footer.
	chrome = 4
	// tabLine is the line of the tab bar, below the header.
	tabLine = 1
	// absurd is a size that no terminal has. tea reports 0 for a size it does
	// not know.
	absurd               = 10_000
	fallbackW, fallbackH = 80, 24
)

// Gutter is the width of the cursor's column.
const Gutter = gutter

// Rect is a rectangle on the screen.
type Rect struct{ X, Y, W, H int }

// Holds reports whether a cell is in the rectangle.
func (r Rect) Holds(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// NameStart returns the cell where a name above a column begins, so that after
// a blank it is aligned with the text.
func (r Rect) NameStart() int { return r.X + gutter - 1 }

// Share is the part of the frame that a column asks for.
type Share int

// The shares.
const (
	Usual Share = iota // a list or a page, which share the frame
	Wide               // a chart or a table, with a page beside it
	Full               // the whole frame, unless that has room for Wide and more
)

// Frame has the positions of everything for a size of the terminal.
type Frame struct {
	W, H  int
	Tabs  Rect
	Panes Panes // the reader's choice of columns
	body  Rect  // the columns, which For divides
	// Banner is the line that reports problems in the file. Its H is 0 if there
	// are none.
	Banner Rect
}

// New lays out a terminal of the given size. A banner takes a line of its own.
func New(w, h int, banner bool) Frame {
	if w <= 0 || h <= 0 || w > absurd || h > absurd {
		w, h = fallbackW, fallbackH
	}
	f := Frame{W: w, H: h, Tabs: Rect{0, tabLine, w, 1}, body: Rect{0, chrome - 1, w, h - chrome}}
	if banner {
		f.Banner = Rect{0, f.body.Y, w, 1}
		f.body.Y, f.body.H = f.body.Y+1, f.body.H-1
	}
	f.body.H = max(f.body.H, 1)
	return f
}

// wideShare is the page's share of the width beside a chart or a table, in per
// cent.
const wideShare = 35

// TooSmall reports whether a frame has no room for anything readable.
func (f Frame) TooSmall() bool { return f.W < MinCells || f.H < MinLines }

// Narrow reports whether the header and the tabs must be shortened.
func (f Frame) Narrow() bool { return f.W < roomy }

// TextCells returns the room for text in a column of the given width: without
// the gutter, and one blank cell at the right.
func TextCells(column int) int { return max(column-gutter-1, 1) }

// ColumnCells returns the width of a column with the given room for text.
func ColumnCells(text int) int { return gutter + text + 1 }

// sidesFrom is the width of a column from which claims are side by side.
const sidesFrom = 100

// HasSides reports whether a column is wide enough for claims side by side.
func HasSides(column int) bool { return column >= sidesFrom }

// Dialog returns the rectangle of a dialog: centred, at most w by h, and never
// larger than the terminal.
func (f Frame) Dialog(w, h int) Rect {
	w, h = min(w, f.W), min(h, f.H)
	return Rect{(f.W - w) / 2, (f.H - h) / 2, w, h}
}

// dialogMargin is the number of lines of the frame that stay visible above and
// below a dialog, unless it would be lower than leastDialog.
const (
	dialogMargin = 3
	leastDialog  = 8
)

// border is the width of the border of a box on one side.
const border = 1

// ListDialog returns the size of a dialog that shows the given lines, or as
// many of them as fit.
func (f Frame) ListDialog(lines int) (w, h int) {
	w = min(MaxText+2*border+gutter, f.W)
	return max(w, min(f.W, MinCells)), min(lines+2*border, max(f.H-2*dialogMargin, min(f.H, leastDialog)))
}

// Inside returns the rectangle inside the border of a box.
func Inside(r Rect) Rect {
	return Rect{r.X + border, r.Y + border, max(r.W-2*border, 0), max(r.H-2*border, 0)}
}

// PromptLines is the height of a prompt at the foot of the frame: a rule and
// the line to type in.
const PromptLines = 2

// Completions take up to 1/completionShare of the height of the frame.
const completionShare = 4

// MostCompletions returns how many completions fit above a prompt.
func (f Frame) MostCompletions() int { return f.H / completionShare }

// AtFoot returns the rectangle of the given lines at the foot of the frame.
func (f Frame) AtFoot(lines int) Rect {
	lines = min(lines, f.H)
	return Rect{0, f.H - lines, f.W, lines}
}

// Prompted divides the rectangle of a prompt into its rule and what is between
// that and the line to type in.
func Prompted(r Rect) (rule, between Rect) {
	return Rect{r.X, r.Y, r.W, 1}, Rect{r.X, r.Y + 1, r.W, max(r.H-PromptLines, 0)}
}

// FieldAbove divides a rectangle into a line to type in, after a sign as wide
// as the gutter, and the rest.
func FieldAbove(r Rect) (field, rest Rect) {
	field = Rect{r.X + gutter, r.Y, max(r.W-gutter, 0), 1}
	return field, Rect{r.X, r.Y + 1, r.W, max(r.H-1, 0)}
}

// promptSign is the width of the sign before what is typed in the footer, and
// minField the least width of the field.
const (
	promptSign = 2
	minField   = 12
)

// PromptField returns the width of the field in a footer with behind cells of
// text after it.
func PromptField(w, behind int) int {
	return min(max(w-promptSign-behind, minField), max(w-promptSign, 0))
}

// GrowingField returns the width of the field in a line with behind cells of
// text after it. The typed text and the cursor may take up to half the line.
func GrowingField(w, typed, behind int) int {
	return max(PromptField(w, behind), min(typed+1, (w-promptSign)/2))
}

// PromptRest returns the room after the field of a prompt.
func PromptRest(w, field int) int { return max(w-promptSign-field, 0) }
