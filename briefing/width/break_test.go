package width

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestBreak(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		cells int
		want  []string
	}{
		{"nothing", "", 5, []string{""}},
		{"spaces only", "   ", 2, []string{""}},
		{"fits", "one two", 7, []string{"one two"}},
		{"at a space", "one two", 6, []string{"one", "two"}},
		{"trailing spaces are free", "one    two  ", 3, []string{"one", "two"}},
		{"inner spaces stay", "a   b c", 5, []string{"a   b", "c"}},
		{"indent stays", "  one two", 5, []string{"  one", "two"}},
		{"indent without room goes", "    one", 4, []string{"one"}},
		{"indent before a long word goes", "  abcdef", 5, []string{"abcde", "f"}},
		{"new lines", "a\n\nb\n", 5, []string{"a", "", "b", ""}},
		{"CRLF", "one \r\ntwo", 3, []string{"one", "two"}},
		{"long word", "a abcdefgh b", 4, []string{"a", "abcd", "efgh", "b"}},
		{"long word, marks stay", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"hyphen", "cease-fire", 7, []string{"cease-", "fire"}},
		{"hyphen before a number", "a COVID-19", 8, []string{"a", "COVID-19"}},
		{"date", "on 2024-06-11", 8, []string{"on", "2024-06-", "11"}},
		{"negative number", "by -5", 4, []string{"by", "-5"}},
		{"option", "see --where", 10, []string{"see", "--where"}},
		{"no-break hyphen", "a cease\u2011fire", 8, []string{"a", "cease\u2011fi", "re"}},
		{"slash", "and/or", 5, []string{"and/", "or"}},
		{"numbers with slash", "is 24/7", 6, []string{"is", "24/7"}},
		{"path", "in /etc/hosts", 8, []string{"in /etc/", "hosts"}},
		{"URL", "https://example.org/news/today", 20, []string{"https://example.org/", "news/today"}},
		{"em dash", "one—two", 6, []string{"one—", "two"}},
		{"en dash", "north–south", 8, []string{"north–", "south"}},
		{"years", "in 1939–45", 9, []string{"in", "1939–45"}},
		{"no-break space", "a 10\u00a0km", 6, []string{"a", "10\u00a0km"}},
		{"word joiner", "a b-\u2060c", 4, []string{"a", "b-\u2060c"}},
		{"zero-width space", "abc\u200bdef", 4, []string{"abc\u200b", "def"}},
		{"French quotes", "dit « oui » hier", 7, []string{"dit", "« oui »", "hier"}},
		{"French mark", "dit oui ! hier", 8, []string{"dit", "oui !", "hier"}},
		{"German quotes", "sagt »nein« laut", 8, []string{"sagt", "»nein«", "laut"}},
		{"low quotes", "sagt „nein“ laut", 8, []string{"sagt", "„nein“", "laut"}},
		{"English quotes", "say “no” now", 8, []string{"say “no”", "now"}},
		{"apostrophe first", "the ’90s", 7, []string{"the", "’90s"}},
		{"leading stop", "a .NET", 5, []string{"a", ".NET"}},
		{"brackets", "a (b c)", 5, []string{"a (b", "c)"}},
		{"checkbox", "a [ ] b", 4, []string{"a", "[ ]", "b"}},
	} {
		for _, m := range methods {
			if got := linesOf(m, c.text, c.cells, c.cells); !slices.Equal(got, c.want) {
				t.Errorf("%s, %s: %q in %d is %q, want %q", m, c.name, c.text, c.cells, got, c.want)
			}
		}
	}
}

