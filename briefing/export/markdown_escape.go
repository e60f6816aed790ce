package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The rules of escaping, for CommonMark and for what GitHub and pandoc add to
// it (footnotes, tables, mathematics, citations, attributes, links that are
// recognized by their looks, lists that are numbered in other ways):
//
//   - A metacharacter gets a backslash everywhere. An ampersand becomes
//     a reference, so that content has no references of its own.
//   - What has a meaning only at the start of a block gets one only there.
//   - White space is one space, so that nothing is code or a line break because
//     of its indentation.

// markdownAlways are the characters that mean something anywhere, by code.
var markdownAlways = func() (set [utf8.RuneSelf]bool) {
	for _, c := range "\\`*_{}[]<>#|~^$@" {
		set[c] = true
	}
	return set
}()

// markdownStart are those that mean something at the start of a block.
const markdownStart = "-+=:.()%/\"'!"

// escapeMarkdown returns inert content as Markdown text that is never markup.
// start is true at the start of a block.
func escapeMarkdown(s string, start bool) string {
	if start {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	numbering := -1
	if start {
		numbering = numberingEnd(s)
	}
	from := 0 // s[:from] has been written
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' || c == '\n':
			again := i > 0 && (s[i-1] == ' ' || s[i-1] == '\n')
			if c == ' ' && !again {
				continue
			}
			b.WriteString(s[from:i])
			from = i + 1
			if !again {
				b.WriteByte(' ')
			}
		case c == '&':
			b.WriteString(s[from:i])
			b.WriteString("&amp;")
			from = i + 1
		case start && i == 0 && strings.IndexByte(markdownStart, c) >= 0, i == numbering, meansAnywhere(s, i):
			b.WriteString(s[from:i])
			b.WriteByte('\\')
			from = i
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// numberingEnd returns the index of the dot or bracket that would make s begin
// a list item ("1.", "iv)", "a."), or -1.
func numberingEnd(s string) int {
	i := 0
	for i < len(s) && isASCIIAlphanumeric(s[i]) {
		i++
	}
	if i > 0 && i < len(s) && (s[i] == '.' || s[i] == ')') {
		return i
	}
	return -1
}

func isASCIIAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// meansAnywhere reports whether the character at i has a meaning anywhere, or
// because of what may follow it.
func meansAnywhere(s string, i int) bool {
	return s[i] < utf8.RuneSelf && markdownAlways[s[i]] || meansWithNext(s, i)
}

// meansWithNext reports whether the character at i has a meaning because of
// what may follow it: "!" before a bracket (images), ":" before a slash or name
// (addresses, symbols by name), "." after www. At the end of s, what follows is
// not known.
func meansWithNext(s string, i int) bool {
	last := i+1 == len(s)
	switch s[i] {
	case '!':
		return last || s[i+1] == '['
	case ':':
		return last || s[i+1] == '/' || s[i+1] == '+' || s[i+1] == '-' || s[i+1] == '_' ||
			s[i+1] > '9' && isASCIIAlphanumeric(s[i+1])
	case '.':
		const www = "www"
		return i >= len(www) && strings.EqualFold(s[i-len(www):i], www)
	}
	return false
}
