package fold

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestAppendWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		" \t\n.,;—…“”👍":          "",
		"The Bridge, closed":     "the bridge closed",
		"Zelenskyĭ’s 2nd visit":  "zelenskyi s 2nd visit",
		"don't well-known a/b_c": "don t well known a b c",
		"3.5 % 10:30 €5":         "3 5 10 30 5",
		"Straße ﬁn Łódź Ærø ＮＡＴＯ３":      "strasse fin lodz aero nato3",
		"ŉ hond, 'n hond, xŉ":           "n hond n hond xn",
		"soft\u00adhy\u200dphen a\x01b": "softhyphen ab",
		"q\u0301x":                      "qx",
		"Президент ещё й":               "президент еще и",
		"حَرْب كِتاب":                   "حرب كتاب",
		"हिन्दी में":                    "हिन्दी में",
		"한국어 신문":                        "한국어 신문",
		"俄羅斯，在NATO2國":                   "俄 羅 斯 在 nato2 國",
		"スーパー と ｱｰ":                     "ス ー パ ー と ｱ ｰ",
		"人々が〆":                          "人 々 が 〆",
		"ก้าวไป 12 ๑๒ก":                 "ก้ า ว ไ ป 12 ๑๒ ก",
		"ខ្មែរ":                         "ខ្ មែ រ",
		"a漢a漢":                          "a 漢 a 漢",
		"\u093fक ิx":                    "\u093fक ิx",
		"bad\xffbyte \ufffd":            "bad byte",
		"ʼa ʻokina m²":                  "a okina m²",
	} {
		if want != "" {
			want += " "
		}
		if got := string(AppendWords([]byte("x "), text)); got != "x "+want {
			t.Errorf("%q: got %q, want %q", text, got, "x "+want)
		}
	}
}

func TestWordsFirst(t *testing.T) {
	for _, test := range []struct {
		text, query string
		prefix      bool
		want        string // "" if it is not there
	}{
		{"The bridge is closed.", "bridge", false, "bridge"},
		{"The bridge is closed.", "BRIDGE IS", false, ""},
		{"The bridge is closed.", "Bridge", false, ""},
		{"The bridge: is closed.", "bridge is", false, "bridge: is"},
		{"The bridge is closed.", "is bridge", false, ""},
		{"The bridge is closed.", "bridg", false, ""},
		{"The bridge is closed.", "bridg", true, "bridg"},
		{"The bridge is closed.", "ridge", true, ""},
		{"The bridge is closed.", "bridge i", true, "bridge i"},
		{"The bridge is closed.", "closed", true, "closed"},
		{"The bridge is closed", "closed", false, "closed"},
		{"closedly closed", "closed", false, "closed"},
		{"Kim Jong Kim Jong Un", "kim jong un", false, "Kim Jong Un"},
		{"nato NATO", "NATO", false, "NATO"},
		{"NATO Nato", "Nato", false, "Nato"},
		{"NATO Nato", "Na", true, "Na"},
		{"of Straße x", "strasse", false, "Straße"},
		{"of Straße x", "stras", true, "Straß"},
		{"of Straße x", "stra", false, ""},
		{"un\u00adkim kim", "kim", false, "kim"},
		{"un\u00ad\u00adkim", "kim", false, ""},
		{"un-\u00adkim", "kim", false, "kim"},
		{"re\u00adsume\u0301\u0302 x", "resume", false, "re\u00adsume\u0301\u0302"},
		{"Zelenskyĭ’s visit", "zelenskyi's visit", false, "Zelenskyĭ’s visit"},
		{"在NATO國 the", "nato", false, "NATO"},
		{"俄羅斯在", "羅斯", false, "羅斯"},
		{"俄羅斯在", "羅在", false, ""},
		{"ก้าวไป", "าว", false, "าว"},
		{"ก้าวไป", "ก", false, ""},
		{"ก้าวไป", "ก", true, "ก้"},
		{"ก้x", "x", false, "x"},
		{"xก\u0e49", "\u0e49", false, ""},
		{"हिन्दी में", "में", false, "में"},
		{"हिन्दी में", "हिन्", true, "हिन्"},
		{"हिन्दी में", "न्दी", false, ""},
		{"\u093fक क", "क", false, "क"},
		{"- \u093fक", "\u093fक", false, "\u093fक"},
		{"Привет Президент", "президент", false, "Президент"},
		{"Привет президент", "Президент", false, ""},
		{"re\u0301sume\u0301", "r\u00e9sum\u00e9", false, "re\u0301sume\u0301"},
		{"anything", "", false, ""},
		{"anything", "—", true, ""},
	} {
		r, ok := NewWords(test.query, test.prefix).First(test.text)
		if ok != (test.want != "") || test.text[r.Start:r.End] != test.want {
			t.Errorf("%q in %q: got %q, %v", test.query, test.text, test.text[r.Start:r.End], ok)
		}
		if ok && test.text != test.want && r.Start != strings.LastIndex(test.text, test.want) {
			t.Errorf("%q in %q: at %d", test.query, test.text, r.Start)
		}
	}
}

