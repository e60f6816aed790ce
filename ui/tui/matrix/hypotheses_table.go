package matrix

import (
	"fmt"
	"strings"

	"sitrep/briefing/ach"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// headLines returns the lines of the hypotheses above a table, all with the same
// number, short ones at the bottom.
func (h *Hypotheses) headLines() [][]string {
	most := 1
	heads := make([][]string, len(h.shown.hypotheses))
	for at, i := range h.shown.hypotheses {
		heads[at] = wrapperOf(h.size).text(h.hypothesis(i), h.layout.CellText(), h.layout.Names+1)
		most = max(most, len(heads[at]))
	}
	out := make([][]string, most)
	for y := range out {
		out[y] = make([]string, len(heads))
		for at, lines := range heads {
			if n := y - most + len(lines); n >= 0 {
				out[y][at] = lines[n]
			}
		}
	}
	return out
}

// tableHead returns the hypotheses above the columns, the scores below them, and a
// rule.
func (d *codesDrawing) tableHead() []string {
	from, to := d.visible()
	var out []string
	for y, line := range d.laid.heads {
		sight := ""
		if y == len(d.laid.heads)-1 && to-from < len(d.shown.hypotheses) {
			sight = fmt.Sprintf("hypotheses %d to %d of %d", from+1, to, len(d.shown.hypotheses))
		}
		out = append(out, d.columns(d.t.Role(page.Muted, d.t.Fit(sight, d.layout.Claims)), d.totals(page.Muted, "", ""), func(at int) (string, page.Role) {
			if at == d.cursor.hypothesis {
				return line[at], page.Strong
			}
			return line[at], page.Plain
		}))
	}
	inconsistency := d.t.Role(page.Muted, d.t.Fit("inconsistency", d.layout.Claims))
	coded := d.t.Role(page.Muted, d.t.Fit("cells coded", d.layout.Claims))
	out = append(out, d.columns(inconsistency, d.totals(page.Muted, "", ""), d.scoreOf),
		d.columns(coded, d.totals(page.Muted, "weight", "apart"), d.codedOf))
	rule := style.BlankLine(d.layout.Width(), d.t.Signs.Rule, page.Muted)
	for i := range to - from {
		rule.Put(d.layout.ActorsFrom()+i*d.layout.Cell, style.Glyph{Text: d.t.Signs.Grid.Top, Role: page.Muted})
	}
	return append(out, d.rest(strings.Repeat(" ", layout.Gutter)+rule.Paint(d.t), layout.Gutter+d.layout.Width()))
}

// columns returns a line of the head: what is in the first column, the totals, and a
// text for each hypothesis in sight.
func (d *codesDrawing) columns(first, totals string, text func(at int) (string, page.Role)) string {
	from, to := d.visible()
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", layout.Gutter) + first + totals)
	for at := from; at < to; at++ {
		words, role := text(at)
		b.WriteString(strings.Repeat(" ", layout.CellBefore-1) + d.cursorAt(cellPos{onHypotheses, at}) + d.t.Role(role, d.t.Fit(words, d.layout.CellText())))
	}
	return d.rest(b.String(), layout.Gutter+d.layout.ActorsFrom()+(to-from)*d.layout.Cell)
}

func (d *codesDrawing) scoreOf(at int) (string, page.Role) {
	i := d.shown.hypotheses[at]
	if d.analysis.Scores[i].Rank == 1 {
		return d.score(i), page.Strong
	}
	return d.score(i), page.Plain
}

func (d *codesDrawing) codedOf(at int) (string, page.Role) {
	return fmt.Sprintf("%d of %d", d.analysis.Scores[d.shown.hypotheses[at]].Coded, len(d.shown.rows)-d.leftOut()), page.Muted
}

// totals returns text in the two columns of figures.
func (d *codesDrawing) totals(role page.Role, one, other string) string {
	return d.t.Role(role, d.t.Fit(one, d.layout.Totals)+d.t.Fit(other, d.layout.Totals))
}

// tableRow returns the lines of a row: the evidence, its weight and how far it tells
// the hypotheses apart, and a code for each hypothesis.
func (d *codesDrawing) tableRow(row int) []string {
	n := d.shown.rows[row]
	e := &d.analysis.Evidence[n]
	role := page.Plain
	one, other := weight(e.Weight), weight(d.analysis.Diagnosticity(n))
	switch {
	case e.Out:
		role, one, other = page.Muted, "out", ""
	case row == d.cursor.row:
		role = page.Strong
	}
	var out []string
	for y, text := range d.nameLines(row) {
		if y > 0 {
			text = strings.Repeat(" ", layout.Hanging) + text
		}
		line := d.gutter(false) + d.t.Role(role, d.t.Fit(text, d.layout.Claims))
		if y == 0 {
			out = append(out, d.tableCodes(line+d.totals(page.Plain, one, other), row))
		} else {
			out = append(out, d.grid(line+d.totals(page.Plain, "", "")))
		}
	}
	return out
}

// grid returns a line with the lines of the grid and without cells.
func (d *codesDrawing) grid(line string) string {
	from, to := d.visible()
	cell := d.t.Role(page.Muted, d.t.Signs.Column) + strings.Repeat(" ", d.layout.Cell-1)
	return d.rest(line+strings.Repeat(cell, to-from), layout.Gutter+d.layout.ActorsFrom()+(to-from)*d.layout.Cell)
}

// tableCodes returns a line with the codes of a row. A sign at either end says that
// there are more hypotheses in that direction.
func (d *codesDrawing) tableCodes(line string, row int) string {
	from, to := d.visible()
	var b strings.Builder
	b.WriteString(line)
	for at := from; at < to; at++ {
		before := d.t.Role(page.Muted, d.t.Signs.Column)
		if at == from && from > 0 {
			before = d.t.Role(page.Strong, d.t.Signs.Chart.Before)
		}
		b.WriteString(before + d.cursorAt(cellPos{row, at}) + d.paintCode(cellPos{row, at}, d.layout.CellText()))
	}
	used := layout.Gutter + d.layout.ActorsFrom() + (to-from)*d.layout.Cell
	if to < len(d.shown.hypotheses) {
		b.WriteString(d.t.Role(page.Strong, d.t.Signs.Chart.Behind))
		used++
	}
	return d.rest(b.String(), used)
}

// foot returns a rule, what the cursor is on in words, and the codes.
func (d *codesDrawing) foot() []string {
	if d.layout.Readout == 0 {
		return nil
	}
	out := []string{style.BlankLine(d.size.Cells, d.t.Signs.Rule, page.Muted).Paint(d.t)}
	lines := d.readout()
	if d.layout.Readout < len(lines) && d.cursor.row >= 0 {
		lines = lines[len(lines)-d.layout.Readout:] // the cell
	}
	lines = lines[:min(d.layout.Readout, len(lines))]
	for _, line := range lines {
		out = append(out, spansLine(d.t, d.size.Cells, line))
	}
	for range d.layout.Legend {
		out = append(out, spansLine(d.t, d.size.Cells, codesLegend()))
	}
	return out
}

// readout returns three lines about what the cursor is on: the evidence, its words, and
// the cell.
func (d *codesDrawing) readout() [][]page.Span {
	row, hypothesis := d.numbers()
	if row < 0 || hypothesis < 0 {
		return [][]page.Span{d.hypothesisInWords(hypothesis), nil, nil}
	}
	e := &d.analysis.Evidence[row]
	out := make([][]page.Span, 0, 3)
	if e.Stand.Position != nil {
		entry := page.PositionRow(d.full, e.Stand, 0)
		var quote []page.Span
		if quotes := page.Quotes(d.full, e.Stand.Position); len(quotes) > 0 {
			quote = quotes[0]
		}
		out = append(out, append(append(entry.Lead, page.Span{Text: " "}), entry.Body...), quote)
	} else {
		entry := page.SourceRow(d.full, d.full.Source(e.Ref.ID), 0)
		out = append(out, append(append(entry.Lead, page.Span{Text: " "}), entry.Body...), entry.Under[0])
	}
	return append(out, d.cellInWords(row, hypothesis))
}

// hypothesisInWords returns a hypothesis in full, or nothing for -1.
func (d *codesDrawing) hypothesisInWords(hypothesis int) []page.Span {
	if hypothesis < 0 {
		return nil
	}
	return []page.Span{{Text: d.hypothesis(hypothesis)}}
}

// cellInWords says what the code under the cursor is and what it counts or, where there
// is none, what the position says, which counts nothing.
func (d *codesDrawing) cellInWords(row, hypothesis int) []page.Span {
	e, label := &d.analysis.Evidence[row], d.analysis.Label(hypothesis)
	c := d.analysis.Code(row, hypothesis)
	text := " not coded"
	switch {
	case c != "" && e.Out:
		text = fmt.Sprintf(" %s, left out", ach.Codes.Label(c))
	case c != "" && c.Points() > 0:
		text = fmt.Sprintf(" %s: %s against it", ach.Codes.Label(c), weight(c.Points()*e.Weight))
	case c != "":
		text = " " + ach.Codes.Label(c)
	case e.Stand.Claim != nil && d.analysis.Hypotheses[hypothesis].ID == e.Stand.Claim.ID:
		text = " not coded; the position " + ach.StanceOn(e.Stand.Position.Stance) + " it, a hint that is not counted"
	}
	spans := []page.Span{{Text: label, Role: page.Strong, Own: true}, {Text: text, Own: true}}
	return append(spans, page.Span{Text: "; " + e.Grades(), Role: page.Muted, Own: true})
}

// codesLegend returns the meanings of the codes, in short.
func codesLegend() []page.Span {
	var out []page.Span
	for _, part := range [][2]string{{"CC C", "consistent"}, {"N", "neutral"}, {"I II", "inconsistent"}, {"(+)", "stance, not counted"}} {
		out = append(out, page.Span{Text: part[0], Role: page.Sign, Own: true}, page.Span{Text: " " + part[1] + layout.LegendGap, Role: page.Muted, Own: true})
	}
	return out
}
