package draft

import (
	"slices"
	"strings"
)

// finder finds the attributions of one sentence.
type finder struct {
	*lexicon
	w        []token
	sentence int
}

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
	case slices.Contains(noClause, f.lower(before)):
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
var noClause = []string{"that", "which", "who", "whom", "whose", "if",
	"whether", "unless", "what", "than"}

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
	for _, words := range [][]string{timeParts, timePrepositions, timeDeterminers} {
		if slices.Contains(words, f.lower(k)) {
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

var timeParts = []string{"earlier", "later", "late", "early"}

var timePrepositions = []string{"on", "in", "at", "during", "by"}
var timeDeterminers = []string{"last", "this", "next", "the", "late", "early"}

func isNumber(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

// lastWord returns the token after the last that is no sign.
func (f *finder) lastWord() int {
	to := len(f.w)
	for to > 0 && f.w[to-1].kind == sign && f.w[to-1].text != ")" {
		to--
	}
	return to
}
