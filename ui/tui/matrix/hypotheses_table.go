package matrix

import (
	"fmt"
	"strings"

	"sitrep/briefing/ach"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
)

// headLines returns the lines of the hypotheses above a table, all with the same
// number, short ones at the bottom.
func (h *Hypotheses) headLines() [][]string {
	heads := make([][]string, len(h.shown.hypotheses))
	for at, i := range h.shown.hypotheses {
		heads[at] = wrapperOf(h.size).text(h.hypothesis(i), h.layout.CellText(), h.layout.Names+1)
	}
	return aligned(heads, 1)
}

// tableHead returns the hypotheses above the columns, the scores below them, and a
// rule.
func (d *codesDrawing) tableHead() []string {
	var out []string
	for y, line := range d.laid.heads {
		sight := ""
		if y == len(d.laid.heads)-1 {
			sight = d.sight("hypotheses")
		}
		out = append(out, d.columns(sight, "", "", func(at int) (string, string, page.Role) {
			if at == d.cursor.hypothesis {
				return d.headCursor(at), line[at], page.Strong
			}
			return d.headCursor(at), line[at], page.Plain
		}))
	}
	return append(out, d.columns("inconsistency", "", "", d.scoreOf), d.columns("cells coded", "weight", "apart", d.codedOf), d.rule())
}

// headCursor returns the cell before a hypothesis above the rows.
func (d *codesDrawing) headCursor(at int) string { return d.cursorAt(cellPos{onHypotheses, at}) }

func (d *codesDrawing) scoreOf(at int) (before, text string, role page.Role) {
	i := d.shown.hypotheses[at]
	role = page.Plain
	if d.analysis.Scores[i].Rank == 1 {
		role = page.Strong
	}
	return d.headCursor(at), d.score(i), role
}

func (d *codesDrawing) codedOf(at int) (before, text string, role page.Role) {
	coded := fmt.Sprintf("%d of %d", d.analysis.Scores[d.shown.hypotheses[at]].Coded, len(d.shown.rows)-d.leftOut())
	return d.headCursor(at), coded, page.Muted
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
	return d.rowLines(false, role, d.nameLines(row), one, other, func(line string) string { return d.tableCodes(line, row) })
}

// tableCodes returns a line with the codes of a row. A sign at either end says that
// there are more hypotheses in that direction.
func (d *codesDrawing) tableCodes(line string, row int) string {
	var b strings.Builder
	b.WriteString(line)
	for at := d.from; at < d.to; at++ {
		before := d.t.Role(page.Muted, d.t.Signs.Column)
		if at == d.from && d.from > 0 {
			before = d.t.Role(page.Strong, d.t.Signs.Chart.Before)
		}
		b.WriteString(before + d.cursorAt(cellPos{row, at}) + d.paintCode(cellPos{row, at}, d.layout.CellText()))
	}
	return d.ended(b.String(), d.to < d.all)
}

// foot returns a rule, what the cursor is on in words, and the codes.
func (d *codesDrawing) foot() []string {
	lines := d.readout()
	if d.layout.Readout < len(lines) && d.cursor.row >= 0 {
		lines = lines[len(lines)-d.layout.Readout:] // the cell
	}
	return d.below(lines[:min(d.layout.Readout, len(lines))], codesLegend())
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
