package export

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// htmlClasses are the classes of the roles that have a style of their own.
var htmlClasses = map[page.Role]markup{
	page.Label:       "label",
	page.Muted:       "muted",
	page.Computed:    "computed",
	page.Caution:     "caution",
	page.Sign:        "sign",
	page.ForSign:     "sign for",
	page.AgainstSign: "sign against",
}

// link begins a link to t. It reports whether there is a link to end.
func (h *htmlWriter) link(t page.Target) bool {
	to := ""
	if !t.IsZero() {
		to = h.anchor(t)
	}
	if to == "" {
		return false
	}
	h.between("<a href=\"#", to, "\">")
	return true
}

func (h *htmlWriter) endLink(linked bool) {
	if linked {
		h.raw("</a>")
	}
}

// linked writes content as a link to t.
func (h *htmlWriter) linked(t page.Target, s string) {
	linked := h.link(t)
	if t.Passage == 0 {
		h.markedAs(t.Ref)
	}
	h.text(s)
	h.endLink(linked)
}

// markedAs writes the marking of an item, and whether it is a draft, before its
// name.
func (h *htmlWriter) markedAs(ref briefing.Ref) {
	if marking := page.Marking(h.x, ref); marking != "" {
		h.between("<span class=\"caution\">", strings.TrimSpace(marking), "</span> ")
	}
}

func (h *htmlWriter) spans(spans []page.Span) {
	for _, s := range joinQuotes(spans) {
		linked := h.link(s.To)
		h.span(s)
		h.endLink(linked)
	}
}

