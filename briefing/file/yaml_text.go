package file

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// maxSigns, maxLines and maxLine bound the time that the library takes for a
// text, some five microseconds a value, one a line, and a tenth of one for each
// word of a line. A text of the largest size has half of the first two.
const (
	maxSigns = 3_000_000
	maxLines = 3_000_000
	maxLine  = 16 << 20 // bytes; no value has as many
)

// withoutOtherBreaks is text with spaces for NEL, LS, PS and, among lines that
// end in LF, CR: they come with pasted text, and break lines for the library but
// not for an editor. What follows one could become a key, or a comment.
func withoutOtherBreaks(text string) string {
	for _, other := range []string{"\u0085", "\u2028", "\u2029"} {
		text = strings.ReplaceAll(text, other, " ")
	}
	if strings.Count(text, "\r") != strings.Count(text, "\r\n") && strings.Contains(text, "\n") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", " ")
	}
	return text
}

// checkYAMLText finds the characters that YAML does not allow, and more values
// and lines than can be read in a time that anybody waits for.
func checkYAMLText(text string, d *decoder) error {
	if at, over := overweight(text, maxSigns); over {
		begin := start()
		return d.refusal(begin.moveTo(text, at), CodeTooManyValues, fmt.Sprintf("more than %d values and keys for YAML", maxSigns), hintSplit)
	}
	if strings.Count(text, "\n") > maxLines {
		return d.refusal(briefing.Pos{Line: maxLines + 1, Col: 1}, CodeTooManyValues, fmt.Sprintf("more than %d lines for YAML", maxLines), hintSplit)
	}
	if at, over := longLine(text); over {
		begin := start()
		return d.refusal(begin.moveTo(text, at), CodeTooLong, fmt.Sprintf("a line of more than %d MiB for YAML", maxLine>>20), "break the line, or write JSON")
	}
	if i := strings.IndexFunc(text, notInYAML); i >= 0 {
		at := start()
		r, _ := utf8.DecodeRuneInString(text[i:])
		return d.refusal(at.moveTo(text, i), CodeSyntax, fmt.Sprintf("the character %U is not allowed in YAML", r), "take it out")
	}
	return nil
}

// longLine is where a line begins that is too long for YAML.
func longLine(text string) (at int, ok bool) {
	for len(text)-at > maxLine {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 || n > maxLine {
			return at, true
		}
		at += n + 1
	}
	return 0, false
}

// notInYAML reports whether YAML does not allow a character (YAML 1.2.2, 5.1).
func notInYAML(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' ||
		r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff
}

// overweight is the byte at which a YAML text may hold more than limit values;
// ok is false if it cannot. There are no more values than signs that begin or
// end one.
func overweight(text string, limit int) (at int, ok bool) {
	n := 1
	for i := 0; i < len(text); i++ {
		switch weights[text[i]] {
		case 0:
			continue
		case 1:
			n++
		case ifLast:
			if i+1 == len(text) || text[i+1] <= ' ' || i > 0 && (text[i-1] == '"' || text[i-1] == '\'') {
				n++
			}
		}
		if n > limit {
			return i, true
		}
	}
	return 0, false
}

// ifLast is the weight of a sign that begins or ends a value where a space, or
// nothing, follows it, or a quote stands before it.
const ifLast = 2

// weights are those of each byte, as [overweight] counts them.
var weights = [256]uint8{',': 1, '[': 1, '{': 1, ':': ifLast, '-': ifLast, '?': ifLast}
