package export

import (
	"io"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func (m *markdownWriter) brief() {
	if text := m.x.Briefing.BottomLine; text != "" {
		m.heading("## ", page.BottomLine, "")
		m.prose(text)
		if facts := page.RemarkFacts(m.x, briefing.Ref{Kind: briefing.KindBottomLine}); len(facts) > 0 {
			m.facts(facts)
			m.raw("\n")
		}
	}
	for _, p := range page.BriefParts(m.x, m.request.Keep) {
		m.section(p.Section)
		for i, row := range p.Rows {
			m.briefRow(i+1, row)
		}
		if p.Count == 0 {
			m.start(p.None)
			m.raw("\n")
		}
		m.raw("\n")
	}
}

// section writes the heading of a part of the brief.
func (m *markdownWriter) section(s page.Section) {
	m.raw("## ")
	m.start(s.Text)
	if s.Count > 0 {
		m.text(" (" + strconv.Itoa(s.Count) + ")")
	}
	if s.Note != "" {
		m.text(", " + s.Note)
	}
	m.raw("\n\n")
}

// briefRow writes the target of a row of the brief: everything about a
// judgment, which is nowhere else, and one line for other items.
func (m *markdownWriter) briefRow(n int, row page.Later) {
	switch ref := row.To.Ref; ref.Kind {
	case briefing.KindJudgment:
		m.judgment(n, m.x.Judgment(ref.ID))
	case briefing.KindGap:
		m.raw(markup(ref.ID) + ". ")
		m.spans(row.Make().Body, true)
		m.under(page.RemarkLines(m.x, ref))
		m.raw("\n")
	case briefing.KindEvent:
		e := m.x.Event(ref.ID)
		m.row("- Event: ", e.When.Date.Words()+", "+e.Title+" ("+briefing.Certainties.Label(e.Certainty)+")", e.ID)
	default:
		m.raw("- Question: ")
		m.spans(row.Make().Body, false)
		m.raw(" ")
		m.id(ref.ID)
		m.raw("\n")
	}
}

// judgment keeps likelihood and confidence on separate lines (ICD 203).
func (m *markdownWriter) judgment(n int, j *briefing.Judgment) {
	m.heading("### ", "Judgment "+strconv.Itoa(n), j.ID)
	m.spans(page.References(m.x, j.Text), true)
	m.cite(j.Evidence)
	m.raw("\n\n")
	m.facts(page.FactsOf(page.Judgment(m.x, j)))
	if len(j.Evidence) == 0 {
		m.evidence(nil)
	}
	m.mentioned(j.ID)
	m.remarks(briefing.KindJudgment, j.ID)
	m.raw("\n")
}

func (m *markdownWriter) event(e *briefing.Event) {
	m.heading("### ", e.When.Date.Words()+": "+e.Title, e.ID)
	m.prose(e.Summary)
	m.facts(page.EventFacts(m.x, e))
	if len(e.Actors) > 0 {
		m.raw("- Actors: ")
		m.text(participantsInWords(m.x, e))
		m.raw("\n")
	}
	m.evidence(e.Evidence)
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		m.raw("- Another date given: ")
		m.text(dateInWords(a.Date))
		for _, aside := range page.OnAlternative(m.x, a) {
			m.text("; " + plainSpans(aside))
		}
		m.cite(a.Evidence)
		m.raw("\n")
	}
	for _, q := range m.x.QuestionsOf(e.ID) {
		m.row("- Question: ", q.Text, q.ID)
	}
	m.mentioned(e.ID)
	m.remarks(briefing.KindEvent, e.ID)
	m.raw("\n")
}

func (m *markdownWriter) question(q *briefing.Question) {
	m.heading("### ", q.Text, q.ID)
	m.prose(q.Summary)
	m.facts(page.FactsOf(page.Question(m.x, q)))
	for _, id := range q.Events {
		if e := m.x.Event(id); e != nil {
			m.row("- Event: ", e.When.Date.Words()+", "+e.Title, id)
		}
	}
	m.common(q)
	m.mentioned(q.ID)
	m.remarks(briefing.KindQuestion, q.ID)
	m.raw("\n")
	for i := range q.Claims {
		m.claim(&q.Claims[i])
	}
}

// common writes what different sides of a question both rest on.
func (m *markdownWriter) common(q *briefing.Question) {
	for _, f := range page.InCommon(m.x, q) {
		m.raw("- In common (computed): ")
		m.spans(f.Value, false)
		m.raw("\n")
	}
}

