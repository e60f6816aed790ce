package width

import (
	"slices"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	const family = "👨‍👩‍👧‍👦"
	for _, c := range []struct {
		text         string
		cells        int
		wc, grapheme string
	}{
		{"abc", 2, "ab", "ab"},
		{"abc", 3, "abc", "abc"},
		{"abc", 9, "abc", "abc"},
		{"abc", 0, "", ""},
		{"abc", -1, "", ""},
		{"各国", 3, "各", "各"},
		{"各国", 1, "", ""},
		{"a" + family + "b", 3, "a", "a" + family},
		{"a" + family + "b", 9, "a" + family, "a" + family + "b"},
		{"e\u0301e\u0301", 1, "e\u0301", "e\u0301"},
		{"ab\u200bc", 2, "ab\u200b", "ab\u200b"},
		{"हिन्दी", 4, "हि", "हिन्दी"},
		{"1\ufe0f\u20e3a", 1, "1\ufe0f\u20e3", ""},
	} {
		if got := Wc.Cut(c.text, c.cells); got != c.wc {
			t.Errorf("wc: %q cut to %d is %q, want %q", c.text, c.cells, got, c.wc)
		}
		if got := Grapheme.Cut(c.text, c.cells); got != c.grapheme {
			t.Errorf("grapheme: %q cut to %d is %q, want %q", c.text, c.cells, got, c.grapheme)
		}
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells int
		tail  string
		want  string
	}{
		{"headline", 8, "…", "headline"},
		{"headline", 7, "…", "headli…"},
		{"head line", 6, "…", "head…"},
		{"headline", 7, "...", "head..."},
		{"headline", 2, "...", ".."},
		{"headline", 1, "…", "…"},
		{"headline", 0, "…", ""},
		{"headline", 3, "", "hea"},
		{"各国首脳", 6, "…", "各国…"},
		{"各国首脳", 8, "…", "各国首脳"},
		{"", 0, "…", ""},
	} {
		for _, m := range methods {
			if got := m.Truncate(c.text, c.cells, c.tail); got != c.want {
				t.Errorf("%s: %q to %d with %q is %q, want %q", m, c.text, c.cells, c.tail, got, c.want)
			}
		}
	}
}

// awkward texts have at their edges what joins a neighbouring space.
var awkward = []string{"\u0600", "\ufe0f", "\u093e", "\u0301", "\u093ea", "a\u0600", "\u200d", "\ufe0f各"}

func TestPadIsExact(t *testing.T) {
	texts := slices.Clone(awkward)
	for _, s := range samples {
		texts = append(texts, s.text)
	}
	for _, m := range methods {
		for _, text := range texts {
			for cells := -1; cells <= 200; cells++ {
				right := m.PadRight(text, cells)
				if got := m.Of(right); got != max(cells, 0) {
					t.Errorf("%s: %q to the left of %d takes %d: %q", m, text, cells, got, right)
				}
			}
		}
	}
}

func TestPad(t *testing.T) {
	for _, m := range methods {
		if got := m.PadRight("abc", 5); got != "abc  " {
			t.Errorf("%s: PadRight is %q", m, got)
		}
		if got := m.PadRight("a各", 2); got != "a " {
			t.Errorf("%s: PadRight in too few cells is %q", m, got)
		}
		if got := m.PadRight("x", 300); got != "x"+strings.Repeat(" ", 299) {
			t.Errorf("%s: PadRight to 300 has %d bytes", m, len(got))
		}
	}
}

func TestTruncateFits(t *testing.T) {
	for _, m := range methods {
		for _, s := range samples {
			for cells := 0; cells <= 200; cells++ {
				for _, tail := range []string{"", "…", "..."} {
					got := m.Truncate(s.text, cells, tail)
					if m.Of(got) > cells {
						t.Errorf("%s: %q to %d takes %d", m, s.text, cells, m.Of(got))
					}
					if m.Of(s.text) <= cells && cells > 0 && got != s.text {
						t.Errorf("%s: %q fits %d but became %q", m, s.text, cells, got)
					}
				}
			}
		}
	}
}

func TestTruncateLeft(t *testing.T) {
	for _, c := range []struct {
		text, head string
		cells      int
		want       string
	}{
		{"evil.example", "…", 12, "evil.example"},
		{"www.bank.example.evil.example", "…", 12, "…vil.example"},
		{"a folder/b.yaml", "...", 9, "...b.yaml"},
		{"a b.yaml", "…", 7, "…b.yaml"},
		{"各各各", "…", 4, "…各"},
		{"abc", "...", 2, ".."},
		{"abc", "…", 0, ""},
	} {
		for _, m := range methods {
			if got := m.TruncateLeft(c.text, c.cells, c.head); got != c.want {
				t.Errorf("%s: %q to %d is %q, want %q", m, c.text, c.cells, got, c.want)
			}
		}
	}
	for _, m := range methods {
		for _, s := range samples {
			for cells := range 200 {
				got := m.TruncateLeft(s.text, cells, "…")
				if m.Of(got) > cells || m.Of(s.text) <= cells && got != s.text {
					t.Errorf("%s: %q to %d is %q", m, s.text, cells, got)
				}
			}
		}
	}
}

func BenchmarkPadRight(b *testing.B) {
	for name, text := range benchTexts() {
		for _, m := range methods {
			b.Run(name+"/"+m.String(), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					m.PadRight(text[:30], 40)
				}
			})
		}
	}
}
