package matrix

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// Book has what a user has entered about questions.
type Book interface {
	Analysis(question string) *ach.Analysis
	// Whose says whose analysis it is and where it is kept, in a few words.
	Whose() string
}

// Hypotheses shows the analysis of competing hypotheses for a question: hypotheses
// across, evidence down, and a code in each cell that has one. The cursor is on a
// cell. If there is no room for a table, the hypotheses are above, and the codes of
// each piece of evidence are on a line below it; the cursor moves in the same way.
// The column changes nothing in the book: [Hypotheses.Cell] names the cell under the
// cursor, and [Hypotheses.Refresh] reads the book again.
type Hypotheses struct {
	full      *briefing.Index // with what is left out
	book      Book
	without   []string
	questions []*briefing.Question
	question  int // the one on the screen
	analysis  *ach.Matrix
	claims    map[string]int // the hypotheses that are claims, by id
	shown     shownOrder
	cursor    cellPos
	top       int // the first row in sight
	first     int // the first hypothesis in sight
	size      column.Size
	layout    layout.Codes
	laid      laidTexts
}

// shownOrder is the order in which the evidence and the hypotheses are shown, as
// numbers of those of the analysis.
type shownOrder struct {
	rows, hypotheses []int
	// sorted says that the evidence that tells most apart and the hypothesis that is
	// least inconsistent were first when the order was made. Otherwise it is that of
	// the briefing.
	sorted bool
	stale  bool // codes have changed since then
}

// cellPos is a row and a hypothesis, by their place on the screen. Above the rows of
// the evidence the cursor can be on a hypothesis, and above those on the question.
type cellPos struct{ row, hypothesis int }

// The rows above those of the evidence.
const onHypotheses, onQuestion = -1, -2

// laidTexts are texts broken into lines: the names of evidence by row, and those of
// the hypotheses, all with the same number of lines.
type laidTexts struct {
	rows  map[int][]string
	heads [][]string
}

// NewHypotheses returns the analyses of the questions that listing shows. The index
// full has what is left out too, by the ids without: that is shown as left out.
func NewHypotheses(full, listing *briefing.Index, book Book, without []string) column.Column {
	h := &Hypotheses{full: full, book: book, without: without}
	for _, q := range full.QuestionsByDispute() { // whose order does not depend on what is left out
		shows := func(c briefing.Claim) bool { return listing.Shows(briefing.KindClaim, c.ID) }
		if slices.ContainsFunc(q.Claims, shows) || listing.Shows(briefing.KindQuestion, q.ID) {
			h.questions = append(h.questions, q)
		}
	}
	if len(h.questions) == 0 {
		return column.Listed(listing, nil, briefing.KindClaim)
	}
	h.size = column.Size{Cells: layout.MaxText, Lines: layout.MinLines}
	h.turnTo(0)
	return h
}

// turnTo shows a question, in the same kind of order.
func (h *Hypotheses) turnTo(question int) {
	h.question, h.cursor, h.top, h.first = question, cellPos{}, 0, 0
	h.read()
	h.order(h.shown.sorted)
	h.settle()
	h.arrange()
}

// read computes the analysis from the book.
func (h *Hypotheses) read() {
	q := h.questions[h.question]
	h.analysis = ach.New(h.full, q.ID, h.book.Analysis(q.ID), h.without...)
	h.claims = map[string]int{}
	for i, c := range h.analysis.Hypotheses {
		if !c.Own {
			h.claims[c.ID] = i
		}
	}
}

// order sets the order of rows and hypotheses.
func (h *Hypotheses) order(sorted bool) {
	h.shown = shownOrder{sorted: sorted}
	if sorted {
		h.shown.rows, h.shown.hypotheses = h.analysis.ByDiagnosticity(), h.analysis.ByInconsistency()
		return
	}
	for i := range h.analysis.Evidence {
		h.shown.rows = append(h.shown.rows, i)
	}
	for i := range h.analysis.Hypotheses {
		h.shown.hypotheses = append(h.shown.hypotheses, i)
	}
}

// Sort sorts by the codes, or as in the briefing again if it is sorted by the codes
// as they are now. The cursor stays on its cell. It reports whether it is sorted by
// the codes.
func (h *Hypotheses) Sort() bool {
	row, hypothesis := h.numbers()
	h.order(!h.shown.sorted || h.shown.stale)
	h.put(row, hypothesis)
	h.arrange()
	return h.shown.sorted
}

// Refresh reads the book again. The order of rows and hypotheses stays, so that nothing
// moves while one codes; if there is another hypothesis or one less, it is made again.
func (h *Hypotheses) Refresh() {
	row, hypothesis := h.numbers()
	before := len(h.analysis.Hypotheses)
	h.read()
	if len(h.analysis.Hypotheses) == before {
		h.shown.stale = h.shown.sorted &&
			!(slices.Equal(h.shown.rows, h.analysis.ByDiagnosticity()) && slices.Equal(h.shown.hypotheses, h.analysis.ByInconsistency()))
	} else {
		h.order(h.shown.sorted)
		h.put(row, hypothesis)
	}
	h.arrange() // a hypothesis can have another text
}

