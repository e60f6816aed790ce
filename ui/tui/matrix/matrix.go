// Package matrix shows claims as tables: claims down, actors across, a sign for
// each position, and as a list where a table has not the width. Like every
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

// matrix is the claims as tables, one for each question: claims down, the
// actors that take a position across, and behind them those who are involved
// and silent; a sign where an actor takes a position. The cursor goes from
// sign to sign along a row, and down to the sign that is nearest to its column.
// Where the column has not the width for a table it is a grouped list.
type matrix struct {
	index  *briefing.Index
	tables []*table
	rows   []matrixRow
	size   column.Size
	layout layout.Table
	cursor tableSpot
	want   int              // the column that going up and down keeps to
	first  int              // the first actor in sight in the cursor's table
	top    int              // the first row in sight
	laid   map[int][]string // the lines of the claims that have been shown
	heads  map[int]tableHead
	needed map[string]nameNeed
	list   *column.Flow // in place of the tables where they have not the room
}

// table is a question with those who take positions on its claims.
type table struct {
	question *briefing.Question
	actors   []string // holders, then the silent ones
	silent   int      // where the silent ones begin
	signs    []int    // the most that each holder has on one claim
}

// matrixRow is a row: a claim, or the question over the claims.
type matrixRow struct {
	table  int
	claim  *briefing.Claim // nil for the question
	stands []briefing.Stand
	at     []int // the columns of the stands, in order
}

// tableSpot is a stop of a row: 0 is the row's claim or question itself, and
// from 1 on they are its stands.
type tableSpot struct{ row, stop int }

// ownColumn is the column of what a row is about.
const ownColumn = -1

// New returns the claims by who takes a position on them.
func New(x *briefing.Index) column.Column {
	m := &matrix{index: x, laid: map[int][]string{}, heads: map[int]tableHead{}, needed: map[string]nameNeed{}}
	for _, q := range x.QuestionsByDispute() {
		m.add(q)
	}
	if len(m.rows) == 0 {
		return (&column.List{}).Flow(x, column.NoQuestions, briefing.KindClaim)
	}
	m.cursor = m.nearest(min(1, len(m.rows)-1))
	m.Resize(column.Size{Cells: layout.MaxText, Lines: layout.MinLines})
	return m
}

// add makes the table of a question, of the claims that lists show.
func (m *matrix) add(q *briefing.Question) {
	n := len(m.tables)
	t := &table{question: q}
	column := map[string]int{}
	rows := []matrixRow{{table: n}}
	for i := range q.Claims {
		c := &q.Claims[i]
		if !m.index.Shows(briefing.KindClaim, c.ID) {
			continue
		}
		row := matrixRow{table: n, claim: c, stands: slices.Clone(m.index.StandsOn(c.ID))}
		for _, s := range row.stands {
			holder := s.Position.Holder
			if _, known := column[holder]; !known {
				column[holder] = len(t.actors)
				t.actors = append(t.actors, holder)
				t.signs = append(t.signs, 0)
			}
		}
		slices.SortStableFunc(row.stands, func(a, b briefing.Stand) int {
			return column[a.Position.Holder] - column[b.Position.Holder]
		})
		for _, s := range row.stands {
			row.at = append(row.at, column[s.Position.Holder])
		}
		t.countSigns(row.at)
		rows = append(rows, row)
	}
	if len(rows) == 1 && (len(q.Claims) > 0 || !m.index.Shows(briefing.KindQuestion, q.ID)) {
		return
	}
	t.silent = len(t.actors)
	if len(q.Claims) > 0 {
		t.actors = append(t.actors, m.index.Silent(q)...)
	}
	m.tables = append(m.tables, t)
	m.rows = append(m.rows, rows...)
}

// countSigns keeps the most signs of a row that stand in one column.
func (t *table) countSigns(at []int) {
	n := 0
	for i, column := range at {
		if i > 0 && at[i-1] != column {
			n = 0
		}
		n++
		t.signs[column] = max(t.signs[column], n)
	}
}

func (m *matrix) row() *matrixRow { return &m.rows[m.cursor.row] }

