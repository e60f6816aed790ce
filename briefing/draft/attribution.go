package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
)

// attribution is a stretch of a text that says who takes which stance on what.
type attribution struct {
	span
	holder, cue, content span
	stance               briefing.Stance
}

// attributions returns the attributions of a text, in order.
func (a *article) attributions() (out []attribution) {
	for _, s := range a.sentences {
		if found, ok := a.holderCueThat(s); ok {
			out = append(out, found)
		}
	}
	return out
}

// holderCueThat finds “Sabrina Singh said that …” at the start of a sentence.
func (a *article) holderCueThat(s []token) (out attribution, ok bool) {
	const shortest = 3 // words of a content
	cue := 0
	for cue < len(s) && isName(s[cue]) {
		cue++
	}
	if cue == 0 || cue+1+shortest >= len(s) || s[cue+1].text != "that" {
		return attribution{}, false
	}
	stance, ok := a.lex.stance[s[cue].text]
	last := len(s) - 1
	for last > cue && s[last].sign && strings.ContainsAny(s[last].text, ".!?") {
		last--
	}
	for _, t := range s {
		if strings.ContainsAny(t.text, "\"“”;") {
			return attribution{}, false
		}
	}
	return attribution{
		span: span{s[0].start, s[last].end}, holder: span{s[0].start, s[cue-1].end}, cue: s[cue].span,
		content: span{s[cue+2].start, s[last].end}, stance: stance,
	}, ok && last > cue+1
}

// isName reports whether a word can be part of a name.
func isName(t token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return !t.sign && unicode.IsUpper(r)
}
