package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func found(query, text string) []string {
	var out []string
	for _, r := range NewQuery(query).AppendRanges(nil, text) {
		out = append(out, text[r.Start:r.End])
	}
	return out
}

var foundTests = []struct {
	name, query, text string
	want              []string
}{
	{"case", "nato", "NATO and Nato", []string{"NATO", "Nato"}},
	{"inside words", "art", "Smart art", []string{"art", "art"}},
	{"a capital counts", "Nato", "NATO and Nato and nato", []string{"Nato"}},
	{"all capitals count", "US", "us, US, Us", []string{"US"}},
	{"accent in the text", "zelenskiy", "Zelenskiĭ", nil},
	{"accents", "zelenskyy", "Zelenskyȳ said", []string{"Zelenskyȳ"}},
	{"accent in the query", "Zelenskýy", "Zelenskyy", []string{"Zelenskyy"}},
	{"accents apart", "resume", "re\u0301sume\u0301 x", []string{"re\u0301sume\u0301"}},
	{"accents apart in the query", "re\u0301sume\u0301", "Résumé", []string{"Résumé"}},
	{"mark behind the match", "cafe", "cafe\u0301s", []string{"cafe\u0301"}},
	{"Vietnamese", "viet nam", "Việt Nam", []string{"Việt Nam"}},
	{"strokes", "lodz", "Łódź", []string{"Łódź"}},
	{"Danish", "kobenhavn", "København", []string{"København"}},
	{"two letters of one", "strasse", "Straße, STRASSE, STRAẞE", []string{"Straße", "STRASSE", "STRAẞE"}},
	{"one letter of two", "straße", "Strasse", []string{"Strasse"}},
	{"half a letter", "weis", "weiß", []string{"weiß"}},
	{"letter found twice", "s", "ß", []string{"ß"}},
	{"ash", "aegean", "Ægean", []string{"Ægean"}},
	{"Turkish", "istanbul", "İstanbul, ıstanbul", []string{"İstanbul", "ıstanbul"}},
	{"Greek", "αθηνα", "Αθήνα, ΑΘΗΝΑ", []string{"Αθήνα", "ΑΘΗΝΑ"}},
	{"final sigma", "λογος", "ΛΌΓΟΣ λόγος", []string{"ΛΌΓΟΣ", "λόγος"}},
	{"Cyrillic", "зеленскии", "Зеленский", []string{"Зеленский"}},
	{"yo", "еще", "Ещё", []string{"Ещё"}},
	{"Cyrillic capital counts", "Нато", "НАТО Нато нато", []string{"Нато"}},
	{"Hindi vowels stay", "का", "की का", []string{"का"}},
	{"Hindi, marks go along", "हिन", "हिन्दी", []string{"हिन्"}},
	{"Arabic points", "محمد", "مُحَمَّد", []string{"مُحَمَّد"}},
	{"Japanese voicing stays", "か", "が か", []string{"か"}},
	{"Chinese", "北約", "在北約說", []string{"北約"}},
	{"full width", "nato", "ＮＡＴＯ", []string{"ＮＡＴＯ"}},
	{"ligature", "office", "oﬃce", []string{"oﬃce"}},
	{"apostrophe", "ukraine's", "Ukraine’s", []string{"Ukraine’s"}},
	{"quotes", `"so-called"`, "the “so‑called” war", []string{"“so‑called”"}},
	{"dashes", "2022-2024", "2022–2024", []string{"2022–2024"}},
	{"dots", "well...", "well… yes", []string{"well…"}},
	{"white space", "north korea", "North\n  Korea, north\u00a0korea", []string{"North\n  Korea", "north\u00a0korea"}},
	{"not beyond paragraphs", "end begin", "the end\n\nbegin", nil},
	{"soft hyphen", "deployment", "deploy\u00adment", []string{"deploy\u00adment"}},
	{"soft hyphen in the query", "deploy\u00adment", "deployment", []string{"deployment"}},
	{"Hangul taken apart", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국어", []string{"한국"}},
	{"Hindi letter with its dot apart", "\u0958", "\u0915\u093c", []string{"\u0915\u093c"}},
	{"joiner at the start", "man", "\u200dman", []string{"man"}},
	{"query of spaces", "   ", "a b", nil},
	{"query of a mark", "\u0301", "é", nil},
	{"spaces around the query", "  korea ", "korea", []string{"korea"}},
	{"empty text", "a", "", nil},
	{"overlapping", "aa", "aaaaa", []string{"aa", "aa"}},
	{"emoji", "👍", "fine 👍🏽 👍", []string{"👍", "👍"}},
	{"invalid", "a\xffb", "xa\xffb", []string{"a\xffb"}},
}

func TestFound(t *testing.T) {
	for _, test := range foundTests {
		t.Run(test.name, func(t *testing.T) {
			got := found(test.query, test.text)
			if strings.Join(got, "|") != strings.Join(test.want, "|") {
				t.Errorf("%q in %q: got %q, want %q", test.query, test.text, got, test.want)
			}
			if in := NewQuery(test.query).In(test.text); in != (len(test.want) > 0) {
				t.Errorf("%q in %q: %v", test.query, test.text, in)
			}
		})
	}
}

func TestNames(t *testing.T) {
	if a, b := String("  Volodymyr  Zelenskyĭ"), String("volodymyr zelenskyi"); a != b {
		t.Errorf("%q and %q differ", a, b)
	}
	if String("Côte d’Ivoire") == String("Cote Ivoire") {
		t.Error("different names are alike")
	}
}

func TestKey(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"nato", " NATÓ"[:5], false}, {"nato ", "nató", true}, {"Nato", "nato", false}, {"Nato", "NATO", false}, {"NATO", "NATÓ", true},
	} {
		if a, b := NewQuery(test.a).Key(), NewQuery(test.b).Key(); (a == b) != test.same {
			t.Errorf("%q and %q: keys %q and %q", test.a, test.b, a, b)
		}
	}
	if NewQuery("naTo").capital == nil || NewQuery("nàto").capital != nil {
		t.Error("case counts only for a query with a capital")
	}
}

// No rune may grow, or texts would not fit the room that is made for them; and
// what is folded must stay what it is when it is folded again.
func TestEveryRune(t *testing.T) {
	runes := table()
	for r := range utf8.MaxRune + 1 {
		if !utf8.ValidRune(r) {
			continue
		}
		raw := string(r)
		f := runes.fold(r, raw)
		if f != work(r) {
			t.Errorf("%U: quick way %x, slow way %x", r, f, work(r))
		}
		if f.len() > len(raw) {
			t.Errorf("%U grows from %d to %d bytes", r, len(raw), f.len())
		}
		if f == whiteSpace || f.leftOut() {
			continue
		}
		once := String(raw)
		if !utf8.ValidString(once) || String(once) != once {
			t.Errorf("%U folds to %q and that to %q", r, once, String(once))
		}
	}
}