// stand returns the position under the cursor, if it stands on one.
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

// Share asks for all the width, that all actors may be seen.
func (m *matrix) Share() layout.Share { return layout.Full }

// Sideways reports whether it is a table.
func (m *matrix) Sideways() bool { return m.list == nil }

// Selected returns the position, claim or question under the cursor.
func (m *matrix) Selected() page.Target {
	if m.list != nil {
		return m.list.Selected()
	}
	if s, ok := m.stand(); ok {
		return page.Target{Ref: s.Ref()}
	}
	return m.row().target(m.tables)
}

// target returns what a row is about.
func (r *matrixRow) target(tables []*table) page.Target {
	if r.claim == nil {
		return page.To(briefing.KindQuestion, tables[r.table].question.ID)
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
		around = column.Around(m.index, t)
	}
	for i := range m.rows {
		r := &m.rows[i]
		if r.target(m.tables) != around {
			continue
		}
		to := tableSpot{row: i}
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

// Place returns the number of the claim among all claims; on a question, of its first.
func (m *matrix) Place() (at, of int) {
	if m.list != nil {
		return m.list.Place()
	}
	// A question stands before the claims of its table, so all rows up to the
	// cursor but the questions are claims.
	at, of = m.cursor.row-m.row().table, len(m.rows)-len(m.tables)
	if m.row().claim == nil {
		at = min(at+1, of)
	}
	return at, of
}

// Mark returns the cursor, and the first row and actor in sight.
func (m *matrix) Mark() column.Mark {
	if m.list != nil {
		mark := m.list.Mark()
		mark.Zoom = listMark
		return mark
	}
	return column.Mark{Cursor: column.Spot{Row: m.cursor.row, In: m.cursor.stop}, Top: column.Spot{Row: m.top, In: m.first}}
}

// listMark marks the marks of the list in place of the tables.
const listMark = 1

// Restore goes back to a mark, as far as the rows still reach.
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
	m.cursor = tableSpot{row, min(max(mark.Cursor.In, 0), len(m.rows[row].stands))}
	m.want = m.column()
	m.top, m.first = min(max(mark.Top.Row, 0), len(m.rows)-1), mark.Top.In
	if m.list != nil {
		target := m.tableTarget()
		m.list = m.asList()
		m.list.Resize(m.size)
		m.list.Select(target)
		return
	}
	m.reveal()
}

// tableTarget returns what the cursor stands on in the tables, whether they are
// shown or not.
func (m *matrix) tableTarget() page.Target {
	if s, ok := m.stand(); ok {
		return page.Target{Ref: s.Ref()}
	}
	return m.row().target(m.tables)
}

// Resize gives the tables their room, or turns them into a list, with the
// cursor on the same thing.
func (m *matrix) Resize(s column.Size) {
	s.Cells, s.Lines = max(s.Cells, 1), max(s.Lines, 1)
	if s == m.size {
		return
	}
	clear(m.laid)
	clear(m.heads)
	clear(m.needed)
	m.size = s
	if !layout.HasTable(s.Cells) {
		if m.list == nil {
			target := m.tableTarget()
			m.list = m.asList()
			m.list.Resize(s)
			m.list.Select(target)
		}
		m.list.Resize(s)
		return
	}
	m.layout = layout.NewTable(s.Cells, s.Lines)
	m.layout = m.layout.ForWidest(m.widest())
	if m.list != nil {
		target := m.list.Selected()
		m.list = nil
		m.Select(target)
	}
	m.reveal()
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
			q := m.tables[r.table].question
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
	return l.Flow(x, column.NoQuestions)
}

// nearest returns the stop of a row that is nearest to the column that the cursor
// keeps to.
func (m *matrix) nearest(row int) tableSpot {
	r := &m.rows[row]
	if m.want == ownColumn || len(r.at) == 0 {
		return tableSpot{row: row}
	}
	i := sort.SearchInts(r.at, m.want)
	if i == len(r.at) || i > 0 && m.want-r.at[i-1] < r.at[i]-m.want {
		i--
	}
	return tableSpot{row, i + 1}
}
