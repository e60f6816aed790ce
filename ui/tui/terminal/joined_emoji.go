package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/width"
)

// joiner makes one emoji of those on both its sides (U+200D).
const joiner = "\u200d"

// countable returns a screen for a terminal that counts cells by a method. Those
// that count by code point do not agree on joined emoji: the renderer counts each
// of them, tmux counts one, and the rest of the row would be out of its columns.
// There the joiners are taken out, and each emoji has the cells that were counted
// for it; joiners within scripts stay.
func countable(m width.Method, screen string) string {
	if m != width.Wc || !strings.Contains(screen, joiner) {
		return screen
	}
	var b strings.Builder
	b.Grow(len(screen))
	for {
		before, after, found := strings.Cut(screen, joiner)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if last, _ := utf8.DecodeLastRuneInString(before); !isPictured(last) {
			b.WriteString(joiner)
		}
		screen = after
	}
}

// isPictured reports whether r is an emoji, or the end of one.
func isPictured(r rune) bool {
	const asEmoji = 0xfe0f // the selector that asks for a picture
	return r == asEmoji || r != utf8.RuneError && unicode.In(r, unicode.So, unicode.Sk)
}
