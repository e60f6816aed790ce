package linear

import (
	"io"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/export"
	"sitrep/briefing/page"
)

// achView is the name of the view of competing hypotheses.
const achView = "ACH"

// inACH reports whether an analysis of competing hypotheses is read.
func (r *Reader) inACH() bool {
	p := r.here()
	return p.kind.views[p.view].name == achView && len(p.trail) == 1
}

// matrixOf returns the analysis of the question that is read.
func (r *Reader) matrixOf() *ach.Matrix {
	return ach.New(r.full, r.analysed.question, r.analysis(r.analysed.question), r.narrow.without...)
}

// analysis returns what the user has entered about a question.
func (r *Reader) analysis(question string) *ach.Analysis {
	if r.notes.book != nil {
		return r.notes.book.Analysis(question)
	}
	if a := r.analysed.unkept[question]; a != nil {
		return a
	}
	return &ach.Analysis{}
}

// change changes an analysis that is not kept.
func (r *Reader) change(question string) *ach.Analysis {
	if r.analysed.unkept == nil {
		r.analysed.unkept = map[string]*ach.Analysis{}
	}
	r.analysed.unkept[question] = r.analysis(question)
	return r.analysed.unkept[question]
}

// questions returns those that the lists show.
func (r *Reader) questions() []*briefing.Question {
	x := r.listing()
	var out []*briefing.Question
	for _, q := range r.full.QuestionsByDispute() { // whose order does not depend on what is left out
		shown := x.Shows(briefing.KindQuestion, q.ID)
		for i := range q.Claims {
			shown = shown || x.Shows(briefing.KindClaim, q.Claims[i].ID)
		}
		if shown {
			out = append(out, q)
		}
	}
	return out
}

// analyse turns to the question of an item, or to another one if it has none.
func (r *Reader) analyse(item page.Target) {
	for t := item; !t.IsZero(); t = page.Around(r.full, t) {
		if t.Ref.Kind == briefing.KindQuestion {
			r.analysed.question = t.Ref.ID
		}
	}
}

// turnQuestion goes to the next question of the analysis, or the one before.
func (r *Reader) turnQuestion(step int) {
	list := r.questions()
	for i, q := range list {
		if q.ID != r.analysed.question {
			continue
		}
		if i += step; i < 0 || i >= len(list) {
			r.line("There is no other question in this direction.")
			return
		}
		r.analysed.question = list[i].ID
		r.relist(same)
		r.list().at = 0
		r.cursor().say()
		return
	}
}

// hypotheses returns the analysis of a question: the question, the hypotheses, and the
// evidence, each piece with its cells.
func (r *Reader) hypotheses() *list {
	l := newListed("", nil, page.None(r.listing(), briefing.KindClaim))
	list := r.questions()
	if len(list) == 0 {
		return l
	}
	if r.full.Question(r.analysed.question) == nil {
		r.analysed.question = list[0].ID
	}
	m := r.matrixOf()
	l.addRow("", r.aboutMatrix(m), nil)
	l.rows[0].to = page.To(briefing.KindQuestion, m.Question.ID)
	hypotheses, evidence := r.order(m)
	l.addGroup("Hypotheses, " + strconv.Itoa(len(hypotheses)))
	for _, i := range hypotheses {
		h := &m.Hypotheses[i]
		l.addRow("hypothesis", joined(hypothesisWords(r.full, m, i), scoreWords(m, i)), nil)
		if !h.Own {
			l.rows[len(l.rows)-1].to = page.To(briefing.KindClaim, h.ID)
		}
		l.rows[len(l.rows)-1].cell.hypothesis = h.ID
	}
	l.addGroup("Evidence, " + strconv.Itoa(len(evidence)))
	for _, row := range evidence {
		e := &m.Evidence[row]
		name := evidenceName(r.full, m, row)
		l.addRow(evidenceNoun, joined(name, weightWords(m, row)), nil)
		l.rows[len(l.rows)-1].to, l.rows[len(l.rows)-1].cell.evidence = page.Target{Ref: e.Ref}, e.Ref.ID
		for _, i := range hypotheses {
			l.addRow("cell", name+", and "+m.Label(i)+": "+codeWords(m.Code(row, i)), nil)
			l.rows[len(l.rows)-1].to, l.rows[len(l.rows)-1].cell = page.Target{Ref: e.Ref}, cell{e.Ref.ID, m.Hypotheses[i].ID}
		}
	}
	l.count()
	return l
}

