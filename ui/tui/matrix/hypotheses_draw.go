package matrix

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// scoreLines is the height of the scores below the hypotheses of a table.
const scoreLines = 2

// Draw draws the question, whose analysis it is, and the hypotheses with their scores,
// all of which stay in sight, then the evidence with its codes, and below it what the
// cursor is on.
func (h *Hypotheses) Draw(t *style.Theme, focused bool) []string {
	d := &codesDrawing{h, newSheet(t, focused, h.size.Cells, h.layout.Table, h.first, len(h.shown.hypotheses))}
	out := d.head()
	for row := h.top; row < len(h.shown.rows) && len(out) < h.layout.Lines; row++ {
		out = append(out, d.row(row)...)
	}
	if len(h.shown.rows) == 0 {
		out = append(out, d.line([]page.Span{{Text: "no evidence: nobody takes a position on a claim of this question", Role: page.Muted, Own: true}}))
	}
	return append(d.page(out), d.foot()...)
}

// codesDrawing is the state that the parts of one drawing share.
type codesDrawing struct {
	*Hypotheses
	sheet
}

// head returns the lines above the rows.
func (d *codesDrawing) head() []string {
	out := []string{d.heading(d.cursor.row == onQuestion, page.QuestionHeading(d.full, d.analysis.Question))}
	if d.layout.Head > 1 {
		out = append(out, d.line(d.about()))
	}
	if d.layout.Wide {
		return append(out, d.tableHead()...)
	}
	for i := range d.layout.Heads {
		out = append(out, d.headLine(d.firstHead()+i))
	}
	return append(out, style.BlankLine(d.size.Cells, d.t.Signs.Rule, page.Muted).Paint(d.t))
}

// about says whose analysis it is, in what order, and how much is coded.
func (d *codesDrawing) about() []page.Span {
	m := d.analysis
	order := "as in the briefing"
	switch {
	case d.shown.sorted && d.shown.stale:
		order = "sorted before the last code"
	case d.shown.sorted:
		order = "most diagnostic first"
	}
	text := fmt.Sprintf("; %s; %d of %d cells coded", order, m.Coded, m.Cells)
	if n := m.Uneven(); n > 0 {
		text += fmt.Sprintf(", %s in part", briefing.Counted(n, "row", "rows"))
	}
	if out := d.leftOut(); out > 0 {
		text += fmt.Sprintf("; %d left out", out)
	}
	return []page.Span{{Text: d.book.Whose(), Role: page.Caution, Own: true}, {Text: text, Role: page.Muted, Own: true}}
}

func (d *codesDrawing) leftOut() int {
	n := 0
	for i := range d.analysis.Evidence {
		if d.analysis.Evidence[i].Out {
			n++
		}
	}
	return n
}

// headLine returns the line of a hypothesis above a list.
func (d *codesDrawing) headLine(at int) string {
	i := d.shown.hypotheses[at]
	role := page.Plain
	if at == d.cursor.hypothesis {
		role = page.Strong
	}
	score := "  " + d.score(i)
	room := d.size.Cells - layout.Gutter - d.t.Method.Of(score) - 1
	line := d.gutter(cellPos{onHypotheses, at} == d.cursor) + d.t.Role(role, d.t.Fit(d.hypothesis(i), room)) + d.t.Role(page.Computed, score)
	return d.filled(line, d.size.Cells-1)
}

// hypothesis returns the label and the text of a hypothesis.
func (h *Hypotheses) hypothesis(i int) string {
	hypothesis := h.analysis.Hypotheses[i]
	if hypothesis.Own {
		return h.analysis.Label(i) + " own: " + hypothesis.Text
	}
	return h.analysis.Label(i) + " " + page.Name(h.full, briefing.Ref{Kind: briefing.KindClaim, ID: hypothesis.ID})
}

// score returns the inconsistency and the rank of a hypothesis in words.
func (h *Hypotheses) score(i int) string {
	s := h.analysis.Scores[i]
	if s.Rank == 0 {
		return notCoded
	}
	return weight(s.Inconsistency) + " " + ach.Ordinal(s.Rank)
}

const notCoded = "not coded"

// weight returns a weight or a sum of weights.
func weight(w float64) string { return strconv.FormatFloat(w, 'f', 2, 64) }

// nameLines returns the lines of the evidence of a row.
func (h *Hypotheses) nameLines(row int) []string {
	if lines, ok := h.laid.rows[row]; ok {
		return lines
	}
	room, _ := h.layout.NameCells(h.size.Cells, figureCells)
	lines := wrapperOf(h.size).text(h.evidence(h.shown.rows[row]), room, h.layout.Wraps)
	h.laid.rows[row] = lines
	return lines
}

