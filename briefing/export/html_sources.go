package export

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// source writes a source with its quotes. Its record, its text and what rests
// on it are in details.
func (h *htmlWriter) source(s *briefing.Source) {
	h.article(briefing.KindSource, s.ID, func() { h.text(s.Title) })
	h.record(s)
	h.remarks(briefing.KindSource, s.ID)
	passages := h.x.PassagesIn(s.ID)
	h.quotes(passages, true)
	h.detailsOf("", "Record, text and what rests on it")
	h.facts(page.SourceFacts(h.x, s), s.Publication.URL, s.Publication.ArchiveURL)
	if s.Text == "" {
		h.raw("<p class=\"muted\">The briefing holds no text of this source, so its quotes are unchecked.</p>\n")
	} else {
		h.sourceText(s)
	}
	h.quotes(passages, false)
	h.passages(passages)
	if copies := h.x.Copies(s.ID); len(copies) > 0 {
		h.raw("<h4>Origin of</h4>\n")
		rows := htmlRows{h: h}
		for _, c := range copies {
			rows.add(page.SourceRow(h.x, c, 0))
		}
		rows.end()
	}
	h.touching("<h4>Basis of</h4>", h.x.NamedIn(s.ID))
	h.touching("<h4>Mentioned in</h4>", h.x.Mentions(s.ID))
	h.endDetails()
	h.endArticle()
}

// record writes what document a source is, on one line.
func (h *htmlWriter) record(s *briefing.Source) {
	h.raw("<p class=\"from\">")
	h.text(joinFacts(" · ", s.Publication.Publisher, briefing.SourceKinds.Label(s.Kind), s.Publication.Published.Words(),
		briefing.Reliabilities.Label(s.Grade.Reliability)))
	if s.Status != "" && s.Status != briefing.SourceCurrent {
		h.between(" · <span class=\"caution\">", briefing.SourceStatuses.Label(s.Status), "</span>")
	}
	h.raw("</p>\n")
}

// touching lists items under a heading, if there are any.
func (h *htmlWriter) touching(heading markup, refs []briefing.Ref) {
	if len(refs) > 0 {
		h.raw(heading + "\n<p>")
		h.refs(refs)
		h.raw("</p>\n")
	}
}

func (h *htmlWriter) sourceText(s *briefing.Source) {
	h.between("<h4>Text (", briefing.TextKinds.Label(s.TextKind), ")</h4>\n<blockquote class=\"text\"")
	// A digest is in the language of the briefing, other texts in that of the
	// source.
	if l := s.Publication.Language; s.TextKind != "digest" && s.TextKind != "translation" && languageTag().MatchString(l) {
		h.between(" lang=\"", l, "\"")
	}
	h.raw(">\n")
	for _, b := range page.Paragraphs(h.x, s) {
		if p, ok := b.(page.Paragraph); ok {
			h.paragraph(p)
		}
	}
	h.raw("</blockquote>\n")
}

// paragraph marks the cited passages. Before each is its number, which links to
// what cites it.
func (h *htmlWriter) paragraph(p page.Paragraph) {
	h.raw("<p dir=\"auto\">")
	for _, piece := range piecesOf(p) {
		for range piece.closes {
			h.raw("</mark>")
		}
		for _, n := range piece.begins {
			h.passageNumber(n)
		}
		anchored := map[int]bool{}
		for _, m := range piece.opens {
			anchored[m.Passage] = true
			h.mark(m)
		}
		for _, n := range piece.begins {
			if !anchored[n] {
				h.mark(page.Mark{Passage: n, First: true})
				h.raw("</mark>")
			}
		}
		alone := piece.cited && piece.nested == 0
		if alone {
			h.raw("<mark>")
		}
		h.escaped(piece.text)
		if alone {
			h.raw("</mark>")
		}
	}
	h.raw("</p>\n")
}

func (h *htmlWriter) passageNumber(n int) {
	h.between("<sup><a href=\"#", h.quoteAnchor(n), "\">")
	h.number(n)
	h.raw("</a></sup>")
}

func (h *htmlWriter) mark(m page.Mark) {
	if !m.First {
		h.raw("<mark>")
		return
	}
	h.between("<mark id=\"", h.textAnchor(m.Passage), "\">")
}

func (h *htmlWriter) passages(list []*briefing.Passage) {
	if len(list) == 0 {
		h.raw("<p class=\"muted\">No evidence is from it.</p>\n")
		return
	}
	h.heading("h4", page.Section{Text: "Passages cited", Count: len(list)})
	h.raw("<ul class=\"rows\">\n")
	for _, p := range list {
		h.raw("<li><span class=\"lead\">")
		h.linked(page.Target{Passage: p.Number}, page.Bracketed(p.Number))
		h.raw("</span> <div class=\"from\">cited by ")
		h.refs(p.CitedBy)
		h.raw("</div></li>\n")
	}
	h.raw("</ul>\n")
}

// refs writes a list of links to items, each with its kind.
func (h *htmlWriter) refs(refs []briefing.Ref) {
	for i, r := range refs {
		if i > 0 {
			h.raw("; ")
		}
		h.text(r.Kind.String() + " ")
		h.linked(page.Target{Ref: r}, h.x.Name(r))
	}
}
