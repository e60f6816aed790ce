package linear

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
)

// maxAround is how much of a text is said before and after the words of a quote, in
// bytes.
const maxAround = 400

// passage returns a passage as lines: where it is, its words, what is before and after
// them, and what cites it. paragraph is the row of the source's page in which it
// begins, or nil.
func (v voice) passage(number int, paragraph *row) []string {
	p := &v.x.Passages[number-1]
	state := v.x.Anchor(p).State
	title := quotedWords(page.Name(v.x, briefing.Ref{Kind: briefing.KindSource, ID: p.Evidence.Source}))
	where := "Quote " + strconv.Itoa(number) + " in source " + title
	if paragraph != nil {
		where += ", paragraph " + strconv.Itoa(paragraph.number) + " of " + strconv.Itoa(paragraph.of)
	}
	if p.Evidence.Locator != "" {
		where += ", " + p.Evidence.Locator
	}
	if p.Evidence.Quote == "" {
		return []string{sentence(where), "It quotes no words.", v.citedBy(p)}
	}
	out := []string{where + ": " + sentence(quotedWords(p.Evidence.Quote))}
	if paragraph != nil {
		before, after := around(v.x, p)
		out = append(out, beside("Before it", before, "it begins the text"), beside("After it", after, "it ends the text"))
	}
	return append(out, joined(capital(state.String())+": "+meaning(state)), v.citedBy(p))
}

func beside(label, text, nothing string) string {
	if text == "" {
		return sentence(label + ": " + nothing)
	}
	return sentence(label + ": " + quotedWords(text))
}

// meaning returns the meaning of the state of a quote.
func meaning(s quote.State) string {
	for _, b := range page.Grades() {
		if e, ok := b.(page.Entry); ok && e.Lead[0].Text == s.String() {
			return e.Body[0].Text
		}
	}
	return ""
}

// around returns the words of the text before and after a passage, whole paragraphs if
// they are short.
func around(x *briefing.Index, p *briefing.Passage) (before, after string) {
	stretches := x.Anchor(p).Stretches
	text := p.Source.Text
	before = text[:stretches[0].Start]
	if at := strings.LastIndex(before, "\n\n"); at >= 0 && strings.TrimSpace(before[at:]) != "" {
		before = before[at:]
	}
	after = text[stretches[len(stretches)-1].End:]
	if rest := strings.TrimSpace(after); rest != "" {
		if at := strings.Index(after, "\n\n"); at >= 0 && strings.TrimSpace(after[:at]) != "" {
			after = after[:at]
		}
	}
	return lastWords(strings.TrimSpace(before)), firstWords(strings.TrimLeft(strings.TrimSpace(after), ".,;:!?)”’ "))
}

// lastWords returns the end of a text, at most [maxAround] bytes, from a word on.
func lastWords(text string) string {
	if len(text) <= maxAround {
		return text
	}
	text = text[len(text)-maxAround:]
	for !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	if _, rest, ok := strings.Cut(text, " "); ok {
		text = rest
	}
	return "…" + text
}

// firstWords returns the beginning of a text, at most [maxAround] bytes, up to a word.
func firstWords(text string) string {
	if len(text) <= maxAround {
		return text
	}
	end := maxAround
	for !utf8.RuneStart(text[end]) {
		end--
	}
	if at := strings.LastIndexByte(text[:end], ' '); at > 0 {
		end = at
	}
	return text[:end] + "…"
}

// citedBy names what cites a passage.
func (v voice) citedBy(p *briefing.Passage) string {
	const most = 3
	var names []string
	for _, ref := range p.CitedBy[:min(most, len(p.CitedBy))] {
		names = append(names, page.KindLabel(ref.Kind)+" "+quotedWords(page.Name(v.x, ref)))
	}
	text := "Cited by " + strings.Join(names, ", ")
	if more := len(p.CitedBy) - most; more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return sentence(text)
}

// beginsIn returns the row in which a passage begins, or -1 if its words are not in the
// text.
func (l *list) beginsIn(passage int) int {
	for i := range l.rows {
		p, ok := l.rows[i].block.(page.Paragraph)
		if !ok {
			continue
		}
		for _, m := range p.Marks {
			if m.Passage == passage && m.First {
				return i
			}
		}
	}
	return -1
}
