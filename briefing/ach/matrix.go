package ach

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
)

// Matrix is the analysis of a question: its hypotheses, its evidence, and what
// follows from the codes.
type Matrix struct {
	Question   *briefing.Question
	Hypotheses []Hypothesis // the claims in the order of the file, then the own ones
	Evidence   []Evidence
	Scores     []Score // of the hypotheses
	Coded      int     // cells that have a code, of evidence that is not left out
	Cells      int     // cells of evidence that is not left out

	codes     [][]coded // by evidence, in the order of the hypotheses
	diagnosed []float64
	omitted   briefing.Omission
}

// coded is a cell of a row that has a code. Most cells of a large matrix have none.
type coded struct {
	hypothesis int
	code       Code
}

// Score is what the codes say against a hypothesis.
type Score struct {
	Inconsistency float64 // weighted
	Against       int     // cells with I
	VeryAgainst   int     // cells with II
	Coded         int     // cells with any code
	// Rank is 1 for the least inconsistent hypothesis, the same for equal ones, and 0
	// for one without any codes, which has not been tested.
	Rank int
}

// New returns the analysis of a question of a briefing, without the sources, actors
// and positions of some ids. x must be the index of the whole briefing. New returns
// nil if there is no such question.
func New(x *briefing.Index, question string, a *Analysis, without ...string) *Matrix {
	q := x.Question(question)
	if q == nil {
		return nil
	}
	o := x.Omit(without...)
	m := &Matrix{Question: q, Evidence: evidenceOn(x, q, o), omitted: o}
	for i := range q.Claims {
		m.Hypotheses = append(m.Hypotheses, Hypothesis{ID: q.Claims[i].ID, Text: q.Claims[i].Text})
	}
	for _, h := range a.Own {
		h.Own = true
		m.Hypotheses = append(m.Hypotheses, h)
	}
	m.codes = make([][]coded, len(m.Evidence))
	m.fill(a)
	m.Score()
	return m
}

// fill takes over the codes of the cells that there are.
func (m *Matrix) fill(a *Analysis) {
	rows, hypotheses := make(map[string]int, len(m.Evidence)), make(map[string]int, len(m.Hypotheses))
	for row := range m.Evidence {
		rows[m.Evidence[row].Ref.ID] = row
	}
	for i := len(m.Hypotheses) - 1; i >= 0; i-- { // of equal ids the first counts
		hypotheses[m.Hypotheses[i].ID] = i
	}
	for at, c := range a.codes {
		row, known := rows[at.evidence]
		if i, ok := hypotheses[at.hypothesis]; ok && known {
			m.Set(row, i, c)
		}
	}
}

// Code returns the code of a cell.
func (m *Matrix) Code(row, hypothesis int) Code {
	if at, ok := m.find(row, hypothesis); ok {
		return m.codes[row][at].code
	}
	return ""
}

func (m *Matrix) find(row, hypothesis int) (at int, ok bool) {
	return slices.BinarySearchFunc(m.codes[row], hypothesis, func(c coded, h int) int { return c.hypothesis - h })
}

// Set sets the code of a cell, or clears it if c is empty. [Matrix.Score] then
// computes what follows.
func (m *Matrix) Set(row, hypothesis int, c Code) {
	at, ok := m.find(row, hypothesis)
	switch {
	case ok && c == "":
		m.codes[row] = slices.Delete(m.codes[row], at, at+1)
	case ok:
		m.codes[row][at].code = c
	case c != "":
		m.codes[row] = slices.Insert(m.codes[row], at, coded{hypothesis, c})
	}
}

// Label returns the short name of a hypothesis: H1 for the first.
func (m *Matrix) Label(hypothesis int) string { return "H" + strconv.Itoa(hypothesis+1) }

// Score computes what follows from the codes.
func (m *Matrix) Score() {
	m.Scores = make([]Score, len(m.Hypotheses))
	m.diagnosed = make([]float64, len(m.Evidence))
	m.Coded, m.Cells = 0, 0
	for row := range m.Evidence {
		m.diagnosed[row] = m.Evidence[row].Weight * apart(m.codes[row], len(m.Hypotheses))
		if m.Evidence[row].Out {
			continue
		}
		m.Cells += len(m.Hypotheses)
		m.Coded += len(m.codes[row])
		m.count(m.Scores, row, m.Evidence[row].Weight, +1)
	}
	rank(m.Scores)
}

// count adds a row with a weight to scores, or takes it away if by is -1.
func (m *Matrix) count(scores []Score, row int, weight float64, by int) {
	for _, c := range m.codes[row] {
		s := &scores[c.hypothesis]
		s.Inconsistency += float64(by) * points[c.code] * weight
		s.Coded += by
		switch c.code {
		case Inconsistent:
			s.Against += by
		case VeryInconsistent:
			s.VeryAgainst += by
		}
	}
}

// alike is the difference up to which sums of weights are equal: they are rounded
// differently when they are added in another order.
const alike = 1e-9

// rank sets the ranks of scores.
func rank(scores []Score) {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
		scores[i].Rank = 0
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[a].Inconsistency, scores[b].Inconsistency) })
	tested, before := 0, 0.0
	last := 0
	for _, i := range order {
		s := &scores[i]
		if s.Coded == 0 {
			continue
		}
		tested++
		if tested == 1 || s.Inconsistency-before > alike {
			last = tested
		}
		s.Rank, before = last, s.Inconsistency
	}
}

// ByInconsistency returns the hypotheses, the least inconsistent first and those
// without codes last.
func (m *Matrix) ByInconsistency() []int {
	order := sequence(len(m.Hypotheses))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.place(m.Scores, a), m.place(m.Scores, b)) })
	return order
}

// place returns the rank of a hypothesis, or for one without codes a number behind
// all ranks.
func (m *Matrix) place(scores []Score, hypothesis int) int {
	if r := scores[hypothesis].Rank; r > 0 {
		return r
	}
	return len(scores) + 1
}

func sequence(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// Order returns the order of the hypotheses that have codes, as "H2, H1 = H3".
func (m *Matrix) Order() string { return m.order(m.Scores) }

func (m *Matrix) order(scores []Score) string {
	places := sequence(len(scores))
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(m.place(scores, a), m.place(scores, b)) })
	var b strings.Builder
	before := 0
	for _, i := range places {
		r := scores[i].Rank
		switch {
		case r == 0:
			continue
		case r == before:
			b.WriteString(" = ")
		case before > 0:
			b.WriteString(", ")
		}
		b.WriteString(m.Label(i))
		before = r
	}
	return b.String()
}

// Uneven returns the number of rows that have codes for some hypotheses and not for
// all: they weigh on those only, and scores that differ for that reason alone cannot
// be compared.
func (m *Matrix) Uneven() int {
	n := 0
	for row, codes := range m.codes {
		if !m.Evidence[row].Out && len(codes) > 0 && len(codes) < len(m.Hypotheses) {
			n++
		}
	}
	return n
}
