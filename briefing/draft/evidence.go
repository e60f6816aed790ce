package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// cut returns the words of a source from one byte to another as evidence. It
// reports false if they cannot be quoted exactly, or if evidence of the briefing
// rests on some of them already.
func (d *drafter) cut(s *briefing.Source, start, end int) (briefing.Evidence, bool) {
	for _, q := range d.quoted[s.ID] {
		if q.Start < end && start < q.End {
			return briefing.Evidence{}, false
		}
	}
	words, ok := d.x.SourceText(s).Select(s.Text, start, end)
	return briefing.Evidence{Source: s.ID, Quote: words.Words, Prefix: words.Prefix, Suffix: words.Suffix}, ok
}

// quotedPassages returns, by source, which bytes of its text the evidence of
// the briefing quotes. What only says who an actor is does not count.
func (d *drafter) quotedPassages() map[string][]quote.Stretch {
	out := map[string][]quote.Stretch{}
	for i := range d.x.Passages {
		p := &d.x.Passages[i]
		if slices.ContainsFunc(p.CitedBy, func(r briefing.Ref) bool { return r.Kind != briefing.KindActor }) {
			out[p.Source.ID] = append(out[p.Source.ID], d.x.Anchor(p).Stretches...)
		}
	}
	return out
}

// asSentence returns words as a sentence of their own, on one line.
func asSentence(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	r, n := utf8.DecodeRuneInString(words)
	words = string(unicode.ToUpper(r)) + words[n:]
	return strings.TrimRight(words, ",;:.") + "."
}
