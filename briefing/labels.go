package briefing

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxName is the longest that a name, a title or a sentence can be, in bytes:
// it stands wherever its item is named.
const MaxName = 1000

// cutSign stands at the end of a text that is cut.
const cutSign = "…"

// ShortLabel is a text that is no longer than a label can be, cut between
// characters.
func ShortLabel(s string) string {
	if len(s) <= MaxName {
		return s
	}
	return s[:runeBefore(s, MaxName-len(cutSign))] + cutSign
}

// runeBefore is n, or where the character begins that n is within.
func runeBefore(s string, n int) int {
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// label is the text of a thing as a label.
func (x *Index) label(r Ref, text string) string {
	if short, ok := x.cache.labels[r]; ok {
		return short
	}
	return PlainText(text)
}

// addLabels makes labels of long texts, once: a list may name one many times.
func (x *Index) addLabels() {
	x.cache.labels = map[Ref]string{}
	add := func(r Ref, text string) {
		if len(text) > MaxName {
			x.cache.labels[r] = labelOf(text)
		}
	}
	for i := range x.Briefing.Judgments {
		add(Ref{KindJudgment, x.Briefing.Judgments[i].ID}, x.Briefing.Judgments[i].Text)
	}
	for i, g := range x.Briefing.Gaps {
		add(Ref{KindGap, strconv.Itoa(i + 1)}, g)
	}
}

// labelOf is a text with references as a label, which is no longer than one
// can be. What follows is not looked at.
func labelOf(text string) string {
	const enough = 4 * MaxName
	if len(text) <= enough {
		return ShortLabel(PlainText(text))
	}
	text = text[:runeBefore(text, enough)]
	if open := strings.LastIndex(text, "[["); open > strings.LastIndex(text, "]]") {
		text = text[:open]
	}
	return ShortLabel(PlainText(text) + cutSign)
}
