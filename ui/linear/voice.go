package linear

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// voice makes rows and pages of a briefing into sentences. Its index is nil in the list
// of a folder.
type voice struct{ x *briefing.Index }

// row returns a row as a line: its place among those of its kind and how it stands,
// what it says, and what there is about it.
func (v voice) row(r *row) string {
	if r.block == nil {
		return joined(r.counted(), r.text)
	}
	switch b := page.Made(r.block).(type) {
	case page.Entry:
		return v.entry(r, &b)
	case page.Paragraph:
		return joined(r.counted(), b.Text, v.citedIn(b))
	case page.Fact:
		return fact(b)
	case page.Prose:
		return sentence(spoken(b.Spans))
	default:
		return sentence(page.Text(b))
	}
}

// counted returns what a row is, and which of how many: "Claim 3 of 27".
func (r *row) counted() string {
	if r.noun == "" {
		return ""
	}
	text := capital(r.noun)
	if r.of > 1 {
		text += " " + strconv.Itoa(r.number) + " of " + strconv.Itoa(r.of)
	}
	return text
}

// fact returns a label with its value.
func fact(f page.Fact) string {
	value := spoken(f.Value)
	if f.Label == "" {
		return sentence(value)
	}
	return sentence(f.Label + ": " + value)
}

// entry returns an entry as a line.
func (v voice) entry(r *row, e *page.Entry) string {
	parts := []string{strings.Join(append([]string{r.counted()}, v.standing(r, e)...), ", "), v.said(r, e)}
	for _, line := range e.Under {
		if !repeatsDate(r, line) {
			parts = append(parts, v.under(r, line))
		}
	}
	return strings.TrimPrefix(joined(append(parts, v.has(r.to))...), ", ")
}

// standing returns how an item stands: contested, alleged, marked.
func (v voice) standing(r *row, e *page.Entry) []string {
	var out []string
	ref := r.to.Ref
	switch {
	case v.x == nil || r.to.Passage > 0:
	case ref.Kind == briefing.KindClaim:
		if _, q := v.x.Claim(ref.ID); q != nil && v.x.Contested(q) {
			out = append(out, "contested")
		}
	case ref.Kind == briefing.KindSource:
		grade := v.x.Source(ref.ID).Grade.Reliability
		out = append(out, "grade "+string(grade), briefing.Reliabilities.Label(grade))
	}
	states := edges(e.Body)
	if r.noun == draftNoun {
		states = briefing.Map(states, func(s string) string { return "quotes " + s })
	}
	out = append(out, states...)
	for _, line := range e.Under {
		out = append(out, edges(line)...)
	}
	if v.x != nil && r.to.Passage == 0 && ref.Kind != briefing.KindNone {
		out = append(out, edges(page.RemarkSpans(v.x, ref))...)
	}
	return out
}

// said returns what the first line of an entry says.
func (v voice) said(r *row, e *page.Entry) string {
	body := e.Body
	if r.noun == draftNoun {
		return v.draft(r.to.Ref, e)
	}
	if r.to.Passage > 0 && len(e.Lead) > 0 && isBracketed(e.Lead[0].Text) && len(body) > 0 {
		return "Quote " + strconv.Itoa(r.to.Passage) + ", " + strings.TrimSpace(body[0].Text) + ", in " + strings.ReplaceAll(spoken(body[1:]), " , ", ", ")
	}
	if v.x != nil && r.to.Ref.Kind == briefing.KindEvent {
		event := v.x.Event(r.to.Ref.ID)
		if len(body) > 0 && body[0].Role == page.Label { // the time of day, which the date has too
			body = body[1:]
		}
		return dateWords(event) + ": " + spoken(body)
	}
	if r.to.Ref.Kind == briefing.KindBottomLine {
		return "" // its noun says it
	}
	lead := strings.TrimSpace(spoken(e.Lead))
	if lead == "" || strings.EqualFold(lead, r.noun) || strings.Trim(lead, "0123456789") == "" {
		if beginsWithStance(body) {
			return capital(spoken(body))
		}
		return spoken(body)
	}
	return capital(lead) + ": " + spoken(body)
}