// numbers returns the evidence and the hypothesis under the cursor, as numbers of the
// analysis. They are -1 if the cursor is on none.
func (h *Hypotheses) numbers() (row, hypothesis int) {
	row, hypothesis = -1, -1
	if h.cursor.row >= 0 && h.cursor.row < len(h.shown.rows) {
		row = h.shown.rows[h.cursor.row]
	}
	if h.cursor.row != onQuestion && h.cursor.hypothesis < len(h.shown.hypotheses) {
		hypothesis = h.shown.hypotheses[h.cursor.hypothesis]
	}
	return row, hypothesis
}

// put moves the cursor to a row and a hypothesis of the analysis, or in the same
// direction if it is on none.
func (h *Hypotheses) put(row, hypothesis int) {
	if row >= 0 {
		h.cursor.row = slices.Index(h.shown.rows, row)
	}
	if at := slices.Index(h.shown.hypotheses, hypothesis); at >= 0 {
		h.cursor.hypothesis = at
	}
	h.settle()
}

// Cell names the cell under the cursor. The evidence and the hypothesis are zero if the
// cursor is on none.
type Cell struct {
	Question   string
	Hypothesis ach.Hypothesis
	Label      string // of the hypothesis
	Evidence   briefing.Ref
	Out        bool // the evidence is left out
}

// Cell returns the cell under the cursor.
func (h *Hypotheses) Cell() Cell {
	c := Cell{Question: h.analysis.Question.ID}
	row, hypothesis := h.numbers()
	if row >= 0 {
		c.Evidence, c.Out = h.analysis.Evidence[row].Ref, h.analysis.Evidence[row].Out
	}
	if hypothesis >= 0 {
		c.Hypothesis, c.Label = h.analysis.Hypotheses[hypothesis], h.analysis.Label(hypothesis)
	}
	return c
}

// ToLast moves the cursor to the last hypothesis.
func (h *Hypotheses) ToLast() {
	h.cursor.hypothesis = max(len(h.shown.hypotheses)-1, 0)
	h.reveal()
}

// Analysis returns the analysis of the question on the screen.
func (h *Hypotheses) Analysis() *ach.Matrix { return h.analysis }

// Share asks for all the width, so that all hypotheses can be shown.
func (h *Hypotheses) Share() layout.Share { return layout.Full }

// Wants returns the width in which all hypotheses are in sight.
func (h *Hypotheses) Wants() int { return layout.CodesCells(len(h.shown.hypotheses)) }

// Sideways returns true: the cursor goes from hypothesis to hypothesis.
func (h *Hypotheses) Sideways() bool { return true }

// Selected returns the evidence under the cursor, or the claim that the hypothesis is,
// or the question. Evidence that is left out leads nowhere, since no page has it.
func (h *Hypotheses) Selected() page.Target {
	row, hypothesis := h.numbers()
	switch {
	case row >= 0 && h.analysis.Evidence[row].Out:
		return page.Target{}
	case row >= 0:
		return page.Target{Ref: h.analysis.Evidence[row].Ref}
	case row < 0 && hypothesis >= 0 && !h.analysis.Hypotheses[hypothesis].Own:
		return page.To(briefing.KindClaim, h.analysis.Hypotheses[hypothesis].ID)
	}
	return page.To(briefing.KindQuestion, h.analysis.Question.ID)
}

// Select goes to the question that a target is, or is part of, and there to the
// evidence or the hypothesis that it is.
func (h *Hypotheses) Select(t page.Target) bool {
	if t.Ref.Kind == briefing.KindSource {
		return h.selectRow(t)
	}
	question := t
	for question.Ref.Kind != briefing.KindQuestion && !question.IsZero() {
		question = page.Around(h.full, question)
	}
	at := slices.IndexFunc(h.questions, func(q *briefing.Question) bool { return q.ID == question.Ref.ID })
	if question.IsZero() || at < 0 {
		return false
	}
	if at != h.question {
		h.turnTo(at)
	}
	switch t.Ref.Kind {
	case briefing.KindPosition:
		return h.selectRow(t)
	case briefing.KindClaim:
		h.cursor.row = onHypotheses
		h.put(-1, h.claims[t.Ref.ID])
	default:
		h.cursor.row = onQuestion
	}
	h.reveal()
	return true
}

// selectRow goes to evidence of the question on the screen.
func (h *Hypotheses) selectRow(t page.Target) bool {
	at := slices.IndexFunc(h.shown.rows, func(row int) bool { return h.analysis.Evidence[row].Ref == t.Ref })
	if at < 0 {
		return false
	}
	h.cursor.row = at
	h.reveal()
	return true
}

// Place returns the number of the row and how many rows there are.
func (h *Hypotheses) Place() (at, of int) {
	if len(h.shown.rows) == 0 {
		return 0, 0
	}
	return max(h.cursor.row+1, 1), len(h.shown.rows)
}
