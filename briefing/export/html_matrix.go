package export

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// matrixColumns is the limit of actors in one matrix, so that it fits on paper.
// More actors get further matrices, each with the claims that they hold
// positions on.
const matrixColumns = 16

// matrix shows who takes which stance: claims down, actors across.
type matrix struct {
	holders []string
	rows    []matrixRow
}

// matrixRow is a claim with the positions that the holders of a matrix take on
// it.
type matrixRow struct {
	question *briefing.Question
	claim    *briefing.Claim
	held     map[string][]briefing.Stand // by holder
}

// matricesOf orders holders by their first position. A single matrix has all
// claims. One of several has only the claims on which its holders take
// positions.
func matricesOf(x *briefing.Index, list []*briefing.Question) []matrix {
	var holders []string
	place := map[string]int{}
	for _, q := range list {
		for i := range q.Claims {
			for j := range q.Claims[i].Positions {
				id := q.Claims[i].Positions[j].Holder
				if _, met := place[id]; !met {
					place[id] = len(holders)
					holders = append(holders, id)
				}
			}
		}
	}
	var out []matrix
	for part := range slices.Chunk(holders, matrixColumns) {
		out = append(out, matrix{holders: part})
	}
	for _, q := range list {
		for i := range q.Claims {
			c := &q.Claims[i]
			in := map[int]map[string][]briefing.Stand{}
			if len(out) == 1 {
				in[0] = map[string][]briefing.Stand{}
			}
			for _, s := range x.StandsBySide(c.ID) {
				holder := s.Position.Holder
				n := place[holder] / matrixColumns
				if in[n] == nil {
					in[n] = map[string][]briefing.Stand{}
				}
				in[n][holder] = append(in[n][holder], s)
			}
			for n, held := range in {
				out[n].rows = append(out[n].rows, matrixRow{q, c, held})
			}
		}
	}
	return out
}

func (h *htmlWriter) matrices(list []*briefing.Question) {
	all := matricesOf(h.x, list)
	if len(all) > 0 {
		h.signs()
	}
	for i, m := range all {
		name := "Who takes which stance"
		if len(all) > 1 {
			name += ", table " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(all))
		}
		h.matrix(name, m)
	}
}

// signs writes what the signs in a matrix mean.
func (h *htmlWriter) signs() {
	h.raw("<p class=\"muted\">")
	for i, s := range briefing.Stances {
		if i > 0 {
			h.raw(", ")
		}
		h.stance(s.Value, "spoken")
		h.text(" " + s.Label)
	}
	h.raw("</p>\n")
}

func (h *htmlWriter) matrix(name string, m matrix) {
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"")
	h.text(name)
	h.between("\" tabindex=\"0\">\n<table class=\"matrix\">\n<caption>", name, "</caption>\n<thead><tr><th scope=\"col\">Claim</th>")
	for _, id := range m.holders {
		h.raw("<th scope=\"col\" class=\"holder\"><span>")
		h.linked(page.To(briefing.KindActor, id), h.x.ActorName(id))
		h.raw("</span></th>")
	}
	h.raw("</tr></thead>\n")
	for i, row := range m.rows {
		if i == 0 || row.question != m.rows[i-1].question {
			h.matrixQuestion(row.question, len(m.holders)+1)
		}
		h.matrixClaim(row, m.holders)
		if i+1 == len(m.rows) || row.question != m.rows[i+1].question {
			h.raw("</tbody>\n")
		}
	}
	h.raw("</table>\n</div>\n")
}

// matrixQuestion begins the claims of a question.
func (h *htmlWriter) matrixQuestion(q *briefing.Question, columns int) {
	h.raw("<tbody>\n<tr class=\"question\"><th scope=\"rowgroup\" dir=\"auto\" colspan=\"")
	h.number(columns)
	h.raw("\">")
	h.linked(page.To(briefing.KindQuestion, q.ID), q.Text)
	h.raw("</th></tr>\n")
}

func (h *htmlWriter) matrixClaim(row matrixRow, holders []string) {
	h.raw("<tr><th scope=\"row\" dir=\"auto\">")
	h.linked(page.To(briefing.KindClaim, row.claim.ID), row.claim.Text)
	h.raw("</th>")
	for _, id := range holders {
		h.raw("<td>")
		for _, s := range row.held[id] {
			linked := h.link(page.Target{Ref: s.Ref()})
			h.stance(s.Position.Stance, "spoken")
			h.endLink(linked)
		}
		h.raw("</td>")
	}
	h.raw("</tr>\n")
}

// stanceClasses are the classes for the colours of the stances.
var stanceClasses = map[briefing.Stance]markup{
	briefing.Affirms: "affirms", briefing.Denies: "denies", briefing.Questions: "questions",
	briefing.Reports: "reports", briefing.NoComment: "silent",
}

// stance writes the sign of a stance on its colour, and its word with the
// class.
func (h *htmlWriter) stance(s briefing.Stance, class markup) {
	h.raw("<span class=\"stance " + stanceClasses[s] + "\"><span class=\"sign\" aria-hidden=\"true\">")
	h.text(s.Sign())
	h.between("</span><span class=\""+class+"\"> ", briefing.Stances.Label(s), "</span></span>")
}
