package page

import (
	"fmt"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Judgment returns the page of a judgment. Likelihood and confidence never
// share a sentence (ICD 203, D.6.e(2)(b)).
func Judgment(x *briefing.Index, j *briefing.Judgment) []Block {
	out := head(x, briefing.KindJudgment, j.ID, strong(References(x, j.Text)))
	judgmentFacts(func(b Block) { out = append(out, b) }, x, j)
	if q := x.Question(j.Question); q != nil {
		out = append(out, answers(x, q))
	}
	out = append(out, evidencePart(x, j.Evidence)...)
	return append(out, mentions(x, j.ID)...)
}

func strong(spans []Span) []Span {
	for i := range spans {
		if spans[i].Role == Plain {
			spans[i].Role = Strong
		}
	}
	return spans
}

// judgmentFacts puts the facts of a judgment, except its evidence and the
// question that it answers.
func judgmentFacts(put sink, x *briefing.Index, j *briefing.Judgment) {
	eachFact(put, x, briefing.KindJudgment, j.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "likelihood":
			put(Fact{f.Label, likelihoodSpans(j.Likelihood)})
		case "confidence":
			put(Fact{f.Label, []Span{{Text: "Our confidence in it is "}, {Text: string(j.Confidence), Role: Strong}, {Text: "."}}})
		case "text", "question", "evidence":
		default:
			return false
		}
		return true
	})
}

// likelihoodSpans returns the term and its band in per cent.
func likelihoodSpans(l briefing.Likelihood) []Span {
	low, high, ok := l.Band()
	if !ok {
		return plain(string(l))
	}
	return []Span{{Text: string(l), Role: Strong}, own(fmt.Sprintf(" (%d–%d %%)", low, high))}
}

// judgmentRow returns a row that leads to a judgment: its text, and under it
// the likelihood and, in a sentence of its own, the confidence.
func judgmentRow(x *briefing.Index, j *briefing.Judgment, number int) Entry {
	row := Entry{
		Lead: []Span{{Text: strconv.Itoa(number), Role: Label}}, LeadCells: signCells + 1,
		Body: marked(x, briefing.KindJudgment, j.ID, References(x, j.Text)),
		To:   To(briefing.KindJudgment, j.ID),
	}
	if j.Likelihood != "" {
		row.Under = append(row.Under, append([]Span{{Text: "Likelihood: ", Role: Label}}, likelihoodSpans(j.Likelihood)...))
	}
	if j.Confidence != "" {
		row.Under = append(row.Under, []Span{{Text: "Confidence: ", Role: Label}, {Text: string(j.Confidence)}})
	}
	return row
}

// Gap returns the page of something that is not known.
func Gap(x *briefing.Index, id string) []Block {
	n, err := strconv.Atoi(id)
	if err != nil || n < 1 || n > len(x.Briefing.Gaps) {
		return nil
	}
	return []Block{
		kindLine(briefing.KindGap, id),
		Title{strong(References(x, x.Briefing.Gaps[n-1]))},
		Blank{},
		Prose{Spans: []Span{{Text: "The sources of this briefing do not say.", Role: Muted}}},
	}
}
