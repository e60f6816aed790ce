package export

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func (h *htmlWriter) brief() {
	h.partStart(briefing.PartBrief)
	if text := h.x.Briefing.BottomLine; text != "" {
		h.heading("h2", page.Section{Text: page.BottomLine})
		h.between("<div id=\"", h.own("bottom-line"), "\">\n")
		h.prose("bottom-line", text)
		h.remarks(briefing.KindBottomLine, "")
		h.raw("</div>\n")
	}
	for _, p := range page.BriefParts(h.x, h.request.Keep) {
		h.heading("h2", p.Section)
		switch {
		case p.Count == 0:
			h.between("<p class=\"muted\">", p.None, "</p>\n")
		case p.Rows[0].To.Ref.Kind == briefing.KindJudgment:
			for i, row := range p.Rows {
				h.judgment(i+1, h.x.Judgment(row.To.Ref.ID))
			}
		case p.Rows[0].To.Ref.Kind == briefing.KindGap:
			h.gaps(p.Rows)
		case p.Rows[0].To.Ref.Kind == briefing.KindEvent:
			h.expected(p.Rows)
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

// expected writes events with their dates in words, for which a row on the
// screen has no room.
func (h *htmlWriter) expected(rows []page.Later) {
	h.raw("<ul class=\"rows\">\n")
	for _, row := range rows {
		e := h.x.Event(row.To.Ref.ID)
		h.between("<li><span class=\"lead column\">", e.When.Date.Words(), "</span> <div>")
		h.eventInShort(e)
		h.raw("</div></li>\n")
	}
	h.raw("</ul>\n")
}

// gaps writes the gaps under their numbers in the file.
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
		h.remarks(briefing.KindGap, number)
		h.raw("</li>\n")
	}
	h.raw("</ol>\n")
}

// article begins an item with its anchor and heading.
func (h *htmlWriter) article(kind briefing.Kind, id string, title func()) {
	h.between("<article id=\"", id, "\">\n<h3 dir=\"auto\">")
	h.markedAs(briefing.Ref{Kind: kind, ID: id})
	title()
	h.raw("</h3>\n")
}

func (h *htmlWriter) endArticle() { h.raw("</article>\n") }

// judgment keeps likelihood and confidence on separate lines (ICD 203).
func (h *htmlWriter) judgment(n int, j *briefing.Judgment) {
	h.article(briefing.KindJudgment, j.ID, func() {
		h.raw("<span class=\"ordinal\">")
		h.number(n)
		h.raw("</span> ")
		h.spans(page.References(h.x, j.Text))
	})
	h.band(j.Likelihood)
	h.facts(page.FactsOf(page.Judgment(h.x, j)))
	h.remarks(briefing.KindJudgment, j.ID)
	h.raw("<p class=\"from\">Evidence:")
	h.cites(j.Evidence)
	if len(j.Evidence) == 0 {
		h.raw(" none is given")
	}
	h.raw("</p>\n")
	h.notes(j)
	h.endArticle()
}

// notes writes the notes on the evidence of a judgment, all of its numbers if
// there are many, and what refers to it.
func (h *htmlWriter) notes(j *briefing.Judgment) {
	mentions := h.x.Mentions(j.ID)
	noted := slices.ContainsFunc(j.Evidence, func(e briefing.Evidence) bool { return len(page.OnEvidence(h.x, &e)) > 0 })
	if !noted && len(j.Evidence) <= maxCites && len(mentions) == 0 {
		return
	}
	h.detailsOf("more", "Evidence and mentions")
	h.evidence(j.Evidence)
	h.touching("<h4>Mentioned in</h4>", mentions)
	h.endDetails()
}

// band draws a likelihood between 0 and 100 per cent. Words and numbers beside
// it say the same.
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
	h.page(briefing.KindEvent, e.ID, e.Title, e.Summary, page.Event(h.x, e))
}

// page writes an item with the blocks of its page.
func (h *htmlWriter) page(kind briefing.Kind, id, title, summary string, blocks []page.Block) {
	h.article(kind, id, func() { h.text(title) })
	h.prose("summary", summary)
	h.facts(page.FactsOf(blocks))
	h.remarks(kind, id)
	h.parts(blocks)
	h.endArticle()
}

func (h *htmlWriter) actor(a *briefing.Actor) {
	h.page(briefing.KindActor, a.ID, a.Name, a.Summary, page.Actor(h.x, a))
}
