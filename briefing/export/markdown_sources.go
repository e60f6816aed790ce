package export

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func (m *markdownWriter) source(s *briefing.Source) {
	m.heading("### ", s.Title, s.ID)
	m.facts(page.SourceFacts(m.x, s), s.Publication.URL, s.Publication.ArchiveURL)
	for _, c := range m.x.Copies(s.ID) {
		m.row("- Origin of: ", c.Title, c.ID)
	}
	m.refs("- Basis of: ", m.x.NamedIn(s.ID))
	m.mentioned(s.ID)
	m.remarks(briefing.KindSource, s.ID)
	m.raw("\n")
	if s.Text == "" {
		m.raw("The briefing holds no text of this source, so its quotes are unchecked.\n\n")
	} else {
		m.sourceText(s)
	}
	m.passages(s)
}

// sourceText writes the text of a source as a quotation.
func (m *markdownWriter) sourceText(s *briefing.Source) {
	m.raw("Text (")
	m.text(briefing.TextKinds.Label(s.TextKind))
	m.raw("):\n\n")
	between := markup("")
	for _, b := range page.Paragraphs(m.x, s) {
		if p, ok := b.(page.Paragraph); ok {
			m.raw(between)
			m.paragraph(p)
			between = ">\n"
		}
	}
	m.raw("\n")
}

// paragraph marks the cited passages, each with its number before it. The
// numbers are not footnotes: some programs repeat a footnote that is referred
// to twice under a new number.
func (m *markdownWriter) paragraph(p page.Paragraph) {
	m.raw("> ")
	start := true
	for _, piece := range piecesOf(p) {
		for _, n := range piece.begins {
			m.number(n)
			m.raw(" ")
		}
		if piece.cited {
			m.raw("<mark>")
		}
		m.raw(markup(escapeMarkdown(piece.text, start)))
		start = false
		if piece.cited {
			m.raw("</mark>")
		}
	}
	m.raw("\n")
}

// number writes the number of a passage in brackets.
func (m *markdownWriter) number(passage int) { m.raw("\\[" + markup(strconv.Itoa(passage)) + "\\]") }

// passages lists the cited passages of a source, with the words of those that
// cannot be marked in its text.
func (m *markdownWriter) passages(s *briefing.Source) {
	list := m.x.PassagesIn(s.ID)
	if len(list) == 0 {
		m.raw("No evidence is from it.\n\n")
		return
	}
	m.raw("Passages cited:\n\n")
	for _, p := range list {
		m.raw("- ")
		m.number(p.Number)
		m.raw(" " + markup(quoteState(m.x, p.Evidence)))
		if p.Evidence.Locator != "" {
			m.text(", " + p.Evidence.Locator)
		}
		if p.Evidence.Quote != "" && len(m.x.Anchor(p).Stretches) == 0 {
			m.text(": “" + p.Evidence.Quote + "”")
		}
		m.refs("; cited by ", p.CitedBy)
	}
	m.raw("\n")
}

// footnotes writes the cited passages: state, words, source, notes.
func (m *markdownWriter) footnotes() {
	notes := m.notes()
	for i := range m.x.Passages {
		p := &m.x.Passages[i]
		if !m.cited[p.Number] {
			continue
		}
		m.raw("[^" + markup(strconv.Itoa(p.Number)) + "]: Passage " + markup(strconv.Itoa(p.Number)) + ", " + markup(quoteState(m.x, p.Evidence)) + ": ")
		c := cite(m.x, p.Evidence)
		if c.quote != "" {
			m.text(c.quote + " — ")
		}
		m.text(c.source + " ")
		m.id(p.Evidence.Source)
		if c.context != "" {
			m.text("; " + c.context)
		}
		for _, note := range notes[p.Number] {
			m.raw("; note for " + markup(note.by.Kind.String()) + " ")
			m.id(note.by.ID)
			m.text(": " + note.text)
		}
		m.raw("\n\n")
	}
}

// noteBy is a note on evidence, and the item that has it.
type noteBy struct {
	by   briefing.Ref
	text string
}

// notes returns the notes on evidence by passage number.
func (m *markdownWriter) notes() map[int][]noteBy {
	out := map[int][]noteBy{}
	var citing []briefing.Ref
	for i := range m.x.Passages {
		citing = append(citing, m.x.Passages[i].CitedBy...)
	}
	for _, ref := range briefing.Once(citing) {
		for _, e := range m.x.Citations(ref) {
			for _, note := range page.OnEvidence(m.x, e) {
				n := m.x.PassageOf(e).Number
				out[n] = append(out[n], noteBy{ref, plainSpans(note)})
			}
		}
	}
	return out
}

func (m *markdownWriter) legend() {
	m.heading("## ", "Legend", "")
	for _, b := range append(page.Legend(), page.Scales()...) {
		switch b := b.(type) {
		case page.Section:
			m.raw("\n")
			m.heading("### ", b.Text+" ("+b.Note+")", "")
		case page.Entry:
			m.raw("- ")
			for _, s := range b.Lead {
				m.strong(s.Text)
			}
			m.raw(": ")
			m.spans(b.Body, false)
			m.raw("\n")
		}
	}
	m.raw("\n")
}
