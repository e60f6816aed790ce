package export

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// partHead begins a part of the page.
func (h *htmlWriter) partHead(p briefing.Part, title markup) {
	h.partStart(p)
	h.raw("<h2>" + title + "</h2>\n")
}

func (h *htmlWriter) partStart(p briefing.Part) {
	h.raw("<section id=\"")
	h.text(h.own(string(p)))
	h.raw("\">\n")
}

func (h *htmlWriter) endPart() { h.raw("</section>\n") }

func (h *htmlWriter) timeline() {
	list := h.request.Events()
	h.partHead(briefing.PartTimeline, "Timeline")
	if len(list) > 0 {
		h.timelineTable(list)
	}
	for _, e := range list {
		h.event(e)
	}
	h.endPart()
}

// timelineTable is the timeline at a glance: what is dated before the briefing's
// cut-off and what after it apart.
func (h *htmlWriter) timelineTable(list []*briefing.Event) {
	asOf := h.x.Briefing.AsOf
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"Timeline, table\" tabindex=\"0\">\n<table class=\"timeline\">\n<caption>")
	h.text(briefing.Counted(len(list), "event", "events") + " in the order of their dates")
	h.raw("</caption>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\">Event</th><th scope=\"col\">Status</th>" +
		"<th scope=\"col\" class=\"more\">Place</th><th scope=\"col\" class=\"more\">Actors</th></tr></thead>\n<tbody>\n")
	future := false
	for _, e := range list {
		if !future && h.x.Ahead(e) {
			future = true
			h.raw("</tbody>\n<tbody>\n<tr class=\"cutoff\"><th scope=\"rowgroup\" colspan=\"5\">After the cut-off, ")
			h.text(asOf.Words())
			h.raw("</th></tr>\n")
		}
		h.timelineRow(e)
	}
	h.raw("</tbody>\n</table>\n</div>\n")
}

func (h *htmlWriter) timelineRow(e *briefing.Event) {
	h.raw("<tr><td class=\"when\">")
	h.text(e.When.Date.Words())
	h.raw("</td><th scope=\"row\" dir=\"auto\">")
	h.linked(page.To(briefing.KindEvent, e.ID), e.Title)
	h.raw("</th><td><span class=\"sign\" aria-hidden=\"true\">")
	h.text(page.EventSign(e))
	h.raw("</span> ")
	h.text(briefing.EventStatuses.Label(e.Status) + ", " + briefing.Certainties.Label(e.Certainty))
	h.raw("</td><td class=\"more\" dir=\"auto\">")
	h.text(e.Place)
	h.raw("</td><td class=\"more\">")
	h.timelineActors(e.Actors)
	h.raw("</td></tr>\n")
}

// maxInTimeline is how many actors a row of the timeline names. The event has all
// of them.
const maxInTimeline = 20

func (h *htmlWriter) timelineActors(all []briefing.Participant) {
	named := all[:min(len(all), maxInTimeline)]
	names := make([]string, len(named))
	for i, p := range named {
		names[i] = h.x.ActorName(p.Actor)
	}
	separator := markup(briefing.NameSeparator(names))
	for i, p := range named {
		if i > 0 {
			h.raw(separator)
		}
		h.linked(page.To(briefing.KindActor, p.Actor), names[i])
	}
	if more := len(all) - len(named); more > 0 {
		h.raw(separator)
		h.text("and " + strconv.Itoa(more) + " more")
	}
}

// matrixColumns is how many actors one matrix has at most, so that it fits on
// paper; more actors make more matrices, each of the claims that they hold
// positions on.
const matrixColumns = 16

// matrix is who takes which stance: claims down, actors across.
type matrix struct {
	holders []string
	rows    []matrixRow
}

// matrixRow is a claim, with the positions that the holders of a matrix take on
// it.
type matrixRow struct {
	question *briefing.Question
	claim    *briefing.Claim
	held     map[string][]briefing.Stand // by holder
}

// matricesOf puts holders in the order in which they are met. A single matrix
// has all claims, of several each has those on which its holders take positions.
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
			for _, s := range page.Sides(x, c) {
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

// signs say what the signs in a matrix mean.
func (h *htmlWriter) signs() {
	h.raw("<p class=\"muted\">")
	for i, s := range briefing.Stances {
		if i > 0 {
			h.raw(", ")
		}
		h.raw("<span class=\"sign\">")
		h.text(s.Sign)
		h.raw("</span> ")
		h.text(s.Label)
	}
	h.raw("</p>\n")
}

func (h *htmlWriter) matrix(name string, m matrix) {
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"")
	h.text(name)
	h.raw("\" tabindex=\"0\">\n<table class=\"matrix\">\n<caption>")
	h.text(name)
	h.raw("</caption>\n<thead><tr><th scope=\"col\">Claim</th>")
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
			h.stance(s.Position.Stance)
			h.endLink(linked)
		}
		h.raw("</td>")
	}
	h.raw("</tr>\n")
}

// stance writes the sign of a stance, with its word for who cannot see it.
func (h *htmlWriter) stance(s briefing.Stance) {
	class := markup("sign")
	switch s {
	case briefing.Affirms:
		class = "sign for"
	case briefing.Denies, briefing.Questions:
		class = "sign against"
	}
	h.raw("<span class=\"" + class + "\" aria-hidden=\"true\">")
	h.text(s.Sign())
	h.raw("</span><span class=\"spoken\">")
	h.text(briefing.Stances.Label(s))
	h.raw(" </span>")
}
