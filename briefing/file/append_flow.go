package file

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// leafEnd returns the byte after a scalar that begins at a byte, or after the opening bracket of an empty list or
// mapping, in flow style.
func (y *yamlPlaces) leafEnd(n *yaml.Node, at int) int {
	switch {
	case n.Kind != yaml.ScalarNode:
		return at + 1
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for at++; at < len(y.text) && y.text[at] != '"'; at++ {
			if y.text[at] == '\\' {
				at++
			}
		}
		return min(at+1, len(y.text))
	case n.Style&yaml.SingleQuotedStyle != 0:
		for at++; at < len(y.text); at++ {
			if y.text[at] != '\'' {
				continue
			}
			if !strings.HasPrefix(y.text[at+1:], "'") {
				break
			}
			at++
		}
		return min(at+1, len(y.text))
	case n.Value == "":
		return at
	}
	return at + y.plainLen(at)
}

// plainLen returns the length of the plain scalar at a byte, without white space at its
// end.
func (y *yamlPlaces) plainLen(at int) int {
	rest := y.text[at:]
	if end := strings.IndexAny(rest, ",[]{}"); end >= 0 {
		rest = rest[:end]
	}
	for _, comment := range []string{" #", "\t#", "\n#", "\r#"} {
		rest, _, _ = strings.Cut(rest, comment)
	}
	return len(strings.TrimRight(rest, " \t\r\n"))
}

// skipSpace returns the byte at or after at that is neither white space nor in a
// comment.
func skipSpace(text string, at int) int {
	for at < len(text) {
		switch text[at] {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			n := strings.IndexAny(text[at:], "\r\n")
			if n < 0 {
				return len(text)
			}
			at += n
		default:
			return at
		}
	}
	return at
}