func TestBreakCJK(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		cells int
		want  []string
	}{
		{"ideographs", "各国首脳", 5, []string{"各国", "首脳"}},
		{"full stop does not start a line", "各国。首", 5, []string{"各", "国。", "首"}},
		{"bracket does not end a line", "各「国」首", 6, []string{"各", "「国」", "首"}},
		{"small kana", "かしゃ", 5, []string{"か", "しゃ"}},
		{"long vowel", "国コー", 5, []string{"国", "コー"}},
		{"iteration mark", "国人々", 5, []string{"国", "人々"}},
		{"Latin within", "各国EU首脳", 6, []string{"各国EU", "首脳"}},
		{"number", "各2024年", 6, []string{"各2024", "年"}},
		{"Chinese quotes", "他说“好”然", 7, []string{"他说", "“好”然"}},
		{"ideographic space", "各国　首脳", 5, []string{"各国", "首脳"}},
		{"Korean breaks at spaces", "대한 민국", 8, []string{"대한", "민국"}},
		{"emoji", "a👍👍👍", 5, []string{"a👍👍", "👍"}},
		{"ellipsis", "各国…首", 5, []string{"各国…", "首"}},
	} {
		for _, m := range methods {
			if got := linesOf(m, c.text, c.cells, c.cells); !slices.Equal(got, c.want) {
				t.Errorf("%s, %s: %q in %d is %q, want %q", m, c.name, c.text, c.cells, got, c.want)
			}
		}
	}
}

func TestBreakLimits(t *testing.T) {
	const family = "👨‍👩‍👧‍👦"
	for _, c := range []struct {
		name        string
		m           Method
		text        string
		first, rest int
		want        []string
	}{
		{"no wrap", Wc, "one two\nthree four", NoWrap, NoWrap, []string{"one two", "three four"}},
		{"only the first does not wrap", Wc, "one two\nsix ten", NoWrap, 3, []string{"one two", "six", "ten"}},
		{"only the first wraps", Wc, "one two three", 3, NoWrap, []string{"one", "two three"}},
		{"short first line", Wc, "two three four", 3, 10, []string{"two", "three four"}},
		{"no room in the first line", Wc, "three four", 3, 10, []string{"", "three four"}},
		{"no room after an indent", Wc, "  three four", 3, 10, []string{"", "three four"}},
		{"short other lines", Wc, "one two three", 11, 3, []string{"one two", "thr", "ee"}},
		{"negative", Wc, "ab", -4, -4, []string{"a", "b"}},
		{"stand-in", Grapheme, "a各 b", 1, 1, []string{"a", standIn, "b"}},
		{"stand-in at the end", Grapheme, "各  ", 1, 1, []string{standIn}},
		{"stand-in for a family", Wc, family + "a", 1, 1, []string{standIn, "a"}},
		{"family in two", Grapheme, family + "a", 2, 2, []string{family, "a"}},
		{"family divided", Wc, family, 4, 4, []string{"👨‍👩‍", "👧‍👦"}},
		{"conjunct divided", Wc, "न्दी", 2, 2, []string{"न्द", "ी"}},
		{"conjunct whole", Grapheme, "न्दी", 2, 2, []string{"न्दी"}},
	} {
		if got := linesOf(c.m, c.text, c.first, c.rest); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %d, %d is %q, want %q", c.name, c.text, c.first, c.rest, got, c.want)
		}
	}
}

func TestBreakSweep(t *testing.T) {
	texts := []string{hard(), hard() + "\n\n   " + hard(), strings.ReplaceAll(hard(), " ", "")}
	for _, text := range benchTexts() {
		texts = append(texts, text)
	}
	for _, m := range methods {
		for _, text := range texts {
			for cells := 1; cells <= 200; cells++ {
				checkBreak(t, m, text, cells, cells)
				checkBreak(t, m, text, max(1, cells-7), cells)
				checkBreak(t, m, text, cells, max(1, cells-7))
			}
		}
	}
}

// checkBreak checks what Break promises of every text.
func checkBreak(t *testing.T, m Method, text string, first, rest int) {
	t.Helper()
	lines := m.Break(text, first, rest)
	if len(lines) <= strings.Count(text, "\n") {
		t.Fatalf("%s: %q in %d, %d: %d lines", m, text, first, rest, len(lines))
	}
	at, limit, spaces := 0, first, spaceEnds(m, text)
	for n, l := range lines {
		if l.Start < at || l.End < l.Start || l.End > len(text) {
			t.Fatalf("%s: %q in %d, %d: line %d is %v", m, text, first, rest, n, l)
		}
		line := text[l.Start:l.End]
		if lost := visible(text[at:l.Start]); lost != "" {
			t.Fatalf("%s: %q in %d, %d: line %d leaves out %q", m, text, first, rest, n, lost)
		}
		if strings.Contains(line, "\n") || line != "" && spaces[l.End] {
			t.Fatalf("%s: %q in %d, %d: line %d is %q", m, text, first, rest, n, line)
		}
		if got := m.Of(line); got > limitCells(limit) && !m.standsIn(line, limit) {
			t.Fatalf("%s: %q in %d, %d: line %d %q takes %d", m, text, first, rest, n, line, got)
		}
		at, limit = l.End, rest
	}
	if lost := visible(text[at:]); lost != "" {
		t.Fatalf("%s: %q in %d, %d leaves out %q at the end", m, text, first, rest, lost)
	}
	if again := m.Break(text, first, rest); !slices.Equal(again, lines) {
		t.Fatalf("%s: %q in %d, %d breaks in two ways", m, text, first, rest)
	}
}

