package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/page"
)

// Analysis is an analysis of competing hypotheses, to be written. It is somebody's own
// judgment on a question of a briefing and stands in a file of its own, never in an
// export of the briefing.
type Analysis struct {
	*ach.Matrix
	// By says whose it is, and when it was made, in a sentence.
	By string
	// Without are the names of what is left out.
	Without []string
}

// AnalysisFormat is a format of an analysis.
type AnalysisFormat struct {
	Name      string
	Extension string // of a file, with its dot
	write     func(*analysisWriter) error
}

// AnalysisFormats returns the formats of an analysis. The first is the default.
func AnalysisFormats() []AnalysisFormat {
	return []AnalysisFormat{
		{textFormat, ".txt", (*analysisWriter).text}, {"markdown", ".md", (*analysisWriter).markdown},
		{htmlFormat, ".html", (*analysisWriter).html}, {csvFormat, ".csv", (*analysisWriter).csv},
	}
}

// AnalysisFormatNames returns the names of the formats of an analysis.
func AnalysisFormatNames() []string {
	return briefing.Map(AnalysisFormats(), func(f AnalysisFormat) string { return f.Name })
}

// WriteAnalysis writes an analysis in one of the formats that [AnalysisFormats] returns. The index of r must be
// the one that the analysis was made from. Of r, it uses Width, ASCII and BOM too.
func WriteAnalysis(w io.Writer, format string, a Analysis, r *Request) error {
	for _, f := range AnalysisFormats() {
		if f.Name == format {
			return f.write(&analysisWriter{Analysis: a, out: w, request: r, x: r.Index})
		}
	}
	return fmt.Errorf("no format %q for an analysis", format)
}

// analysisWriter writes an analysis.
type analysisWriter struct {
	Analysis
	out     io.Writer
	request *Request
	x       *briefing.Index
}

// notTheBriefings follows By.
const notTheBriefings = "It is not a part of the briefing."

// facts returns what the analysis is of, and what comes out of it.
func (a *analysisWriter) facts() []page.Fact {
	b := a.x.Briefing
	own := func(text string) []page.Span { return []page.Span{{Text: text, Own: true}} }
	out := []page.Fact{
		{Label: "Briefing", Value: append([]page.Span{{Text: b.Title}, {Text: " (" + b.ID + ")", Role: page.ID}}, own(versionFact(b))...)},
		{Label: "Coded", Value: own(a.codedFact())},
		{Label: "Order", Value: own(a.orderFact())},
	}
	if len(a.Without) > 0 {
		out = append(out, page.Fact{Label: "Without", Value: []page.Span{{Text: briefing.JoinNames(a.Without)}}})
	}
	if withheld := page.Withheld(a.x); withheld != "" {
		out = append(out, page.Fact{Label: "A part", Value: own(withheld)})
	}
	return out
}

func (a *analysisWriter) codedFact() string {
	text := fmt.Sprintf("%d of %d cells", a.Coded, a.Cells)
	if n := a.Uneven(); n > 0 {
		text += ", " + briefing.Counted(n, "row", "rows") + " for some hypotheses only"
	}
	return text
}

func (a *analysisWriter) orderFact() string {
	if order := a.Order(); order != "" {
		return order + ", least inconsistent first"
	}
	return "none, as nothing is coded"
}

// score returns what the codes say against a hypothesis.
func (a *analysisWriter) score(i int) string {
	s := a.Scores[i]
	if s.Rank == 0 {
		return "not coded"
	}
	return fmt.Sprintf("inconsistency %s, %s: %d I, %d II in %s with a code", weight(s.Inconsistency), ach.Ordinal(s.Rank),
		s.Against, s.VeryAgainst, briefing.Counted(s.Coded, "cell", "cells"))
}

func weight(w float64) string { return strconv.FormatFloat(w, 'f', 2, 64) }

// hypothesis returns the text of a hypothesis with its marking.
func (a *analysisWriter) hypothesis(i int) string {
	h := a.Hypotheses[i]
	if h.Own {
		return "own: " + h.Text
	}
	return page.Marking(a.x, briefing.Ref{Kind: briefing.KindClaim, ID: h.ID}) + h.Text
}

// name names the evidence of a row, without its sign: for a position its holder and
// what that says on which hypothesis.
func (a *analysisWriter) name(row int) string {
	e := &a.Evidence[row]
	if e.Ref.Kind == briefing.KindSource {
		return "source: " + page.Name(a.x, e.Ref)
	}
	claim := 0
	for i, h := range a.Hypotheses {
		if !h.Own && h.ID == e.Stand.Claim.ID {
			claim = i
			break
		}
	}
	return page.Marking(a.x, e.Ref) + a.x.ActorName(e.Stand.Position.Holder) + " " + ach.StanceOn(e.Stand.Position.Stance) + " " + a.Label(claim)
}

// sign returns the stance of a position, or nothing for a source.
func (a *analysisWriter) sign(row int) string {
	if p := a.Evidence[row].Stand.Position; p != nil {
		return p.Stance.Sign()
	}
	return ""
}

// figures returns what a row weighs and how far it tells the hypotheses apart.
func (a *analysisWriter) figures(row int) string {
	e := &a.Evidence[row]
	if e.Out {
		return "left out"
	}
	return fmt.Sprintf("weight %s (%s), apart %s", weight(e.Weight), e.Grades(), weight(a.Diagnosticity(row)))
}

// code returns a code, or a hyphen for none.
func (a *analysisWriter) code(row, hypothesis int) string {
	if c := a.Code(row, hypothesis); c != "" {
		return string(c)
	}
	return "-"
}

