package notebook

import (
	"sitrep/briefing/ach"
	"sitrep/briefing/clean"
)

// Analysis returns what the user has entered about a question: own hypotheses, and the
// codes of the analysis of competing hypotheses. Codes that there are not are left out.
func (n *Notebook) Analysis(question string) *ach.Analysis {
	a := &ach.Analysis{}
	for _, k := range n.contents.in(hypothesisPart) {
		if k.item == question {
			a.SetOwn(ach.Hypothesis{ID: k.under, Text: n.contents.values[k].text})
		}
	}
	for k, v := range n.contents.values {
		if k.part == codePart && k.item == question {
			a.Set(k.under, k.of, ach.Code(v.text))
		}
	}
	return a
}

// SetHypothesis keeps a hypothesis of the user's own, or takes it away if its text
// is "". The codes under its id stay.
func (n *Notebook) SetHypothesis(question string, h ach.Hypothesis) {
	n.change(key{part: hypothesisPart, item: question, under: h.ID}, value{text: clean.Line(h.Text)})
}

// SetCode keeps how a piece of evidence speaks for or against a hypothesis, by their
// ids. An empty code takes it away.
func (n *Notebook) SetCode(question, hypothesis, evidence string, c ach.Code) {
	n.change(key{codePart, question, hypothesis, evidence}, value{text: clean.Line(string(c))})
}
