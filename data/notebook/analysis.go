package notebook

import "sitrep/briefing/ach"

// Analysis returns what the user has entered about a question: own hypotheses, and the
// codes of the analysis of competing hypotheses. Codes that there are not are left out.
func (n *Notebook) Analysis(question string) *ach.Analysis {
	a := &ach.Analysis{}
	for _, h := range n.Hypotheses(question) {
		a.SetOwn(ach.Hypothesis{ID: h.ID, Text: h.Text})
	}
	for hypothesis, codes := range n.Codes(question) {
		for evidence, code := range codes {
			a.Set(hypothesis, evidence, ach.Code(code))
		}
	}
	return a
}