// order returns the order of hypotheses and evidence: as in the briefing, or by what the
// codes say.
func (r *Reader) order(m *ach.Matrix) (hypotheses, evidence []int) {
	if r.analysed.sorted {
		return m.ByInconsistency(), m.ByDiagnosticity()
	}
	for i := range m.Hypotheses {
		hypotheses = append(hypotheses, i)
	}
	for i := range m.Evidence {
		evidence = append(evidence, i)
	}
	return hypotheses, evidence
}

// aboutMatrix returns what an analysis is of, and what comes out of it.
func (r *Reader) aboutMatrix(m *ach.Matrix) string {
	whose := "Your analysis, in the notebook"
	if r.notes.book == nil {
		whose = "Your analysis, which is not kept"
	}
	coded := strconv.Itoa(m.Coded) + " of " + briefing.Counted(m.Cells, "cell has", "cells have") + " a code"
	if n := m.Uneven(); n > 0 {
		coded += ", " + briefing.Counted(n, "row", "rows") + " for some hypotheses only"
	}
	order := "The hypotheses have no order, as nothing is coded"
	if o := m.Order(); o != "" {
		order = "The order is " + orderWords(o) + ", the least inconsistent first"
	}
	return joined("Competing hypotheses on: "+page.Name(r.full, briefing.Ref{Kind: briefing.KindQuestion, ID: m.Question.ID}), whose, coded, order)
}

// orderWords returns an order of hypotheses without signs.
func orderWords(order string) string { return strings.ReplaceAll(order, " = ", " equal to ") }

func hypothesisWords(x *briefing.Index, m *ach.Matrix, i int) string {
	h := m.Hypotheses[i]
	if h.Own {
		return m.Label(i) + ", your own: " + h.Text
	}
	return m.Label(i) + ": " + page.Name(x, briefing.Ref{Kind: briefing.KindClaim, ID: h.ID})
}

// scoreWords returns what the codes say against a hypothesis.
func scoreWords(m *ach.Matrix, i int) string {
	s := m.Scores[i]
	if s.Rank == 0 {
		return "Not coded"
	}
	return ach.Ordinal(s.Rank) + ", with an inconsistency of " + decimal(s.Inconsistency) + ": " + strconv.Itoa(s.Against) + " inconsistent and " +
		strconv.Itoa(s.VeryAgainst) + " very inconsistent, of " + briefing.Counted(s.Coded, "cell", "cells") + " with a code"
}

func decimal(w float64) string { return strconv.FormatFloat(w, 'f', 2, 64) }

// evidenceName names the evidence of a row: for a position its holder, and what that says
// on which hypothesis.
func evidenceName(x *briefing.Index, m *ach.Matrix, row int) string {
	e := &m.Evidence[row]
	if e.Ref.Kind == briefing.KindSource {
		return "Source " + quotedWords(page.Name(x, e.Ref))
	}
	on := 0
	for i := range m.Hypotheses {
		if !m.Hypotheses[i].Own && m.Hypotheses[i].ID == e.Stand.Claim.ID {
			on = i
			break
		}
	}
	return page.Marking(x, e.Ref) + x.ActorName(e.Stand.Position.Holder) + " " + ach.StanceOn(e.Stand.Position.Stance) + " " + m.Label(on)
}

// weightWords returns what a row weighs, and how far it tells the hypotheses apart.
func weightWords(m *ach.Matrix, row int) string {
	e := &m.Evidence[row]
	if e.Out {
		return "Left out"
	}
	return "Its weight is " + decimal(e.Weight) + ", by " + e.Grades() + "; it tells the hypotheses apart by " + decimal(m.Diagnosticity(row))
}

func codeWords(c ach.Code) string {
	if c == "" {
		return "not coded"
	}
	return ach.Codes.Label(c)
}

