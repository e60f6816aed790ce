package page

import (
	"slices"
	"strconv"

	"sitrep/briefing"
)

// BottomLine is the heading of the answer.
const BottomLine = "Bottom line"

// Brief returns the page with the answer first: bottom line, judgments, what is
// contested, what is expected next, and what is not known.
func Brief(x *briefing.Index) []Block {
	var out []Block
	if withheld := Withheld(x); withheld != "" {
		out = append(out, Prose{Spans: []Span{{Text: "A part of the briefing: " + withheld + ".", Role: Caution, Own: true}}}, Blank{})
	}
	if x.Briefing.BottomLine != "" {
		out = append(out, Section{Text: BottomLine}, Prose{Spans: References(x, x.Briefing.BottomLine), Body: true}, Blank{})
	}
	for _, part := range BriefParts(x, nil) {
		out = append(slices.Grow(out, 2+2*len(part.Rows)), part.Section)
		for _, row := range part.Rows {
			out = append(out, row)
			if part.Apart {
				out = append(out, Blank{})
			}
		}
		if len(part.Rows) == 0 {
			out = append(out, Prose{Spans: []Span{{Text: part.None, Role: Muted}}})
		}
		if len(part.Rows) == 0 || !part.Apart {
			out = append(out, Blank{})
		}
	}
	return out
}

// Withheld says how much of the briefing is withheld because of its marking. It
// returns "" if nothing is.
func Withheld(x *briefing.Index) string {
	if withheld := x.Withheld().String(); withheld != "" {
		return withheld + "; what is computed is computed from the rest"
	}
	return ""
}

// BriefPart is a part of the brief after the bottom line: a heading, its rows,
// and what to say if there are none.
type BriefPart struct {
	Section
	Rows []Later
	None string
	// Apart asks for a blank line between the rows, which have several lines each.
	Apart bool
}

// BriefParts returns the parts of the brief for screens and exports. It
// includes the rows that lists show and for which keep returns true. A nil keep
// includes them all.
func BriefParts(x *briefing.Index, keep func(briefing.Ref) bool) []BriefPart {
	parts := []BriefPart{
		{Section{Text: "Judgments", Note: "this briefing's own"}, judgmentRows(x), "It makes no judgments.", true},
		{Section{Text: "Contested", Note: "computed"}, contestedRows(x), "Nothing is contested.", false},
		{Section{Text: "Expected next"}, expectedRows(x), "No event is expected.", false},
		{Section{Text: "Not known"}, gapRows(x), "No gaps are named.", false},
	}
	for i := range parts {
		p := &parts[i]
		all := len(p.Rows)
		p.Rows = slices.DeleteFunc(p.Rows, func(row Later) bool {
			return !x.Shows(row.To.Ref.Kind, row.To.Ref.ID) || keep != nil && !keep(row.To.Ref)
		})
		p.Count = len(p.Rows)
		if p.Count == 0 && all > 0 {
			p.None = "The filter leaves none."
		}
	}
	return parts
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
			out = append(out, later(briefing.KindEvent, e.ID, func() Entry { return EventRow(x, e) }))
		}
	}
	return out
}

func gapRows(x *briefing.Index) []Later {
	out := make([]Later, 0, len(x.Briefing.Gaps))
	for i := range x.Briefing.Gaps {
		to := To(briefing.KindGap, strconv.Itoa(i+1))
		out = append(out, Later{To: to, Make: func() Entry {
			return Entry{
				Lead: []Span{{Text: gapSign, Role: Sign, Own: true}}, LeadCells: signCells,
				Body: References(x, x.Briefing.Gaps[i]), To: To(briefing.KindGap, strconv.Itoa(i+1)),
			}
		}})
	}
	return out
}
