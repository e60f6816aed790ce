package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// sentence is one sentence of a text, with the words that its references show.
type sentence struct {
	text  string
	links bool // it has a reference
}

// sentences splits a text with references into sentences. A full stop ends a
// sentence unless it belongs to an abbreviation of the language (BCP 47), an
// initial or a number. The words of a reference are never split.
func sentences(text, language string) []sentence {
	abbreviations := abbreviationsIn(language)
	plain, links := plainLinks(text)
	var out []sentence
	start := 0
	for start < len(plain) {
		end := abbreviations.sentenceEnd(plain, links, start)
		s := sentence{text: strings.Join(strings.Fields(plain[start:end]), " ")}
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
func (a *abbreviations) sentenceEnd(text string, links []quote.Stretch, start int) int {
	for i := start; i < len(text); {
		for len(links) > 0 && links[0].End <= i {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Start <= i {
			label := text[:links[0].End]
			i = links[0].End
			if end := a.afterMark(text, len(strings.TrimRight(label, stopSigns))); end > i {
				return end
			}
			continue
		}
		if end := a.afterMark(text, i); end > 0 {
			return end
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return len(text)
}

// The marks at the end of a sentence, and what may follow them.
const (
	stopSigns  = ".!?…"
	wideStops  = "。！？"
	closeSigns = `"'”’»)]`
	openSigns  = `"'“‘«(„[—–-`
)

// afterMark returns the byte after the end of a sentence whose final marks begin
// at i, or 0 if no sentence ends there.
func (a *abbreviations) afterMark(text string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	after := i + n
	switch {
	case strings.ContainsRune(wideStops, r):
		return after
	case r == '\n':
		return afterBreak(text, after)
	case !strings.ContainsRune(stopSigns, r) || follows(text[:i], stopSigns):
		return 0
	}
	rest := strings.TrimLeft(text[after:], stopSigns)
	rest = strings.TrimLeft(rest, closeSigns)
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	switch {
	case next == "":
		return len(text)
	case len(next) == len(rest) || !opensSentence(next):
		return 0
	case (r == '.' || r == '!') && strings.HasPrefix(text[after:], rest) && a.endsNone(text[:i], next, r):
		return 0
	}
	return len(text) - len(next)
}

// follows reports whether before ends with one of the signs.
func follows(before, signs string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	return n > 0 && strings.ContainsRune(signs, r)
}

// afterBreak returns after, the byte after a line break, if a blank line or the
// sign of a list item follows, and 0 otherwise.
func afterBreak(text string, after int) int {
	rest := strings.TrimLeft(text[after:], " ")
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") {
		return after
	}
	return 0
}

// opensSentence reports whether a sentence can begin like this: with anything but
// a small letter.
func opensSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, openSigns))
	return !unicode.IsLower(r)
}

// firstWord returns the first word of a text in small letters.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !quote.IsWord(r) })
	if end := strings.IndexFunc(text, func(r rune) bool { return !quote.IsWord(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.ToLower(text)
}
