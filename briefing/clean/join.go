package clean

import (
	"iter"
	"unicode/utf8"
)

// JoinText returns a clean text as it is shown directly after other texts, which
// are given nearest first. If it would make an overlong character together with
// them, its first character becomes U+FFFD.
func JoinText(before iter.Seq[string], text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first >= FirstMark && (isExtending(first) || joinsTooMany(before, text)) {
		return string(Replacement) + text[size:]
	}
	return text
}

// joinsTooMany reports whether a text makes an overlong cluster together with
// what is before it.
func joinsTooMany(before iter.Seq[string], text string) bool {
	const needed = maxCluster * utf8.UTFMax
	tail := ""
	for part := range before {
		if tail = part + tail; len(tail) >= needed {
			break
		}
	}
	cut := max(len(tail)-needed, 0)
	for cut < len(tail) && !utf8.RuneStart(tail[cut]) {
		cut++
	}
	c := cleaner{}
	for _, r := range tail[cut:] + text[:min(len(text), needed)] {
		c.put(r)
	}
	return c.left
}
