package width

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

var methods = []Method{Wc, Grapheme}

// samples are texts of which the widths are hard, with both widths, as
// terminals without and with mode 2027 draw them.
var samples = []struct {
	name, text   string
	wc, grapheme int
}{
	{"nothing", "", 0, 0},
	{"ascii", "plain text", 10, 10},
	{"latin", "Société générale", 16, 16},
	{"typography", "“a” — b…", 8, 8},
	{"combining acute", "e\u0301te\u0301", 3, 3},
	{"family ZWJ", "👨‍👩‍👧‍👦", 8, 2},
	{"skin tone", "👍🏽", 4, 2},
	{"heart with VS16", "❤\ufe0f", 1, 2},
	{"keycap", "1\ufe0f\u20e3", 1, 2},
	{"flag", "🇫🇷", 2, 2},
	{"three regional indicators", "🇫🇷🇩", 3, 4},
	{"England", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2, 2},
	{"Hindi", "हिन्दी", 5, 2},
	{"Tamil", "நிதி", 4, 2},
	{"Thai", "น้ำใจไทย", 7, 6},
	{"Hangul", "한국어", 6, 6},
	{"Hangul jamo", "\u1112\u1161\u11ab", 4, 2},
	{"half-width kana with dakuten", "ｶﾞｷ", 3, 2},
	{"kana with dakuten", "か\u3099", 2, 2},
	{"CJK", "各国首脳", 8, 8},
	{"full width", "ＡＢ１", 6, 6},
	{"Arabic", "السلام", 6, 6},
	{"Arabic with marks", "سَلَام", 4, 4},
	{"Hebrew with points", "שָׁלוֹם", 4, 4},
	{"zero-width space", "a\u200bb", 2, 2},
	{"word joiner", "a\u2060b", 2, 2},
	{"soft hyphen", "a\u00adb", 2, 2},
	{"marks without end", "a" + strings.Repeat("\u0301", 500), 1, 1},
	{"box", "│─┼", 3, 3},
	{"signs", "●◐○?", 4, 4},
	{"new emoji", "\U0001fac6", 2, 2},
	{"control characters", "a\tb\nc", 3, 3},
}

// hard returns all samples in one text, with spaces.
func hard() string {
	var text strings.Builder
	for _, s := range samples {
		text.WriteString(strings.NewReplacer("\t", " ", "\n", " ").Replace(s.text) + " ")
	}
	return text.String()
}

func TestOf(t *testing.T) {
	for _, s := range samples {
		if got := Wc.Of(s.text); got != s.wc {
			t.Errorf("%s: wc says %d cells, want %d", s.name, got, s.wc)
		}
		if got := Grapheme.Of(s.text); got != s.grapheme {
			t.Errorf("%s: grapheme says %d cells, want %d", s.name, got, s.grapheme)
		}
	}
}

// renderer returns what the renderer of the screens counts.
func renderer(t *testing.T, m Method) func(string) int {
	t.Helper()
	if ansi.StringWidthWc("…") != 1 {
		t.Skip("RUNEWIDTH_EASTASIAN is set, which the renderer obeys and this package does not")
	}
	if m == Wc {
		return ansi.StringWidthWc
	}
	return ansi.StringWidth
}

func TestAgreesWithRenderer(t *testing.T) {
	for _, m := range methods {
		of := renderer(t, m)
		for _, s := range samples {
			if got, want := m.Of(s.text), of(s.text); got != want {
				t.Errorf("%s, %s: %d cells, the renderer says %d", m, s.name, got, want)
			}
		}
		for r := rune(0); r <= utf8.MaxRune; r++ {
			if r == 0x1b || r >= 0x80 && r < 0xa0 || r >= 0xd800 && r < 0xe000 {
				continue
			}
			if got, want := m.Of(string(r)), of(string(r)); got != want {
				t.Errorf("%s, %U: %d cells, the renderer says %d", m, r, got, want)
			}
		}
	}
}

// TestSimple checks what next assumes of simple characters: next to each other
// they make clusters of their own, and both methods agree on them.
func TestSimple(t *testing.T) {
	var all []rune
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if _, _, ok := simple(string(r)); ok {
			all = append(all, r)
		}
	}
	if len(all) < 30000 {
		t.Fatalf("only %d simple characters", len(all))
	}
	for i, r := range all {
		text := string([]rune{'a', r, all[(i*7919)%len(all)], r, '1'})
		clusters := displaywidth.StringGraphemes(text)
		for _, want := range text {
			if !clusters.Next() || clusters.Value() != string(want) {
				t.Fatalf("%q: %q is not a cluster of its own", text, want)
			}
		}
		if cells, _, _ := simple(string(r)); cells != displaywidth.Rune(r) {
			t.Errorf("%U: %d cells, want %d", r, cells, displaywidth.Rune(r))
		}
	}
}

func TestNextFindsClusters(t *testing.T) {
	text := hard()
	for _, m := range methods {
		clusters := displaywidth.StringGraphemes(text)
		for i := 0; i < len(text); {
			end, cells := m.next(text, i)
			if !clusters.Next() || clusters.Value() != text[i:end] {
				t.Fatalf("%s: %q at %d is not the cluster %q", m, text[i:end], i, clusters.Value())
			}
			if want := m.Of(text[i:end]); cells != want {
				t.Errorf("%s, %q: %d cells, want %d", m, text[i:end], cells, want)
			}
			i = end
		}
	}
}

func TestAsciiDoesNotAllocate(t *testing.T) {
	ascii := strings.Repeat("a plain sentence ", 20)
	mixed := hard()
	for _, m := range methods {
		for _, text := range []string{ascii, mixed} {
			if n := testing.AllocsPerRun(20, func() { m.Of(text); m.Cut(text, 60) }); n != 0 {
				t.Errorf("%s: measuring %.12q allocates %v times", m, text, n)
			}
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for name, text := range benchTexts() {
		for _, m := range methods {
			b.Run(name+"/"+m.String(), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					m.Of(text)
				}
			})
		}
	}
}

func benchTexts() map[string]string {
	return map[string]string{
		"ascii":  strings.Repeat("The ministers met in the capital, and no statement followed. ", 40),
		"quotes": strings.Repeat("“The ministers met” — in the capital, and said: “Nothing…” ", 40),
		"cjk":    strings.Repeat("各国首脳は首都で会談し、声明は発表されなかった。", 40),
		"hard":   hard(),
	}
}
