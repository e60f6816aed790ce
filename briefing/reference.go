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
	out := make([]TextSpan, 0, mostSpans(s))
	var joiner clean.Joiner
	for span := range splitReferences(s) {
		span.Text = joiner.Join(span.Text)
		out = append(out, span)
	}
	return out
}

// MapReferences returns what span makes of the spans of a text, which are those
// of [SplitReferences] with the name of an item in place of an id without a label.
// Judgments and gaps have none. span is called with what each leads to, which is
// zero if it leads nowhere. At most so much is added to a text by names as it is
// long, and a little more.
func MapReferences[T any](x *Index, s string, span func(text string, to Ref) T) []T {
	const little = 4096
	out := make([]T, 0, mostSpans(s))
	left := len(s) + little
	names := map[string]named{} // of positions, which are composed; a text can refer to one very often
	var joiner clean.Joiner
	for piece := range splitReferences(s) {
		text, to := piece.Text, Ref{}
		switch {
		case piece.ID == "":
		case piece.Labelled:
			to = x.refOf(piece.ID)
		default:
			item, known := names[piece.ID]
			if !known {
				if item = x.named(piece.ID); item.ref.Kind == KindPosition {
					names[piece.ID] = item
				}
			}
			to = item.ref
			if len(item.name) <= left {
				text = item.name
				left -= len(item.name)
			}
		}
		out = append(out, span(joiner.Join(text), to))
	}
	return out
}

// named is what an id without a label leads to, and what is shown for it.
type named struct {
	ref  Ref
	name string
}

func (x *Index) named(id string) named {
	ref := x.refOf(id)
	switch ref.Kind {
	case KindNone, KindJudgment, KindGap:
		return named{ref, id}
	}
	return named{ref, x.Name(ref)}
}

// refOf returns what an id names, or zero if that is nothing.
func (x *Index) refOf(id string) Ref {
	if ref, ok := x.Lookup(id); ok {
		return ref
	}
	return Ref{}
}

// mostSpans returns how many spans a text with references has at most.
func mostSpans(s string) int { return 2*min(strings.Count(s, "[["), strings.Count(s, "]]")) + 1 }

// splitReferences returns the spans of a text with references as they are in it.
func splitReferences(s string) iter.Seq[TextSpan] {
	return func(yield func(TextSpan) bool) {
		for {
			before, reference, rest, ok := CutReference(s)
			if before != "" && !yield(TextSpan{Text: before}) || !ok || !yield(reference) {
				return
			}
			s = rest
		}
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

// PlainText is [PlainText] with names in place of ids.
func (x *Index) PlainText(s string) string {
	if !strings.Contains(s, "[[") {
		return s
	}
	return strings.Join(MapReferences(x, s, func(text string, _ Ref) string { return text }), "")
}
