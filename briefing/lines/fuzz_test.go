package lines

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// fuzzed returns a briefing with an item of every kind and one text in every field.
func fuzzed(t *testing.T, text string) *briefing.Index {
	t.Helper()
	type item = map[string]any
	evidence := []item{{"source": "s", "quote": text, "note": text, "prefix": text}, {"source": "s", "quote": "no"}}
	data, err := json.Marshal(item{
		"format": briefing.Format, "id": "b", "title": text, "as_of": "2024-06", "bottom_line": text + " [[a|" + text + "]]" + text, "gaps": []string{text},
		"sources": []item{{"id": "s", "title": text, "kind": "post", "publisher": text, "place": text, "authors": []string{text, text}, "reliability_note": text,
			"url": "https://example.org/" + strings.Repeat("x", len(text)%300), "text": text + "\n\nno " + text}},
		"actors": []item{{"id": "a", "name": text, "kind": "person", "role": text, "aka": []string{text}, "summary": text + "[[s|" + text + "]]", "evidence": evidence}},
		"events": []item{{"id": "e", "title": text, "when": item{"date": "2024-06~", "said": text, "note": text}, "place": text, "summary": text,
			"actors": []any{item{"actor": "a", "role": text}}, "evidence": evidence, "tags": []string{text}}},
		"questions": []item{{"id": "q", "text": text, "summary": text, "events": []string{"e"}, "claims": []item{{"id": "c", "text": text, "positions": []item{
			{"holder": "a", "stance": "denies", "note": text, "evidence": evidence}}}}}},
		"judgments": []item{{"id": "j", "text": text + "[[q]]", "because": text, "likelihood": "likely", "confidence": "low", "question": "q", "evidence": evidence}},
	})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := file.Parse(data, "fuzzed", nil)
	if err != nil {
		t.Fatal(err)
	}
	return briefing.NewIndex(doc.Briefing)
}

// FuzzLayout lays out every page, on screens and in full, in any width: no line
// is wider, and whatever the width, the words are the same and in their order.
func FuzzLayout(f *testing.F) {
	for i, text := range []string{
		"word", "", " ", "各国首脳は首都で", "न्दी हिन्दी", "น้ำใจไทย", "👨‍👩‍👧‍👦👍🏽❤\ufe0f1\ufe0f\u20e3🇫🇷🇩", "a\u0301\u0302", strings.Repeat("unbreakable", 30), "שלום\u200f, abc",
		"https://example.org/a/b", "a - b -- c // d", "\u0301", "x\u200b", "ｶﾞｷ", "[[a]] [[", "\x1b[31m\u202e\ufeff", "a\n\n\n b\n", strings.Repeat("\u1100", 40), "“a”\u00a0—", "\u0600\u0600x",
	} {
		f.Add(text, i*9, i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, text string, cells int, graphemes bool) {
		const narrowest, widest = 37, 200 // what the smallest terminal leaves for text
		if len(text) > 2000 {
			t.Skip("it is in some fifty fields")
		}
		cells = narrowest + int(uint(cells)%(widest-narrowest))
		m := width.Wc
		if graphemes {
			m = width.Grapheme
		}
		x := fuzzed(t, text)
		blocks := page.Brief(x)
		for _, ref := range []briefing.Ref{
			{Kind: briefing.KindSource, ID: "s"}, {Kind: briefing.KindActor, ID: "a"}, {Kind: briefing.KindEvent, ID: "e"}, {Kind: briefing.KindQuestion, ID: "q"},
			{Kind: briefing.KindClaim, ID: "c"}, {Kind: briefing.KindJudgment, ID: "j"}, {Kind: briefing.KindPosition, ID: "c/a"}, {Kind: briefing.KindGap, ID: "1"},
		} {
			if _, ok := x.Lookup(ref.ID); ok || ref.Kind == briefing.KindGap && len(x.Briefing.Gaps) > 0 {
				blocks = append(append(blocks, page.Of(x, ref)...), inFull(x, ref)...)
			}
		}
		for _, b := range blocks {
			checkLayout(t, b, m, cells)
		}
	})
}

func checkLayout(t *testing.T, b page.Block, m width.Method, cells int) {
	t.Helper()
	laid, wide := Layout(b, m, cells), Layout(b, m, width.NoWrap)
	for _, line := range laid.Lines {
		if n := m.Of(line.Text()); n > cells {
			t.Fatalf("%s: %d cells of %d: %q", m, n, cells, line.Text())
		}
	}
	if len(laid.Stops) != len(wide.Stops) {
		t.Fatalf("%d places to stop at in %d cells, %d where there is room", len(laid.Stops), cells, len(wide.Stops))
	}
	inner := withoutEdges(b)
	if got, want := inked(Layout(inner, m, cells).Lines), inked(Layout(inner, m, width.NoWrap).Lines); got != want {
		t.Fatalf("%s, %d cells: %q, want %q", m, cells, got, want)
	}
	if p, ok := b.(page.Paragraph); ok && p.Edge {
		return // numbers that the edge has no room for are left out
	}
	if got, want := sorted(inked(laid.Lines)), sorted(inked(wide.Lines)); got != want {
		t.Fatalf("%s, %d cells: the characters %q, want %q", m, cells, got, want)
	}
}

// withoutEdges returns a block without what goes to the right edge, and so out of
// the order of the words.
func withoutEdges(b page.Block) page.Block {
	isEdge := func(s page.Span) bool { return s.Edge }
	switch b := page.Made(b).(type) {
	case page.Paragraph:
		b.Edge = false
		return b
	case page.Entry:
		b.Body = slices.DeleteFunc(slices.Clone(b.Body), isEdge)
		under := make([][]page.Span, len(b.Under))
		for i, spans := range b.Under {
			under[i] = slices.DeleteFunc(slices.Clone(spans), isEdge)
		}
		b.Under = under
		return b
	}
	return b
}

func sorted(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

// inked returns the characters of lines without white space.
func inked(lines []Line) string {
	var b strings.Builder
	for _, line := range lines {
		for _, r := range line.Text() {
			if !unicode.IsSpace(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// inFull returns all that EachInFull hands over.
func inFull(x *briefing.Index, r briefing.Ref) (out []page.Block) {
	page.EachInFull(x, r, func(b page.Block) { out = append(out, b) })
	return out
}
