package export

import (
	"html"
	"regexp"
	"strconv"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// htmlWriter writes a single page that needs nothing else: no scripts, pictures
// or fonts, and its own policy forbids fetching anything. Every id of the
// briefing is an anchor, and links lead only to what is in the output.
//
// The page is short: the brief, tables, questions with their sides, and quotes
// by number. Everything else about an item is in a closed element, which is
// neither seen nor printed until it is opened. A link into it opens it.
type htmlWriter struct {
	stream
	request *Request
	x       *briefing.Index
	cited   []bool // by passage number: whether the page refers to it
	short   []bool // the same, outside of details
}

// languageTag matches the form of a BCP 47 tag.
var languageTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
})

func (h *htmlWriter) length() markup {
	if h.request.Full {
		return "full"
	}
	return "short"
}

// details begins an element that is closed unless Full is set. class is an
// extra class, or "". The heading follows, then endSummary.
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

// detailsOf begins a closed element under a heading of our own.
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

// own returns an anchor of the page itself. Ids have no underscores, so it
// cannot be the id of an item.
func (h *htmlWriter) own(name string) string {
	if _, taken := h.x.Lookup(name); taken {
		return "_" + name
	}
	return name
}

// htmlPart maps each kind of item to the part of the page that contains it.
var htmlPart = map[briefing.Kind]briefing.Part{
	briefing.KindBottomLine: briefing.PartBrief,
	briefing.KindGap:        briefing.PartBrief,
	briefing.KindJudgment:   briefing.PartBrief,
	briefing.KindEvent:      briefing.PartTimeline,
	briefing.KindQuestion:   briefing.PartClaims,
	briefing.KindActor:      briefing.PartActors,
	briefing.KindSource:     briefing.PartSources,
}

// anchor returns the anchor of t, or "" if it is not in the output. That of a
// passage is its quote, which is written because something refers to it.
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

// quoteAnchor returns the anchor of a passage's quote, with its number.
func (h *htmlWriter) quoteAnchor(passage int) string { return h.own("cited-" + strconv.Itoa(passage)) }

// textAnchor returns the anchor of a passage in the text of its source.
func (h *htmlWriter) textAnchor(passage int) string { return h.own("p" + strconv.Itoa(passage)) }

// holding returns the question of a claim or position, and r itself for other
// items.
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
