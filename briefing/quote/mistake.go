package quote

import (
	"fmt"
	"strings"

	"sitrep/briefing/clean"
)

// Mistake names the mistake in a quote whose words are in the text, or returns
// "" if they are not.
func (q *Text) Mistake(quote Quote) string {
	stands := func(words string) bool { return q.Anchor(Quote{Words: words}).State != Missing }
	parts := strings.Split(foldSpace(quote.Words), elision)
	for _, part := range parts {
		if part == "" || strings.HasPrefix(part, elisionMark) || strings.HasSuffix(part, elisionMark) {
			return "words have to stand before and after [...]"
		}
	}
	if (quote.Prefix != "" || quote.Suffix != "") && stands(quote.Words) {
		return "the words stand in the text, but not with this prefix or suffix right beside them"
	}
	if elided := elisions.Replace(quote.Words); elided != quote.Words && stands(elided) {
		return `put " [...] " with its spaces where words are left out`
	}
	for _, part := range parts {
		if !q.holds(part) {
			return ""
		}
		if !stands(part) {
			return fmt.Sprintf("%s begins or ends inside a word of the text", clean.Quoted(part))
		}
	}
	return "the stretches stand in the text, but not in this order"
}

// elisionMark is an elision without its spaces.
var elisionMark = strings.TrimSpace(elision)

// elisions are other ways to mark that words are left out.
var elisions = strings.NewReplacer(
	" [...] ", elision, "[...]", elision, " […] ", elision, "[…]", elision, " (...) ", elision, " (…) ", elision,
	" ... ", elision, "... ", elision, "...", elision, " … ", elision, "… ", elision, "…", elision)

// Absent returns the first part of a quote that is not in the text, or the
// quote itself if that is all of it.
func (q *Text) Absent(quote string) string {
	for part := range strings.SplitSeq(foldSpace(quote), elision) {
		if !q.holds(part) {
			return part
		}
	}
	return quote
}

// holds reports whether words are in the text, even inside other words. It
// returns false once searching has taken too much work.
func (q *Text) holds(words string) bool {
	if q.budget.spent() {
		return false
	}
	q.count(slowSearch, len(q.Folded))
	return strings.Contains(q.Folded, words)
}
