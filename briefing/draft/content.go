package draft

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// pattern is a form in which a text reports speech.
type pattern uint8

const (
	quoteFirst  pattern = iota // “…,” holder cue
	quoteLast                  // holder cue “…”
	accordingTo                // according to holder
	cueThat                    // holder cue that …
	patterns
)

// String returns the pattern as the tables of figures have it.
func (p pattern) String() string {
	return [...]string{"“…,” holder cue", "holder cue “…”", "according to holder", "holder cue that …"}[p]
}

// said is what a cue reports, as tokens, end exclusive.
type said struct {
	from, to int
	noun     bool // it is no clause
	pattern  pattern
}

// after returns what is said after a cue: a quotation, a clause or a noun.
func (f *finder) after(c cue) (out said, ok bool) {
	i, end := c.to, f.lastWord()
	if c.frame&takesObject != 0 {
		np, ok := f.addressee(i)
		if !ok {
			return said{}, false
		}
		i = np.to
	}
	if out, ok := f.introduced(c, i); ok {
		return out, true
	}
	i = f.skipTime(i)
	switch {
	case i >= end || f.w[i].kind == sign:
		return said{i, i, true, cueThat}, c.to > c.verb+1 // declined to comment
	case c.frame&takesClause != 0:
		return said{i, f.contentEnd(i), false, cueThat}, end-i >= 3 && f.beginsClause(c, i)
	case c.frame&takesThing != 0:
		return f.thing(c, i, end)
	case c.frame&takesName != 0 && !f.is(&f.w[i], preposition):
		for k := i; k < end && f.w[k].kind != sign; k++ {
			if f.w[k].kind == quoted {
				return said{i, f.clauseEnd(k), true, quoteLast}, true
			}
		}
	}
	return said{}, false
}

// thing returns the noun that begins at token i, with what belongs to it: denied the
// charge, brushed the charge aside.
func (f *finder) thing(c cue, i, end int) (out said, ok bool) {
	const most = 8 // tokens
	switch {
	case c.frame&takesAside != 0:
		for k := i; k < min(i+most, end); k++ {
			ok = ok || f.w[k].text == "aside" || f.w[k].text == "off" || f.w[k].text == "away"
		}
		return said{i, f.clauseEnd(i), true, cueThat}, ok
	case f.w[i].text == "what", c.stance == briefing.NoComment, c.stance == briefing.Questions && c.frame == takesThing:
		// confirmed what others had reported, that …
		return said{i, f.contentEnd(i), true, cueThat}, true
	}
	return said{i, f.clauseEnd(i), true, cueThat}, !f.is(&f.w[i], preposition|conjunction|function)
}

// hasVerb reports whether there seems to be a verb in the words from token i on, up to
// the next comma.
func (f *finder) hasVerb(i int) bool {
	for ; i < len(f.w) && f.w[i].kind == word; i++ {
		t := &f.w[i]
		if f.is(t, be|modal|perfect|did|didNot|cannot) || strings.HasSuffix(t.text, "ed") || f.verbs[t.text].form == past {
			return true
		}
	}
	return false
}

// addressee returns the one who is told.
func (f *finder) addressee(i int) (np nounPhrase, ok bool) {
	if i >= len(f.w) {
		return np, false
	}
	if f.is(&f.w[i], pronoun|possessive) && i+1 < len(f.w) && !f.is(&f.w[i+1], person|people) {
		return nounPhrase{i, i + 1, i}, true
	}
	np, ok = f.phrase(f.w, i, len(f.w))
	return np, ok
}

