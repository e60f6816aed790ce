package export

import (
	"strconv"

	"sitrep/briefing/ach"
)

// html writes the analysis as a page that needs nothing else.
func (a *analysisWriter) html() error {
	h := &htmlWriter{newStream(a.out), a.request, a.x, make([]bool, len(a.x.Passages)+1), make([]bool, len(a.x.Passages)+1)}
	h.openAs("Competing hypotheses: " + a.Question.Text)
	h.marking()
	h.between("<header>\n<h1 dir=\"auto\">Competing hypotheses: ", a.Question.Text, "</h1>\n")
	h.between("<p class=\"edition\"><strong>", a.By+" "+notTheBriefings, "</strong></p>\n<dl>\n")
	for _, f := range a.facts() {
		h.between("<dt>", f.Label, "</dt><dd dir=\"auto\">")
		for _, s := range f.Value {
			h.text(s.Text)
		}
		h.raw("</dd>\n")
	}
	h.raw("</dl>\n</header>\n<main>\n")
	a.htmlMatrix(h)
	h.raw("<section>\n<h2>Sensitivity</h2>\n")
	changes := a.Sensitivity(a.x)
	if len(changes) == 0 {
		h.raw("<p>" + noChange + "</p>\n")
	} else {
		h.raw("<p>What the order is without one of these:</p>\n<ul>\n")
		for _, c := range changes {
			without, order := a.change(c)
			h.between("<li dir=\"auto\">", without, ": ")
			h.between("", order, "</li>\n")
		}
		h.raw("</ul>\n")
	}
	h.raw("</section>\n<section>\n<h2>Weights</h2>\n")
	h.between("<p>", codesInWords()+".", "</p>\n")
	h.between("<p>", howItCounts(), "</p>\n<dl>\n")
	for _, w := range ach.Weights() {
		h.between("<dt>", w.Grade, "</dt>")
		h.between("<dd>", weight(w.Factor)+", "+w.Meaning, "</dd>\n")
	}
	h.raw("</dl>\n</section>\n</main>\n")
	h.marking()
	h.raw("</body>\n</html>\n")
	return h.finish()
}

// htmlMatrix writes the hypotheses across and the evidence down, with the scores below
// the hypotheses.
func (a *analysisWriter) htmlMatrix(h *htmlWriter) {
	order := a.ByInconsistency()
	h.raw("<section>\n<h2>Matrix</h2>\n<div class=\"wide\" role=\"region\" aria-label=\"Matrix\" tabindex=\"0\">\n<table class=\"matrix\">\n" +
		"<caption>The least inconsistent hypothesis first, and the evidence that tells the hypotheses apart most</caption>\n" +
		"<thead>\n<tr><th scope=\"col\">Evidence</th><th scope=\"col\">Weight</th><th scope=\"col\">Apart</th>")
	for _, i := range order {
		h.between("<th scope=\"col\" dir=\"auto\">", a.Label(i)+" "+a.hypothesis(i), "</th>")
	}
	h.raw("</tr>\n<tr><th scope=\"row\">Inconsistency</th><td></td><td></td>")
	for _, i := range order {
		text := "not coded"
		if s := a.Scores[i]; s.Rank > 0 {
			text = weight(s.Inconsistency) + ", " + ach.Ordinal(s.Rank) + " (" + strconv.Itoa(s.Coded) + " coded)"
		}
		h.between("<td>", text, "</td>")
	}
	h.raw("</tr>\n</thead>\n<tbody>\n")
	for _, row := range a.ByDiagnosticity() {
		e := &a.Evidence[row]
		h.between("<tr><th scope=\"row\" dir=\"auto\">", a.sign(row)+" "+a.name(row), "</th>")
		if e.Out {
			h.raw("<td>left out</td><td></td>")
		} else {
			h.between("<td>", weight(e.Weight)+" ("+e.Grades()+")", "</td>")
			h.between("<td>", weight(a.Diagnosticity(row)), "</td>")
		}
		for _, i := range order {
			h.between("<td>", string(a.Code(row, i)), "</td>")
		}
		h.raw("</tr>\n")
	}
	h.raw("</tbody>\n</table>\n</div>\n</section>\n")
}
