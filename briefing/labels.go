package briefing

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxName is the maximum length of a name, a title or a sentence, in bytes.
// Lists repeat it wherever they name its item.
const MaxName = 1000

// cutSign is the end of a text that is cut.
const cutSign = "…"

// ShortLabel cuts a text to MaxName bytes, between characters.
func ShortLabel(s string) string {
	if len(s) <= MaxName {
		return s
	}
	return s[:runeBefore(s, MaxName-len(cutSign))] + cutSign
}

// runeBefore returns n, or the start of the character that n is inside of.
func runeBefore(s string, n int) int {
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// label returns the text of an item, cut to the length of a label.
func (x *Index) label(r Ref, text string) string {
	if short, ok := x.cache.labels[r]; ok {
		return short
	}
	return x.PlainText(text)
}

// addLabels makes the labels of long texts in advance, since a list may need
// one many times.
func (x *Index) addLabels() {
	x.cache.labels = map[Ref]string{}
	add := func(r Ref, text string) {
		if len(text) > MaxName {
			x.cache.labels[r] = x.labelOf(text)
		}
	}
	for i := range x.Briefing.Judgments {
		add(Ref{KindJudgment, x.Briefing.Judgments[i].ID}, x.Briefing.Judgments[i].Text)
	}
	for i, g := range x.Briefing.Gaps {
		add(Ref{KindGap, strconv.Itoa(i + 1)}, g)
	}
}

// labelOf returns a text with references as a label. It does not read more of
// the text than it needs.
func (x *Index) labelOf(text string) string {
	const enough = 4 * MaxName
	if len(text) <= enough {
		return ShortLabel(x.PlainText(text))
	}
	text = text[:runeBefore(text, enough)]
	if open := strings.LastIndex(text, "[["); open > strings.LastIndex(text, "]]") {
		text = text[:open]
	}
	return ShortLabel(x.PlainText(text) + cutSign)
}
