package file

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"sitrep/briefing/clean"
)

// The library reports where it stopped in the terms of its parser. Authors want
// to know what is wrong there and what to write instead.

// cause is why a YAML text cannot be read.
type cause struct {
	mark          yaml.Mark
	message, hint string
}

// stop is where the library stopped, with its own message.
type stop struct {
	lines   []string // of the text
	above   int      // lines of the file before it
	mark    yaml.Mark
	context yaml.Mark // where what is being read began
	words   string    // its message, and what was being read
}

// causes are tried in this order.
var causes = []func(s *stop) (cause, bool){
	(*stop).oddIndent, (*stop).badStart, (*stop).colonInText, (*stop).afterQuote, (*stop).afterComment, (*stop).openQuote,
	(*stop).openFlow, (*stop).badEscape, (*stop).noSpaceAfterColon, (*stop).badIndent,
}

const (
	hintQuotes = `put the text in quotes: "…" or '…'`
	hintIndent = "give what belongs together the same indentation"
)

// yamlCause returns why the library could not read text. If none of the causes
// fits, it returns the message of the library.
func yamlCause(text string, above int, failed *yaml.LoadError, mark yaml.Mark) cause {
	s := &stop{lines: strings.Split(text, "\n"), above: above, mark: mark, context: failed.ContextMark, words: failed.Message}
	if failed.ContextMsg != "" {
		s.words += ", " + failed.ContextMsg
	}
	for _, find := range causes {
		if c, ok := find(s); ok {
			return c
		}
	}
	return cause{mark, s.words, hintYAML}
}

// line returns line n, from 1, without its line break.
func (s *stop) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return strings.TrimRight(s.lines[n-1], "\r")
}

// split splits the line of the mark at the mark.
func (s *stop) split() (before, after string) {
	line := s.line(s.mark.Line)
	at := len(line)
	n := 1
	for i := range line {
		if n == s.mark.Column {
			at = i
			break
		}
		n++
	}
	return line[:at], line[at:]
}

func (s *stop) says(words string) bool { return strings.Contains(s.words, words) }

// valueIn returns the value in a line, after hyphens and a key, and its column.
// keyed reports whether there was a key.
func valueIn(line string) (text string, col int, keyed bool) {
	text = strings.TrimLeft(line, " ")
	for strings.HasPrefix(text, "- ") {
		text = strings.TrimLeft(text[1:], " ")
	}
	if key, rest, ok := strings.Cut(text, ": "); ok && isKey(key) {
		text, keyed = strings.TrimLeft(rest, " "), true
	}
	return text, utf8.RuneCountInString(line[:len(line)-len(text)]) + 1, keyed
}

// isKey reports whether s looks like a key of the format.
func isKey(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_-") == "" || strings.Trim(s, `"'`) != s
}

// oddIndent finds a tab, or a space that is not an ASCII space, in the
// indentation of a line with a key or an item.
func (s *stop) oddIndent() (cause, bool) {
	const above = 50 // lines
	for n := s.mark.Line; n > max(0, s.mark.Line-above); n-- {
		line := s.line(n)
		rest := strings.TrimLeftFunc(line, unicode.IsSpace)
		indent := line[:len(line)-len(rest)]
		at := strings.IndexFunc(indent, func(r rune) bool { return r != ' ' })
		key, _, found := strings.Cut(rest, ":")
		if at < 0 || n < s.mark.Line && !strings.HasPrefix(rest, "- ") && !(found && isKey(key)) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(indent[at:])
		if r == '\t' && n < s.mark.Line {
			continue
		}
		return cause{yaml.Mark{Line: n, Column: utf8.RuneCountInString(indent[:at]) + 1},
			nameOfSpace(r) + " is in the indentation", "indent with plain spaces (U+0020)"}, true
	}
	return cause{}, false
}

func nameOfSpace(r rune) string {
	switch r {
	case '\t':
		return "a tab"
	case '\u00a0':
		return "a no-break space (U+00A0)"
	}
	return fmt.Sprintf("a space that YAML does not allow (%U)", r)
}

