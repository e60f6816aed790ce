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
	out = append(out, part(x, Section{Text: "Judgments", Note: "this briefing's own"}, judgmentRows(x), "It makes no judgments.")...)
	out = append(out, part(x, Section{Text: "Contested", Note: "computed"}, contestedRows(x), "Nothing is contested.")...)
	out = append(out, part(x, Section{Text: "Expected next"}, expectedRows(x), "No event is expected.")...)
	return append(out, part(x, Section{Text: "Not known"}, gapRows(x), "No gaps are named.")...)
}

// part is a heading with the rows under it that lists show, or with a word
// about their absence.
func part(x *briefing.Index, head Section, rows []Later, none string) []Block {
	out := []Block{head}
	for _, row := range rows {
		if ref := row.To.Ref; x.Shows(ref.Kind, ref.ID) {
			out = append(out, row)
		}
	}
	if head.Count = len(out) - 1; head.Count == 0 {
		if len(rows) > 0 {
			none = "The filter leaves none."
		}
		out = append(out, Prose{Spans: []Span{{Text: none, Role: Muted}}})
	}
	out[0] = head
	return append(out, Blank{})
}

func judgmentRows(x *briefing.Index) []Later {
	var out []Later
	for i := range x.Briefing.Judgments {
		j := &x.Briefing.Judgments[i]
		out = append(out, later(briefing.KindJudgment, j.ID, func() Entry { return judgmentRow(x, j, i+1) }))
	}
	return out
}

func contestedRows(x *briefing.Index) []Later {
	var out []Later
	for i := range x.Briefing.Questions {
		if q := &x.Briefing.Questions[i]; x.Contested(q) {
			out = append(out, later(briefing.KindQuestion, q.ID, func() Entry { return QuestionRow(x, q) }))
		}
	}
	return out
}

func expectedRows(x *briefing.Index) []Later {
	var out []Later
	for _, e := range x.Events() {
		if e.Status == briefing.EventExpected {
			out = append(out, later(briefing.KindEvent, e.ID, func() Entry { return EventRow(e) }))
		}
	}
	return out
}

func gapRows(x *briefing.Index) []Later {
	var out []Later
	for i, g := range x.Briefing.Gaps {
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
