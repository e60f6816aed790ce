package fold

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Finder looks for one query in one text. After text is added a new one is needed.
type Finder struct {
	text  *Text
	query Query
	one   int // the byte of the query that is rarest in the text,
	two   int // and the next rarest; the same where it has one byte
}

// Finder prepares to look for q in the text.
func (t *Text) Finder(q Query) Finder {
	f := Finder{text: t, query: q}
	rarer := func(i, j int) bool { return t.sample[q.text[i]] < t.sample[q.text[j]] }
	for i := range q.text {
		switch {
		case rarer(i, f.one):
			f.one, f.two = i, f.one
		case f.two == f.one || rarer(i, f.two):
			f.two = i
		}
	}
	return f
}

// Next is where the query stands first between the folded bytes from and to;
// -1 where it does not.
func (f *Finder) Next(from, to int) int {
	for !f.query.Empty() && from <= to-len(f.query.text) {
		at := f.candidate(from, to)
		if at < 0 || f.capitalsFit(at) {
			return at
		}
		from = at + 1
	}
	return -1
}

// Here reports whether the query stands at a folded byte.
func (f *Finder) Here(at int) bool {
	end := at + len(f.query.text)
	return end <= len(f.text.bytes) && string(f.text.bytes[at:end]) == string(f.query.text) && f.capitalsFit(at)
}

func (f *Finder) capitalsFit(at int) bool {
	for i, c := range f.query.capital {
		if f.text.Capital(at+i) != c {
			return false
		}
	}
	return true
}

// candidate is the next place whose letters are those of the query. It looks
// at two bytes of the query in eight places at a time, which takes the same
// time for common words as for rare ones.
func (f *Finder) candidate(from, to int) int {
	text, query := f.text.bytes[:to], f.query.text
	if f.one == f.two {
		return after(from, bytes.IndexByte(text[from:], query[f.one]))
	}
	one, two := query[f.one], query[f.two]
	last := to - len(query)
	for from <= last {
		skipped, places := pairs(text[from+f.one:], text[from+f.two:], one, two)
		from += skipped
		if places == 0 {
			break
		}
		for ; places != 0; places &= places - 1 {
			at := from + bits.TrailingZeros64(places)/chunk
			if at <= last && string(text[at:at+len(query)]) == string(query) {
				return at
			}
		}
		from += chunk
	}
	return after(from, bytes.Index(text[min(from, to):], query))
}

// stride is how many bytes pairs looks at before it asks whether one fits.
const stride = 4 * chunk

// pairs finds the first eight places of which one may hold the byte one in a
// and the byte two in b. It gives how many places were passed, and the high
// bits of those that may; none when too few are left for a full look.
func pairs(a, b []byte, one, two byte) (skipped int, places uint64) {
	n := min(len(a), len(b))
	p, q := uint64(one)*ones, uint64(two)*ones
	for ; n-skipped >= stride; skipped += stride {
		x, y := (*[stride]byte)(a[skipped:]), (*[stride]byte)(b[skipped:])
		if zeros(pair(x[:chunk], p, y[:chunk], q))|
			zeros(pair(x[chunk:2*chunk], p, y[chunk:2*chunk], q))|
			zeros(pair(x[2*chunk:3*chunk], p, y[2*chunk:3*chunk], q))|
			zeros(pair(x[3*chunk:], p, y[3*chunk:], q)) != 0 {
			break
		}
	}
	for ; n-skipped >= chunk; skipped += chunk {
		if places = zeros(pair(a[skipped:], p, b[skipped:], q)); places != 0 {
			break
		}
	}
	return skipped, places
}

// pair has a zero byte where those of a and b are those of p and q.
func pair(a []byte, p uint64, b []byte, q uint64) uint64 {
	return (binary.LittleEndian.Uint64(a) ^ p) | (binary.LittleEndian.Uint64(b) ^ q)
}

// zeros has the high bit of every byte set that is zero, up to the first one,
// and of some behind it that may be.
func zeros(w uint64) uint64 { return (w - ones) &^ w & highs }

// after is the place at, which was counted from another one.
func after(from, at int) int {
	if at < 0 {
		return at
	}
	return from + at
}
