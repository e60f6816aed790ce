package query

import (
	"unicode/utf8"

	"sitrep/briefing/fold"
)

// nearest returns the candidate closest to what was typed: one that is a typo
// or two away, or else the one with the longest common prefix.
func nearest(typed string, candidates []string) (best string, ok bool) {
	if best, ok = fold.Nearest(typed, candidates); ok {
		return best, true
	}
	most := 2 // common letters that do not count as similar
	for _, c := range candidates {
		n := 0
		for n < min(len(c), len(typed)) && c[n] == typed[n] {
			n++
		}
		if n > most {
			best, most = c, n
		}
	}
	return best, best != ""
}

// shorten cuts what a message repeats of an expression.
func shorten(s string) string {
	const most = 40 // runes
	if n := 0; utf8.RuneCountInString(s) > most {
		for i := range s {
			if n++; n == most {
				return s[:i] + "…"
			}
		}
	}
	return s
}
