package matrix

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Draw paints the heading of the first table in sight, which stays, the rows
// below it, and under them what the cursor stands on.
func (m *matrix) Draw(t *style.Theme, focused bool) []string {
	if m.list != nil {
		return m.list.Draw(t, focused)
	}
	d := &tableDrawing{m, t, focused}
	out := d.heading(m.rows[m.top].table)
	for row := m.top; row < len(m.rows) && len(out) < m.layout.Lines; row++ {
		switch {
		case m.rows[row].claim != nil:
			out = append(out, d.claim(row)...)
		case row > m.top:
			out = append(append(out, d.blank()), d.headingWithin(m.rows[row].table, m.layout.Lines-len(out)-1)...)
		}
	}
	for len(out) < m.layout.Lines {
		out = append(out, d.blank())
	}
	return append(out[:m.layout.Lines], d.foot()...)
}

// tableDrawing is what the parts of one drawing share.
type tableDrawing struct {
	*matrix
	t       *style.Theme
	focused bool
}

func (d *tableDrawing) blank() string { return strings.Repeat(" ", d.size.Cells) }

// gutter returns the cell before a row, with the cursor's sign where that stands on
// what the row is about.
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

// visible returns the numbers of the actors in sight of a table.
func (d *tableDrawing) visible(table int) (from, to int) {
	if table == d.row().table {
		from = d.first
	}
	return from, d.layout.Sight(d.head(table).cells, from)
}

// headingWithin returns the heading of a table below another, or only its question where
// so many lines leave no room for a claim under it: names that lack their last
// lines would be other names.
func (d *tableDrawing) headingWithin(table, lines int) []string {
	heading := d.heading(table)
	if lines > len(heading) {
		return heading
	}
	out := heading[:1:1]
	for len(out) < lines {
		out = append(out, d.blank())
	}
	return out
}

// heading returns the question, the names of those in the columns, and a rule.
func (d *tableDrawing) heading(table int) []string {
	out := []string{d.question(table)}
	if d.namesSilent(table) {
		out = append(out, d.spans(d.silent(table)))
	}
	from, to := d.visible(table)
	head := d.head(table)
	n := len(head.totals)
	for y := n - min(n, d.layout.Names); y < n; y++ {
		out = append(out, d.nameLine(table, y))
	}
	rule := style.BlankLine(d.layout.Width(), d.t.Signs.Rule, page.Muted)
	if from > 0 {
		rule.Put(d.layout.ActorsFrom(), style.Glyph{Text: d.t.Signs.Chart.Before, Role: page.Strong})
	}
	if to < len(head.cells) {
		rule.Put(d.layout.Width()-1, style.Glyph{Text: d.t.Signs.Chart.Behind, Role: page.Strong})
	}
	used := layout.Gutter + d.layout.Width()
	return append(out, d.rest(strings.Repeat(" ", layout.Gutter)+rule.Paint(d.t), used))
}

// question returns the line above a table, with a word about actors out of sight.
func (d *tableDrawing) question(table int) string {
	q := d.tables[table].question
	row := d.questionRow(table)
	from, to := d.visible(table)
	aside := ""
	if n := len(d.head(table).cells); to-from < n {
		aside = "  " + strconv.Itoa(from+1) + " to " + strconv.Itoa(to) + " of " + strconv.Itoa(n) + " "
	}
	room := d.size.Cells - layout.Gutter - d.t.Method.Of(aside)
	spans := page.QuestionHeading(d.index, q).Body
	line := cutSpans(d.t, spans, room)
	return d.gutter(row) + d.t.Row(line, room, 0, false) + d.t.Role(page.Muted, aside)
}

// questionRow returns the number of the row of a table's question.
func (d *tableDrawing) questionRow(table int) int {
	row := d.top
	for d.rows[row].table != table {
		row++
	}
	for d.rows[row].claim != nil {
		row--
	}
	return row
}

