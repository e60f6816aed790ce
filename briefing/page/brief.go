package page

import (
	"strconv"

	"sitrep/briefing"
)

// Brief is the answer first: bottom line, judgments, what is contested, what
// is expected next, what is not known.
func Brief(x *briefing.Index) []Block {
	var out []Block
	if x.Briefing.BottomLine != "" {
		out = append(out, Section{Text: "Bottom line"}, Prose{Spans: withReferences(x, x.Briefing.BottomLine)}, Blank{})
	}
	out = append(out, part(Section{Text: "Judgments", Note: "this briefing's own"}, judgmentRows(x), "It makes no judgments.")...)
	out = append(out, part(Section{Text: "Contested", Note: "computed"}, contestedRows(x), "Nothing is contested.")...)
	out = append(out, part(Section{Text: "Expected next"}, expectedRows(x), "No event is expected.")...)
	return append(out, part(Section{Text: "Not known"}, gapRows(x), "No gaps are named.")...)
}

// part is a heading with rows under it, or with a word about their absence.
func part(head Section, rows []Block, none string) []Block {
	head.Count = len(rows)
	out := []Block{head}
	if len(rows) == 0 {
		rows = []Block{Prose{Spans: []Span{{Text: none, Role: Muted}}}}
	}
	return append(append(out, rows...), Blank{})
}

func judgmentRows(x *briefing.Index) []Block {
	var out []Block
	for i := range x.Briefing.Judgments {
		if !x.Shows(briefing.KindJudgment, x.Briefing.Judgments[i].ID) {
			continue
		}
		j := &x.Briefing.Judgments[i]
		out = append(out, later(briefing.KindJudgment, j.ID, func() Entry { return JudgmentRow(x, j, i+1) }))
	}
	return out
}

func contestedRows(x *briefing.Index) []Block {
	var out []Block
	for i := range x.Briefing.Questions {
		if q := &x.Briefing.Questions[i]; x.Contested(q) && x.Shows(briefing.KindQuestion, q.ID) {
			out = append(out, later(briefing.KindQuestion, q.ID, func() Entry { return QuestionRow(x, q) }))
		}
	}
	return out
}

func expectedRows(x *briefing.Index) []Block {
	var out []Block
	for _, e := range x.Events() {
		if e.Status == briefing.EventExpected && x.Shows(briefing.KindEvent, e.ID) {
			out = append(out, later(briefing.KindEvent, e.ID, func() Entry { return EventRow(e) }))
		}
	}
	return out
}

func gapRows(x *briefing.Index) []Block {
	var out []Block
	for i, g := range x.Briefing.Gaps {
		if !x.Shows(briefing.KindGap, strconv.Itoa(i+1)) {
			continue
		}
		id := strconv.Itoa(i + 1)
		out = append(out, later(briefing.KindGap, id, func() Entry {
			return Entry{
				Lead: []Span{{Text: gapSign, Role: Sign, Own: true}}, LeadCells: signCells,
				Body: withReferences(x, g), To: To(briefing.KindGap, id),
			}
		}))
	}
	return out
}
