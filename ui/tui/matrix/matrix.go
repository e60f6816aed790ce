// Package matrix shows claims as a table: claims down, actors across, a sign for
// each position, or as a list if there is no room for a table. Like every
// column it only moves its cursor; it opens nothing and reads no keys.
package matrix

import (
	"slices"
	"sort"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// matrix shows the claims as a table: the questions with their claims down, and
// the actors that take a position across, each in one column throughout. A sign
// marks a position, and a line under a question names those who are involved
// and silent. The cursor goes from sign to sign along a row, and up and down to
// the sign nearest to its column. If the column is too narrow for a table,
// matrix shows a grouped list.
type matrix struct {
	index     *briefing.Index
	questions []question
	actors    []string // of the columns, in the order of their first positions
	rows      []matrixRow
	size      column.Size
	layout    layout.Table
	cursor    tablePos
	want      int              // the column that the cursor keeps while going up and down
	first     int              // the first column in sight
	home      int              // the value of first before going up and down, to return to
	top       int              // the first row in sight
	laid      map[int][]string // the lines of the claims that have been shown
	names     [][]string       // above the columns, all with the same number of lines, short names at the bottom
	list      *column.Flow     // replaces the table if there is no room for it, otherwise nil
}

// question is a question and those who are involved in it and take no position.
type question struct {
	*briefing.Question
	silent []string
}

// matrixRow is a row: a claim, or the question above its claims.
type matrixRow struct {
	question int
	claim    *briefing.Claim // nil for the question
	stands   []briefing.Stand
	at       []int // the columns of the stands, in order
}

// tablePos is a stop of a row. Stop 0 is the row's claim or question itself,
// and stops from 1 are its positions.
type tablePos struct{ row, stop int }

// ownColumn is the column of a row's claim or question.
const ownColumn = -1

// New returns the claims by who takes a position on them.
func New(x *briefing.Index) column.Column {
	m := &matrix{index: x, laid: map[int][]string{}}
	columns := map[string]int{}
	for _, q := range x.QuestionsByDispute() {
		m.add(q, columns)
	}
	if len(m.rows) == 0 {
		return column.Listed(x, nil, briefing.KindClaim)
	}
	m.cursor = m.nearest(min(1, len(m.rows)-1))
	m.Resize(column.Size{Cells: layout.MaxText, Lines: layout.MinLines})
	return m
}

// add adds the rows of a question, for the claims that lists show. columns has
// the columns of the actors so far, by ID.
func (m *matrix) add(q *briefing.Question, columns map[string]int) {
	n := len(m.questions)
	rows := []matrixRow{{question: n}}
	for i := range q.Claims {
		c := &q.Claims[i]
		if !m.index.Shows(briefing.KindClaim, c.ID) {
			continue
		}
		row := matrixRow{question: n, claim: c, stands: slices.Clone(m.index.StandsOn(c.ID))}
		for _, s := range row.stands {
			holder := s.Position.Holder
			if _, known := columns[holder]; !known {
				columns[holder] = len(m.actors)
				m.actors = append(m.actors, holder)
			}
		}
		slices.SortStableFunc(row.stands, func(a, b briefing.Stand) int {
			return columns[a.Position.Holder] - columns[b.Position.Holder]
		})
		for _, s := range row.stands {
			row.at = append(row.at, columns[s.Position.Holder])
		}
		rows = append(rows, row)
	}
	if len(rows) == 1 && (len(q.Claims) > 0 || !m.index.Shows(briefing.KindQuestion, q.ID)) {
		return
	}
	asked := question{Question: q}
	if len(q.Claims) > 0 {
		asked.silent = m.index.Silent(q)
	}
	m.questions = append(m.questions, asked)
	m.rows = append(m.rows, rows...)
}

func (m *matrix) row() *matrixRow { return &m.rows[m.cursor.row] }

// stand returns the position under the cursor and whether there is one.
func (m *matrix) stand() (briefing.Stand, bool) {
	if m.cursor.stop == 0 {
		return briefing.Stand{}, false
	}
	return m.row().stands[m.cursor.stop-1], true
}

// column returns the column of the cursor.
func (m *matrix) column() int {
	if m.cursor.stop == 0 {
		return ownColumn
	}
	return m.row().at[m.cursor.stop-1]
}

// Share asks for all the width, so that all actors can be shown.
func (m *matrix) Share() layout.Share { return layout.Full }

// Wants returns the width in which all actors are in sight.
func (m *matrix) Wants() int { return layout.TableCells(len(m.actors)) }

// Sideways reports whether a table is shown.
func (m *matrix) Sideways() bool { return m.list == nil }

// Selected returns the position, claim or question under the cursor.
func (m *matrix) Selected() page.Target {
	if m.list != nil {
		return m.list.Selected()
	}
	return m.tableTarget()
}

// target returns what a row is about.
func (r *matrixRow) target(questions []question) page.Target {
	if r.claim == nil {
		return page.To(briefing.KindQuestion, questions[r.question].ID)
	}
	return page.To(briefing.KindClaim, r.claim.ID)
}

// Select goes to a question, a claim or a position.
func (m *matrix) Select(t page.Target) bool {
	if m.list != nil {
		return m.list.Select(t)
	}
	around := t
	if t.Ref.Kind == briefing.KindPosition {
		around = page.Around(m.index, t)
	}
	for i := range m.rows {
		r := &m.rows[i]
		if r.target(m.questions) != around {
			continue
		}
		to := tablePos{row: i}
		for n, s := range r.stands {
			if (page.Target{Ref: s.Ref()}) == t {
				to.stop = n + 1
			}
		}
		m.put(to)
		m.want = m.column()
		return true
	}
	return false
}

// Place returns the number of the claim among all claims. For a question it
// returns that of its first claim.
func (m *matrix) Place() (at, of int) {
	if m.list != nil {
		return m.list.Place()
	}
	// A question precedes its claims, so all rows up to the cursor except the
	// questions are claims.
	at, of = m.cursor.row-m.row().question, len(m.rows)-len(m.questions)
	if m.row().claim == nil {
		at = min(at+1, of)
	}
	return at, of
}

// Mark returns the cursor, and the first row and column in sight.
func (m *matrix) Mark() column.Mark {
	if m.list != nil {
		mark := m.list.Mark()
		mark.Zoom = listMark
		return mark
	}
	return column.Mark{Cursor: column.Spot{Row: m.cursor.row, In: m.cursor.stop}, Top: column.Spot{Row: m.top, In: m.first}}
}

// listMark identifies the marks of the list that replaces the table.
const listMark = 1

// Restore goes back to a mark, as far as there are still such rows.
func (m *matrix) Restore(mark column.Mark) {
	if mark.Zoom == listMark {
		flow := m.asList()
		flow.Resize(m.size)
		flow.Restore(mark)
		if m.list != nil {
			m.list = flow
		} else {
			m.Select(flow.Selected())
		}
		return
	}
	row := min(max(mark.Cursor.Row, 0), len(m.rows)-1)
	m.cursor = tablePos{row, min(max(mark.Cursor.In, 0), len(m.rows[row].stands))}
	m.want = m.column()
	m.top, m.first = min(max(mark.Top.Row, 0), len(m.rows)-1), mark.Top.In
	if m.list != nil {
		m.showList()
		return
	}
	m.reveal()
	m.home = m.first
}

// tableTarget returns what the cursor is on in the table, even while the table
// is not shown.
func (m *matrix) tableTarget() page.Target {
	if s, ok := m.stand(); ok {
		return page.Target{Ref: s.Ref()}
	}
	return m.row().target(m.questions)
}

// Resize sets the size of the table, or replaces it with a list. The cursor
// stays on the same thing.
func (m *matrix) Resize(s column.Size) {
	s.Cells, s.Lines = max(s.Cells, 1), max(s.Lines, 1)
	if s == m.size {
		return
	}
	clear(m.laid)
	m.size = s
	if !layout.HasTable(s.Cells) {
		if m.list == nil {
			m.showList()
		}
		m.list.Resize(s)
		return
	}
	m.layout = layout.NewTable(s.Cells, s.Lines, len(m.actors))
	m.names = m.over()
	if m.list != nil {
		target := m.list.Selected()
		m.list = nil
		m.Select(target)
	}
	m.reveal()
	m.home = m.first
}

// showList replaces the table with a list that has the cursor on the same thing.
func (m *matrix) showList() {
	target := m.tableTarget()
	m.list = m.asList()
	m.list.Resize(m.size)
	m.list.Select(target)
}

// asList returns the questions with their claims, and under each claim the
// positions.
func (m *matrix) asList() *column.Flow {
	x := m.index
	l := &column.List{}
	for i := range m.rows {
		r := &m.rows[i]
		if r.claim == nil {
			if l.Count > 0 {
				l.Fixed(page.Blank{})
			}
			q := m.questions[r.question].Question
			l.Fixed(page.Later{To: page.To(briefing.KindQuestion, q.ID), Head: true, Make: func() page.Entry { return page.QuestionHeading(x, q) }})
			continue
		}
		if l.Count == 0 {
			l.Start = len(l.Rows)
		}
		l.Entry(page.To(briefing.KindClaim, r.claim.ID), func() page.Entry { return page.ClaimRow(x, r.claim) })
		for _, s := range r.stands {
			l.Fixed(page.Later{To: page.Target{Ref: s.Ref()}, Make: func() page.Entry { return page.PositionRow(x, s, layout.Gutter) }})
		}
	}
	return l.Flow(x, "")
}

// nearest returns the stop of a row that is nearest to the column that the
// cursor keeps.
func (m *matrix) nearest(row int) tablePos {
	r := &m.rows[row]
	if m.want == ownColumn || len(r.at) == 0 {
		return tablePos{row: row}
	}
	i := sort.SearchInts(r.at, m.want)
	if i == len(r.at) || i > 0 && m.want-r.at[i-1] < r.at[i]-m.want {
		i--
	}
	return tablePos{row, i + 1}
}
