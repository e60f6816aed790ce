package matrix

import (
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// Move moves the cursor: left and right along the hypotheses, up and down along the
// evidence, by groups to another question.
func (h *Hypotheses) Move(motion column.Motion) bool {
	was := h.Mark()
	rows := len(h.shown.rows)
	switch motion {
	case column.Left, column.Right:
		h.along(motion)
	case column.Previous:
		h.down(-1)
	case column.Next:
		h.down(+1)
	case column.PreviousGroup:
		h.turnTo(max(h.question-1, 0))
	case column.NextGroup:
		if h.question+1 < len(h.questions) {
			h.turnTo(h.question + 1)
		}
	case column.ScrollUp:
		h.top = max(h.top-1, 0)
	case column.ScrollDown:
		h.top = h.lastTop(h.top + 1)
	default:
		h.down(motion.Steps(rows, h.inSight()))
	}
	return h.Mark() != was
}

func (h *Hypotheses) along(motion column.Motion) {
	step := 1
	if motion == column.Left {
		step = -1
	}
	h.cursor.hypothesis = max(min(h.cursor.hypothesis+step, len(h.shown.hypotheses)-1), 0)
	h.reveal()
}

func (h *Hypotheses) down(n int) {
	h.cursor.row += n
	h.settle()
	h.reveal()
}

// settle keeps the cursor within what there is. Where there is no hypothesis or no
// evidence, it is on the question.
func (h *Hypotheses) settle() {
	h.cursor.hypothesis = max(min(h.cursor.hypothesis, len(h.shown.hypotheses)-1), 0)
	h.cursor.row = max(min(h.cursor.row, len(h.shown.rows)-1), onQuestion)
	if h.cursor.row == onHypotheses && len(h.shown.hypotheses) == 0 {
		h.cursor.row = onQuestion
	}
}

// Mark returns the cursor, the first row and hypothesis in sight and, as its zoom, the
// question and the order.
func (h *Hypotheses) Mark() column.Mark {
	m := column.Mark{
		Cursor: column.Spot{Row: h.cursor.row, In: h.cursor.hypothesis},
		Top:    column.Spot{Row: h.top, In: h.first}, Zoom: 2 * h.question,
	}
	if h.shown.sorted {
		m.Zoom++
	}
	return m
}

// Restore goes back to a mark, as far as there are still such rows and hypotheses.
func (h *Hypotheses) Restore(m column.Mark) {
	h.shown.sorted = m.Zoom%2 == 1
	h.turnTo(min(max(m.Zoom/2, 0), len(h.questions)-1))
	h.cursor = cellPos{m.Cursor.Row, m.Cursor.In}
	h.top, h.first = max(min(m.Top.Row, len(h.shown.rows)-1), 0), max(m.Top.In, 0)
	h.down(0)
}

// Resize sets the size of the column.
func (h *Hypotheses) Resize(s column.Size) {
	s.Cells, s.Lines = max(s.Cells, 1), max(s.Lines, 1)
	if s == h.size && h.laid.rows != nil {
		return
	}
	h.size = s
	h.arrange()
}

// arrange lays out everything again.
func (h *Hypotheses) arrange() {
	h.layout = layout.NewCodes(h.size.Cells, h.size.Lines, len(h.shown.hypotheses))
	h.laid = laidTexts{rows: map[int][]string{}}
	if h.layout.Wide {
		h.laid.heads = h.headLines()
	}
	h.reveal()
}

// reveal scrolls as little as needed to show the cursor.
func (h *Hypotheses) reveal() {
	h.first = h.layout.Reveal(h.first, h.cursor.hypothesis)
	row := max(h.cursor.row, 0)
	if row < h.top {
		h.top = row
	}
	first := row
	for room := h.room() - h.height(row); first > 0 && room >= h.height(first-1); first-- {
		room -= h.height(first - 1)
	}
	h.top = h.lastTop(max(h.top, first))
}

// lastTop returns top, or an earlier row if the rows from top on do not fill the
// screen.
func (h *Hypotheses) lastTop(top int) int {
	room := h.room()
	first := len(h.shown.rows)
	for first > 0 && room >= h.height(first-1) {
		first--
		room -= h.height(first)
	}
	return max(min(top, first, len(h.shown.rows)-1), 0)
}

// inSight returns how many rows are on the screen.
func (h *Hypotheses) inSight() int {
	n := 0
	for room := h.room(); h.top+n < len(h.shown.rows) && room >= h.height(h.top+n); n++ {
		room -= h.height(h.top + n)
	}
	return n
}

// room returns the number of lines for the rows.
func (h *Hypotheses) room() int { return max(h.layout.Lines-h.headHeight(), 0) }

// headHeight returns the number of lines above the rows.
func (h *Hypotheses) headHeight() int {
	if h.layout.Wide {
		return h.layout.Head + len(h.laid.heads) + scoreLines + headRule
	}
	return h.layout.Head + h.layout.Heads + headRule
}

// height returns the number of lines of a row. A list has the codes below the name.
func (h *Hypotheses) height(row int) int {
	if row >= len(h.shown.rows) {
		return 0
	}
	n := len(h.nameLines(row))
	if !h.layout.Wide {
		n++
	}
	return n
}

// Click puts the cursor on the cell at a cell of the column, or on the row or the
// hypothesis there.
func (h *Hypotheses) Click(x, y int) bool {
	if y == 0 {
		h.cursor.row = onQuestion
		return true
	}
	if at, ok := h.headAt(x, y); ok {
		h.cursor = cellPos{onHypotheses, at}
		return true
	}
	y -= h.headHeight()
	for row := h.top; y >= 0 && row < len(h.shown.rows); row++ {
		if y < h.height(row) {
			h.cursor.row = row
			if at, ok := h.layout.CodeAt(h.first, x); ok && (h.layout.Wide || y == h.height(row)-1) {
				h.cursor.hypothesis = at
			}
			return true
		}
		y -= h.height(row)
	}
	return false
}

// headAt returns the hypothesis at a cell above the rows.
func (h *Hypotheses) headAt(x, y int) (at int, ok bool) {
	y -= h.layout.Head
	if h.layout.Wide {
		at, ok = h.layout.ColumnAt(h.first, x)
		return at, ok && y >= 0 && y < len(h.laid.heads)+scoreLines
	}
	at = h.firstHead() + y
	return at, y >= 0 && y < h.layout.Heads && at < len(h.shown.hypotheses)
}

// firstHead returns the first of the hypotheses above a list: as far down as needed to
// show the one under the cursor.
func (h *Hypotheses) firstHead() int {
	return max(min(h.cursor.hypothesis-h.layout.Heads+1, len(h.shown.hypotheses)-h.layout.Heads), 0)
}
