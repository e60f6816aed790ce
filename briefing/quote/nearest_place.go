package quote

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/briefing/clean"
)

// WordList is the words of a text in order. Each is a number that is the same
// for words that look alike; see [lookOf].
type WordList struct {
	Text   string
	number map[string]int32
	words  []placedWord
	weight []float64 // of a word by its number; the rarer, the greater
}

type placedWord struct {
	number     int32
	start, end int32
}

// NewWordList splits a text into words. In scripts without spaces, every letter
// with its marks is a word.
func NewWordList(text string) *WordList {
	l := &WordList{Text: text, number: map[string]int32{}}
	var count []int
	for start, end := nextWord(text, 0); end > 0; start, end = nextWord(text, end) {
		word := lookOf(text[start:end])
		if word == "" {
			continue
		}
		n, known := l.number[word]
		if !known {
			n = int32(len(count))
			l.number[word] = n
			count = append(count, 0)
		}
		count[n]++
		l.words = append(l.words, placedWord{n, int32(start), int32(end)})
	}
	l.weight = make([]float64, len(count))
	for n, c := range count {
		l.weight[n] = 1 + math.Log(float64(len(l.words))/float64(c))
	}
	return l
}

// lookOf returns the same string for words that look alike or nearly so. It
// ignores case, accents, ligatures and other compatibility forms (NFKD), and
// the script of letters that other scripts have as well. It returns "" for a
// mark alone.
func lookOf(word string) string {
	if clean.IsASCII(word) {
		return strings.ToLower(word)
	}
	return strings.Map(func(r rune) rune {
		if r >= clean.FirstMark && r <= clean.LastAccent || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		if latin, ok := lookAlikes[unicode.ToLower(r)]; ok {
			return latin
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}

// lookAlikes maps Cyrillic and Greek letters to the Latin ones that they look
// like, in upper or lower case.
var lookAlikes = func() map[rune]rune {
	const others, latin = "авекмнорстухіјѕһԁԛԝ" + "αβεζηικμνορτυχ", "abekmhopctyxijshdqw" + "abezhikmnoptyx"
	m := map[rune]rune{}
	i := 0
	for _, r := range others {
		m[r] = rune(latin[i])
		i++
	}
	return m
}()

// Difference names the characters at which a quote and a passage begin to
// differ, which may look the same. It returns "" if one only continues longer.
func Difference(text, quote string) string {
	for text != "" && quote != "" {
		inText, n := utf8.DecodeRuneInString(text)
		inQuote, m := utf8.DecodeRuneInString(quote)
		if inText != inQuote {
			return fmt.Sprintf("where the quote has %s, the text has %s", named(inQuote), named(inText))
		}
		text, quote = text[n:], quote[m:]
	}
	return ""
}

// named returns a character with its code point.
func named(r rune) string {
	if unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) {
		return fmt.Sprintf("%c (U+%04X)", r, r)
	}
	return fmt.Sprintf("U+%04X", r)
}

// nextWord returns the next word of a text at or after a byte. end is 0 if
// there is none.
func nextWord(text string, from int) (start, end int) {
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case end > 0 && !spacedLetter(r):
			return start, end
		case spacedLetter(r):
			if end == 0 {
				start = i
			}
			end = i + n
		case IsWord(r):
			return i, i + n + marksLength(text[i+n:])
		}
		i += n
	}
	return start, end
}

// marksLength returns how many bytes of marks a text begins with. They belong
// to the letter before it, as the vowels AM of Thai and Lao do.
func marksLength(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return unicode.Is(unicode.M, r) || r == '\u0e33' || r == '\u0eb3' }))
}

// maxSearchedWords limits how many words of a quote are searched for. More
// would make the comparison slow, and the first words are enough to find the
// passage.
const maxSearchedWords = 60

// Nearest returns the part of the text that shares the most words with the
// quote, in the same order, with rare words counting more. same reports whether
// it has all of them and no others. The part is empty if half of the words or
// fewer are shared.
func (l *WordList) Nearest(quote string) (at Stretch, same bool) {
	var wanted []int32
	for start, end := nextWord(quote, 0); end > 0 && len(wanted) < maxSearchedWords; start, end = nextWord(quote, end) {
		word := lookOf(quote[start:end])
		if word == "" {
			continue
		}
		n, known := l.number[word]
		if !known {
			n = -1
		}
		wanted = append(wanted, n)
	}
	if len(wanted) == 0 {
		return at, false
	}
	first := l.window(wanted)
	window := l.words[first:min(first+windowSize(wanted), len(l.words))]
	from, to, shared := inOrder(wanted, window)
	if shared*2 <= len(wanted) {
		return at, false
	}
	same = shared == len(wanted) && to.text-from.text+1 == len(wanted)
	begin := max(first+from.text-from.quote, 0)
	last := min(first+to.text+len(wanted)-1-to.quote, len(l.words)-1)
	at = Stretch{int(l.words[begin].start), int(l.words[last].end)}
	// If the quote begins or ends with punctuation, include that of the text.
	if r, _ := utf8.DecodeRuneInString(quote); !IsWord(r) {
		at.Start = strings.LastIndexByte(l.Text[:at.Start], ' ') + 1
	}
	if r, _ := utf8.DecodeLastRuneInString(quote); !IsWord(r) {
		at.End += len(l.Text[at.End:]) - len(strings.TrimLeftFunc(l.Text[at.End:], func(r rune) bool { return r != ' ' && !IsWord(r) }))
	}
	return at, same
}

// windowSize is how many words of the text are compared at a time: a few more
// than the quote has, because it may leave some out.
func windowSize(wanted []int32) int { return len(wanted) + len(wanted)/4 + 1 }

// window returns the first word of the window that shares the heaviest words
// with the quote, in any order.
func (l *WordList) window(wanted []int32) int {
	need := make([]int, len(l.weight))
	for _, n := range wanted {
		if n >= 0 {
			need[n]++
		}
	}
	size := windowSize(wanted)
	best, place, sum := 0.0, 0, 0.0
	have := make([]int, len(l.weight))
	for i, w := range l.words {
		if have[w.number] < need[w.number] {
			sum += l.weight[w.number]
		}
		have[w.number]++
		if i >= size {
			out := l.words[i-size].number
			have[out]--
			if have[out] < need[out] {
				sum -= l.weight[out]
			}
		}
		if sum > best+1e-9 {
			best, place = sum, max(i-size+1, 0)
		}
	}
	return place
}

// pair is a word of the quote and the same word of the window, by their
// indexes.
type pair struct{ quote, text int }

// inOrder returns the first and the last of the words that a quote and a window
// share in the same order (their longest common subsequence), and how many
// there are.
func inOrder(wanted []int32, window []placedWord) (first, last pair, shared int) {
	// length[i][j] is how many are shared from the word i of the quote and j of
	// the window on.
	length := make([][]int, len(wanted)+1)
	for i := range length {
		length[i] = make([]int, len(window)+1)
	}
	for i := len(wanted) - 1; i >= 0; i-- {
		for j := len(window) - 1; j >= 0; j-- {
			if wanted[i] == window[j].number {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(wanted) && j < len(window); {
		switch {
		case wanted[i] == window[j].number:
			if shared == 0 {
				first = pair{i, j}
			}
			last = pair{i, j}
			shared++
			i++
			j++
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return first, last, shared
}

// IsWord reports whether r is part of a word or a number.
func IsWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
