package export

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
)

// Evidence is written as the number of its passage. The quote is written once,
// under its number, with its source: outside of details if anything outside of
// details refers to it, else in the details of the source. If the source is not
// in the output, the quote is in a separate part at the end.

// maxCites is the limit of numbers where space is short. The item has all of
// them.
const maxCites = 8

// cites writes the numbers of evidence on a line.
func (h *htmlWriter) cites(list []briefing.Evidence) {
	last := 0
	for i := range list[:min(len(list), maxCites)] {
		if p := h.x.PassageOf(&list[i]); p != nil && p.Number != last {
			last = p.Number
			h.short[last] = true
			h.raw(" ")
			h.cite(p)
		}
	}
	if more := len(list) - maxCites; more > 0 {
		h.text(" and " + strconv.Itoa(more) + " more")
	}
}

// cite writes the number of a passage, and the state of its quote unless that
// is exact.
func (h *htmlWriter) cite(p *briefing.Passage) {
	h.raw("<span class=\"cite\">")
	h.linked(page.Target{Passage: p.Number}, page.Bracketed(p.Number))
	h.deviation(p)
	h.raw("</span>")
}

// deviation writes the state of a quote that is not exact.
func (h *htmlWriter) deviation(p *briefing.Passage) {
	class := markup("caution")
	switch state := h.x.Anchor(p).State; {
	case p.Evidence.Quote == "", state == quote.Exact:
		return
	case state == quote.Unchecked:
		class = "muted"
	}
	h.between(" <span class=\""+class+"\">", quoteState(h.x, p.Evidence), "</span>")
}

// citeRow writes a row of evidence without what is written with the quote.
func (h *htmlWriter) citeRow(e page.Entry) {
	p := &h.x.Passages[e.To.Passage-1]
	h.cite(p)
	under := e.Under
	if p.Evidence.Quote != "" {
		under = under[1:]
	}
	if p.Evidence.Prefix != "" || p.Evidence.Suffix != "" {
		under = under[1:]
	}
	for _, note := range under {
		h.raw(" <span class=\"under\">")
		h.spans(note)
		h.raw("</span>")
	}
}

// quotes lists the passages of a source that are referred to outside of
// details, or the others.
func (h *htmlWriter) quotes(list []*briefing.Passage, short bool) {
	begun := false
	for _, p := range list {
		if (h.short[p.Number] || h.request.Full) != short {
			continue
		}
		if !begun {
			begun = true
			h.raw("<ul class=\"quotes\">\n")
		}
		h.quoted(p, true, nil)
	}
	if begun {
		h.raw("</ul>\n")
	}
}

// quoted writes a passage under its number: the quote, the words around it, and
// its state unless that is exact. The number links to the passage in the text,
// if the text is in the output.
func (h *htmlWriter) quoted(p *briefing.Passage, inText bool, source func()) {
	number := page.Bracketed(p.Number)
	h.between("<li id=\"", h.quoteAnchor(p.Number), "\"><span class=\"lead\"")
	switch marked := len(h.x.Anchor(p).Stretches) > 0; {
	case inText && marked:
		h.raw("><a href=\"#")
		h.text(h.textAnchor(p.Number))
		h.between("\">", number, "</a>")
	case inText:
		h.raw(" id=\"")
		h.text(h.textAnchor(p.Number))
		h.raw("\">")
		h.text(number)
	default:
		h.raw(">")
		h.text(number)
	}
	h.raw("</span> ")
	if e := p.Evidence; e.Quote != "" {
		h.between("<q dir=\"auto\">", "“"+e.Quote+"”", "</q>")
		h.context(e)
	} else {
		h.raw("<span class=\"muted\">no quote</span>")
	}
	h.deviation(p)
	if p.Evidence.Locator != "" {
		h.raw("<span class=\"from\">")
		h.text(", " + p.Evidence.Locator)
		h.raw("</span>")
	}
	if source != nil {
		source()
	}
	h.raw("</li>\n")
}

// context writes the words that tell the place of a quote from others.
func (h *htmlWriter) context(e *briefing.Evidence) {
	for _, around := range [][2]string{{" after ", e.Prefix}, {" before ", e.Suffix}} {
		if around[1] != "" {
			h.between("<span class=\"from\">", around[0]+"“"+around[1]+"”", "</span>")
		}
	}
}

// otherQuotes writes the cited quotes whose sources are not in the output, each
// with its source.
func (h *htmlWriter) otherQuotes() {
	begun := false
	for i := range h.x.Passages {
		p := &h.x.Passages[i]
		if !h.cited[p.Number] || p.Source != nil && h.has(briefing.Ref{Kind: briefing.KindSource, ID: p.Source.ID}) {
			continue
		}
		if !begun {
			begun = true
			h.raw("<section class=\"quotes\">\n<h2>Quotes</h2>\n")
			h.exactness()
			h.raw("<ul class=\"quotes\">\n")
		}
		h.quoted(p, false, func() {
			h.between(" <span class=\"from\">", sourceWithGrade(h.x, p.Evidence.Source), "</span>")
		})
	}
	if begun {
		h.raw("</ul>\n</section>\n")
	}
}

// sourceWithGrade names a source in a citation with its grade in words: "AP,
// Troops sent, 28 October 2024 (usually reliable)". It returns the id if there
// is no such source.
func sourceWithGrade(x *briefing.Index, id string) string {
	s := x.Source(id)
	if s == nil {
		return id
	}
	title := page.Name(x, briefing.Ref{Kind: briefing.KindSource, ID: id})
	name := joinFacts(", ", s.Publication.Publisher, title, s.Publication.Published.Words())
	if s.Grade.Reliability != "" {
		name += " (" + briefing.Reliabilities.Label(s.Grade.Reliability) + ")"
	}
	if s.Status != "" && s.Status != briefing.SourceCurrent {
		name += ", " + string(s.Status)
	}
	return name
}

func (h *htmlWriter) evidence(list []briefing.Evidence) {
	if len(list) == 0 {
		h.raw("<p class=\"muted\">No evidence is given.</p>\n")
		return
	}
	rows := htmlRows{h: h}
	for i := range list {
		rows.add(page.Evidence(h.x, &list[i], 0))
	}
	rows.end()
}

// exactness says what a quote without a word beside it is.
func (h *htmlWriter) exactness() {
	if len(h.x.Passages) > 0 {
		h.raw("<p class=\"muted\">A quote stands in its source word for word, unless a word beside it says otherwise.</p>\n")
	}
}