func TestWordsTokens(t *testing.T) {
	for query, want := range map[string][]string{
		"":                nil,
		" - ":             nil,
		"Zelenskyi's дом": {"zelenskyi", "s", "дом"},
		"re\u0301sume":    {"resume"},
	} {
		for _, prefix := range []bool{false, true} {
			q := NewWords(query, prefix)
			if got := q.Tokens(); !slices.Equal(got, want) || q.Empty() != (len(want) == 0) {
				t.Errorf("%q: got %q", query, got)
			}
		}
	}
	if !(Words{}).Empty() {
		t.Error("the zero Words finds something")
	}
}

// FuzzWords checks that a text has the words of each of its parts that are cut where
// words end, and only what its folded words have.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Zelenskyĭ’s 2nd Visit", "俄羅斯，在NATO2國", "ก้าวไป Ab ๑๒ก", "ŉ ﬁn ß\u00adß q\u0301", "\u093fक ิx", "a\xffb"} {
		f.Add(s, uint(0), uint(7), "the")
		f.Add("Before it: "+s+", behind", uint(3), uint(11), s)
	}
	f.Fuzz(func(t *testing.T, text string, from, to uint, other string) {
		if len(text)+len(other) > 400 {
			t.Skip("the checks look at every pair of places")
		}
		if text = norm.NFC.String(text); !utf8.ValidString(text) {
			t.Skip("texts of a briefing are valid")
		}
		words := " " + string(AppendWords(nil, text))
		for _, b := range []byte(words) {
			if b < utf8.RuneSelf && b != ' ' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
				t.Fatalf("%q has the words %q", text, words)
			}
		}
		if strings.Contains(words, "  ") {
			t.Fatalf("%q has an empty word: %q", text, words)
		}
		checkSequence(t, text, words, from, to)
		checkFound(t, text, words, other)
	})
}

// checkSequence looks for some of the words of a text in it.
func checkSequence(t *testing.T, text, words string, from, to uint) {
	t.Helper()
	list := strings.Fields(words)
	if len(list) == 0 {
		return
	}
	first := int(from % uint(len(list)))
	last := first + int(to%uint(len(list)-first))
	part := strings.Join(list[first:last+1], " ")
	if again := string(AppendWords(nil, part)); again != part+" " {
		t.Fatalf("the words %q have the words %q", part, again)
	}
	checkFound(t, text, words, part)
	if r, ok := NewWords(part, false).First(text); !ok || string(AppendWords(nil, text[r.Start:r.End])) != part+" " {
		t.Fatalf("%q in %q: %q, %v", part, text, text[r.Start:r.End], ok)
	}
}

// checkFound compares First with the folded words of the text.
func checkFound(t *testing.T, text, words, query string) {
	t.Helper()
	for _, prefix := range []bool{false, true} {
		q := NewWords(query, prefix)
		want := " " + strings.Join(q.Tokens(), " ")
		if !prefix {
			want += " "
		}
		r, ok := q.First(text)
		if has := strings.Contains(words, want) && !q.Empty(); ok && !has || has && !ok && q.capital == nil {
			t.Fatalf("%q in %q, prefix %v: got %v, want %v", query, text, prefix, ok, has)
		}
		if ok {
			checkRanges(t, []Range{r}, text)
		}
	}
	if q := NewWords(query, false); !q.Empty() && utf8.ValidString(query) {
		if _, ok := q.First(norm.NFC.String(query)); !ok {
			t.Fatalf("%q does not find itself", query)
		}
	}
}

func BenchmarkAppendWords(b *testing.B) {
	for name, words := range map[string]string{"english": english, "russian": russian, "czech": czech, "chinese": chinese} {
		text := prose(words, megabytes)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var dst []byte
			for b.Loop() {
				dst = AppendWords(dst[:0], text)
			}
		})
	}
}

func BenchmarkWordsFirst(b *testing.B) {
	const size = 30 << 10
	for name, words := range map[string]string{"english": english, "russian": russian, "czech": czech} {
		text := prose(words, size) + " rare words"
		for _, query := range []string{"rare words", "Rare words", "rar", "the words"} {
			q := NewWords(query, true)
			b.Run(name+"/"+strings.ReplaceAll(query, " ", "_"), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					q.First(text)
				}
			})
		}
	}
}
