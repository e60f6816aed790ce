package width

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func wrap[T any](m Method, spans []Span[T], first, rest int) [][]Span[T] {
	w := new(Wrapper[T])
	out := make([][]Span[T], w.Wrap(m, spans, first, rest))
	for i := range out {
		out[i] = append([]Span[T]{}, w.Next()...)
	}
	return out
}

func TestWrap(t *testing.T) {
	type spans = []Span[int]
	for _, c := range []struct {
		name        string
		spans       spans
		first, rest int
		want        []spans
	}{
		{"nothing", nil, 5, 5, []spans{{}}},
		{"empty spans", spans{{"", 1}, {"a", 2}, {"", 3}}, 5, 5, []spans{{{"a", 2}}}},
		{"break within a span", spans{{"one two", 1}}, 4, 4, []spans{{{"one", 1}}, {{"two", 1}}}},
		{"break between spans", spans{{"one ", 1}, {"two", 2}}, 4, 4, []spans{{{"one", 1}}, {{"two", 2}}}},
		{"a word of two spans", spans{{"one t", 1}, {"wo", 2}}, 4, 4, []spans{{{"one", 1}}, {{"t", 1}, {"wo", 2}}}},
		{"no break where spans meet", spans{{"one", 1}, {"two", 2}}, 4, 4, []spans{{{"one", 1}, {"t", 2}}, {{"wo", 2}}}},
		{"new line", spans{{"a\n", 1}, {"\nb", 2}}, 4, 4, []spans{{{"a", 1}}, {}, {{"b", 2}}}},
		{"a span of many lines", spans{{"x", 1}, {" a b c ", 2}, {"y", 3}}, 1, 3,
			[]spans{{{"x", 1}}, {{"a b", 2}}, {{"c ", 2}, {"y", 3}}}},
		{"stand-in", spans{{"各", 1}, {"国", 2}}, 1, 1, []spans{{{standIn, 1}}, {{standIn, 2}}}},
		{"no wrap", spans{{"one ", 1}, {"two ", 2}}, NoWrap, NoWrap, []spans{{{"one ", 1}, {"two", 2}}}},
	} {
		for _, m := range methods {
			if got := wrap(m, c.spans, c.first, c.rest); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s, %s: %v, want %v", m, c.name, got, c.want)
			}
		}
	}
}

// TestWrapAgreesWithLines cuts a text into spans at every size.
func TestWrapAgreesWithLines(t *testing.T) {
	text := hard() + "\n" + hard()
	for size := 1; size < 40; size += 3 {
		spans := spansOf(text, size)
		for _, m := range methods {
			for _, cells := range []int{1, 2, 3, 10, 80, NoWrap} {
				checkWrap(t, m, spans, cells, cells)
			}
		}
	}
}

// spansOf cuts text into spans of about the given number of bytes.
func spansOf(text string, size int) []Span[int] {
	var spans []Span[int]
	for len(text) > 0 {
		n := min(max(size, 1), len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		spans = append(spans, Span[int]{text[:n], len(spans)})
		text = text[n:]
	}
	return spans
}

func checkWrap(t *testing.T, m Method, spans []Span[int], first, rest int) {
	t.Helper()
	text := new(Wrapper[int]).concat(spans)
	want := linesOf(m, text, first, rest)
	got := wrap(m, spans, first, rest)
	if len(got) != len(want) {
		t.Fatalf("%s: %q in %d, %d: %d lines, want %d", m, text, first, rest, len(got), len(want))
	}
	attr := 0
	for n, line := range got {
		if new(Wrapper[int]).concat(line) != want[n] {
			t.Fatalf("%s: %q in %d, %d: line %d is %q, want %q", m, text, first, rest, n, new(Wrapper[int]).concat(line), want[n])
		}
		for _, sp := range line {
			if sp.Text == "" || sp.Attr < attr {
				t.Fatalf("%s: %q in %d, %d: line %d has the span %v", m, text, first, rest, n, sp)
			}
			if attr = sp.Attr; sp.Text != standIn && !strings.Contains(spans[attr].Text, sp.Text) {
				t.Fatalf("%s: %q is not of span %v", m, sp.Text, spans[attr])
			}
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range samples {
		f.Add(s.text, 7, 5, 4)
	}
	for _, text := range awkward {
		f.Add("a "+text+" b"+text, 2, 1, 3)
	}
	f.Add(hard(), 20, 30, 9)
	f.Add("a - b -- c // d\n  (e) “f” « g »", 3, 2, 1)
	f.Fuzz(func(t *testing.T, text string, first, rest, size int) {
		text = strings.ToValidUTF8(text, "\ufffd") // as all text is that comes here
		for _, m := range methods {
			checkBreak(t, m, text, first, rest)
			checkWrap(t, m, spansOf(text, size), first, rest)
			checkFit(t, m, text, first%300)
		}
	})
}

func checkFit(t *testing.T, m Method, text string, cells int) {
	t.Helper()
	if of := m.Of(m.PadRight(text, cells)); of != max(cells, 0) {
		t.Fatalf("%s: %q padded on the right to %d takes %d", m, text, cells, of)
	}
	if of := m.Of(m.Truncate(text, cells, "…")); of > max(cells, 0) {
		t.Fatalf("%s: %q truncated to %d takes %d", m, text, cells, of)
	}
	if hasControls(text) {
		return
	}
	if got, want := m.Of(text), renderer(t, m)(text); got != want {
		t.Fatalf("%s: %q takes %d, the renderer says %d", m, text, got, want)
	}
}

func hasControls(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 })
}

func BenchmarkWrap(b *testing.B) {
	for name, text := range benchTexts() {
		spans := spansOf(text, 40)
		for _, m := range methods {
			b.Run(name+"/"+m.String(), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					wrap(m, spans, 80, 80)
				}
			})
		}
	}
}
