package matrix

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Draw draws the names above the columns and the question of the first row in
// sight, both of which stay in sight, then the rows, and below them what the
// cursor is on.
func (m *matrix) Draw(t *style.Theme, focused bool) []string {
	if m.list != nil {
		return m.list.Draw(t, focused)
	}
	d := &tableDrawing{m, newSheet(t, focused, m.size.Cells, m.layout, m.first, len(m.actors))}
	out := append(d.head(), d.question(m.topQuestion())...)
	for row := m.top; row < len(m.rows) && len(out) < m.layout.Lines; row++ {
		switch {
		case m.rows[row].claim != nil:
			out = append(out, d.claim(row)...)
		case row > m.top:
			out = append(append(out, d.filled("", 0)), d.question(row)...)
		}
	}
	return append(d.page(out), d.foot()...)
}

// tableDrawing is the state that the parts of one drawing share.
type tableDrawing struct {
	*matrix
	sheet
}

// head returns the names above the columns, and a rule. The last line of names begins
// with which columns are in sight, if not all are.
func (d *tableDrawing) head() []string {
	var out []string
	over := d.overTotals()
	for y, names := range d.names {
		sight, origins, total := "", "", ""
		if y == len(d.names)-1 {
			sight, origins = d.sight("actors"), "origins"
		}
		if at := y - len(d.names) + len(over); at >= 0 {
			total = over[at]
		}
		out = append(out, d.columns(sight, total, origins, func(at int) (string, string, page.Role) {
			if at == d.column() {
				return " ", names[at], page.Strong
			}
			return " ", names[at], page.Plain
		}))
	}
	return append(out, d.rule())
}

// on reports whether the cursor is on the claim or question of a row.
func (d *tableDrawing) on(row int) bool { return d.cursor == tablePos{row: row} }

// question returns the line of a question, and below it those who are silent.
func (d *tableDrawing) question(row int) []string {
	q := d.questions[d.rows[row].question]
	out := []string{d.heading(d.on(row), page.QuestionHeading(d.index, q.Question))}
	if len(q.silent) > 0 {
		out = append(out, d.line(d.silent(q)))
	}
	return out
}

// claim returns a row: the claim, the totals, and a sign for each position.
func (d *tableDrawing) claim(row int) []string {
	role := page.Plain
	if row == d.cursor.row {
		role = page.Strong
	}
	f := d.index.Findings(d.rows[row].claim.ID)
	voices, origins := strconv.Itoa(f.Voices), strconv.Itoa(len(f.Origins))
	if d.layout.Shared {
		voices += ", " + origins
	}
	return d.rowLines(d.on(row), role, d.claimLines(row), voices, origins, func(line string) string { return line + d.cells(row) })
}

// cells returns the cells of a row. A sign at either end says that there are
// more positions in that direction.
func (d *tableDrawing) cells(row int) string {
	r := &d.rows[row]
	var b strings.Builder
	stop, _ := slices.BinarySearch(r.at, d.from)
	line := d.t.Role(page.Muted, d.t.Signs.Column)
	if stop > 0 {
		line = d.t.Role(page.Strong, d.t.Signs.Chart.Before)
	}
	for column := d.from; column < d.to; column++ {
		end := stop
		for end < len(r.at) && r.at[end] == column {
			end++
		}
		b.WriteString(line + d.cell(row, stop, end))
		line, stop = d.t.Role(page.Muted, d.t.Signs.Column), end
	}
	return d.ended(b.String(), stop < len(r.at))
}

// cell returns the stances of one actor on one claim, from stop to end: the
// sign with its word, or that it is a draft; only the signs if there are several.
func (d *tableDrawing) cell(row, stop, end int) string {
	stands := d.rows[row].stands[stop:end]
	on := d.cursor.stop - 1 - stop // the number of the one under the cursor
	if row != d.cursor.row || on < 0 || on >= len(stands) {
		on = -1
	}
	cursor, text := " ", ""
	if on >= 0 {
		cursor = d.t.CursorSign(d.focused)
	}
	used := 0
	from, to := d.layout.SignsInSight(len(stands), max(on, 0))
	for i := from; i < to; i++ {
		stance := stands[i].Position.Stance
		sign := page.StanceSpan(stance)
		if len(stands) == 1 {
			word := briefing.Stances.Label(stance)
			if stands[i].Position.Draft {
				word = "draft"
			}
			sign.Text = d.t.Cut(d.signWithWord(sign.Text, word), d.layout.CellText())
		}
		if i > from {
			text, used = text+" ", used+1
		}
		used += d.t.Method.Of(sign.Text)
		if i == on && d.focused {
			text += d.t.Paint(style.Chosen, sign.Text)
		} else {
			text += d.t.Role(sign.Role, sign.Text)
		}
	}
	if len(stands) == 0 {
		text, used = d.t.Role(page.Muted, d.t.Signs.Grid.Empty), 1
	}
	return cursor + text + strings.Repeat(" ", max(d.layout.CellText()-used, 0))
}

// signWithWord returns a sign and its word, without the space between them if a cell
// has no room for that.
func (d *tableDrawing) signWithWord(sign, word string) string {
	if spaced := sign + " " + word; d.t.Method.Of(spaced) <= d.layout.CellText() {
		return spaced
	}
	return sign + word
}

// foot returns a rule, what the cursor is on in words, and the signs.
func (d *tableDrawing) foot() []string {
	first, second := d.readout()
	return d.below([][]page.Span{first, second}[:d.layout.Readout], d.stanceLegend())
}

// readout returns two lines about what the cursor is on.
func (d *tableDrawing) readout() (first, second []page.Span) {
	if s, ok := d.stand(); ok {
		row := page.PositionRow(d.index, s, 0)
		first = append(append(row.Lead, page.Span{Text: " "}), row.Body...)
		if quotes := page.Quotes(d.index, s.Position); len(quotes) > 0 {
			second = quotes[0]
		}
		return first, second
	}
	if c := d.row().claim; c != nil {
		row := page.ClaimRow(d.index, c)
		return row.Body, row.Under[0]
	}
	q := d.questions[d.row().question]
	return page.QuestionRow(d.index, q.Question).Body, d.silent(q)
}

// silent names those who are involved in a question and take no position.
func (d *tableDrawing) silent(q question) []page.Span {
	if len(q.silent) == 0 {
		return []page.Span{{Text: "nobody involved is silent", Role: page.Muted}}
	}
	return []page.Span{{Text: "silent: " + briefing.JoinNames(briefing.Map(q.silent, d.index.ActorName)), Role: page.Muted}}
}

func (d *tableDrawing) stanceLegend() []page.Span {
	var out []page.Span
	for _, s := range briefing.Stances {
		out = append(out, page.StanceSpan(s.Value), page.Span{Text: " " + s.Label + layout.LegendGap, Role: page.Muted})
	}
	none := strings.TrimSpace(d.t.Signs.Grid.Empty)
	if none == "" {
		none = "blank:"
	}
	return append(out, page.Span{Text: none + " no position", Role: page.Muted})
}