// starts lists the signs that unquoted text cannot begin with, and what the
// message of the library then contains.
var starts = []struct{ words, signs string }{
	{"cannot start any token", "@`%"},
	{"did not find expected node content", ",]}"},
	{"mapping keys are not allowed", "?"},
	{"block sequence entries are not allowed", "-"},
	{"scanning an anchor", "&"}, {"scanning an alias", "*"}, {"unknown anchor", "*"},
	{"scanning a tag", "!"}, {"parsing a tag", "!"}, {"scanning a block scalar", "|>"}, {"undefined tag handle", "!"},
}

// badStart finds unquoted text that begins with a sign that has a meaning in
// YAML.
func (s *stop) badStart() (cause, bool) {
	text, col, _ := valueIn(s.line(s.mark.Line))
	for _, start := range starts {
		if !s.says(start.words) || text == "" || !strings.Contains(start.signs, text[:1]) {
			continue
		}
		hint := hintQuotes
		switch text[0] {
		case '-':
			hint += "; a list begins on the next line"
		case '|', '>':
			hint = "begin the text on the next line, indented, or put it in quotes"
		}
		mark := yaml.Mark{Line: s.mark.Line, Column: col}
		return cause{mark, fmt.Sprintf("a text without quotes cannot begin with %s", text[:1]), hint}, true
	}
	return cause{}, false
}

// quoteMarks are typographic quotation marks, which have no meaning in YAML.
const quoteMarks = "“”„‟«»‘’‚‹›"

// colonInText finds a colon in unquoted text that turns the words before it into
// a key.
func (s *stop) colonInText() (cause, bool) {
	if !s.says("mapping values are not allowed") {
		return cause{}, false
	}
	before, _ := s.split()
	text, _, keyed := valueIn(before + " ")
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case keyed && strings.ContainsRune(quoteMarks, first):
		return cause{s.mark, fmt.Sprintf("%s is no quote of YAML, so that this colon makes a key of the words before it", text[:size]),
			`put the whole text in straight quotes: "…" or '…'`}, true
	case keyed || !isKey(strings.TrimSpace(text)):
		return cause{s.mark, "a colon in a text makes a key of the words before it", hintQuotes}, true
	}
	return cause{s.mark, fmt.Sprintf("the key %s stands in a text that began above it", clean.Quoted(text)),
		"give the key the indentation of those around it; put the text above in quotes if it ends there"}, true
}

// afterQuote finds text that continues after its closing quote or bracket.
func (s *stop) afterQuote() (cause, bool) {
	if !s.says("did not find expected key") && !s.says("did not find expected '-'") && !s.says("did not find expected <document start>") {
		return cause{}, false
	}
	before, _ := s.split()
	text, col, _ := valueIn(before)
	text = strings.TrimRight(text, " ")
	if len(text) < 2 {
		return cause{}, false
	}
	ends := map[byte]byte{'"': '"', '\'': '\'', '[': ']', '{': '}'}
	end, begins := ends[text[0]]
	if !begins || text[len(text)-1] != end {
		return cause{}, false
	}
	if end == text[0] {
		return cause{s.mark, "the text goes on after its closing quote", `put the whole of it in other quotes: '"Yes" he said', "'Yes' he said"`}, true
	}
	return cause{yaml.Mark{Line: s.mark.Line, Column: col}, fmt.Sprintf("the text begins with %s, and goes on after %s", text[:1], string(end)), hintQuotes}, true
}

// afterComment finds text that continues after a comment.
func (s *stop) afterComment() (cause, bool) {
	n := s.mark.Line - 1
	for n > 0 && strings.TrimSpace(s.line(n)) == "" {
		n--
	}
	line := s.line(n)
	at := strings.Index(" "+line, " #")
	if !s.says("did not find expected key") && !s.says("did not find expected '-'") || at < 0 || s.isStructure(s.mark.Line) {
		return cause{}, false
	}
	return cause{yaml.Mark{Line: n, Column: utf8.RuneCountInString(line[:at]) + 1},
		`" #" begins a comment here, and the text goes on in the next line`, hintQuotes}, true
}

