package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/sentence"
)

// span is a run of bytes of a text, end exclusive.
type span struct{ start, end int }

// tokenKind says what a token is.
type tokenKind uint8

const (
	word   tokenKind = iota
	sign             // one sign between words
	opens            // an opening quotation mark
	closes           // a closing one
	quoted           // a whole quotation with its marks
)

// token is a word of a text, one sign between words, or a quotation.
type token struct {
	span
	kind tokenKind
	text string
}

// sentenceRange is the tokens of one sentence, end exclusive. A quotation of
// several sentences belongs to one, with those who say it.
type sentenceRange struct {
	from, to  int
	paragraph int
}

// article is the text of a source in tokens and sentences.
type article struct {
	text      string
	language  string
	lex       *lexicon
	tokens    []token
	sentences []sentenceRange
	mates     map[int]int // an opening mark and the last token of its quotation
}

// newArticle splits a text into words and sentences.
func newArticle(text, language string, lex *lexicon) *article {
	a := &article{text: text, language: language, lex: lex, mates: map[int]int{}}
	rules := sentence.For(language)
	for n, p := range paragraphs(text) {
		s := splitter{article: a, rules: rules, paragraph: n, opened: -1, boundary: p.start}
		s.split(p)
	}
	return a
}

// longLine is the length of a line in bytes that nobody wraps: in a text with such a
// line each line is a paragraph.
const longLine = 200

// paragraphs returns the paragraphs of a text, which have blank lines or signs of
// lists between them.
func paragraphs(text string) (out []span) {
	lines := false
	for line := range strings.Lines(text) {
		lines = lines || len(line) > longLine
	}
	start, at := 0, 0
	for line := range strings.Lines(text) {
		plain := strings.TrimSpace(line)
		item := strings.HasPrefix(plain, "- ") || strings.HasPrefix(plain, "* ")
		if (lines || plain == "" || item) && at > start {
			out = append(out, span{start, at})
			start = at
		}
		at += len(line)
	}
	return append(out, span{start, len(text)})
}

// splitter splits one paragraph.
type splitter struct {
	*article
	rules     *sentence.Rules
	paragraph int
	opened    int  // the token that opens the quotation that is being read; -1: none
	closing   rune // the mark that closes it
	boundary  int  // the byte at which the next sentence begins
	pending   int  // the same, if the quotation ends here
}

func (s *splitter) split(p span) {
	for i := p.start; i < p.end; {
		r, n := utf8.DecodeRuneInString(s.text[i:p.end])
		switch {
		case unicode.IsSpace(r):
		case isWord(r):
			n = s.wordLength(i, p.end)
			s.add(token{span{i, i + n}, word, s.text[i : i+n]})
		default:
			n = s.sign(i, r, n)
		}
		i += n
	}
	if s.opened >= 0 {
		s.mates[s.opened] = len(s.tokens) - 1
	}
}

// longest is how many tokens a sentence has at most: what the rules do grows with the
// square of its length.
const longest = 300

// add adds a token to the last sentence, or to a new one if the last has ended.
func (s *splitter) add(t token) {
	last := len(s.sentences) - 1
	if last >= 0 && s.sentences[last].paragraph == s.paragraph && (s.boundary == 0 || t.start < s.boundary) &&
		s.sentences[last].to-s.sentences[last].from < longest {
		s.sentences[last].to++
	} else {
		s.sentences = append(s.sentences, sentenceRange{len(s.tokens), len(s.tokens) + 1, s.paragraph})
	}
	if s.boundary > 0 && t.start >= s.boundary {
		s.boundary = 0
	}
	s.tokens = append(s.tokens, t)
}

