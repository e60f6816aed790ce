package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/sentence"
)

// numbered is a sentence of a source, from one byte of its text to another. Its
// number is its index in the list of all sentences plus one.
type numbered struct {
	source     *briefing.Source
	start, end int
}

func (n *numbered) text() string { return n.source.Text[n.start:n.end] }

// maxSentence is how many bytes a sentence has before it is parted at the next space,
// and half of how many it has at most.
const maxSentence = 16 << 10

// number returns the sentences of all sources that have a text, in order.
func number(b *briefing.Briefing) (out []numbered) {
	for i := range b.Sources {
		s := &b.Sources[i]
		rules := sentence.For(languageOf(b, s))
		for _, p := range paragraphs(s.Text) {
			out = numberIn(out, s, p, rules)
		}
	}
	return out
}

// numberIn adds the sentences of a paragraph of a source.
func numberIn(out []numbered, s *briefing.Source, p span, rules *sentence.Rules) []numbered {
	text, start := s.Text[:p.end], p.start
	for at := p.start; at < p.end; {
		r, n := utf8.DecodeRuneInString(text[at:])
		end := rules.After(text, at)
		at += n
		isLong := at-start >= maxSentence && unicode.IsSpace(r) || at-start >= 2*maxSentence
		if end == 0 && !isLong && at < p.end {
			continue
		}
		at = max(at, end)
		if words := strings.TrimSpace(text[start:at]); words != "" {
			begin := start + strings.IndexFunc(text[start:at], func(r rune) bool { return !unicode.IsSpace(r) })
			out = append(out, numbered{s, begin, begin + len(words)})
		}
		start = at
	}
	return out
}
