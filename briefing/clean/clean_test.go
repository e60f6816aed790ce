package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/text/unicode/norm"
)

// marks returns so many of them.
func marks(n int) string { return strings.Repeat("\u0301", n) }

// TestSafe compares Safe with Text: they differ only in what is composed.
func TestSafe(t *testing.T) {
	for _, tt := range cleanTests {
		got, want := Safe(tt.in), Text(tt.in)
		if norm.NFC.String(got) != norm.NFC.String(want) {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
		if again := Safe(want); again != want {
			t.Errorf("%s: %q becomes %q", tt.name, want, again)
		}
	}
}

var cleanTests = []struct{ name, in, want string }{
	{"empty", "", ""},
	{"plain", "Bridge closed — \u201ca week\u201d, zażółć, Київ, 東京", "Bridge closed — \u201ca week\u201d, zażółć, Київ, 東京"},
	{"escape", "a\x1b[31mb", "a\ufffd[31mb"},
	{"nul, bell, delete", "a\x00\x07\x7fb", "a\ufffd\ufffd\ufffdb"},
	{"c1 in utf-8", "a\u009b31m\u0080", "a\ufffd31m\ufffd"},
	{"c1 as a byte", "a\x9b31m", "a\ufffd31m"},
	{"cut off utf-8", "a\xe2\x80", "a\ufffd\ufffd"},
	{"overlong utf-8", "\xc0\xaf", "\ufffd\ufffd"},
	{"surrogate in utf-8", "\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
	{"replacement stays", "a\ufffdb", "a\ufffdb"},
	{"tab", "a\tb", "a    b"},
	{"crlf", "a\r\nb\rc\n", "a\nb c\n"},
	{"other breaks", "a\vb\fc\u0085d\u2028e\u2029f", "a b c d e f"},
	{"bidi override", "a\u202eb\u202c", "a\ufffdb\ufffd"},
	{"bidi isolate", "a\u2066b\u2069", "a\ufffdb\ufffd"},
	{"hidden", "ab\u034f\u2063\ufff9\u3164", "ab\ufffd\ufffd\ufffd\ufffd"},
	{"no part of the words", "Waf\u00adfen\u200bstill\u2060stand\ufeffs\u200dru\u200che", "Waffenstillstandsruhe"},
	{"nothing but such", "\ufeff\u00ad\u200b", ""},
	{"composed", "Mu\u0308ller \u212b \u1e9b\u0323 \u1112\u1161\u11ab", "Müller \u00c5 \u1e9b\u0323 \ud55c"},
	{"order of marks", "q\u0307\u0323", "q\u0323\u0307"},
	{"composed where something was left out", "Mu\u00ad\u0308ller", "Müller"},
	{"compatibility forms stay", "ﬁ ² Ａ ①", "ﬁ ² Ａ ①"},
	{"escape in two", "a\x1b\u00ad[31m", "a\ufffd[31m"},
	{"line break in two", "a\r\u00ad\nb", "a \nb"},
	{"mark behind what is left out", "\u00ad\u0301a\n\u200b\u0301b", "\ufffda\n\ufffdb"},
	{"tag behind what is left out", "\U0001f3f4\u00ad\U000e0067", "\U0001f3f4\ufffd"},
	{"direction override in two", "\u202e\u2060\u202c", "\ufffd\ufffd"},
	{"noncharacters", "\ufdd0\ufffe\U0001fffe", "\ufffd\ufffd\ufffd"},
	{"tags spell words", "a\U000e0068\U000e0069", "a\ufffd\ufffd"},
	{"language tag", "\U000e0001", "\ufffd"},
	{"flag of England", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!"},
	{"flag not ended", "\U0001f3f4\U000e0067\U000e0062\U000e0065", "\U0001f3f4\ufffd\ufffd\ufffd"},
	{"flag too short", "\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4\ufffd\ufffd"},
	{"flag with a capital", "\U0001f3f4\U000e0047\U000e0062\U000e0065\U000e007f", "\U0001f3f4\ufffd\ufffd\ufffd\ufffd"},
	{"keycap, heart", "1\ufe0f\u20e3 \u2764\ufe0f", "1\ufe0f\u20e3 \u2764\ufe0f"},
	{"selector after space", "a \ufe0f", "a \ufffd"},
	{"two selectors", "\u2764\ufe0f\ufe0f", "\u2764\ufe0f\ufffd"},
	{"ideographic variant", "葛\U000e0100", "葛\U000e0100"},
	{"selector supplement on a letter", "a\U000e0100", "a\ufffd"},
	{"family", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"},
	{"hindi", "क्\u200dष", "क्\u200dष"},
	{"persian", "می\u200cخواهم", "می\u200cخواهم"},
	{"two joiners", "می\u200c\u200cخواهم\u200d\u200b", "می\u200cخواهم\u200d"},
	{"joiner after a digit or a space", "۵\u200cم \u200dم", "۵م م"},
	{"joiners between latin letters", "a\u200db\u200cc, e\u0301\u200dx", "abc, éx"},
	{"direction marks with hebrew", "שלום\u200f, abc\u200e", "שלום\u200f, abc\u200e"},
	{"direction marks without", "abc\u200e\u200f\u061c", "abc\ufffd\ufffd\ufffd"},
	{"zero width space in khmer", "ក\u200bខ", "ក\u200bខ"},
	{"zero width space in latin", "a\u200bb", "ab"},
	{"mongolian selector", "ᠠ\u180b a\u180b", "ᠠ\u180b a\ufffd"},
	{"30 marks", "a" + marks(30) + "b", "á" + marks(29) + "b"},
	{"31 marks", "a" + marks(31) + "b", "á" + marks(29) + "\ufffdb"},
	{"20,000 marks", "a" + marks(20000) + "b", "á" + marks(29) + "\ufffdb"},
	{"mark at the start", "\u0301a\n\u093eb \u0301c", "\ufffda\n\ufffdb \u0301c"},
	{"vowel sign, swatch", "\u093e \U0001f3fb", "\ufffd \U0001f3fb"},
	{"number sign", "\u0600123, \u0600 1\u0600", "\u0600123, \ufffd 1\ufffd"},
	{"chain of joiners", strings.Repeat("\U0001f468\u200d", 40), strings.Repeat("\U0001f468\u200d", 15) + "\U0001f468\ufffd"},
	{"jamo without end", strings.Repeat("\u1100", 50), strings.Repeat("\u1100", 31) + "\ufffd"},
	{"letter cut off, its direction mark with it", strings.Repeat("\U0001f468\u200d", 20) + "ש\u200f",
		strings.Repeat("\U0001f468\u200d", 15) + "\U0001f468\ufffd\ufffd"},
	{"many syllables in jamo", strings.Repeat("\u1112\u1161\u11ab", 40), strings.Repeat("한", 40)},
	{"selector behind an accent", "e\u0301\ufe0e", "é\ufe0e"},
	{"number signs without end", strings.Repeat("\u0600", 3) + "1", "\ufffd\ufffd\u06001"},
}

func TestCleanText(t *testing.T) {
	for _, tt := range cleanTests {
		t.Run(tt.name, func(t *testing.T) {
			got := Text(tt.in)
			if got != tt.want {
				t.Errorf("CleanText(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
			if again := Text(got); again != got {
				t.Errorf("cleaned twice: %+q, once: %+q", again, got)
			}
		})
	}
}

func TestCleanLine(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Harbour bridge", "Harbour bridge"},
		{"  a\tb \n", "a    b"},
		{"a\r\nb\nc", "a b c"},
		{"\u3000\u00a0a\u00a0", "a"},
		{"\n\n", ""},
		{"\ufeff \u00ad\u0301a\u00ad ", "\ufffda"},
	}
	for _, tt := range tests {
		if got := Line(tt.in); got != tt.want {
			t.Errorf("CleanLine(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
}

func TestCleanKeepsWhatIsClean(t *testing.T) {
	for _, s := range []string{"plain ascii", "“quotes” — Київ 東京 서울", "हिन्दी नमस्ते", "עברית", "ไทยน้ำ"} {
		got := Text(s)
		if got != s {
			t.Errorf("CleanText(%q) = %q", s, got)
		}
	}
	text := strings.Repeat("The bridge stays closed — “for a week”. ", 100)
	if n := testing.AllocsPerRun(10, func() { Line(text) }); n != 0 {
		t.Errorf("cleaning clean text allocates %v times", n)
	}
}

// forbidden lists, apart from the tables of the cleaner, what must never come
// out of it.
func forbidden(r rune, line bool) bool {
	switch {
	case r == '\n':
		return line
	case unicode.Is(unicode.Cc, r), r == 0x2028, r == 0x2029:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff, r == 0xad:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r == 0xe0001, r > 0xe007f && r < 0xe0100:
		return true
	}
	return false
}

// TestPlainIsComposed makes sure that the quick way leaves out nothing that the
// other would compose.
func TestPlainIsComposed(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		if p := norm.NFC.PropertiesString(string(r)); plainRune(r) && (!norm.NFC.IsNormalString(string(r)) || !p.BoundaryBefore()) {
			t.Errorf("%U is not plain", r)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"a\x1b[31m\x9b\u009b", "\t\t", "שלום\u200f", "\U0001f468\u200d\U0001f469", "a\u0301\u0301\xff", "\r\n\r\n\u0085",
		"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "葛\U000e0100\U000e0101", "क्षि",
		"Mu\u0308l\u00adler\u200b\u2060", "e\u00ad\u0301\u200d\u0327", "\xf0\u0387", "\u1112\u1161\u00ad\u11ab", "\x1b\u200b[\u20602J", "\u0958\u212b\u0344\u1f71", "می\u200cخ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for line, clean := range map[bool]func(string) string{true: Line, false: Text} {
			got := clean(s)
			if again := clean(got); again != got {
				t.Errorf("not stable: %+q gives %+q, then %+q", s, got, again)
			}
			if !utf8.ValidString(got) {
				t.Errorf("%+q gives invalid UTF-8 %+q", s, got)
			}
			if len(got) > 4*len(s) {
				t.Errorf("%+q grows to %+q", s, got)
			}
			checkClusters(t, got)
			if !norm.NFC.IsNormalString(got) {
				t.Errorf("%+q gives %+q, which is not composed", s, got)
			}
			if strings.ContainsAny(got, "\ufffd\u034f") {
				continue // the order of marks decides which of them is replaced
			}
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				if same := clean(form.String(s)); same != got && !strings.ContainsRune(same, Replacement) {
					t.Errorf("%+q gives %+q, and %+q gives %+q", s, got, form.String(s), same)
				}
			}
			for _, r := range got {
				if forbidden(r, line) {
					t.Errorf("%+q keeps %U", s, r)
				}
			}
		}
	})
}

func BenchmarkClean(b *testing.B) {
	for name, text := range map[string]string{
		"ascii":  strings.Repeat("The bridge stays closed for a week, the harbour office says.\n", 1000),
		"quotes": strings.Repeat("The bridge stays closed — “for a week”, the harbour office says.\n", 1000),
		"hindi":  strings.Repeat("पुल एक सप्ताह के लिए बंद है।\n", 1000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Text(text)
			}
		})
	}
}

// FuzzCells puts clean text between words, as the program does: it takes the
// same cells there as alone.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"\u093e", "x\u0600", "\u0600 1", "\u0e33", "\U0001f1fa", "\u094d", "\ufe0f", "\u1100", "e\u0301", "\U0001f468\u200d", "\U0001f3fb", "\u20e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, clean := range []string{Line(s), Text(s)} {
			for _, put := range []string{" " + clean + " ", "“" + clean + "”", "(" + clean + ")", clean + "; x"} {
				before, after, _ := strings.Cut(put, clean)
				if got, want := displaywidth.String(put), displaywidth.String(before)+displaywidth.String(clean)+displaywidth.String(after); got != want {
					t.Fatalf("%+q takes %d cells, and %d where it stands in %+q", clean, displaywidth.String(clean), got-want+displaywidth.String(clean), put)
				}
			}
		}
	})
}

// checkClusters makes sure that no character has more than 32 code points.
func checkClusters(t *testing.T, text string) {
	t.Helper()
	clusters := displaywidth.StringGraphemes(text)
	for clusters.Next() {
		if n := len([]rune(clusters.Value())); n > maxCluster+1 {
			t.Fatalf("a cluster of %d code points: %+q", n, clusters.Value())
		}
	}
}
