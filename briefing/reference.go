package briefing

import "strings"

// TextSpan is a stretch of a text with references: plain words, or a link to
// the item ID under its label.
type TextSpan struct {
	Text string
	ID   string // empty for plain words
}

// SplitReferences takes a text with references apart. [[id]] reads as the id,
// [[id|label]] as the label. Brackets that are not closed are plain words.
func SplitReferences(s string) []TextSpan {
	var out []TextSpan
	for {
		open := strings.Index(s, "[[")
		if open < 0 {
			break
		}
		length := strings.Index(s[open:], "]]")
		if length < 0 {
			break
		}
		if open > 0 {
			out = append(out, TextSpan{Text: s[:open]})
		}
		id, label, labelled := strings.Cut(s[open+2:open+length], "|")
		id = strings.TrimSpace(id)
		if label = strings.TrimSpace(label); !labelled || label == "" {
			label = id
		}
		out = append(out, TextSpan{Text: label, ID: id})
		s = s[open+length+2:]
	}
	if s != "" {
		out = append(out, TextSpan{Text: s})
	}
	return out
}

// PlainText is a text with references as one reads it aloud: the labels only.
func PlainText(s string) string {
	if !strings.Contains(s, "[[") {
		return s
	}
	var b strings.Builder
	for _, span := range SplitReferences(s) {
		b.WriteString(span.Text)
	}
	return b.String()
}
