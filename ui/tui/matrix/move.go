package matrix

import (
	"sitrep/ui/tui/column"
)

// Move moves the cursor: left and right along its row, up and down to the
// nearest sign of another row, by groups to the next question.
func (m *matrix) Move(motion column.Motion) bool {
	if m.list != nil {
		return m.list.Move(motion)
	}
	was := m.Mark()
	switch motion {
	case column.Left:
		m.along(-1)
	case column.Right:
		m.along(+1)
	case column.Previous:
		m.through(-1)
	case column.Next:
		m.through(+1)
	case column.PreviousGroup:
		m.toQuestion(-1)
	case column.NextGroup:
		m.toQuestion(+1)
	case column.ScrollUp:
		m.top = max(m.top-1, 0)
	case column.ScrollDown:
		m.top = m.lastTop(m.top + 1)
	default:
		m.down(motion.Steps(len(m.rows), m.inSight()))
	}
	return m.Mark() != was
}

// inSight returns how many rows are on the screen.
func (m *matrix) inSight() int {
	n := 0
	for row := m.top; row < len(m.rows) && m.linesTo(m.top, row) <= m.layout.Lines; row++ {
		n++
	}
	return n
}

func (m *matrix) down(n int) {
	to := min(max(m.cursor.row+n, 0), len(m.rows)-1)
	if to == m.cursor.row {
		return
	}
	home := m.home
	m.first = home
	m.put(m.nearest(to))
	m.home = home
}

func (m *matrix) along(n int) {
	m.cursor.stop = min(max(m.cursor.stop+n, 0), len(m.row().stands))
	m.want = m.column()
	m.reveal()
	m.home = m.first
}

// through goes to the next position, row after row. From a claim it goes to the
// next claim, and from a question to the next question.
func (m *matrix) through(n int) {
	at := m.cursor
	if at.stop > 0 {
		if to := at.stop + n; to >= 1 && to <= len(m.row().stands) {
			m.along(n)
			return
		}
	}
	for row := at.row + n; row >= 0 && row < len(m.rows); row += n {
		r := &m.rows[row]
		switch {
		case at.stop == 0 && (r.claim == nil) == (m.row().claim == nil):
			m.put(tablePos{row: row})
		case at.stop > 0 && len(r.stands) > 0 && n > 0:
			m.put(tablePos{row, 1})
		case at.stop > 0 && len(r.stands) > 0:
			m.put(tablePos{row, len(r.stands)})
		default:
			continue
		}
		m.want = m.column()
		return
	}
}

// toQuestion goes to the next question. Backwards it goes to the question of
// the cursor's claim, and from there to the one before.
func (m *matrix) toQuestion(n int) {
	for row := m.cursor.row + n; row >= 0 && row < len(m.rows); row += n {
		if m.rows[row].claim == nil {
			m.put(tablePos{row: row})
			return
		}
	}
}

// put moves the cursor and shows it.
func (m *matrix) put(to tablePos) {
	m.cursor = to
	m.reveal()
	m.home = m.first
}

// reveal scrolls as little as needed to show the cursor's row and column.
func (m *matrix) reveal() {
	column := m.column()
	if column == ownColumn {
		column = max(m.want, 0) // to which the next row goes back, or the beginning
	}
	m.first = m.layout.Reveal(m.first, column)
	row := m.cursor.row
	if row < m.top {
		m.top = row
	}
	first := row
	for first > 0 && m.linesTo(first-1, row) <= m.layout.Lines {
		first--
	}
	m.top = max(m.top, first)
	m.top = m.lastTop(m.top)
}

// lastTop returns top, or an earlier row if the rows from top on do not fill
// the screen.
func (m *matrix) lastTop(top int) int {
	last := len(m.rows) - 1
	top = min(top, last)
	for top > 0 && m.linesTo(top-1, last) <= m.layout.Lines {
		top--
	}
	return top
}

// Click puts the cursor on the sign at a cell, or on the claim or question of
// its row.
func (m *matrix) Click(x, y int) bool {
	if m.list != nil {
		return m.list.Click(x, y)
	}
	row, ok := m.rowAt(y)
	if !ok {
		return false
	}
	to := tablePos{row: row}
	r := &m.rows[row]
	column, ok := m.layout.ColumnAt(m.first, x)
	for i, at := range r.at {
		if ok && at == column {
			to.stop = i + 1
			break
		}
	}
	if to.stop == 0 && m.layout.InActors(x) {
		return false
	}
	m.cursor = to // what is clicked is in sight
	m.want, m.home = m.column(), m.first
	return true
}

// rowAt returns the row that is shown on a line. Of the lines of a question
// only the first counts.
func (m *matrix) rowAt(y int) (int, bool) {
	y -= len(m.names) + headRule
	row := m.topQuestion()
	if y == 0 {
		return row, true
	}
	y -= m.questionLines(row)
	for row = m.top; row < len(m.rows) && y >= 0; row++ {
		switch {
		case m.rows[row].claim == nil && row == m.top:
		case m.rows[row].claim == nil && y == 1:
			return row, true
		case y < m.height(row):
			return row, m.rows[row].claim != nil
		default:
			y -= m.height(row)
		}
	}
	return 0, false
}

// topQuestion returns the row of the question that stays in sight above the first row.
func (m *matrix) topQuestion() int {
	row := m.top
	for m.rows[row].claim != nil {
		row--
	}
	return row
}

// linesTo returns the number of lines from the top of a screen that begins with
// row first down to the end of a later row. It includes the names and the
// question that stay in sight above.
func (m *matrix) linesTo(first, row int) int {
	n := len(m.names) + headRule + m.questionLines(first)
	for i := first; i <= row && n <= m.layout.Lines; i++ {
		if i > first || m.rows[i].claim != nil {
			n += m.height(i)
		}
	}
	return n
}

// height returns the number of lines of a row. A question that is not at the
// top has a blank line above it.
func (m *matrix) height(row int) int {
	if m.rows[row].claim == nil {
		return m.questionLines(row) + 1
	}
	return len(m.claimLines(row))
}

// questionLines returns the lines of the question of a row: itself, and those who are
// silent.
func (m *matrix) questionLines(row int) int {
	if len(m.questions[m.rows[row].question].silent) > 0 {
		return 2
	}
	return 1
}
