package export

import (
	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/page"
)

// markdown writes the analysis as CommonMark with tables.
func (a *analysisWriter) markdown() error {
	m := &markdownWriter{newStream(a.out), a.request, a.x, make([]bool, len(a.x.Passages)+1)}
	m.marking()
	m.heading("# ", "Competing hypotheses: "+a.Question.Text, a.Question.ID)
	m.start(a.By + " " + notTheBriefings)
	m.raw("\n\n")
	m.facts(a.facts())
	m.raw("\n")
	m.section(page.Section{Text: "Hypotheses", Count: len(a.Hypotheses), Note: "least inconsistent first"})
	a.markdownTable(m, []string{"", "Hypothesis", "Id", "Inconsistency"}, func(row func(...string)) {
		for _, i := range a.ByInconsistency() {
			row(a.Label(i), a.hypothesis(i), a.Hypotheses[i].ID, a.score(i))
		}
	})
	m.section(page.Section{Text: "Evidence", Count: len(a.Evidence), Note: "what tells the hypotheses apart most first"})
	order := a.ByInconsistency()
	a.markdownTable(m, append([]string{"Evidence", "Id", "Weight", "Apart"}, briefing.Map(order, a.Label)...), func(row func(...string)) {
		for _, n := range a.ByDiagnosticity() {
			e := &a.Evidence[n]
			cells := []string{a.name(n), e.Ref.ID, weight(e.Weight) + ", " + e.Grades(), weight(a.Diagnosticity(n))}
			if e.Out {
				cells[2], cells[3] = "left out", ""
			}
			row(append(cells, briefing.Map(order, func(i int) string { return a.code(n, i) })...)...)
		}
	})
	m.section(page.Section{Text: "Sensitivity", Note: "what the order is without one of these"})
	changes := a.Sensitivity(a.x)
	for _, c := range changes {
		without, order := a.change(c)
		m.raw("- ")
		m.start(without)
		m.raw(" ")
		m.id(c.Without.ID)
		m.text(": " + order)
		m.raw("\n")
	}
	if len(changes) == 0 {
		m.raw(noChange + "\n")
	}
	m.raw("\n")
	m.section(page.Section{Text: "Weights"})
	m.start(codesInWords() + ".")
	m.raw("\n\n")
	m.start(howItCounts())
	m.raw("\n\n")
	a.markdownTable(m, []string{"Grade", "Factor", "Meaning"}, func(row func(...string)) {
		for _, w := range ach.Weights() {
			row(w.Grade, weight(w.Factor), w.Meaning)
		}
	})
	m.marking()
	return m.finish()
}

// markdownTable writes a table. Cells with nothing stay empty.
func (a *analysisWriter) markdownTable(m *markdownWriter, head []string, rows func(row func(...string))) {
	row := func(cells ...string) {
		for _, c := range cells {
			m.raw("| ")
			m.text(c)
			m.raw(" ")
		}
		m.raw("|\n")
	}
	row(head...)
	for range head {
		m.raw("|---")
	}
	m.raw("|\n")
	rows(row)
	m.raw("\n")
}