// nameLine returns one line of the names; that of the cursor's column is emphasized.
func (d *tableDrawing) nameLine(table, y int) string {
	head := d.head(table)
	from, to := d.visible(table)
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", layout.Gutter+d.layout.Claims))
	b.WriteString(d.totals(page.Muted, head.totals[y], "origins", y == len(head.totals)-1))
	for i := from; i < to; i++ {
		role := page.Plain
		switch {
		case table == d.row().table && i == d.column():
			role = page.Strong
		case i >= d.tables[table].silent:
			role = page.Muted
		}
		b.WriteString(d.inCell(role, head.names[i][y], head.cells[i]))
	}
	return d.rest(b.String(), layout.Gutter+d.layout.ActorsFrom()+head.cells[from:to].Width())
}

// inCell returns text in the column of an actor, without a cursor.
func (d *tableDrawing) inCell(role page.Role, text string, cells int) string {
	before := strings.Repeat(" ", layout.CursorCells)
	return before + d.t.Role(role, d.t.Fit(text, cells-layout.CursorCells))
}

// totals returns text in the columns of totals, the second only where last says so.
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
		used := layout.Gutter + d.layout.Claims
		if y == 0 {
			cells, n := d.cells(row)
			line += d.support(r.claim) + cells
			used = layout.Gutter + d.layout.ActorsFrom() + n
		}
		out = append(out, d.rest(line, used))
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

// cells returns the signs of a row, and how wide they are.
func (d *tableDrawing) cells(row int) (string, int) {
	r := &d.rows[row]
	var b strings.Builder
	from, to := d.visible(r.table)
	widths := d.head(r.table).cells
	stop := 0
	for column := from; column < to; column++ {
		for stop < len(r.at) && r.at[stop] < column {
			stop++
		}
		end := stop
		for end < len(r.at) && r.at[end] == column {
			end++
		}
		b.WriteString(d.signs(row, stop, end, widths[column]))
	}
	return b.String(), widths[from:to].Width()
}

// signs returns the stances of one actor on one claim, from stop to end, in a
// column of so many cells.
func (d *tableDrawing) signs(row, stop, end, cells int) string {
	before := strings.Repeat(" ", layout.CursorCells)
	var b strings.Builder
	used := layout.CursorCells
	for i := stop; i < end && used < layout.ColumnText(cells); i++ {
		sign := page.StanceSpan(d.rows[row].stands[i].Position.Stance)
		text := d.t.Role(sign.Role, sign.Text)
		if row == d.cursor.row && i+1 == d.cursor.stop {
			before = d.t.CursorSign(d.focused)
			if d.focused {
				text = d.t.Paint(style.Chosen, sign.Text)
			}
		}
		b.WriteString(text + " ")
		used += layout.SignCells
	}
	return before + b.String() + strings.Repeat(" ", max(cells-used, 0))
}

// foot returns a rule, what the cursor stands on in words, and the signs.
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
		out = append(out, d.spans(stanceLegend()))
	}
	return out
}

// spans returns a line of text beside the gutter.
func (d *tableDrawing) spans(spans []page.Span) string {
	if d.t.ASCII {
		spans = lines.ASCII(page.Prose{Spans: spans}).(page.Prose).Spans
	}
	room := layout.TextCells(d.size.Cells)
	line := append(lines.Line{{Text: strings.Repeat(" ", layout.Gutter)}}, cutSpans(d.t, spans, room)...)
	return d.t.Row(line, d.size.Cells, 0, false)
}

// readout returns what the cursor stands on in two lines.
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
	table := d.row().table
	return page.QuestionRow(d.index, d.tables[table].question).Body, d.silent(table)
}

// silent names those who are involved in a question and take no position.
func (d *tableDrawing) silent(table int) []page.Span {
	t := d.tables[table]
	if t.silent == len(t.actors) {
		return []page.Span{{Text: "nobody involved is silent", Role: page.Muted}}
	}
	names := make([]string, 0, len(t.actors)-t.silent)
	for _, id := range t.actors[t.silent:] {
		names = append(names, d.index.ActorName(id))
	}
	return []page.Span{{Text: "silent: " + briefing.JoinNames(names), Role: page.Muted}}
}

// stanceLegend says what the signs mean.
func stanceLegend() []page.Span {
	var out []page.Span
	for _, s := range briefing.Stances {
		out = append(out, page.StanceSpan(s.Value), page.Span{Text: " " + s.Label + layout.LegendGap, Role: page.Muted})
	}
	return append(out, page.Span{Text: "blank: no position", Role: page.Muted})
}