func dateWords(e *briefing.Event) string { return capital(inWords.Replace(e.When.Date.Words())) }

// repeatsDate reports whether a line below an event is its date, cut for a column
// above.
func repeatsDate(r *row, line []page.Span) bool {
	return r.to.Ref.Kind == briefing.KindEvent && len(line) == 1 && line[0].Own && line[0].Role == page.Muted
}

// under returns a line below an entry. Below a source these are its kind, its date and
// its publisher, in columns.
func (v voice) under(r *row, line []page.Span) string {
	if v.x != nil && r.to.Passage == 0 && r.to.Ref.Kind == briefing.KindSource && len(line) > 0 && line[0].Own && strings.Contains(line[0].Text, page.NoBreak) {
		s := v.x.Source(r.to.Ref.ID)
		text := capital(briefing.SourceKinds.Label(s.Kind))
		for _, part := range []string{inWords.Replace(s.Publication.Published.Words()), s.Publication.Publisher} {
			if part != "" {
				text += ", " + part
			}
		}
		return text
	}
	text := spoken(line)
	if len(line) > 0 && (line[0].Own || isSign(&line[0]) || isBracketed(line[0].Text)) {
		text = capital(text)
	}
	return text
}

// has returns what there is to open about an item, where its row does not say it.
func (v voice) has(t page.Target) string {
	if v.x == nil || t.Passage > 0 || t.Ref.Kind != briefing.KindClaim {
		return ""
	}
	return briefing.Counted(len(v.x.StandsOn(t.Ref.ID)), "position", "positions")
}

// citedIn returns which quotes begin in a paragraph.
func (v voice) citedIn(p page.Paragraph) string {
	var numbers []string
	for _, m := range p.Marks {
		if m.First {
			numbers = append(numbers, strconv.Itoa(m.Passage))
		}
	}
	switch n := len(numbers); n {
	case 0:
		return ""
	case 1:
		return "Quote " + numbers[0] + " begins in it"
	default:
		return "Quotes " + and(numbers) + " begin in it"
	}
}

// head returns the head of a page as lines: the title, and what is stated about the item.
func (v voice) head(l *list) []string {
	out := []string{sentence(l.title)}
	for _, b := range l.head {
		switch b := b.(type) {
		case page.Title, page.Blank: // the title is there
		case page.Fact:
			if b.Label == "" && len(out) > 1 { // goes on with the fact before
				out[len(out)-1] += " " + fact(b)
				continue
			}
			out = append(out, fact(b))
		case page.Prose:
			if len(b.Spans) > 0 && b.Spans[0].Role == page.Label { // what it is, and its id
				continue
			}
			out = append(out, sentence(spoken(b.Spans)))
		}
	}
	if text := l.contents(); text != "" {
		out = append(out, text)
	}
	return out
}

// contents returns what follows the head of a page.
func (l *list) contents() string {
	var parts []string
	for n, heading := range l.groups {
		if heading != "" && l.hasGroup(n) {
			parts = append(parts, heading)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return sentence("It has: " + strings.Join(parts, "; "))
}

func (l *list) hasGroup(n int) bool {
	for i := range l.rows {
		if l.rows[i].group >= n {
			return l.rows[i].group == n
		}
	}
	return false
}

// draft returns what a draft is, and what it says.
func (v voice) draft(ref briefing.Ref, e *page.Entry) string {
	body := e.Body
	what := capital(spoken(e.Lead)) + ": "
	if ref.Kind == briefing.KindEvent {
		what += dateWords(v.x.Event(ref.ID)) + ": "
		body = slices.DeleteFunc(slices.Clone(body), func(s page.Span) bool { return s.Own && s.Role == page.Label })
	}
	return what + strings.Replace(spoken(body), " : ", ": ", 1)
}
