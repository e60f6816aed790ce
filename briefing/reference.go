package briefing

import (
	"iter"
	"strings"

	"sitrep/briefing/clean"
)

// TextSpan is a piece of a text with references: plain words, or a link to the
// item ID with its label as Text.
type TextSpan struct {
	Text string
	ID   string // empty for plain words
	// Labelled reports that Text is a label, which can be the same as the id.
	Labelled bool
}

// SplitReferences splits a text with references. [[id|label]] becomes a link with
// the label as its text, and [[id]] one with the id. Brackets that are not closed are
// plain words.
//
// Removing brackets can join combining characters into one of unlimited length.
// In a clean text, what would do so becomes U+FFFD.
func SplitReferences(s string) []TextSpan {
	return joinable(splitReferences(s))
}

// SplitReferences is [SplitReferences] with the name of an item in place of an id
// without a label. Judgments and gaps have none. At most so much is added to a text by
// names as it is long, and a little more.
func (x *Index) SplitReferences(s string) []TextSpan {
	const little = 4096
	out := splitReferences(s)
	left := len(s) + little
	names := map[string]string{} // a text can refer to one item very often
	for i := range out {
		span := &out[i]
		if span.ID == "" || span.Labelled {
			continue
		}
		name, known := names[span.ID]
		if !known {
			name = span.ID
			if r, ok := x.Lookup(span.ID); ok && r.Kind != KindJudgment && r.Kind != KindGap {
				name = x.Name(r)
			}
			names[span.ID] = name
		}
		if len(name) <= left {
			span.Text = name
			left -= len(name)
		}
	}
	return joinable(out)
}

// joinable replaces what would join the characters of two spans.
func joinable(out []TextSpan) []TextSpan {
	for i := range out {
		out[i].Text = clean.JoinText(func(yield func(string) bool) {
			for j := i - 1; j >= 0 && yield(out[j].Text); j-- {
			}
		}, out[i].Text)
	}
	return out
}

func splitReferences(s string) []TextSpan {
	out := make([]TextSpan, 0, 2*min(strings.Count(s, "[["), strings.Count(s, "]]"))+1)
	for {
		before, reference, rest, ok := CutReference(s)
		if before != "" {
			out = append(out, TextSpan{Text: before})
		}
		if !ok {
			return out
		}
		out = append(out, reference)
		s = rest
	}
}

// CutReference splits s at its first reference. If there is none, ok is false
// and before is s.
func CutReference(s string) (before string, reference TextSpan, rest string, ok bool) {
	open := strings.Index(s, "[[")
	if open < 0 {
		return s, TextSpan{}, "", false
	}
	length := strings.Index(s[open:], "]]")
	if length < 0 {
		return s, TextSpan{}, "", false
	}
	id, label, labelled := strings.Cut(s[open+2:open+length], "|")
	id = strings.TrimSpace(id)
	if label = strings.TrimSpace(label); !labelled || label == "" {
		label, labelled = id, false
	}
	return s[:open], TextSpan{Text: label, ID: id, Labelled: labelled}, s[open+length+2:], true
}

// ReferencedIDs returns the ids in the references of a text, in order.
func ReferencedIDs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, reference, rest, ok := CutReference(s)
			if !ok || reference.ID != "" && !yield(reference.ID) {
				return
			}
			s = rest
		}
	}
}

// PlainText returns a text with its references replaced by their labels or ids.
func PlainText(s string) string { return plainText(s, SplitReferences) }

// PlainText is [PlainText] with names in place of ids.
func (x *Index) PlainText(s string) string { return plainText(s, x.SplitReferences) }

func plainText(s string, split func(string) []TextSpan) string {
	if !strings.Contains(s, "[[") {
		return s
	}
	var b strings.Builder
	for _, span := range split(s) {
		b.WriteString(span.Text)
	}
	return b.String()
}
