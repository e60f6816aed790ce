package search

import (
	"strings"
	"unicode/utf8"

	"sitrep/briefing/fold"
)

// Sentences are found in folded text, in which quotes and white space have one
// form. They end at a blank line, at an ideographic full stop, and at a space
// after a full stop, question or exclamation mark; but not if a small letter
// follows ("approx. five", “No!” he said), nor after a single letter ("J.
// Smith").

const ideographicStop = "。"

// addSentences adds an entry for each sentence, except the first, of the field
// that was added last.
func (s *Searcher) addSentences(first entry) {
	end := s.text.Len() - 1
	for at := s.sentenceEnd(int(first.start) + 1); at < end; at = s.sentenceEnd(at + 1) {
		start := at
		if b := s.text.Byte(at); b == ' ' || b == '\n' {
			start++
		}
		if start < end {
			s.entries = append(s.entries, entry{uint32(start), first.item, first.field})
		}
	}
}

// sentenceEnd returns the end of the sentence that contains a byte, which is
// the end of its field at the latest.
func (s *Searcher) sentenceEnd(at int) int {
	for ; at < s.text.Len() && s.text.Byte(at) != fold.Border; at++ {
		if s.endsBefore(at) {
			return at
		}
	}
	return at
}

// sentenceStart returns the start of the sentence that contains the byte at. It
// is at least start, where the field begins.
func (s *Searcher) sentenceStart(at, start int) int {
	for ; at > start; at-- {
		if s.endsBefore(at) {
			if b := s.text.Byte(at); b == ' ' || b == '\n' {
				at++
			}
			return at
		}
	}
	return start
}

// endsBefore reports whether a sentence ends right before the byte at.
func (s *Searcher) endsBefore(at int) bool {
	switch b := s.text.Byte(at); {
	case b == '\n':
		return true
	case b != ' ':
		return b >= utf8.RuneSelf && s.stopBefore(at)
	}
	if next := at + 1; next < s.text.Len() && isSmall(s.text.Byte(next)) && !s.text.Capital(next) {
		return false
	}
	for at > 0 && strings.IndexByte(`"')]`, s.text.Byte(at-1)) >= 0 {
		at--
	}
	if at == 0 {
		return false
	}
	switch s.text.Byte(at - 1) {
	case '!', '?':
		return true
	case '.':
		return !s.initialBefore(at - 1)
	}
	return s.stopBefore(at)
}

func (s *Searcher) stopBefore(at int) bool {
	if at < len(ideographicStop) {
		return false
	}
	for i := range len(ideographicStop) {
		if s.text.Byte(at-len(ideographicStop)+i) != ideographicStop[i] {
			return false
		}
	}
	return true
}

// initialBefore reports whether a single letter comes before the byte at.
func (s *Searcher) initialBefore(at int) bool {
	return at >= 1 && isLetter(s.text.Byte(at-1)) && (at == 1 || !isLetter(s.text.Byte(at-2)))
}

func isSmall(b byte) bool { return b >= 'a' && b <= 'z' }

func isLetter(b byte) bool { return isSmall(b) || b >= utf8.RuneSelf }

// The most bytes of an excerpt before the words and after them.
const (
	excerptBefore = 120
	excerptAfter  = 280
)

const ellipsis = "…"

// Excerpt returns the part of a text around the words, on one line, with the
// position of the words in it.
func Excerpt(text string, around, words fold.Range) (line string, start, end int) {
	from := min(around.Start, words.Start)
	to := max(around.End, words.End)
	before, after := "", ""
	if words.Start-from > excerptBefore {
		from = wordAfter(text, words.Start-excerptBefore, words.Start)
		before = ellipsis
	}
	if to-words.End > excerptAfter {
		to = wordBefore(text, words.End+excerptAfter, words.End)
		after = ellipsis
	}
	line = before + lineBreaks.Replace(text[from:to]) + after
	start = len(before) + words.Start - from
	return line, start, start + words.End - words.Start
}

// wordAfter returns the start of the first word at or after the byte at and
// before limit, or the first rune boundary if there is none.
func wordAfter(text string, at, limit int) int {
	if i := strings.IndexByte(text[at:limit], ' '); i >= 0 {
		return at + i + 1
	}
	for at < limit && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// wordBefore returns the end of the last word at or before the byte at and
// after limit, or the last rune boundary if there is none.
func wordBefore(text string, at, limit int) int {
	if i := strings.LastIndexByte(text[limit:at], ' '); i > 0 {
		return limit + i
	}
	for at > limit && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
