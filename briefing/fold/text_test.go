package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// letters are folded letters with where they come from, worked out one unit at
// a time.
type letters struct {
	bytes    []byte
	capitals []bool
	from, to []int
}

func slowly(s string) letters {
	var l letters
	runes := table()
	for in := 0; in < len(s); {
		f, size := runes.unit(s, in)
		for i := range f.len() {
			l.bytes = append(l.bytes, byte(f.bytes()>>(8*i)))
			l.capitals = append(l.capitals, i == 0 && f&capital != 0)
			l.from, l.to = append(l.from, in), append(l.to, in+size)
		}
		in += size
	}
	return l
}

func checkText(t *testing.T, before, s string) {
	t.Helper()
	var text Text
	text.Add(before)
	text.Break()
	base := text.Len()
	text.Add(s)
	want := slowly(s)
	if got := string(text.bytes[base:]); got != string(want.bytes) {
		t.Fatalf("%q folds to %q, one by one to %q", s, got, want.bytes)
	}
	for i := range want.bytes {
		if text.Capital(base+i) != want.capitals[i] {
			t.Fatalf("%q: capital at %d of %q is %v", s, i, want.bytes, !want.capitals[i])
		}
	}
	for i := range want.bytes {
		if !utf8.RuneStart(want.bytes[i]) {
			continue
		}
		for _, size := range []int{1, 3, 9} {
			end := min(i+size, len(want.bytes))
			r := text.Locate(s, base, base+i, base+end)
			if r.Start != want.from[i] || r.End < want.to[end-1] || r.End > len(s) {
				t.Fatalf("%q: bytes %d to %d are %v, want %d to %d", s, i, end, r, want.from[i], want.to[end-1])
			}
			if !onBorder(s, r.Start) || !onBorder(s, r.End) {
				t.Fatalf("%q: %v is inside a rune", s, r)
			}
		}
	}
}

// onBorder reports whether no valid rune has bytes on both sides of i.
func onBorder(s string, i int) bool {
	for start := max(0, i-utf8.UTFMax); start < i; start++ {
		if r, size := utf8.DecodeRuneInString(s[start:]); r != utf8.RuneError && start+size > i {
			return false
		}
	}
	return true
}

func TestQuickAndSlowAgree(t *testing.T) {
	for b := range utf8.RuneSelf {
		for at := range 10 {
			s := strings.Repeat("a", at) + string(rune(b)) + "Bc dE  F.\n g\n\nhij"
			checkText(t, "x", s)
		}
	}
	alphabet := []string{"a", "B", "z", "Z", "@", "[", "`", "{", " ", " ", "  ", "\n", "\n\n", "\t", "é", "É", "e\u0301", "ß", "Я", "й", "北", "👍",
		"\u00a0", "\u00ad", "\u200b", "\u3000", "\xff", "\x01", "\x7f", "…", "’", "ﬃ", "हि", "ABCDEFGHIJ", "abcdefghijklmno"}
	random := rand.New(rand.NewPCG(7, 7))
	for range 3000 {
		var s strings.Builder
		for range random.IntN(40) {
			s.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		checkText(t, alphabet[random.IntN(len(alphabet))], s.String())
	}
}

// Long texts are looked up from marks.
func TestLongText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	before := prose(czech, 3*markEvery)
	for _, words := range []string{english, russian, czech, chinese} {
		s := prose(words, 5*markEvery)
		var text Text
		text.Add(before)
		text.Break()
		base := text.Len()
		text.Add(s)
		want := slowly(s)
		if string(text.bytes[base:]) != string(want.bytes) {
			t.Fatal("folded otherwise than one by one")
		}
		if len(text.marks) < 6 {
			t.Fatalf("only %d marks", len(text.marks))
		}
		for range 500 {
			i := random.IntN(len(want.bytes) - 20)
			r := text.Locate(s, base, base+i, base+i+20)
			if r.Start != want.from[i] || r.End < want.to[i+19] {
				t.Fatalf("bytes from %d: got %v, want %d to %d", i, r, want.from[i], want.to[i+19])
			}
		}
	}
}

func TestReset(t *testing.T) {
	var text Text
	text.Add(strings.Repeat("CAPITALS ", 40))
	text.reset()
	text.Add("small letters, and One capital")
	if f := text.Finder(NewQuery("Small")); f.Next(0, text.Len()) >= 0 {
		t.Error("capitals of a text that is gone are found")
	}
	if f := text.Finder(NewQuery("One")); f.Next(0, text.Len()) != 19 {
		t.Error("the capital is not found")
	}
}

// Next must find what looking at every place finds, in every stretch.
func TestNext(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		s := make([]byte, random.IntN(120))
		for i := range s {
			s[i] = "aabc E"[random.IntN(6)]
		}
		var text Text
		text.Add(string(s))
		size := 1 + random.IntN(5)
		if text.Len() <= size {
			continue
		}
		query := make([]byte, size)
		for i := range query {
			query[i] = "aabcE"[random.IntN(5)]
		}
		q := NewQuery(string(query))
		from := random.IntN(text.Len())
		to := from + random.IntN(text.Len()-from+1)
		want := -1
		for at := from; at+q.Size() <= to && want < 0; at++ {
			f := Finder{text: &text, query: q}
			if string(text.bytes[at:at+q.Size()]) == string(q.text) && f.capitalsFit(at) {
				want = at
			}
		}
		f := text.Finder(q)
		if got := f.Next(from, to); got != want {
			t.Fatalf("%q in %q[%d:%d]: got %d, want %d", query, text.bytes, from, to, got, want)
		}
	}
}
