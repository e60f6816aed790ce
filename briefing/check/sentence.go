package check

import (
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/quote"
	"sitrep/briefing/sentence"
)

// statement is one sentence of a text, with the words that its references show.
type statement struct {
	text  string
	links bool // it has a reference
}

// sentences splits a text with references into sentences. A full stop ends a
// sentence unless it belongs to an abbreviation of the language (BCP 47), an
// initial or a number. The words of a reference are never split.
func sentences(text, language string) []statement {
	rules := sentence.For(language)
	plain, links := plainLinks(text)
	var out []statement
	start := 0
	for start < len(plain) {
		end := sentenceEnd(rules, plain, links, start)
		s := statement{text: strings.Join(strings.Fields(plain[start:end]), " ")}
		for len(links) > 0 && links[0].Start < end {
			s.links = true
			links = links[1:]
		}
		if s.links || strings.ContainsFunc(s.text, quote.IsWord) {
			out = append(out, s)
		}
		start = end
	}
	return out
}

// plainLinks returns a text with the words that its references show, and where
// these words are.
func plainLinks(text string) (plain string, links []quote.Stretch) {
	var b strings.Builder
	for _, span := range briefing.SplitReferences(text) {
		start := b.Len()
		b.WriteString(span.Text)
		if span.ID != "" {
			links = append(links, quote.Stretch{Start: start, End: b.Len()})
		}
	}
	return b.String(), links
}

// sentenceEnd returns the byte at which the sentence that begins at start ends.
// links are the references after start.
func sentenceEnd(rules *sentence.Rules, text string, links []quote.Stretch, start int) int {
	for i := start; i < len(text); {
		for len(links) > 0 && links[0].End <= i {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start <= i {
			label := text[:links[0].End]
			i = links[0].End
			if end := rules.After(text, len(strings.TrimRight(label, sentence.Stops))); end > i {
				return end
			}
			continue
		}
		if end := rules.After(text, i); end > 0 {
			return end
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return len(text)
}
