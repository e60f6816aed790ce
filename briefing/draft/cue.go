package draft

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// cue is the words that report speech, as tokens of a sentence, end exclusive.
type cue struct {
	from, to int // with the auxiliaries and adverbs before the verb
	verb     int
	frame    frame
	stance   briefing.Stance
	plural   bool // needs a subject of several
}

// cueAt returns the reporting words whose verb is token i. It reports false if it is
// none, or if a word before it says that nothing is reported: "will say", "was told".
func (l *lexicon) cueAt(w []token, i int) (c cue, ok bool) {
	if w[i].kind != word {
		return cue{}, false
	}
	if c, ok := l.noAnswer(w, i); ok {
		return c, true
	}
	v, ok := l.verbs[w[i].text]
	if !ok && l.is(&w[i], expects) {
		v, ok = verb{stance: briefing.Affirms, frame: takesThing, form: past}, true
		if !strings.HasSuffix(w[i].text, "ed") {
			v.form = third
		}
	}
	if !ok || v.form == gerund {
		return cue{}, false
	}
	c = cue{from: i, to: i + 1, verb: i, frame: v.frame, stance: v.stance}
	helped, negated := l.auxiliaries(w, &c)
	switch {
	case helped&(be|modal|can|cannot) != 0:
		return cue{}, false
	case negated:
		// "does not believe that" is a denial of what follows; others are not sure.
		if helped&(did|didNot) == 0 || v.form != base || !slices.Contains(believing, w[i].text) {
			return cue{}, false
		}
		c.stance = briefing.Denies
	case v.form == base:
		c.plural = true
	}
	return c, true
}

var believing = []string{"believe", "think"}

// auxiliaries moves the start of a cue before its adverbs and auxiliaries, and
// returns which kinds there are and whether one of them negates the verb.
func (l *lexicon) auxiliaries(w []token, c *cue) (helped wordKind, negated bool) {
	const kinds = perfect | did | didNot | cannot | can | be | modal
	for c.from > 0 {
		t := &w[c.from-1]
		switch {
		case t.kind != word || isCapital(t.text) && c.from > 1:
			return helped, negated
		case l.is(t, not), l.is(t, didNot|cannot):
			negated = true
			helped |= l.words[strings.ToLower(t.text)] & kinds
		case l.is(t, kinds):
			helped |= l.words[strings.ToLower(t.text)] & kinds
		case l.is(t, adverb), strings.HasSuffix(t.text, "ly") && len(t.text) > len("only"):
		case strings.HasSuffix(t.text, "n’t"), strings.HasSuffix(t.text, "n't"):
			negated = true
		default:
			return helped, negated
		}
		c.from--
	}
	return helped, negated
}

// noAnswer returns the words that say that somebody did not answer, or could not
// confirm: "declined to comment", "did not confirm", "could not verify".
func (l *lexicon) noAnswer(w []token, i int) (c cue, ok bool) {
	c = cue{from: i, to: i + 1, verb: i, frame: takesThing, stance: briefing.NoComment}
	if l.is(&w[i], declines) && i+2 < len(w) && w[i+1].text == "to" && l.is(&w[i+2], answers) {
		c.to = i + 3
		helped, negated := l.auxiliaries(w, &c)
		return c, !negated && helped&(be|modal|can|cannot) == 0
	}
	if !l.is(&w[i], answers|confirms) {
		return cue{}, false
	}
	helped, negated := l.auxiliaries(w, &c)
	if !negated {
		return cue{}, false
	}
	switch {
	case helped&(cannot|can) != 0 && l.is(&w[i], confirms):
		c.stance = briefing.Questions
	case helped&(did|didNot) != 0, helped&modal != 0 && (w[i].text == "comment" || w[i].text == "confirm"):
	default:
		return cue{}, false
	}
	return c, true
}
