package draft

import (
	"strings"

	"sitrep/briefing"
)

// subjectBefore returns the subject whose verb, with its auxiliaries, begins at token
// end, and the token before the subject, -1 at the start of the sentence.
func (f *finder) subjectBefore(end int) (np nounPhrase, before int, ok bool) {
	before = end - 1
	for before >= 0 && !f.bounds(before) {
		before--
	}
	i := before + 1
	switch {
	case before < 0:
		i = f.skipOpenings(0, end)
	case f.w[before].text == "," && i == end:
		return f.beforeApposition(before)
	case noClause[f.lower(before)]:
		return np, before, false
	}
	if i >= end {
		return np, before, false
	}
	np, ok = f.phrase(f.w, i, end)
	if !ok || f.skipTime(np.to) != end && np.to != end || before > 0 && f.joinsNames(before) {
		return np, before, false
	}
	return f.untimed(f.w, np), before, true
}

// lower returns the word at token i in small letters, "" beyond the sentence.
func (f *finder) lower(i int) string {
	if i < 0 || i >= len(f.w) || f.w[i].kind != word {
		return ""
	}
	return strings.ToLower(f.w[i].text)
}

// noClause are the words before a clause whose speech is not reported, or by somebody
// who is named elsewhere.
var noClause = map[string]bool{"that": true, "which": true, "who": true, "whom": true, "whose": true, "if": true,
	"whether": true, "unless": true, "what": true, "than": true}

// bounds reports whether a noun phrase can't go beyond token i.
func (f *finder) bounds(i int) bool {
	t := &f.w[i]
	switch {
	case t.kind == sign:
		return t.text != "(" && t.text != ")"
	case t.kind != word:
		return true
	}
	return f.is(t, conjunction|subordinator)
}

// joinsNames reports whether token i joins two noun phrases, and so two holders.
func (f *finder) joinsNames(i int) bool {
	if f.w[i].text != "and" && f.w[i].text != "or" {
		return false
	}
	from := i - 1
	for from >= 0 && !f.bounds(from) {
		from--
	}
	start := from + 1
	if from < 0 {
		start = f.skipOpenings(0, i)
	}
	np, ok := f.phrase(f.w, start, i)
	return ok && np.to == i
}

// beforeApposition returns the subject before “, the minister,” whose last comma is
// token last: the noun phrase at the start of the clause.
func (f *finder) beforeApposition(last int) (np nounPhrase, before int, ok bool) {
	const most = 30 // tokens
	start := 0
	for k := last - 1; k >= 0; k-- {
		if f.w[k].kind == quoted || f.w[k].text == ";" || f.w[k].text == ":" {
			start = k + 1
			break
		}
	}
	for start < last {
		i := f.skipOpenings(start, last)
		np, ok = f.phrase(f.w, i, last)
		if ok && np.to < last && f.w[np.to].text == "," && last-np.to <= most && f.speaks(f.w, np) {
			return np, start - 1, !f.verbBetween(np.to+1, last)
		}
		if i < last && !f.is(&f.w[i], preposition|subordinator) {
			return np, start, false
		}
		for start < last && f.w[start].text != "," {
			start++
		}
		start++
	}
	return np, start, false
}

// apposition returns what follows a noun phrase between commas and says who that is:
// “, the Pentagon’s spokeswoman,”. It ends before token end, and is empty if there is
// none.
func (f *finder) apposition(np nounPhrase, end int) span {
	if np.to+1 >= end || f.w[np.to].text != "," {
		return span{}
	}
	from := np.to + 1
	of, ok := f.phrase(f.w, from, end)
	if !ok || of.to < len(f.w) && f.w[of.to].kind != sign || f.words[f.lower(of.head)]&person == 0 &&
		f.words[f.w[of.head].text]&title == 0 {
		return span{}
	}
	for from < of.head && f.is(&f.w[from], determiner) {
		if f.is(&f.w[from], possessive) {
			return span{}
		}
		from++
	}
	return span{f.w[from].start, f.w[of.to-1].end}
}

// verbBetween reports whether a main clause seems to begin between two tokens.
func (f *finder) verbBetween(from, to int) bool {
	if from < to && (f.is(&f.w[from], conjunction) || f.is(&f.w[from], pronoun) && f.w[from].text != "who") {
		return true
	}
	return false
}

// skipOpenings returns the first token from i on that can begin the subject of the
// clause that begins at i: it goes past "But", "On Monday" and "Recently".
func (f *finder) skipOpenings(i, end int) int {
	if i == 0 {
		i = f.skipDateline()
	}
	for i < end {
		t := &f.w[i]
		next := f.skipTime(i)
		switch {
		case f.ago(i, end) > i:
			i = f.ago(i, end)
		case next > i && next < end:
			i = next
			if f.w[i].text == "," && i+1 < end {
				i++
			}
		case f.is(t, conjunction), f.words[t.text]&opening != 0:
			i++
		case isCapital(t.text) && strings.HasSuffix(t.text, "ly") && len(t.text) > len("Sally") && i+1 < end:
			i++
		default:
			return i
		}
	}
	return i
}

// skipDateline returns the token after “BRUSSELS (AP) —” or “Brussels.” at the start of
// a text; 0 if there is none.
func (f *finder) skipDateline() int {
	const most = 10 // tokens
	if len(f.w) == 0 || !isAcronym(f.w[0].text) {
		return 0
	}
	for k := 1; k < min(most, len(f.w)-1); k++ {
		switch f.w[k].text {
		case "—", "–", "-", "_":
			return k + 1
		}
	}
	return 0
}

// ago returns the token after “not long ago” or “two days ago”, which begins at token
// i; i if nothing like it does.
func (f *finder) ago(i, end int) int {
	const most = 4 // tokens
	for k := i + 1; k < min(i+most, end); k++ {
		if f.w[k].text == "ago" {
			return k + 1
		}
		if f.w[k].kind != word {
			break
		}
	}
	return i
}

// skipTime returns the token after the words for a time that begin at token i: "on
// Monday", "last week", "Thursday night", "earlier this month".
func (f *finder) skipTime(i int) int {
	k := i
	for _, words := range []map[string]bool{timeParts, timePrepositions, timeDeterminers} {
		if words[f.lower(k)] {
			k++
		}
	}
	days := k
	for k < len(f.w) && (isDateWord(f.w[k].text) || k > days && isNumber(f.w[k].text)) {
		k++
	}
	if k == days {
		return i
	}
	return k
}

var timeParts = map[string]bool{"earlier": true, "later": true, "late": true, "early": true}

var timePrepositions = map[string]bool{"on": true, "in": true, "at": true, "during": true, "by": true}
var timeDeterminers = map[string]bool{"last": true, "this": true, "next": true, "the": true, "late": true, "early": true}

func isNumber(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

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
		return said{i, f.contentEnd(i), false, cueThat}, f.beginsClause(i) && end-i >= 3
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
		case t.text == "that" && c.frame&takesThat != 0:
			return said{k + 1, f.contentEnd(k + 1), k > i && c.frame&takesThing != 0, cueThat}, k+3 < len(f.w)
		case f.leads(k):
		case t.text == "," && (aside || asides[f.lower(k+1)]):
			aside = !aside
		case f.ends(t, aside):
			return said{}, false
		}
	}
	return said{}, false
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
var asides = map[string]bool{"with": true, "citing": true, "in": true, "referring": true, "without": true, "on": true, "at": true}

// beginsClause reports whether a clause without "that" can begin at token i.
func (f *finder) beginsClause(i int) bool {
	t := &f.w[i]
	switch {
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
