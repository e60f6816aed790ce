package export

import (
	"html"
	"regexp"
	"strconv"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// htmlWriter writes one page that needs nothing else: no script, no picture, no
// font, and by its own policy nothing that is fetched. Every id of the briefing
// is an anchor; a link is only made to what is in the output.
//
// The page is short: the brief, tables, questions with their sides, and quotes
// by number. All else about an item is in an element that is closed, and is
// neither seen nor printed until somebody opens it. A link into it opens it.
type htmlWriter struct {
	stream
	request *Request
	x       *briefing.Index
	cited   []bool // by passage number: what the page refers to
	short   []bool // what it refers to outside of details
}

// languageTag is the form of a BCP 47 tag.
var languageTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
})

func (h *htmlWriter) length() markup {
	if h.request.Full {
		return "full"
	}
	return "short"
}

// details begins what is closed unless all is asked for; class is of its own, or
// "". Its heading follows, then endSummary.
func (h *htmlWriter) details(class markup) {
	h.raw("<details")
	if class != "" {
		h.raw(" class=\"" + class + "\"")
	}
	if h.request.Full {
		h.raw(" open")
	}
	h.raw("><summary>")
}

// detailsOf begins what is closed, under a heading of our own.
func (h *htmlWriter) detailsOf(class markup, heading string) {
	h.details(class)
	h.text(heading)
	h.endSummary()
}

func (h *htmlWriter) endSummary() { h.raw("</summary>\n") }

func (h *htmlWriter) endDetails() { h.raw("</details>\n") }

// text writes content, within an element or a quoted attribute.
func (h *htmlWriter) text(s string) { h.escaped(inert(s)) }

// between writes content between markup.
func (h *htmlWriter) between(before markup, content string, after markup) {
	h.raw(before)
	h.text(content)
	h.raw(after)
}

// escaped writes content that is inert already.
func (h *htmlWriter) escaped(s string) { h.raw(markup(html.EscapeString(s))) }

func (h *htmlWriter) number(n int) { h.raw(markup(strconv.Itoa(n))) }

// htmlLegend is the anchor of the legend.
const htmlLegend = "legend"

// own is the anchor with that name, which is the page's and no item's. Ids have
// no underscores, so an item that is called the same keeps its id.
func (h *htmlWriter) own(name string) string {
	if _, taken := h.x.Lookup(name); taken {
		return "_" + name
	}
	return name
}

// htmlPart is in which part of the page the items of a kind stand.
var htmlPart = map[briefing.Kind]briefing.Part{
	briefing.KindBottomLine: briefing.PartBrief,
	briefing.KindGap:        briefing.PartBrief,
	briefing.KindJudgment:   briefing.PartBrief,
	briefing.KindEvent:      briefing.PartTimeline,
	briefing.KindQuestion:   briefing.PartClaims,
	briefing.KindActor:      briefing.PartActors,
	briefing.KindSource:     briefing.PartSources,
}

// anchor is where a thing stands in the output, or "" where it does not. That of
// a passage is where its quote is, which is written because it is referred to.
func (h *htmlWriter) anchor(t page.Target) string {
	if t.Passage > 0 {
		h.cited[t.Passage] = true
		return h.quoteAnchor(t.Passage)
	}
	if !h.has(h.holding(t.Ref)) {
		return ""
	}
	switch t.Ref.Kind {
	case briefing.KindBottomLine:
		return h.own("bottom-line")
	case briefing.KindGap:
		return h.own("gap-" + t.Ref.ID)
	}
	return t.Ref.ID
}

// quoteAnchor is where the quote of a passage stands, with its number.
func (h *htmlWriter) quoteAnchor(passage int) string { return h.own("cited-" + strconv.Itoa(passage)) }

// textAnchor is where a passage is marked in the text of its source.
func (h *htmlWriter) textAnchor(passage int) string { return h.own("p" + strconv.Itoa(passage)) }

// holding is the item that a thing stands in: a question for its claims and
// their positions, else the thing itself.
func (h *htmlWriter) holding(r briefing.Ref) briefing.Ref {
	question := r
	switch r.Kind {
	case briefing.KindClaim:
		if _, q := h.x.Claim(r.ID); q != nil {
			question = briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID}
		}
	case briefing.KindPosition:
		if s, ok := h.x.Stand(r.ID); ok {
			question = briefing.Ref{Kind: briefing.KindQuestion, ID: s.Question.ID}
		}
	}
	return question
}

// has reports whether an item is in the output.
func (h *htmlWriter) has(r briefing.Ref) bool {
	part, ok := htmlPart[r.Kind]
	if !ok || !h.request.Wants(part) {
		return false
	}
	switch r.Kind {
	case briefing.KindBottomLine:
		return true
	case briefing.KindGap:
		return h.request.Keeps(r.Kind, r.ID)
	}
	got, there := h.x.Lookup(r.ID)
	return there && got.Kind == r.Kind && h.request.Keeps(r.Kind, r.ID)
}
