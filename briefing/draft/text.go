package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/sentence"
)

// span is a run of bytes of a text, end exclusive.
type span struct{ start, end int }

// word is a word of a text, or one sign between words. stop reports whether it is a
// sign.
type token struct {
	span
	text string
	sign bool
}

// article is the text of a source, in sentences.
type article struct {
	text      string
	lex       *lexicon
	sentences [][]token
}

// newText splits a text into sentences and these into words and signs.
func newText(text, language string, lex *lexicon) *article {
	a := &article{text: text, lex: lex}
	rules := sentence.For(language)
	start := 0
	for i := 0; i < len(text); {
		if end := rules.After(text, i); end > 0 {
			a.sentences = append(a.sentences, tokens(text, start, end))
			start, i = end, end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	a.sentences = append(a.sentences, tokens(text, start, len(text)))
	return a
}

// tokens returns the words and signs of a text from one byte to another.
func tokens(text string, start, end int) (out []token) {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r):
			i += n
		case !isWord(r):
			out = append(out, token{span{i, i + n}, text[i : i+n], true})
			i += n
		default:
			length := wordLength(text[i:end])
			out = append(out, token{span{i, i + length}, text[i : i+length], false})
			i += length
		}
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordLength returns how many bytes the first word of a text has. A word has
// apostrophes, hyphens and full stops between its letters.
func wordLength(text string) int {
	end, joined := 0, false
	for i, r := range text {
		switch {
		case isWord(r):
			end, joined = i+utf8.RuneLen(r), false
		case !joined && strings.ContainsRune("'’-.&", r):
			joined = true
		default:
			return end
		}
	}
	return end
}
