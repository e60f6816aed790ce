package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordEdge marks the start and end of every word of a text that is searched very
// often, or where what is searched for is often inside of words. Words to look up
// then have the same marks, so that they are found as whole words only: "war" is not
// quoted by "warning". No character has this byte in it.
const wordEdge = "\xff"

// mark puts marks around the words of a text. Scripts without spaces have no
// such words.
func mark(text string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/2 + 2)
	inWord, done := false, 0
	for i, r := range text {
		if r < utf8.RuneSelf && isWordByte[r] == inWord {
			continue
		}
		if spacedLetter(r) != inWord {
			b.WriteString(text[done:i])
			b.WriteString(wordEdge)
			inWord, done = !inWord, i
		}
	}
	b.WriteString(text[done:])
	if inWord {
		b.WriteString(wordEdge)
	}
	return b.String()
}

// markedText is a text with marks, and how many there are before every
// [marksEach] bytes of it.
type markedText struct {
	text  string
	marks []int32
}

const marksEach = 512

func newMarkedText(text string) markedText {
	m := markedText{text: mark(strings.ReplaceAll(text, wordEdge, "\xfe"))} // a text that is no UTF-8 may have the byte
	count := 0
	for at := 0; at < len(m.text); at += marksEach {
		m.marks = append(m.marks, int32(count))
		count += strings.Count(m.text[at:min(at+marksEach, len(m.text))], wordEdge)
	}
	return m
}

// manyInner is at how many places inside words parts of quotes are found before the
// text is marked.
const manyInner = 1 << 10

// wantsMarks reports whether the text has no marks yet and is better searched with
// them.
func (q *Text) wantsMarks() bool { return q.inner >= manyInner && !q.isMarked() }

func (q *Text) isMarked() bool { return q.marked.text != "" }

// mark makes a copy of the text with marks, unless there is one.
func (q *Text) mark() {
	if !q.isMarked() {
		q.marked = newMarkedText(q.Folded)
	}
}

// text returns what is searched.
func (q *Text) text() string {
	if q.isMarked() {
		return q.marked.text
	}
	return q.Folded
}

// unmarked returns where the byte at of what is searched, or the one after it if
// that is a mark, is in the text without marks.
func (q *Text) unmarked(at int) int {
	if !q.isMarked() {
		return at
	}
	block := at / marksEach
	return at - int(q.marked.marks[block]) - strings.Count(q.marked.text[block*marksEach:at], wordEdge)
}

// fits reports whether what is searched for may stand at a place: in a text without
// marks, not where it would begin or end inside a word.
func (q *Text) fits(s sought, at int) bool {
	text := q.text()
	if s.first && endsInWord(text[:at]) || s.last && startsInWord(text[at+len(s.text):]) {
		q.inner++
		return false
	}
	return true
}

// isWordByte says which characters of ASCII are letters and digits.
var isWordByte = func() (is [utf8.RuneSelf]bool) {
	for _, c := range []byte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
		is[c] = true
	}
	return is
}()

func spacedLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte[r]
	}
	if r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) {
		return false
	}
	return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}
