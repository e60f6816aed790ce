package linear

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/page"
)

// spoken returns spans as words: signs that stand for a word that is there too are
// left out, and the program's own signs become words. What a file says stays as it is.
func spoken(spans []page.Span) string {
	var b strings.Builder
	for i := range spans {
		b.WriteString(spokenSpan(&spans[i]))
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(b.String()), " "), "."+inQuotes, inQuotes)
}

// inQuotes follows what is said with the numbers of its quotes.
const inQuotes = ", in quotes "

func spokenSpan(s *page.Span) string {
	switch {
	case isSign(s), s.Edge:
		return ""
	case s.Role == page.Muted && strings.HasPrefix(s.Text, "  "): // a date as the file writes it, which its words precede
		return ""
	case s.Role == page.Muted && isBracketed(s.Text):
		return "quote " + strings.Trim(s.Text, "[] ") + ", "
	case s.Role == page.Muted && areBracketed(s.Text):
		return inQuotes + and(strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(s.Text)))
	case s.Role == page.Muted && s.Whole && isGrade(s.Text):
		return ", reliability " + strings.Trim(s.Text, " ()")
	case s.Own && strings.HasPrefix(s.Text, page.NoBreak): // a stance, padded to a column
		return strings.TrimSpace(s.Text) + ": "
	case s.Own:
		return inWords.Replace(s.Text)
	}
	return s.Text
}

// inWords replaces signs of the program's own that a screen reader may leave out.
var inWords = strings.NewReplacer(" – ", " to ", "–", " to ", "%", "per cent", " — ", ", ", "→", "becomes")

// beginsWithStance reports whether the first word is a stance, whose holder is known.
func beginsWithStance(spans []page.Span) bool {
	n := slices.IndexFunc(spans, func(s page.Span) bool { return spokenSpan(&s) != "" })
	return n >= 0 && spans[n].Own && strings.HasPrefix(spans[n].Text, page.NoBreak)
}

// isSign reports whether a span is a sign in place of a word.
func isSign(s *page.Span) bool {
	switch s.Role {
	case page.Sign, page.ForSign, page.AgainstSign:
		return true
	case page.Caution:
		return s.Text == "?"
	}
	return false
}

// isBracketed reports whether a text is the number of a passage, as in "[12] ".
func isBracketed(s string) bool { return !strings.HasPrefix(s, " ") && isNumber(strings.TrimSpace(s)) }

// areBracketed reports whether a text is the numbers of passages behind something, as in
// " [11] [12]".
func areBracketed(s string) bool {
	return strings.HasPrefix(s, " ") && !slices.ContainsFunc(strings.Fields(s), func(n string) bool { return !isNumber(n) })
}

// isNumber reports whether a text is a number in brackets.
func isNumber(s string) bool {
	inner, open := strings.CutPrefix(s, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	return open && closed && inner != "" && strings.Trim(inner, "0123456789") == ""
}

// isGrade reports whether a text is the reliability of a source, as in " (B)".
func isGrade(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == len("(B)") && s[0] == '(' && s[1] >= 'A' && s[1] <= 'F' && s[2] == ')'
}

// edges returns the words at the right edge of a row, which say how an item stands.
func edges(spans []page.Span) []string {
	var out []string
	for _, s := range spans {
		if s.Edge {
			out = append(out, strings.Join(strings.Fields(inWords.Replace(s.Text)), " "))
		}
	}
	return out
}

// sentence returns a text on one line with a full stop, unless it ends a sentence already.
// It is "" for no text.
func sentence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return ""
	}
	inner := strings.TrimRight(text, `"”’»)]`)
	if last, _ := utf8.DecodeLastRuneInString(inner); strings.ContainsRune(".!?…:;。！？", last) {
		return text
	}
	return text + "."
}

// joined returns texts as sentences, one behind the other.
func joined(texts ...string) string {
	var out []string
	for _, text := range texts {
		if text = sentence(text); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// capital returns a text with its first letter in upper case.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if !unicode.IsLower(r) {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// and joins words with commas and a last "and".
func and(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// quotedWords returns a text in quotation marks.
func quotedWords(text string) string { return "“" + text + "”" }
