package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// sentence is one sentence of a text with references, as one reads it aloud.
type sentence struct {
	text  string
	links bool // it holds a reference
}

// sentences takes a text with references apart into its sentences. A full stop
// ends one unless it belongs to an abbreviation of the language (BCP 47), an
// initial or a number; a label is never split.
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

// plainLinks is a text as one reads it aloud, and where its labels stand.
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

// sentenceEnd is where the sentence that begins at start ends. The links are
// those from start on.
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

// The signs at the end of a sentence, and what may stand behind them.
const (
	stopSigns  = ".!?…"
	wideStops  = "。！？"
	closeSigns = `"'”’»)]`
	openSigns  = `"'“‘«(„[—–-`
)

// afterMark is the byte behind the end of a sentence whose marks begin at i; 0
// if none ends there.
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

// follows reports whether one of the signs stands right at the end of before.
func follows(before, signs string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	return n > 0 && strings.ContainsRune(signs, r)
}

// afterBreak is the byte behind a blank line, or a line break before a list's
// sign, where after is the byte behind a line break; 0 for another break.
func afterBreak(text string, after int) int {
	rest := strings.TrimLeft(text[after:], " ")
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") {
		return after
	}
	return 0
}

// opensSentence reports whether a sentence can begin so: with anything but a
// small letter.
func opensSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, openSigns))
	return !unicode.IsLower(r)
}

// firstWord is the first word of a text in small letters.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !quote.IsWord(r) })
	if end := strings.IndexFunc(text, func(r rune) bool { return !quote.IsWord(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.ToLower(text)
}
