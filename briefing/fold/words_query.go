package fold

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words is a sequence of whole words to look for. The zero Words finds nothing.
type Words struct {
	text    []byte // folded, with a space behind each word, but for the last one if it is a prefix
	capital []bool // for each byte of text; nil when case does not count
}

// NewWords returns the words of what is looked for, in any canonical form. If prefix
// is true, the last one may be the beginning of a word. As in [NewQuery], case counts
// if there is a capital.
func NewWords(query string, prefix bool) Words {
	query = norm.NFC.String(query)
	q := Words{text: AppendWords(nil, query)}
	if prefix {
		q.text = bytes.TrimSuffix(q.text, []byte(" "))
	}
	q.findCapitals(query)
	return q
}

func (q *Words) findCapitals(query string) {
	w := newWordReader()
	last := separates
	pos := 0
	for at := 0; at < len(query); {
		f, c, size := w.next(query, at)
		at += size
		if c == unseen {
			continue
		}
		if begins(last, c) {
			pos++
		}
		if last = c.behind(last); c == separates {
			continue
		}
		if isCapital(f) {
			if q.capital == nil {
				q.capital = make([]bool, len(q.text))
			}
			q.capital[pos] = true
		}
		pos += f.len()
	}
}

func isCapital(f folded) bool { return f&capital != 0 }

// Empty reports whether there are no words.
func (q Words) Empty() bool { return len(q.text) == 0 }

// Capitals reports whether case counts, because there is a capital.
func (q Words) Capitals() bool { return q.capital != nil }

// Tokens returns the words, folded.
func (q Words) Tokens() []string { return strings.Fields(string(q.text)) }

// First returns the range of the first occurrence in a text, which must be composed
// (NFC). Marks behind the last letter belong to it. ok is false if there is none.
func (q Words) First(text string) (r Range, ok bool) {
	if q.Empty() {
		return Range{}, false
	}
	w := newWordReader()
	first := q.text[0]
	for at := 0; at < len(text); {
		if b := text[at]; b < utf8.RuneSelf {
			if w.ascii[b] != first || at > 0 && w.ascii[text[at-1]] > ' ' {
				at++ // another letter, or inside a word
				continue
			}
		} else if b < minLead {
			at++
			continue
		}
		f, c, size := w.next(text, at)
		if c != separates && c != unseen && byte(f.bytes()) == first && w.startsWord(text, at, c) {
			if end, ok := q.matches(&w, text, at); ok {
				return Range{at, withMarks(text, end)}, true
			}
		}
		at += size
	}
	return Range{}, false
}

// minLead is the least byte that begins a rune of several bytes.
const minLead = 0xC0

// startsWord reports whether a rune of a word, of class c, is the first one of it.
func (w *wordReader) startsWord(text string, at int, c class) bool {
	if c == alone {
		return true
	}
	last := separates
	for at > 0 {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		switch _, before, _ := w.next(text, at); {
		case before == unseen:
		case before == joins && c == joins, before == inWord:
			return false
		case before == joins:
			last = joins // and if it follows nothing, it begins the word
		case before == alone:
			return c != joins
		default:
			return last == separates
		}
	}
	return last == separates
}

// matches reports whether the words are in the text from the byte at on, where a word
// starts, and returns their end.
func (q *Words) matches(w *wordReader, text string, at int) (end int, ok bool) {
	last := separates
	pos := 0
	for at < len(text) {
		f, c, size := w.next(text, at)
		at += size
		if c == unseen {
			continue
		}
		if begins(last, c) {
			if q.text[pos] != ' ' {
				return 0, false
			}
			if pos++; pos == len(q.text) {
				return end, true
			}
		}
		if last = c.behind(last); c == separates {
			continue
		}
		if !q.hasAt(pos, f) {
			return 0, false
		}
		end = at
		if pos += f.len(); pos >= len(q.text) {
			return end, true // the beginning of a word
		}
	}
	return end, last != separates && pos == len(q.text)-1 && q.text[pos] == ' '
}

// hasAt reports whether a folded letter, or as much of it as there is, stands at a
// byte of the words.
func (q *Words) hasAt(pos int, f folded) bool {
	letter := f.bytes()
	for i := pos; i < min(pos+f.len(), len(q.text)); i++ {
		if q.text[i] != byte(letter) {
			return false
		}
		letter >>= 8
	}
	return q.capital == nil || q.capital[pos] == isCapital(f)
}

// withMarks returns the end of the marks that follow a letter in a text.
func withMarks(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r < utf8.RuneSelf || !unicode.Is(unicode.M, r) {
			break
		}
		at += size
	}
	return at
}
