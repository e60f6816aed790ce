package export

import (
	"strconv"
	"strings"

	"sitrep/briefing"
)

// analysisColumns are the columns before those of the hypotheses. What a row is, is in
// the first: the text of each hypothesis, a piece of evidence, or a figure of each
// hypothesis.
var analysisColumns = strings.Fields("row id name reliability credibility weight apart left_out")

// csv writes the matrix as a table with a column for each hypothesis.
func (a *analysisWriter) csv() error {
	out := newStream(a.out)
	if a.request.BOM {
		out.raw("\uFEFF")
	}
	t := Table{out}
	order := a.ByInconsistency()
	t.write(append(append(append([]string{}, analysisColumns...), briefing.Map(order, func(i int) string { return a.Hypotheses[i].ID })...), "question", "by", "tlp"))
	row := func(own []string, of func(i int) string) error {
		cells := make([]string, len(analysisColumns), len(analysisColumns)+len(order)+3)
		copy(cells, own)
		cells = append(cells, briefing.Map(order, of)...)
		return t.Row(append(cells, a.Question.ID, a.By, string(a.x.Banner().Counted())))
	}
	err := row([]string{"hypothesis"}, a.hypothesis)
	for _, n := range a.ByDiagnosticity() {
		e := &a.Evidence[n]
		credibility := ""
		if e.Credibility > 0 {
			credibility = strconv.Itoa(e.Credibility)
		}
		own := []string{"evidence", e.Ref.ID, a.name(n), string(e.Reliability), credibility, weight(e.Weight), weight(a.Diagnosticity(n)), strconv.FormatBool(e.Out)}
		if err == nil {
			err = row(own, func(i int) string { return string(a.Code(n, i)) })
		}
	}
	for _, figure := range []struct {
		name string
		of   func(i int) string
	}{
		{"inconsistency", func(i int) string { return weight(a.Scores[i].Inconsistency) }},
		{"rank", func(i int) string { return strconv.Itoa(a.Scores[i].Rank) }},
		{"coded", func(i int) string { return strconv.Itoa(a.Scores[i].Coded) }},
	} {
		if err == nil {
			err = row([]string{figure.name}, figure.of)
		}
	}
	if err != nil {
		return err
	}
	return t.Close()
}