// standsIn reports whether a line may exceed its limit: only a single cluster
// where the limit is 1.
func (m Method) standsIn(line string, limit int) bool {
	end, _ := m.next(line, 0)
	return limitCells(limit) == 1 && end == len(line)
}

// spaceEnds returns the offsets at which the spaces of a text end. A space that is
// part of a larger cluster, because it carries a mark, is none.
func spaceEnds(m Method, text string) map[int]bool {
	ends := map[int]bool{}
	for i := 0; i < len(text); {
		end, _ := m.next(text, i)
		ends[end] = classOf(text, i, end) == space
		i = end
	}
	return ends
}

// visible returns what is left of s without the spaces at its ends.
func visible(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r == '\n' || trimSpaces(string(r)) == "" })
}

// TestBreakIsGreedy checks that plain words are neither divided nor put on
// another line while there is room.
func TestBreakIsGreedy(t *testing.T) {
	text := benchTexts()["ascii"]
	for cells := len("statement"); cells <= 200; cells++ {
		var want []string
		line := ""
		for _, word := range strings.Fields(text) {
			if line != "" && len(line)+1+len(word) > cells {
				want, line = append(want, line), ""
			}
			line = strings.TrimLeft(line+" "+word, " ")
		}
		want = append(want, line)
		for _, m := range methods {
			if got := linesOf(m, text, cells, cells); !slices.Equal(got, want) {
				t.Fatalf("%s, %d cells: %q, want %q", m, cells, got, want)
			}
		}
	}
}

func BenchmarkBreak(b *testing.B) {
	for name, text := range benchTexts() {
		for _, m := range methods {
			b.Run(name+"/"+m.String(), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					m.Break(text, 80, 80)
				}
			})
		}
	}
}

// TestBreakOfPlainLines checks that plain characters, lines of which are broken
// by looking at their ends, break where letters that are not plain do.
func TestBreakOfPlainLines(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	pieces := []string{"a", "b", "word", "x", "longer", " ", " ", " ", "  ", "-", "/", "(", ")", ".", ",", "!", `"`, "'", "1", "24", "$", "\t", "\n",
		"各", "e\u0301", "“", "”", "—", "–", "»", "\u00a0", "\u0301", "…", "。", "ü"}
	for range 20_000 {
		var words strings.Builder
		for range 1 + random.IntN(30) {
			words.WriteString(pieces[random.IntN(len(pieces))])
		}
		plain, first, rest := words.String(), 1+random.IntN(20), 1+random.IntN(20)
		other := strings.Map(func(r rune) rune {
			if 'a' <= r && r <= 'z' {
				return r - 'a' + 'ա'
			}
			return r
		}, plain)
		for _, m := range methods {
			got, want := linesOf(m, plain, first, rest), linesOf(m, other, first, rest)
			if !slices.EqualFunc(got, want, sameShape) {
				t.Fatalf("%s: %q in %d, %d is %q, want the shape of %q", m, plain, first, rest, got, want)
			}
		}
	}
}

// sameShape reports whether two lines are equal but for their letters.
func sameShape(a, b string) bool {
	shape := func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'ա' <= r && r <= 'պ' {
			return 'x'
		}
		return r
	}
	return strings.Map(shape, a) == strings.Map(shape, b)
}

// linesOf returns the text of the lines that [Method.Break] finds.
func linesOf(m Method, s string, first, rest int) []string {
	lines := m.Break(s, first, rest)
	texts := make([]string, len(lines))
	limit := first
	for n, l := range lines {
		texts[n] = s[l.Start:l.End]
		if m.exceeds(texts[n], limit) {
			texts[n] = standIn
		}
		limit = rest
	}
	return texts
}
