package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nounPhrase is a noun phrase that may name who speaks: tokens of a sentence from
// one to another, end exclusive.
type nounPhrase struct {
	from, to int
	head     int // the last word before the first preposition
}

// isCapital reports whether a word begins with a capital letter.
func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// isPossessive reports whether a word is a genitive: Trump’s, officials’.
func isPossessive(w string) bool {
	for _, end := range []string{"’s", "'s", "s’", "s'"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// breaks reports whether a word can't be inside of a noun phrase.
func (l *lexicon) breaks(t *token) bool {
	if t.kind != word || isDateWord(t.text) {
		return true
	}
	if isCapital(t.text) && l.words[t.text]&(title|bodyName) != 0 {
		return false
	}
	if l.is(t, determiner|preposition|subordinator|conjunction|pronoun|function|opening) {
		return true
	}
	v, ok := l.verbs[t.text]
	return ok && v.form != base
}

// core returns the noun phrase without prepositions that begins at token i and ends
// before token end at the latest. It reports false if there is none.
func (l *lexicon) core(w []token, i, end int) (np nounPhrase, ok bool) {
	np = nounPhrase{from: i, head: -1}
	for i < end && l.is(&w[i], determiner) {
		if l.words[strings.ToLower(w[i].text)]&possessive == 0 {
			np.head = i
		}
		i++
	}
	alone := np.head // "some", "many", "others" can do without a noun
	if alone >= 0 && !slices.Contains(standsAlone, strings.ToLower(w[alone].text)) {
		alone = -1
	}
	np.head = alone
	for i < end && !l.breaks(&w[i]) {
		np.head = i
		i++
		if past := l.aside(w, i, end); past > i {
			i = past
		}
	}
	np.to = i
	return np, np.head >= 0
}

var standsAlone = []string{"some", "many", "several", "most", "others", "both"}

// aside returns the token after the brackets that token i opens: (R-Ky.).
func (l *lexicon) aside(w []token, i, end int) int {
	const most = 6 // tokens in brackets
	if i >= end || w[i].text != "(" {
		return i
	}
	for k := i + 1; k < min(end, i+most); k++ {
		if w[k].text == ")" {
			return k + 1
		}
	}
	return i
}

// phrase returns the noun phrase that begins at token i, with the prepositions that
// belong to it.
func (l *lexicon) phrase(w []token, i, end int) (np nounPhrase, ok bool) {
	if i < end && l.is(&w[i], pronoun) {
		return nounPhrase{i, i + 1, i}, true
	}
	np, ok = l.core(w, i, end)
	if !ok {
		return np, false
	}
	for np.to < end && slices.Contains(joins, w[np.to].text) {
		more, ok := l.core(w, np.to+1, end)
		if !ok {
			break
		}
		np.to = more.to
	}
	return np, true
}

// joins are the prepositions inside the names of those who speak.
var joins = []string{"of", "for", "from", "at", "in", "with", "to", "on"}

// speaks reports whether a noun phrase can name somebody who speaks.
func (l *lexicon) speaks(w []token, np nounPhrase) bool {
	head := w[np.head]
	if isPossessive(head.text) {
		return false
	}
	lower := strings.ToLower(head.text)
	switch {
	case l.words[lower]&pronoun != 0:
		return slices.Contains(subjects, lower)
	case np.head == np.from && np.to > np.from+1 && slices.Contains(standsAlone, lower): // some of the voters
		return true
	case l.is(&head, document):
		return false
	case isCapital(head.text):
		return !l.is(&head, function|opening|preposition|subordinator|conjunction)
	}
	return l.words[headNoun(lower)]&(person|people|body) != 0 || slices.Contains(standsAlone, lower)
}

// subjects are the pronouns that can be a subject for a person or a body.
var subjects = []string{"he", "she", "they", "it"}

// headNoun returns the last part of a noun with hyphens: vice-president.
func headNoun(w string) string {
	return w[strings.LastIndexByte(w, '-')+1:]
}

// plural reports whether a noun phrase is of several, as far as its words say.
func (l *lexicon) plural(w []token, np nounPhrase) bool {
	head := strings.ToLower(w[np.head].text)
	return l.words[head]&people != 0 || head == "they" || slices.Contains(standsAlone, head) ||
		isCapital(w[np.head].text) && strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
}

// untimed cuts the end of a noun phrase that says when or where it is said and not
// who says it: "Singh on Monday", "Singh in a statement".
func (l *lexicon) untimed(w []token, np nounPhrase) nounPhrase {
	for k := np.head + 1; k < np.to; k++ {
		if !slices.Contains(joins, w[k].text) || w[k].text == "of" || w[k].text == "for" || w[k].text == "from" {
			continue
		}
		if last := w[np.to-1]; l.is(&last, channel) || isDateWord(last.text) {
			np.to = k
		}
	}
	return np
}

// isDateWord reports whether a word names a day or a month.
func isDateWord(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "."), "’s"), "'s")
	return dateWords()[w]
}

var dateWords = wordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
	June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
	Mon Tue Tues Wed Thu Thurs Fri Sat Sun today yesterday tomorrow tonight Today Yesterday Tomorrow Tonight
	morning afternoon evening night week month year weeks months years day days`)

// isAcronym reports whether a word is an abbreviation in capitals, such as NATO.
func isAcronym(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