// isStructure reports whether a line has a key or begins an item.
func (s *stop) isStructure(n int) bool {
	line := strings.TrimLeft(s.line(n), " ")
	key, _, found := strings.Cut(line, ":")
	return strings.HasPrefix(line, "-") || found && isKey(key)
}

// openQuote finds a text whose closing quote is missing.
func (s *stop) openQuote() (cause, bool) {
	c := cause{message: "the closing quote of this text is missing", hint: "put it at the end of the text; a quote inside is written \\\" in double quotes and '' in single ones"}
	if s.says("scanning a quoted scalar") && s.says("unexpected") {
		c.mark = s.context
		return c, true
	}
	if !s.says("did not find expected") {
		return cause{}, false
	}
	before, _ := s.split()
	text, _, _ := valueIn(before)
	if text = strings.TrimRight(text, " "); text != `"` && text != "'" {
		return cause{}, false
	}
	// The quote that closed a text here was meant to open another.
	for n := s.mark.Line - 1; n > 0; n-- {
		if open, col, _ := valueIn(s.line(n)); strings.HasPrefix(open, text) && strings.Count(open, text)%2 == 1 {
			c.mark = yaml.Mark{Line: n, Column: col}
			return c, true
		}
	}
	return cause{}, false
}

// openFlow finds a list in brackets, or a mapping in braces, that is not closed.
func (s *stop) openFlow() (cause, bool) {
	for _, flow := range []struct{ words, what, end, hint string }{
		{"flow sequence", "list", "]", "close it, or put a comma between its entries; a text with a comma or a bracket needs quotes"},
		{"flow mapping", "mapping", "}", "close it, or put a comma between its keys; a text with a comma or a brace needs quotes"},
	} {
		if s.says("did not find expected ','") && s.says(flow.words) {
			return cause{s.mark, fmt.Sprintf(`a comma or "%s" is missing in the %s that begins at %d:%d`, flow.end, flow.what, s.context.Line+s.above, s.context.Column), flow.hint}, true
		}
	}
	return cause{}, false
}

// badEscape finds a backslash that is meant literally.
func (s *stop) badEscape() (cause, bool) {
	if !s.says("escape") && !s.says("hexadecimal") {
		return cause{}, false
	}
	before, after := s.split()
	at := strings.LastIndex(before, `\`)
	if at < 0 {
		return cause{}, false
	}
	shown := firstRunes(before[at:]+after, len(`\x`))
	return cause{yaml.Mark{Line: s.mark.Line, Column: utf8.RuneCountInString(before[:at]) + 1},
		clean.Quoted(shown) + " is no escape in double quotes", `put the text in single quotes, or write \\ for a backslash`}, true
}

// noSpaceAfterColon finds a line that is not a key, for example because a space
// is missing after the colon.
func (s *stop) noSpaceAfterColon() (cause, bool) {
	if !s.says("could not find expected ':'") {
		return cause{}, false
	}
	at := s.context
	line := strings.TrimLeft(s.line(at.Line), " -")
	if key, rest, ok := strings.Cut(line, ":"); ok && rest != "" && isKey(key) {
		return cause{at, "a space is missing after the colon", fmt.Sprintf("write %s: and then the value", clean.Short(key))}, true
	}
	return cause{at, "this line is no key with a value, and not indented as part of a text", "indent it more than the key that it belongs to, or write key: value"}, true
}

// badIndent finds a line whose indentation does not match the lines around it.
func (s *stop) badIndent() (cause, bool) {
	what := ""
	switch {
	case s.says("parsing a block mapping") && s.says("did not find expected key"):
		what = "keys"
	case s.says("did not find expected '-'"):
		what = "items of the list"
	default:
		return cause{}, false
	}
	before, _ := s.split()
	if strings.TrimSpace(before) != "" || s.mark.Column == s.context.Column {
		return cause{}, false
	}
	return cause{s.mark, fmt.Sprintf("this line begins in column %d, and the %s around it begin in column %d", s.mark.Column, what, s.context.Column), hintIndent}, true
}
