package export

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// question writes a question with its claims. The rest of it is in details.
func (h *htmlWriter) question(q *briefing.Question) {
	h.article(briefing.KindQuestion, q.ID, func() {
		h.text(q.Text)
		if h.x.Contested(q) {
			h.raw(" <span class=\"caution\">contested</span>")
		}
	})
	h.prose("summary", q.Summary)
	h.remarks(briefing.KindQuestion, q.ID)
	if s := h.x.Spread(q); s != nil {
		h.between("<p class=\"muted\">Figures: ", s.Words(), "</p>\n")
	}
	for i := range q.Claims {
		h.claim(&q.Claims[i])
	}
	blocks := page.Question(h.x, q)
	h.detailsOf("more", "Status, events and common ground")
	h.facts(page.FactsOf(blocks))
	h.parts(blocks)
	h.endDetails()
	h.endArticle()
}

// claim writes a claim with its sides. Its positions and what follows from them
// are in details, after what the claim is based on.
func (h *htmlWriter) claim(c *briefing.Claim) {
	h.between("<section class=\"claim\" id=\"", c.ID, "\">\n<h4 dir=\"auto\">")
	h.markedAs(briefing.Ref{Kind: briefing.KindClaim, ID: c.ID})
	h.text(c.Text)
	h.raw("</h4>\n")
	stands := h.x.StandsBySide(c.ID)
	h.sides(stands)
	h.remarks(briefing.KindClaim, c.ID)
	h.details("support")
	findings := page.Findings(h.x, c)
	h.spans(findings[0].Value) // what the claim is based on
	h.endSummary()
	h.facts(page.ClaimFacts(h.x, c))
	for _, s := range stands {
		h.position(s)
	}
	h.raw("<h5>Findings (computed)</h5>\n")
	h.facts(findings)
	h.touching("<h5>Mentioned in</h5>", h.x.Mentions(c.ID))
	h.endDetails()
	h.raw("</section>\n")
}

// maxInSide is the limit of positions of one stance that the short form of a
// claim names.
const maxInSide = 12

// sides writes the holders of each stance on a claim, a line for each stance.
func (h *htmlWriter) sides(stands []briefing.Stand) {
	if len(stands) == 0 {
		h.raw("<p class=\"muted\">Nobody takes a position on it.</p>\n")
	}
	for len(stands) > 0 {
		stance, n := stands[0].Position.Stance, 1
		for n < len(stands) && stands[n].Position.Stance == stance {
			n++
		}
		h.side(stance, stands[:n])
		stands = stands[n:]
	}
}

func (h *htmlWriter) side(stance briefing.Stance, stands []briefing.Stand) {
	h.raw("<p class=\"side\">")
	h.stance(stance, "word")
	for i, s := range stands[:min(len(stands), maxInSide)] {
		if i > 0 {
			h.raw(";")
		}
		h.raw(" ")
		h.linked(page.Target{Ref: s.Ref()}, h.x.ActorName(s.Position.Holder))
		if via := s.Position.Via; via != "" {
			h.text(" according to " + page.ActorName(h.x, via))
		}
		h.cites(s.Position.Evidence)
	}
	if more := len(stands) - maxInSide; more > 0 {
		h.text("; and " + strconv.Itoa(more) + " more")
	}
	h.raw("</p>\n")
}

// position writes all that is known of a position.
func (h *htmlWriter) position(s briefing.Stand) {
	row := page.PositionRow(h.x, s, 0)
	h.between("<div class=\"position\" id=\"", s.ID, "\">\n<p><span class=\"lead\">")
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
	h.remarks(briefing.KindPosition, s.ID)
	h.raw("</div>\n")
}