// sign adds a sign, and notes where quotations and sentences end.
func (s *splitter) sign(i int, r rune, n int) int {
	if r == '\'' && strings.HasPrefix(s.text[i+n:], "'") { // how some write quotation marks
		r, n = '"', n+n
	}
	t := token{span{i, i + n}, sign, s.text[i : i+n]}
	if s.opened < 0 {
		if closing := s.closingOf(i, r, n); closing != 0 {
			s.opened, s.closing, s.pending, t.kind = len(s.tokens), closing, 0, opens
		}
		s.add(t)
	} else if r == s.closing && s.closesAt(i, r) {
		t.kind = closes
		s.mates[s.opened] = len(s.tokens)
		s.opened = -1
		s.add(t)
		if s.pending > i && !s.goesOn(i, n) {
			s.boundary = s.pending
		}
		return n
	} else {
		s.add(t)
	}
	if end := s.rules.After(s.text, i); end > 0 && s.opened < 0 {
		s.boundary = end
	} else if end > 0 {
		s.pending = end
	}
	return n
}

// goesOn reports whether the sentence goes on after a quotation that ends with a
// question, with those who ask: “Why?” Weber asked. Its closing mark has n bytes at i.
func (s *splitter) goesOn(i, n int) bool {
	const farthest = 120 // bytes
	if last, _ := utf8.DecodeLastRuneInString(s.text[:i]); last == '.' {
		return false
	}
	rest := s.text[i+n : min(len(s.text), i+n+farthest)]
	for w := range strings.FieldsSeq(rest) {
		if v, ok := s.lex.verbs[strings.TrimRight(w, ".,:")]; ok && (v.form == past || v.form == third) {
			return true
		}
		t := token{kind: word, text: w}
		if !isCapital(w) && !s.lex.is(&t, determiner|person|people|body|adverb) {
			return false
		}
	}
	return false
}

// closingOf returns the mark that closes a quotation that r, of n bytes at i, opens;
// 0 if it opens none.
func (s *splitter) closingOf(i int, r rune, n int) rune {
	switch r {
	case '“':
		return '”'
	case '„':
		return '“'
	case '«':
		return '»'
	case '"':
		return '"'
	case '‘':
		const farthest = 1 << 10 // bytes
		rest := s.text[i+n : min(len(s.text), i+n+farthest)]
		for _, end := range []string{",’", ".’", "?’", "!’"} {
			if strings.Contains(rest, end) {
				return '’'
			}
		}
	}
	return 0
}

// closesAt reports whether the mark r at byte i closes a quotation: an apostrophe
// between letters does not.
func (s *splitter) closesAt(i int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(s.text[i+utf8.RuneLen(r):])
	return r != '’' || !isWord(next)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordLength returns how many bytes the word at i has. A word has apostrophes,
// hyphens and full stops between its letters, and a full stop at its end if that
// ends no sentence.
func (s *splitter) wordLength(i, limit int) int {
	end, joined := i, false
	for at, r := range s.text[i:limit] {
		size := utf8.RuneLen(r)
		switch {
		case isWord(r):
			end, joined = i+at+size, false
		case !joined && strings.ContainsRune("'’-.&,/", r) && (r != ',' || isDigitBefore(s.text[:i+at])):
			joined = true
		default:
			return s.withStop(end, limit) - i
		}
	}
	return s.withStop(end, limit) - i
}

func isDigitBefore(text string) bool {
	return text != "" && '0' <= text[len(text)-1] && text[len(text)-1] <= '9'
}

// withStop returns the end of a word that ends at a byte, with the full stop of an
// abbreviation.
func (s *splitter) withStop(end, limit int) int {
	if end < limit-1 && s.text[end] == '.' && s.text[end+1] != '.' && s.rules.After(s.text, end) == 0 {
		return end + 1
	}
	return end
}

// collapsed returns the tokens of a sentence with every quotation as one token,
// appended to buffer.
func (a *article) collapsed(s sentenceRange, buffer []token) []token {
	for i := s.from; i < s.to; i++ {
		t := a.tokens[i]
		if last := a.mates[i]; t.kind == opens {
			last = min(last, s.to-1)
			t = token{span{t.start, a.tokens[last].end}, quoted, a.text[t.start:a.tokens[last].end]}
			i = last
		}
		buffer = append(buffer, t)
	}
	return buffer
}
