package export

import (
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// markdownWriter writes CommonMark with a footnote for every cited passage,
// under the passage's number. A block of content is on one line, followed by an
// empty line.
type markdownWriter struct {
	stream
	request *Request
	x       *briefing.Index
	cited   []bool // by passage number
}

func writeMarkdown(w io.Writer, r *Request) (Losses, error) {
	r = r.withRemarks()
	m := &markdownWriter{newStream(w), r, r.Index, make([]bool, len(r.Index.Passages)+1)}
	m.marking()
	m.head()
	r.writeParts(m)
	m.gone()
	m.legend()
	m.footnotes()
	m.marking()
	return nil, m.finish()
}

// marking writes the TLP label as the first and the last line (TLP 2.0).
func (m *markdownWriter) marking() {
	label := m.x.Banner().Counted().String()
	m.raw("**" + markup(label) + "**")
	m.text(strings.TrimPrefix(m.x.Banner().String(), label))
	m.raw("\n\n")
}

func (m *markdownWriter) head() {
	b := m.x.Briefing
	m.heading("# ", b.Title, "")
	m.start(headInWords(m.request))
	m.raw("\n\n")
	if contents := m.request.contents(); contents != "" {
		m.start(contents)
		m.raw("\n\n")
	}
}

// text writes content within a line.
func (m *markdownWriter) text(s string) { m.content(s, false) }

// start writes content that begins a block.
func (m *markdownWriter) start(s string) { m.content(s, true) }

func (m *markdownWriter) content(s string, starting bool) {
	if !m.failed() {
		m.raw(markup(escapeMarkdown(inert(s), starting)))
	}
}

// strong writes content in bold. It must be between spaces or punctuation.
func (m *markdownWriter) strong(s string) {
	if s = strings.TrimSpace(inert(s)); s != "" {
		m.raw("**")
		m.text(s)
		m.raw("**")
	}
}

// id writes an id as code, or as text if it is not a valid id.
func (m *markdownWriter) id(id string) {
	for i := range len(id) {
		if c := id[i]; c != '-' && c != '/' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			m.text(id)
			return
		}
	}
	if id != "" {
		m.raw("`" + markup(id) + "`")
	}
}

// heading writes a heading, followed by an id unless that is empty.
func (m *markdownWriter) heading(level markup, text, id string) {
	m.raw(level)
	m.start(m.marked(id, text))
	if id != "" {
		m.raw(" ")
		m.id(id)
	}
	m.raw("\n\n")
}

func (m *markdownWriter) list(p briefing.Part, items []briefing.Ref) {
	count, note := m.request.count(p)
	m.section(page.Section{Text: p.Title(), Count: count, Note: note})
	writeItems(m, m.stream, m.x, items)
}

func (m *markdownWriter) prepare(ref briefing.Ref) { m.x.LookUp(ref) }

func (m *markdownWriter) fork(s stream, x *briefing.Index) *markdownWriter {
	return &markdownWriter{s, m.request.withIndex(x), x, make([]bool, len(m.cited))}
}

func (m *markdownWriter) join(other *markdownWriter) { addAll(m.cited, other.cited) }

// spans writes spans within a line. starting is true at the start of a block.
func (m *markdownWriter) spans(spans []page.Span, starting bool) {
	for _, s := range spans {
		switch aside, isAside := asideOf(s); {
		case isAside:
			m.text(" " + aside)
		case s.Role == page.Strong:
			m.strong(s.Text)
		case starting:
			m.start(s.Text)
		default:
			m.text(s.Text)
		}
		starting = false
	}
}

// prose writes a paragraph of text with references.
func (m *markdownWriter) prose(text string) {
	if text != "" {
		m.spans(page.References(m.x, text), true)
		m.raw("\n\n")
	}
}

// facts writes facts as a list. A fact without a label continues the one before
// it. A value that is one of the addresses becomes a link.
func (m *markdownWriter) facts(facts []page.Fact, addresses ...string) {
	for i, f := range facts {
		if f.Label == "" && i > 0 {
			m.raw(" — ")
		} else {
			if i > 0 {
				m.raw("\n")
			}
			m.raw("- ")
			m.start(f.Label)
			m.raw(": ")
		}
		switch link := linkOf(f.Value, addresses); link {
		case "":
			m.spans(f.Value, false)
		case f.Value[0].Text:
			m.raw("<" + markup(link) + ">")
		default: // encoded
			m.raw("[")
			m.spans(f.Value, false)
			m.raw("](<" + markup(link) + ">)")
		}
	}
	if len(facts) > 0 {
		m.raw("\n")
	}
}

// remarks writes what the user keeps about an item.
func (m *markdownWriter) remarks(kind briefing.Kind, id string) {
	m.facts(page.RemarkFacts(m.x, briefing.Ref{Kind: kind, ID: id}))
}

// gone writes what the user keeps about items that are gone.
func (m *markdownWriter) gone() {
	items := m.request.goneItems()
	if len(items) > 0 {
		m.section(page.Section{Text: goneHeading, Count: len(items), Note: goneNote})
	}
	for _, item := range items {
		m.facts(m.request.goneFacts(item))
		m.raw("\n")
	}
}

// cite writes the footnote marks of evidence.
func (m *markdownWriter) cite(evidence []briefing.Evidence) {
	last := 0
	for i := range evidence {
		if p := m.x.PassageOf(&evidence[i]); p != nil && p.Number != last {
			last = p.Number
			m.note(last)
		}
	}
}

func (m *markdownWriter) note(passage int) {
	m.cited[passage] = true
	m.raw("[^" + markup(strconv.Itoa(passage)) + "]")
}

// evidence writes the footnote marks of a list's evidence as its last line, or
// says that there is none.
func (m *markdownWriter) evidence(evidence []briefing.Evidence) {
	m.raw("- Evidence: ")
	m.cite(evidence)
	if len(evidence) == 0 {
		m.raw("none is given")
	}
	m.raw("\n")
}