// code sets the code of the cell that is read, or clears it for none.
func (r *Reader) code(name string) {
	c := ach.Code(strings.ToUpper(strings.TrimSpace(name)))
	row := r.list().row()
	switch {
	case !r.inACH():
		r.needsACH()
		return
	case name == "":
		r.line(sentence("Code takes " + and(briefing.Map(ach.Codes, func(t briefing.Term[ach.Code]) string { return string(t.Value) + ", " + t.Label })) + "; or none"))
		return
	case strings.EqualFold(name, "none"):
		c = ""
	case !ach.Codes.Has(c):
		r.line(sentence("There is no code " + quotedWords(name) + "; there are " + and(ach.Codes.Values()) + ", and none"))
		return
	}
	if row == nil || row.cell.evidence == "" || row.cell.hypothesis == "" {
		r.line("A code goes into a cell; j goes on to one, behind each piece of evidence.")
		return
	}
	was, at, question := r.matrixOf().Order(), row.cell, r.analysed.question
	if r.notes.book != nil {
		r.notes.book.SetCode(question, at.hypothesis, at.evidence, c)
		r.kept()
	} else {
		r.change(question).Set(at.hypothesis, at.evidence, c)
		r.relist(same)
	}
	r.cursor().say()
	if is := r.matrixOf().Order(); is != was && is != "" {
		r.line(sentence("The order is now " + orderWords(is)))
	}
}

func (r *Reader) needsACH() {
	r.line("Only the ACH view takes that; in the claims, v ACH leads there.")
}

// hypothesis adds a hypothesis of the user's own, or on one changes it. The text none
// takes it away.
func (r *Reader) hypothesis(text string) {
	if !r.inACH() {
		r.needsACH()
		return
	}
	question := r.analysed.question
	h := ach.Hypothesis{Own: true, Text: text}
	for _, own := range r.analysis(question).Own {
		if row := r.list().row(); row != nil && row.cell == (cell{hypothesis: own.ID}) {
			h.ID = own.ID
		}
	}
	switch {
	case text == "":
		r.line("H and a sentence adds a hypothesis of your own; on one it changes it, and H none takes it away.")
		return
	case h.ID == "" && strings.EqualFold(text, "none"):
		r.line("This is none of your own hypotheses; g and j lead to them.")
		return
	case strings.EqualFold(text, "none"):
		h.Text = ""
	case h.ID == "":
		h.ID = r.analysis(question).NewID()
	}
	if r.notes.book != nil {
		r.notes.book.SetHypothesis(question, h)
		r.kept()
	} else {
		r.change(question).SetOwn(h)
		r.relist(same)
	}
	if h.Text == "" {
		r.line("It is taken away. The codes for it stay with your analysis, and count no more.")
		return
	}
	for i := range r.list().rows {
		if r.list().rows[i].cell == (cell{hypothesis: h.ID}) {
			r.cursor().goTo(i)
		}
	}
}

// sortCodes sorts the analysis by what its codes say, or as in the briefing again.
func (r *Reader) sortCodes() {
	if !r.inACH() {
		r.line("What is in a briefing has an order of its own; a folder and an ACH are sorted.")
		return
	}
	r.analysed.sorted = !r.analysed.sorted
	r.relist(same)
	if r.analysed.sorted {
		r.line("What tells the hypotheses apart most and the least inconsistent hypothesis come first.")
	} else {
		r.line("As in the briefing again.")
	}
	r.cursor().top()
}

// listSensitivity lists without what the order of the hypotheses would be another.
func (r *Reader) listSensitivity() {
	l := &list{title: "What the order depends on", groups: []string{""}, listed: true, none: "It depends on no single position or source."}
	for _, c := range r.matrixOf().Sensitivity(r.full) {
		order := "the order is " + orderWords(c.Order)
		if c.Order == "" {
			order = "nothing is coded"
		} else if c.First {
			order += ", with another first"
		}
		if c.Rows > 1 {
			order += "; " + briefing.Counted(c.Rows, "row", "rows") + " weigh less or go with it"
		}
		l.addRow("change", "Without "+quotedWords(page.Name(r.full, c.Without))+": "+order, nil)
		l.rows[len(l.rows)-1].to = page.Target{Ref: c.Without}
	}
	l.count()
	r.show(l)
}

// writeACH writes the analysis that is read as text.
func (r *Reader) writeACH(w io.Writer) error {
	by := "The judgment of whoever keeps the notebook of this briefing, as it was on "
	if r.notes.book == nil {
		by = "The judgment of a reader of this briefing, made on "
	}
	a := export.Analysis{Matrix: r.matrixOf(), By: by + time.Now().Format("2 January 2006") + "."}
	for _, id := range r.narrow.without {
		ref, _ := r.full.Lookup(id)
		a.Without = append(a.Without, page.Crumb(r.full, page.Target{Ref: ref}))
	}
	return export.WriteAnalysis(w, export.AnalysisFormatNames()[0], a, &export.Request{Index: r.full, Width: exportCells})
}

// exportCells is the width of exported text.
const exportCells = 80