// change names what is left out, and says what the order would be.
func (a *analysisWriter) change(c ach.Change) (without, order string) {
	order = "the order is " + c.Order
	if c.Order == "" {
		order = "nothing is coded"
	}
	if c.First && c.Order != "" {
		order += ", with another first"
	}
	if c.Rows > 1 {
		order += "; " + briefing.Counted(c.Rows, "row", "rows") + " weigh less or go with it"
	}
	return page.Name(a.x, c.Without), order
}

// noChange is written if the order depends on nothing.
const noChange = "It depends on no single position or source."

// howItCounts says how the figures are computed.
func howItCounts() string {
	return "The inconsistency of a hypothesis is the sum of 1 for each I and 2 for each II, times the weight of the evidence. " +
		"CC, C and N count nothing. Apart is how far the codes of a row lie from each other, averaged over the pairs of hypotheses, times the weight. " +
		"The weight is the product of the factors for reliability and credibility."
}

// codesInWords returns the meanings of the codes.
func codesInWords() string {
	return strings.Join(briefing.Map(ach.Codes, func(t briefing.Term[ach.Code]) string { return string(t.Value) + " " + t.Label }), ", ") + ", - not coded"
}

// text writes the analysis as text.
func (a *analysisWriter) text() error {
	return writeAsText(a.out, a.request, a.x.Banner(), func(t *textWriter) {
		q := a.Question
		t.blocks([]page.Block{
			page.Title{Spans: []page.Span{{Text: "Competing hypotheses: ", Own: true}, {Text: page.Name(a.x, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})},
				{Text: " "}, {Text: "(" + q.ID + ")", Role: page.ID}}},
			page.Prose{Spans: []page.Span{{Text: a.By + " " + notTheBriefings, Own: true}}}, page.Blank{},
		})
		for _, f := range a.facts() {
			t.block(f)
		}
		t.line("")
		t.part("Hypotheses", len(a.Hypotheses), "least inconsistent first")
		for _, i := range a.ByInconsistency() {
			t.blocks([]page.Block{page.Entry{
				Lead: []page.Span{{Text: a.Label(i), Role: page.Sign, Own: true}}, LeadCells: hypothesisCells,
				Body:  []page.Span{{Text: a.hypothesis(i)}, {Text: " "}, {Text: "(" + a.Hypotheses[i].ID + ")", Role: page.ID}},
				Under: [][]page.Span{{{Text: a.score(i), Own: true}}},
			}})
		}
		t.line("")
		a.textEvidence(t)
		t.part("Sensitivity", 0, "what the order is without one of these")
		changes := a.Sensitivity(a.x)
		for _, c := range changes {
			without, order := a.change(c)
			t.block(page.Entry{Body: []page.Span{{Text: without}, {Text: " "}, {Text: "(" + c.Without.ID + ")", Role: page.ID}}, Indent: page.Hang, Under: [][]page.Span{{{Text: order, Own: true}}}})
		}
		if len(changes) == 0 {
			t.line(noChange)
		}
		t.line("")
		t.part("Weights", 0, "")
		t.block(page.Prose{Spans: []page.Span{{Text: codesInWords() + ".", Own: true}}})
		t.block(page.Prose{Spans: []page.Span{{Text: howItCounts(), Own: true}}})
		for _, w := range ach.Weights() {
			t.block(page.Fact{Label: w.Grade, Value: []page.Span{{Text: weight(w.Factor) + "  " + w.Meaning, Own: true}}})
		}
	})
}

// hypothesisCells is the width of the column for the label of a hypothesis, and
// codeCells that of a code.
const (
	hypothesisCells = 5
	codeCells       = 5
	mostAcross      = 8 // hypotheses, of which there are codes in columns
)

// textEvidence writes the rows, with the codes in columns if there is room for them.
func (a *analysisWriter) textEvidence(t *textWriter) {
	t.part("Evidence", len(a.Evidence), "what tells the hypotheses apart most first")
	order := a.ByInconsistency()
	across := len(order) <= mostAcross
	cells := func(of func(i int) string) string {
		var b strings.Builder
		for _, i := range order {
			fmt.Fprintf(&b, "%-*s", codeCells, of(i))
		}
		return b.String()
	}
	if across && len(a.Evidence) > 0 {
		t.line(strings.TrimRight(cells(a.Label), " "))
	}
	for _, row := range a.ByDiagnosticity() {
		entry := page.Entry{
			Body:  []page.Span{{Text: strings.TrimPrefix(a.sign(row)+" "+a.name(row), " ")}, {Text: " "}, {Text: "(" + a.Evidence[row].Ref.ID + ")", Role: page.ID}},
			Under: [][]page.Span{{{Text: a.figures(row), Own: true}}},
		}
		if across {
			entry.Lead, entry.LeadCells = []page.Span{{Text: cells(func(i int) string { return a.code(row, i) }), Own: true}}, codeCells*len(order)
		} else {
			codes := briefing.Map(order, func(i int) string { return a.Label(i) + page.NoBreak + a.code(row, i) })
			entry.Indent, entry.Under = page.Hang, append(entry.Under, []page.Span{{Text: strings.Join(codes, ", "), Own: true}})
		}
		if p := a.Evidence[row].Stand.Position; p != nil {
			entry.Under = append(entry.Under, page.Quotes(a.x, p)...)
		}
		t.block(entry)
	}
	if len(a.Evidence) == 0 {
		t.line("None.")
	}
	t.line("")
}
