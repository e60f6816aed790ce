package file

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// maxLine is the most bytes of a line, which is more than any value may have. With
// [maxValues] it limits the time that the library takes for a text: about two
// microseconds for each value or key, one for each line, and a tenth of one for
// each word of a line.
const maxLine = 16 << 20

// withoutOtherBreaks returns text with spaces in place of NEL, LS and PS and, if
// lines end in LF, of CR. They come with pasted text, and break lines for the
// library but not in an editor. What follows one could become a key or a comment.
func withoutOtherBreaks(text string) string {
	for _, other := range []string{"\u0085", "\u2028", "\u2029"} {
		text = strings.ReplaceAll(text, other, " ")
	}
	if strings.Count(text, "\r") != strings.Count(text, "\r\n") && strings.Contains(text, "\n") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", " ")
	}
	return text
}

// checkYAMLText returns an error if text has characters that YAML does not allow,
// or too many values and lines to be read in a reasonable time.
func checkYAMLText(text string, d *decoder) error {
	if at, over := overweight(text, maxValues); over {
		begin := textStart()
		return d.refusal(begin.moveTo(text, at), CodeTooManyValues, fmt.Sprintf("more than %d values and keys for YAML", maxValues), hintSplit)
	}
	if strings.Count(text, "\n") > maxValues {
		return d.refusal(briefing.Pos{Line: maxValues + 1, Col: 1}, CodeTooManyValues, fmt.Sprintf("more than %d lines for YAML", maxValues), hintSplit)
	}
	if at, over := longLine(text); over {
		begin := textStart()
		return d.refusal(begin.moveTo(text, at), CodeTooLong, fmt.Sprintf("a line of more than %d MiB for YAML", maxLine>>20), "break the line, or write JSON")
	}
	if i := strings.IndexFunc(text, notInYAML); i >= 0 {
		at := textStart()
		r, _ := utf8.DecodeRuneInString(text[i:])
		return d.refusal(at.moveTo(text, i), CodeSyntax, fmt.Sprintf("the character %U is not allowed in YAML", r), "take it out")
	}
	return nil
}

// longLine returns the byte at which the first line begins that exceeds maxLine.
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

// notInYAML reports whether r is a character that YAML does not allow (YAML
// 1.2.2, 5.1).
func notInYAML(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' ||
		r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff
}

// overweight returns the byte at which a YAML text may exceed limit values. ok is
// false if it cannot. It counts the signs that begin or end a value, of which
// there are at least as many as values.
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

// ifLast is the weight of a sign that counts only if a space or nothing follows
// it, or a quote comes before it.
const ifLast = 2

// weights are the weights of bytes for [overweight].
var weights = [256]uint8{',': 1, '[': 1, '{': 1, ':': ifLast, '-': ifLast, '?': ifLast}