// evidence names the evidence of a row of the analysis: for a position its stance on
// one of the hypotheses, by its label.
func (h *Hypotheses) evidence(row int) string {
	e := &h.analysis.Evidence[row]
	if e.Ref.Kind == briefing.KindSource {
		return "source: " + page.Name(h.full, e.Ref)
	}
	p := e.Stand.Position
	return page.Marking(h.full, e.Ref) + p.Stance.Sign() + " " + h.full.ActorName(p.Holder) + " " +
		ach.StanceOn(p.Stance) + " " + h.analysis.Label(h.claims[e.Stand.Claim.ID])
}

// code returns what is in a cell, and its role: the code, or in brackets the stance of
// the position on the hypothesis, which does not count.
func (h *Hypotheses) code(row, hypothesis int) (text string, role page.Role) {
	e := &h.analysis.Evidence[row]
	switch c := h.analysis.Code(row, hypothesis); c {
	case "":
	case ach.Neutral:
		return string(c), page.Sign
	case ach.Consistent, ach.VeryConsistent:
		return string(c), page.ForSign
	default:
		return string(c), page.AgainstSign
	}
	if e.Stand.Claim != nil && e.Stand.Claim.ID == h.analysis.Hypotheses[hypothesis].ID {
		return "(" + e.Stand.Position.Stance.Sign() + ")", page.Muted
	}
	return "", page.Muted
}

// paintCode returns a cell with the cursor's sign if it is on it, in the given room.
func (d *codesDrawing) paintCode(at cellPos, room int) string {
	text, role := d.code(d.shown.rows[at.row], d.shown.hypotheses[at.hypothesis])
	if text == "" {
		text = d.t.Signs.Grid.Empty
	}
	if d.analysis.Evidence[d.shown.rows[at.row]].Out {
		role = page.Muted
	}
	cell := d.t.Role(role, text)
	if at == d.cursor && d.focused {
		cell = d.t.Paint(style.Chosen, text)
	}
	return cell + strings.Repeat(" ", max(room-d.t.Method.Of(text), 0))
}

// cursorAt returns the cell before a cell: the cursor's sign, or a blank.
func (d *codesDrawing) cursorAt(at cellPos) string {
	if at == d.cursor {
		return d.t.CursorSign(d.focused)
	}
	return " "
}

// row returns the lines of a row.
func (d *codesDrawing) row(row int) []string {
	if d.layout.Wide {
		return d.tableRow(row)
	}
	role := page.Plain
	switch {
	case d.analysis.Evidence[d.shown.rows[row]].Out:
		role = page.Muted
	case row == d.cursor.row:
		role = page.Strong
	}
	room, beside := d.layout.NameCells(d.size.Cells, figureCells)
	var out []string
	for y, text := range d.nameLines(row) {
		indent := strings.Repeat(" ", min(y, 1)*layout.Hanging)
		line, used := d.gutter(false)+indent+d.t.Role(role, d.t.Fit(text, room-len(indent))), layout.Gutter+room
		if y == 0 && beside {
			line, used = line+" "+d.t.Role(page.Muted, d.figures(row)), used+1+figureCells
		}
		out = append(out, d.filled(line, used))
	}
	return append(out, d.codes(row))
}

// figureCells is the width of the figures of a row in a list.
const figureCells = len("weight 0.00  apart 0.00")

// figures returns the weight of a row, and how far it tells the hypotheses apart.
func (d *codesDrawing) figures(row int) string {
	n := d.shown.rows[row]
	if d.analysis.Evidence[n].Out {
		return d.t.Fit("left out", figureCells)
	}
	return d.t.Fit("weight "+weight(d.analysis.Evidence[n].Weight)+"  apart "+weight(d.analysis.Diagnosticity(n)), figureCells)
}

// codes returns the line with the codes of a row, each after the label of its
// hypothesis. A sign at either end says that there are more in that direction.
func (d *codesDrawing) codes(row int) string {
	before, behind := " ", " "
	if d.from > 0 {
		before = d.t.Role(page.Strong, d.t.Signs.Chart.Before)
	}
	if d.to < d.all {
		behind = d.t.Role(page.Strong, d.t.Signs.Chart.Behind)
	}
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", layout.Gutter+layout.Hanging) + before)
	for i := d.from; i < d.to; i++ {
		label := d.analysis.Label(d.shown.hypotheses[i]) + " "
		b.WriteString(d.cursorAt(cellPos{row, i}) + d.t.Role(page.Label, label) + d.paintCode(cellPos{row, i}, d.layout.Cell-1-d.t.Method.Of(label)))
	}
	b.WriteString(behind)
	return d.filled(b.String(), layout.Gutter+layout.Hanging+2+(d.to-d.from)*d.layout.Cell)
}
