package matrix

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/lines"
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
	d := &tableDrawing{m, t, focused}
	out := append(d.head(), d.question(m.topQuestion())...)
	for row := m.top; row < len(m.rows) && len(out) < m.layout.Lines; row++ {
		switch {
		case m.rows[row].claim != nil:
			out = append(out, d.claim(row)...)
		case row > m.top:
			out = append(append(out, d.blank()), d.question(row)...)
		}
	}
	for len(out) < m.layout.Lines {
		out = append(out, d.blank())
	}
	return append(out[:m.layout.Lines], d.foot()...)
}

// tableDrawing is the state that the parts of one drawing share.
type tableDrawing struct {
	*matrix
	t       *style.Theme
	focused bool
}

func (d *tableDrawing) blank() string { return strings.Repeat(" ", d.size.Cells) }

// gutter returns the cell before a row. It has the cursor's sign if the cursor
// is on the claim or question of the row.
func (d *tableDrawing) gutter(row int) string {
	if row == d.cursor.row && d.cursor.stop == 0 {
		return d.t.CursorSign(d.focused) + " "
	}
	return strings.Repeat(" ", layout.Gutter)
}

// rest fills a line up to the width of the column.
func (d *tableDrawing) rest(line string, used int) string {
	return line + strings.Repeat(" ", max(d.size.Cells-used, 0))
}

// visible returns the range of the columns in sight.
func (d *tableDrawing) visible() (from, to int) {
	return d.first, min(d.first+d.layout.Sight, len(d.actors))
}

// question returns the line of a question, and below it those who are silent.
func (d *tableDrawing) question(row int) []string {
	room := d.size.Cells - layout.Gutter
	q := d.questions[d.rows[row].question]
	line := cutSpans(d.t, page.QuestionHeading(d.index, q.Question).Body, room)
	out := []string{d.gutter(row) + d.t.Row(line, room, 0, false)}
	if len(q.silent) > 0 {
		out = append(out, d.spans(d.silent(q)))
	}
	return out
}

// totals returns text in the columns of totals. The second column is included
// only if last is true.
func (d *tableDrawing) totals(role page.Role, voices, origins string, last bool) string {
	if d.layout.Shared {
		return d.t.Role(role, d.t.Fit(voices, d.layout.ActorsFrom()-d.layout.Claims))
	}
	if !last {
		origins = ""
	}
	return d.t.Role(role, d.t.Fit(voices, d.layout.Totals)+d.t.Fit(origins, d.layout.Totals))
}

// claim returns a row: the claim, the totals, and a sign for each position.
func (d *tableDrawing) claim(row int) []string {
	r := &d.rows[row]
	role := page.Plain
	if row == d.cursor.row {
		role = page.Strong
	}
	var out []string
	for y, text := range d.claimLines(row) {
		if y > 0 {
			text = strings.Repeat(" ", layout.Hanging) + text
		}
		gutter := strings.Repeat(" ", layout.Gutter)
		if y == 0 || d.cursor.stop == 0 {
			gutter = d.gutter(row)
		}
		line := gutter + d.t.Role(role, d.t.Fit(text, d.layout.Claims))
		if y == 0 {
			out = append(out, line+d.support(r.claim)+d.cells(row))
			continue
		}
		out = append(out, line+d.totals(page.Plain, "", "", false)+d.grid())
	}
	return out
}

func (d *tableDrawing) support(c *briefing.Claim) string {
	f := d.index.Findings(c.ID)
	voices, origins := strconv.Itoa(f.Voices), strconv.Itoa(len(f.Origins))
	if d.layout.Shared {
		voices += ", " + origins
	}
	return d.totals(page.Plain, voices, origins, true)
}

// grid returns the lines of the grid beside a line of a claim that has no cells.
func (d *tableDrawing) grid() string {
	from, to := d.visible()
	cell := d.t.Role(page.Muted, d.t.Signs.Column) + strings.Repeat(" ", d.layout.Cell-1)
	return d.rest(strings.Repeat(cell, to-from), layout.Gutter+d.layout.ActorsFrom()+(to-from)*d.layout.Cell)
}

// cells returns the cells of a row. A sign at either end says that there are
// more positions in that direction.
func (d *tableDrawing) cells(row int) string {
	r := &d.rows[row]
	var b strings.Builder
	from, to := d.visible()
	stop, _ := slices.BinarySearch(r.at, from)
	line := d.t.Role(page.Muted, d.t.Signs.Column)
	if stop > 0 {
		line = d.t.Role(page.Strong, d.t.Signs.Chart.Before)
	}
	for column := from; column < to; column++ {
		end := stop
		for end < len(r.at) && r.at[end] == column {
			end++
		}
		b.WriteString(line + d.cell(row, stop, end))
		line, stop = d.t.Role(page.Muted, d.t.Signs.Column), end
	}
	used := layout.Gutter + d.layout.ActorsFrom() + (to-from)*d.layout.Cell
	if stop < len(r.at) {
		b.WriteString(d.t.Role(page.Strong, d.t.Signs.Chart.Behind))
		used++
	}
	return d.rest(b.String(), used)
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
	if d.layout.Readout == 0 {
		return nil
	}
	out := []string{style.BlankLine(d.size.Cells, d.t.Signs.Rule, page.Muted).Paint(d.t)}
	first, second := d.readout()
	lines := [][]page.Span{first, second}
	for i := range d.layout.Readout {
		out = append(out, d.spans(lines[i]))
	}
	for range d.layout.Legend {
		out = append(out, d.spans(d.stanceLegend()))
	}
	return out
}

func (d *tableDrawing) spans(spans []page.Span) string { return spansLine(d.t, d.size.Cells, spans) }

// spansLine returns a line of text beside the gutter.
func spansLine(t *style.Theme, cells int, spans []page.Span) string {
	if t.ASCII {
		spans = lines.ASCII(page.Prose{Spans: spans}).(page.Prose).Spans
	}
	line := append(lines.Line{{Text: strings.Repeat(" ", layout.Gutter)}}, cutSpans(t, spans, layout.TextCells(cells))...)
	return t.Row(line, cells, 0, false)
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