// joinQuotes joins quoted words and their quotation marks into one span. It
// returns spans itself if there is nothing to join.
func joinQuotes(spans []page.Span) []page.Span {
	if !slices.ContainsFunc(spans, func(s page.Span) bool { return s.Role == page.Quoted }) {
		return spans
	}
	out := make([]page.Span, 0, len(spans))
	for _, s := range spans {
		if n := len(out); n > 0 && s.Role == page.Quoted && out[n-1].Role == page.Quoted && s.To == out[n-1].To {
			out[n-1].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

func (h *htmlWriter) span(s page.Span) {
	if aside, ok := asideOf(s); ok {
		h.raw(" ")
		s.Text = aside
	}
	if s.Own { // lists have no columns here
		s.Text = strings.ReplaceAll(s.Text, page.NoBreak, " ")
	}
	switch class, ok := htmlClasses[s.Role]; {
	case s.Role == page.Strong:
		h.between("<strong>", s.Text, "</strong>")
	case s.Role == page.Quoted:
		h.between("<q dir=\"auto\">", s.Text, "</q>")
	case ok:
		h.between("<span class=\""+class+"\">", s.Text, "</span>")
	default:
		h.text(s.Text)
	}
}

// prose writes a paragraph of text with references.
func (h *htmlWriter) prose(class markup, text string) {
	if text == "" {
		return
	}
	h.raw("<p class=\"" + class + "\" dir=\"auto\">")
	h.spans(page.References(h.x, text))
	h.raw("</p>\n")
}

// facts writes facts as a list of terms. A fact without a label, or with the
// label before it, is another value of the same term. A value that is one of
// the addresses becomes a link.
func (h *htmlWriter) facts(facts []page.Fact, addresses ...string) {
	if len(facts) == 0 {
		return
	}
	h.raw("<dl>\n")
	for i, f := range facts {
		if i == 0 || f.Label != "" && f.Label != facts[i-1].Label {
			h.between("<dt>", f.Label, "</dt>")
		}
		h.raw("<dd dir=\"auto\">")
		if link := linkOf(f.Value, addresses); link != "" {
			h.address(link, f.Value[0].Text)
		} else {
			h.spans(f.Value)
		}
		h.raw("</dd>\n")
	}
	h.raw("</dl>\n")
}

// remarks writes what the user keeps about an item.
func (h *htmlWriter) remarks(kind briefing.Kind, id string) {
	h.facts(page.RemarkFacts(h.x, briefing.Ref{Kind: kind, ID: id}))
}

// gone writes what the user keeps about items that are gone.
func (h *htmlWriter) gone() {
	items := h.request.goneItems()
	if len(items) == 0 {
		return
	}
	h.raw("<section>\n")
	h.heading("h2", page.Section{Text: goneHeading, Count: len(items), Note: goneNote})
	for _, item := range items {
		h.facts(h.request.goneFacts(item))
	}
	h.raw("</section>\n")
}

// address writes a link with the address as it is written in the briefing.
func (h *htmlWriter) address(link, written string) {
	h.raw("<a class=\"out\" rel=\"noreferrer\" href=\"")
	h.text(link)
	h.between("\">", written, "</a>")
}

// parts writes the page of an item after its first heading: each heading with
// the rows, dates and words under it. Rows are written one by one, since there
// may be hundreds of thousands.
func (h *htmlWriter) parts(blocks []page.Block) {
	began := false
	var facts []page.Fact
	rows := htmlRows{h: h}
	flush := func() {
		h.facts(facts)
		facts = nil
		rows.end()
	}
	for b := range page.Each(blocks) {
		section, isSection := b.(page.Section)
		if began = began || isSection; !began {
			continue
		}
		switch b := b.(type) {
		case page.Fact:
			rows.end()
			facts = append(facts, b)
		case page.Entry:
			h.facts(facts)
			facts = nil
			rows.add(b)
		case page.Prose:
			flush()
			h.raw("<p>")
			h.spans(b.Spans)
			h.raw("</p>\n")
		}
		if isSection {
			flush()
			h.heading("h4", section)
		}
	}
	flush()
}

// heading writes a heading of a level, such as h4.
func (h *htmlWriter) heading(level markup, s page.Section) {
	h.raw("<" + level + ">")
	h.text(s.Text)
	if s.Note != "" {
		h.text(" (" + s.Note + ")")
	}
	if s.Count > 0 {
		h.raw(" <span class=\"count\">")
		h.number(s.Count)
		h.raw("</span>")
	}
	h.raw("</" + level + ">\n")
}

// htmlRows writes rows as one list. The first row begins the list, end ends it.
type htmlRows struct {
	h     *htmlWriter
	begun bool
}

func (r *htmlRows) add(e page.Entry) {
	if !r.begun {
		if e.To.Passage > 0 {
			r.h.raw("<ul class=\"rows cites\">\n")
		} else {
			r.h.raw("<ul class=\"rows\">\n")
		}
		r.begun = true
	}
	r.h.raw("<li>")
	r.h.entry(e)
	r.h.raw("</li>\n")
}

func (r *htmlRows) end() {
	if r.begun {
		r.h.raw("</ul>\n")
		r.begun = false
	}
}

// htmlColumn is the width in cells from which the start of a row, such as a
// date, becomes a column.
const htmlColumn = 10

// entry writes a row. If its words have links of their own, the link of the row
// is on its sign or number, else on its first words.
func (h *htmlWriter) entry(e page.Entry) {
	if e.To.Passage > 0 {
		h.citeRow(e)
		return
	}
	byLead := leadsSomewhere(e.Body)
	if len(e.Lead) > 0 {
		h.raw("<span class=\"lead")
		if e.LeadCells >= htmlColumn {
			h.raw(" column")
		}
		h.raw("\">")
		linked := byLead && h.link(e.To)
		h.spans(e.Lead)
		h.endLink(linked)
		h.raw("</span> ")
	}
	h.raw("<div>")
	h.rowBody(e, byLead)
	h.raw("</div>")
}

func (h *htmlWriter) rowBody(e page.Entry, byLead bool) {
	to := -1
	if !byLead && len(e.Body) > 0 {
		to = 0
		if len(e.Body) > 1 && (e.Body[0].Role == page.Label || strings.HasSuffix(e.Body[0].Text, ": ")) {
			to = 1 // a label before the name
		}
	}
	for i := range e.Body {
		linked := i == to && h.link(e.To)
		h.spans(e.Body[i : i+1])
		h.endLink(linked)
	}
	h.under(e.Under)
}

func (h *htmlWriter) under(list [][]page.Span) {
	for _, under := range list {
		h.raw("<p class=\"under\">")
		h.spans(under)
		h.raw("</p>")
	}
}

func leadsSomewhere(spans []page.Span) bool {
	return slices.ContainsFunc(spans, func(s page.Span) bool { return !s.To.IsZero() })
}

// legend explains signs and terms. A list has each sign once, so a second
// meaning of a sign goes into a list of its own.
func (h *htmlWriter) legend() {
	h.between("<footer id=\"", h.own(htmlLegend), "\">\n<h2>Legend</h2>\n<div class=\"scales\">\n<div><h3>Signs</h3>\n<dl>\n")
	seen := map[string]bool{}
	for _, b := range append(page.Legend(), page.Scales()...) {
		switch b := b.(type) {
		case page.Section:
			clear(seen)
			h.raw("</dl></div>\n<div")
			if b.Note == page.Admiralty || b.Text == page.Flags {
				h.raw(" class=\"terms\"") // these are only in details
			}
			h.between("><h3>", b.Text+" ("+b.Note+")", "</h3>\n<dl>\n")
		case page.Entry:
			sign := ""
			for _, s := range b.Lead {
				sign += strings.TrimSpace(s.Text)
			}
			if seen[sign] {
				h.raw("</dl>\n<dl>\n")
				clear(seen)
			}
			seen[sign] = true
			h.between("<dt>", sign, "</dt><dd>")
			h.spans(b.Body)
			h.raw("</dd>\n")
		}
	}
	h.raw("</dl></div>\n</div>\n</footer>\n")
}
