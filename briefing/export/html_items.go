package export

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func (h *htmlWriter) brief() {
	h.partStart(briefing.PartBrief)
	if text := h.x.Briefing.BottomLine; text != "" {
		h.heading("h2", page.Section{Text: page.BottomLine})
		h.raw("<div id=\"")
		h.text(h.own("bottom-line"))
		h.raw("\">\n")
		h.prose("bottom-line", text)
		h.raw("</div>\n")
	}
	for _, p := range page.BriefParts(h.x, h.request.Keep) {
		h.heading("h2", p.Section)
		switch {
		case p.Count == 0:
			h.raw("<p class=\"muted\">")
			h.text(p.None)
			h.raw("</p>\n")
		case p.Rows[0].To.Ref.Kind == briefing.KindJudgment:
			for i, row := range p.Rows {
				h.judgment(i+1, h.x.Judgment(row.To.Ref.ID))
			}
		case p.Rows[0].To.Ref.Kind == briefing.KindGap:
			h.gaps(p.Rows)
		default:
			rows := htmlRows{h: h}
			for _, row := range p.Rows {
				rows.add(row.Make())
			}
			rows.end()
		}
	}
	h.endPart()
}

// gaps writes what is not known, under its numbers in the file.
func (h *htmlWriter) gaps(rows []page.Later) {
	h.raw("<ol class=\"gaps\">\n")
	for i, row := range rows {
		number := row.To.Ref.ID
		h.raw("<li dir=\"auto\" id=\"")
		h.text(h.own("gap-" + number))
		if number != strconv.Itoa(i+1) {
			h.raw("\" value=\"")
			h.text(number)
		}
		h.raw("\">")
		h.spans(row.Make().Body)
		h.raw("</li>\n")
	}
	h.raw("</ol>\n")
}

// article begins an item with its anchor, heading and id.
func (h *htmlWriter) article(kind briefing.Kind, id string, title func()) {
	h.raw("<article id=\"")
	h.text(id)
	h.raw("\">\n<h3 dir=\"auto\">")
	h.markedAs(briefing.Ref{Kind: kind, ID: id})
	title()
	h.raw("</h3>\n<p class=\"id\">")
	h.text(kind.String() + " ")
	h.raw("<code>")
	h.text(id)
	h.raw("</code></p>\n")
}

// markedAs writes the marking of a thing before its name.
func (h *htmlWriter) markedAs(ref briefing.Ref) {
	if marking := h.x.Portion(ref); marking != "" {
		h.raw("<span class=\"caution\">")
		h.text(marking)
		h.raw("</span> ")
	}
}

func (h *htmlWriter) endArticle() { h.raw("</article>\n") }

// judgment keeps likelihood and confidence in lines of their own (ICD 203).
func (h *htmlWriter) judgment(n int, j *briefing.Judgment) {
	h.article(briefing.KindJudgment, j.ID, func() {
		h.raw("<span class=\"ordinal\">")
		h.number(n)
		h.raw("</span> ")
		h.spans(page.References(h.x, j.Text))
	})
	h.band(j.Likelihood)
	blocks := page.Judgment(h.x, j)
	h.facts(page.FactsOf(blocks))
	h.parts(blocks)
	h.endArticle()
}

// band draws where a likelihood lies between 0 and 100 per cent. The words and
// numbers stand beside it, so it says nothing by itself.
func (h *htmlWriter) band(l briefing.Likelihood) {
	low, high, ok := l.Band()
	if !ok {
		return
	}
	h.raw("<svg class=\"band\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">" +
		"<rect class=\"scale\" width=\"100\" height=\"4\"/><rect class=\"likely\" height=\"4\" x=\"")
	h.number(low)
	h.raw("\" width=\"")
	h.number(high - low)
	h.raw("\"/></svg>\n")
}

func (h *htmlWriter) event(e *briefing.Event) {
	h.article(briefing.KindEvent, e.ID, func() { h.text(e.Title) })
	h.prose("summary", e.Summary)
	blocks := page.Event(h.x, e)
	h.facts(page.FactsOf(blocks))
	h.parts(blocks)
	h.endArticle()
}

func (h *htmlWriter) claims() {
	list := h.request.Questions()
	h.partHead(briefing.PartClaims, "Claims")
	h.matrices(list)
	for _, q := range list {
		h.question(q)
	}
	h.endPart()
}

func (h *htmlWriter) question(q *briefing.Question) {
	h.article(briefing.KindQuestion, q.ID, func() { h.text(q.Text) })
	h.prose("summary", q.Summary)
	blocks := page.Question(h.x, q)
	h.facts(page.FactsOf(blocks))
	for i := range q.Claims {
		h.claim(&q.Claims[i])
	}
	h.parts(blocks)
	h.endArticle()
}

func (h *htmlWriter) claim(c *briefing.Claim) {
	h.raw("<section class=\"claim\" id=\"")
	h.text(c.ID)
	h.raw("\">\n<h4 dir=\"auto\">")
	h.markedAs(briefing.Ref{Kind: briefing.KindClaim, ID: c.ID})
	h.text(c.Text)
	h.raw("</h4>\n<p class=\"id\">claim <code>")
	h.text(c.ID)
	h.raw("</code></p>\n")
	for _, s := range page.Sides(h.x, c) {
		h.position(s)
	}
	if len(c.Positions) == 0 {
		h.raw("<p class=\"muted\">Nobody takes a position on it.</p>\n")
	}
	h.raw("<h5>Findings (computed)</h5>\n")
	h.facts(page.Findings(h.x, c))
	h.touching("<h5>Mentioned in</h5>", h.x.Mentions(c.ID))
	h.raw("</section>\n")
}

func (h *htmlWriter) position(s briefing.Stand) {
	row := page.PositionRow(h.x, s, 0)
	h.raw("<div class=\"position\" id=\"")
	h.text(s.ID)
	h.raw("\">\n<p><span class=\"lead\">")
	h.spans(row.Lead)
	h.raw("</span> ")
	for _, span := range row.Body {
		linked := span.Role == page.Strong && h.link(page.To(briefing.KindActor, s.Position.Holder))
		h.spans([]page.Span{span})
		h.endLink(linked)
	}
	h.raw("</p>\n")
	h.under(row.Under)
	h.evidence(s.Position.Evidence)
	h.raw("</div>\n")
}

func (h *htmlWriter) actors() {
	h.partHead(briefing.PartActors, "Actors")
	for _, a := range h.request.Actors() {
		h.article(briefing.KindActor, a.ID, func() { h.text(a.Name) })
		h.prose("summary", a.Summary)
		blocks := page.Actor(h.x, a)
		h.facts(page.FactsOf(blocks))
		h.parts(blocks)
		h.endArticle()
	}
	h.endPart()
}