func (m *markdownWriter) claim(c *briefing.Claim) {
	m.heading("#### ", "Claim: "+c.Text, c.ID)
	m.facts(page.ClaimFacts(m.x, c))
	for _, s := range m.x.StandsBySide(c.ID) {
		row := page.PositionRow(m.x, s, 0)
		m.raw("- `" + markup(s.Position.Stance.Sign()) + "` ")
		m.spans(row.Body, false)
		m.raw(" ")
		m.id(s.ID)
		m.cite(s.Position.Evidence)
		m.under(row.Under)
		m.under(page.RemarkLines(m.x, s.Ref()))
		m.raw("\n")
	}
	if len(c.Positions) == 0 {
		m.raw("- Nobody takes a position on it.\n")
	}
	m.raw("\nFindings (computed):\n\n")
	m.facts(page.Findings(m.x, c))
	m.mentioned(c.ID)
	m.remarks(briefing.KindClaim, c.ID)
	m.raw("\n")
}

// under continues a row with further paragraphs.
func (m *markdownWriter) under(paragraphs [][]page.Span) {
	for _, p := range paragraphs {
		m.raw(" — ")
		m.spans(p, false)
	}
}

// claimAlone writes a claim outside its question, and names the question.
func (m *markdownWriter) claimAlone(c *briefing.Claim, q *briefing.Question) {
	m.claim(c)
	m.row("Answers: ", q.Text, q.ID)
	m.raw("\n")
}

func (m *markdownWriter) actor(a *briefing.Actor) {
	m.heading("### ", a.Name, a.ID)
	m.prose(a.Summary)
	m.facts(page.FactsOf(page.Actor(m.x, a)))
	m.evidence(a.Evidence)
	for _, s := range m.x.Says(a.ID) {
		m.row("- Says: ", briefing.Stances.Label(s.Position.Stance)+": "+s.Claim.Text, s.ID)
	}
	m.refs("- "+page.NamedActor+": ", m.x.NamedIn(a.ID))
	for _, e := range m.x.TookPart(a.ID) {
		m.row("- Takes part in: ", e.When.Date.Words()+", "+e.Title, e.ID)
	}
	for _, part := range m.x.Members(a.ID) {
		m.row("- Includes: ", part.Name, part.ID)
	}
	for _, c := range m.x.AppearsWith(a.ID) {
		m.row("- Appears with (computed): ", c.Actor.Name+", "+briefing.Counted(c.Events, "event", "events"), c.Actor.ID)
	}
	if m.x.Crowds(a.ID) > 0 {
		m.raw("- Appears with: ")
		m.text(page.CompanyNote(m.x, a.ID))
		m.raw("\n")
	}
	m.mentioned(a.ID)
	m.remarks(briefing.KindActor, a.ID)
	m.raw("\n")
}

// row writes a row of a list that names an item.
func (m *markdownWriter) row(label markup, text, id string) {
	m.raw(label)
	m.text(m.marked(id, text))
	m.raw(" ")
	m.id(id)
	m.raw("\n")
}

// marked returns text after the item's marking.
func (m *markdownWriter) marked(id, text string) string {
	ref, _ := m.x.Lookup(id)
	return page.Marking(m.x, ref) + text
}

// mentioned writes whose texts refer to an item.
func (m *markdownWriter) mentioned(id string) {
	m.refs("- Mentioned in: ", m.x.Mentions(id))
}

// refs writes a row that names items, if there are any.
func (m *markdownWriter) refs(label markup, refs []briefing.Ref) {
	for i, r := range refs {
		if i > 0 {
			label = ", "
		}
		m.raw(label + markup(r.Kind.String()))
		if r.ID != "" {
			m.raw(" ")
			m.id(r.ID)
		}
	}
	if len(refs) > 0 {
		m.raw("\n")
	}
}

// MarkdownItem writes one item as Markdown with the passages that it cites as
// footnotes: a claim with its question, a position with its claim. It returns
// the first error of w.
func MarkdownItem(w io.Writer, x *briefing.Index, ref briefing.Ref) error {
	x = x.WithRemarks(nil)
	m := &markdownWriter{newStream(w), &Request{Index: x}, x, make([]bool, len(x.Passages)+1)}
	m.item(ref)
	m.footnotes()
	return m.finish()
}

// item writes an item: a claim with its question, a position with its claim.
func (m *markdownWriter) item(ref briefing.Ref) {
	switch ref.Kind {
	case briefing.KindJudgment:
		m.judgment(1, m.x.Judgment(ref.ID))
	case briefing.KindEvent:
		m.event(m.x.Event(ref.ID))
	case briefing.KindActor:
		m.actor(m.x.Actor(ref.ID))
	case briefing.KindQuestion:
		m.question(m.x.Question(ref.ID))
	case briefing.KindClaim:
		c, q := m.x.Claim(ref.ID)
		m.claimAlone(c, q)
	case briefing.KindPosition:
		s, _ := m.x.Stand(ref.ID)
		m.claimAlone(s.Claim, s.Question)
	case briefing.KindSource:
		m.source(m.x.Source(ref.ID))
	default:
		m.start(m.x.Name(ref))
		m.raw("\n\n")
	}
}