// introduced returns what follows "that", or a quotation after a comma or a colon.
// Between the cue and that there may be a time, a place and the like, from token i on.
func (f *finder) introduced(c cue, i int) (out said, ok bool) {
	const most = 16 // tokens
	aside := false  // between commas
	for k := i; k < min(len(f.w), i+most); k++ {
		t := &f.w[k]
		switch {
		case t.kind == quoted:
			return said{k, f.quotesEnd(k), false, quoteLast}, f.w[k-1].kind == sign || k == i && c.frame&takesObject == 0
		case t.text == "that" && c.frame&takesThat != 0 && f.isAdverbial(c, i):
			return said{k + 1, f.contentEnd(k + 1), k > i && c.frame&takesThing != 0, cueThat}, k+3 < len(f.w)
		case f.leads(k):
		case t.text == "," && (aside || slices.Contains(asides, f.lower(k+1))):
			aside = !aside
		case f.ends(t, aside):
			return said{}, false
		}
	}
	return said{}, false
}

// isAdverbial reports whether what stands between a cue and "that", from token i on,
// says when, where or how something is said: "that" after a noun begins a relative
// clause, but for what is confirmed or denied.
func (f *finder) isAdverbial(c cue, i int) bool {
	for i < len(f.w)-1 && (f.is(&f.w[i], adverb) || strings.HasSuffix(f.w[i].text, "ly")) {
		i++
	}
	t := &f.w[i]
	return t.text == "that" || t.text == "," || c.frame&takesThing != 0 || f.is(t, preposition) || f.skipTime(i) > i
}

// leads reports whether token i is the comma or colon before a quotation.
func (f *finder) leads(i int) bool {
	return (f.w[i].text == ":" || f.w[i].text == ",") && i+1 < len(f.w) && f.w[i+1].kind == quoted
}

// ends reports whether a token can't stand between a cue and "that".
func (f *finder) ends(t *token, aside bool) bool {
	return t.kind == sign || f.is(t, function|pronoun|conjunction|subordinator) || !aside && f.verbs[t.text].form == past
}

// asides begin what stands between commas before "that".
var asides = []string{"with", "citing", "in", "referring", "without", "on", "at"}

// beginsClause reports whether a clause without "that" can begin at token i after a
// cue.
func (f *finder) beginsClause(c cue, i int) bool {
	t := &f.w[i]
	switch {
	case c.frame&takesNoun != 0 && !f.hasVerb(i):
		return false
	case t.kind == quoted:
		return true
	case t.kind != word:
		return false
	case f.is(t, preposition|conjunction|adverb), f.is(t, subordinator) && t.text != "if":
		return false
	case t.text == "so", t.text == "nothing", t.text == "yes", t.text == "no", strings.HasSuffix(t.text, "ly"), strings.HasSuffix(t.text, "ing"):
		return false
	}
	return true
}

// contentEnd returns the token after a clause that begins at token i: the end of the
// sentence, or where somebody else is named, or more is said.
func (f *finder) contentEnd(i int) int {
	for k := i; k < len(f.w); k++ {
		switch {
		case f.w[k].text == ";", f.w[k].text == "according" && k > i:
			return f.before(k)
		case k > i && k+1 < len(f.w) && f.saysMore(k):
			return k
		}
	}
	return f.lastWord()
}

// saysMore reports whether token k begins what the holder says besides: “, adding that
// …”, “and called it …”.
func (f *finder) saysMore(k int) bool {
	v, ok := f.verbs[f.w[k+1].text]
	return ok && (f.w[k].text == "," && v.form == gerund || (f.w[k].text == "and" || f.w[k].text == "but") && v.form == past)
}

// clauseEnd returns the token after a noun with all that belongs to it, from token i
// on: it ends before a comma.
func (f *finder) clauseEnd(i int) int {
	for k := i; k < len(f.w); k++ {
		if f.w[k].kind == sign && strings.ContainsAny(f.w[k].text, ",;:—") {
			return k
		}
	}
	return f.lastWord()
}

// before returns k, or the token before it if that is a comma.
func (f *finder) before(k int) int {
	if f.w[k-1].text == "," {
		return k - 1
	}
	return k
}

// quotesEnd returns the token after a quotation and those that follow it at once.
func (f *finder) quotesEnd(k int) int {
	for k+1 < len(f.w) && f.w[k+1].kind == quoted {
		k++
	}
	return k + 1
}
