package fold

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// The bytes of folded text that no query holds.
const (
	paragraph = '\n' // a blank line
	Border    = 0    // between texts
)

// Text is folded text of one or many texts, to look for queries in. Several
// goroutines may search it once nothing more is added.
type Text struct {
	bytes    []byte
	capitals []uint64 // a bit for each byte: it begins what was a capital
	marks    []mark
}

// mark says that the byte out of a Text is the byte in of the text that was
// being added: looking up where a match stands begins at the mark before it.
type mark struct{ out, in uint32 }

// markEvery is the least number of folded bytes between two marks.
const markEvery = 4096

// reset drops what was added and keeps the room that it had.
func (t *Text) reset() {
	clear(t.capitals)
	t.bytes, t.capitals, t.marks = t.bytes[:0], t.capitals[:0], t.marks[:0]
}

// runeBytes is how many bytes Add writes at once, of which a rune takes up to all.
const runeBytes = 4

// Grow makes room for texts of so many bytes in all.
func (t *Text) Grow(n int) {
	t.bytes = slices.Grow(t.bytes, n+runeBytes)
	t.capitals = slices.Grow(t.capitals, n/wordBits+1)
}

// Len returns the number of folded bytes.
func (t *Text) Len() int { return len(t.bytes) }

// Byte returns the folded byte at i.
func (t *Text) Byte(i int) byte { return t.bytes[i] }

// Break ends a text: no match goes beyond it.
func (t *Text) Break() { t.bytes = append(t.bytes, Border) }

// Add folds s and appends it.
func (t *Text) Add(s string) {
	if s == "" {
		return
	}
	t.Grow(len(s))
	buf := t.bytes[:cap(t.bytes)]
	out, next := len(t.bytes), len(t.bytes)+markEvery
	if need := (out+len(s))/wordBits + 1; need > len(t.capitals) {
		// Grow does not count the borders, which have no capitals.
		t.capitals = slices.Grow(t.capitals, need-len(t.capitals))[:need]
	}
	runes := table()
	for in := 0; in < len(s); {
		if out >= next {
			t.marks = append(t.marks, mark{uint32(out), uint32(in)})
			next = out + markEvery
		}
		f, size := runes.unit(s, in)
		if f&capital != 0 {
			t.capitals[out/wordBits] |= 1 << (out % wordBits)
		}
		binary.LittleEndian.PutUint32(buf[out:], f.bytes())
		in += size
		out += f.len()
	}
	t.bytes = buf[:out]
}

const wordBits = 64

// Capital reports whether the letter that begins at a folded byte was a capital.
func (t *Text) Capital(at int) bool {
	word := at / wordBits
	return word < len(t.capitals) && t.capitals[word]>>(at%wordBits)&1 != 0
}

// unit folds the rune or the run of white space that stands at the byte in,
// and says how many bytes it has.
func (t *runeTable) unit(s string, in int) (f folded, size int) {
	if c := s[in]; c < utf8.RuneSelf && t[c] != whiteSpace {
		return t[c], 1
	}
	r, size := utf8.DecodeRuneInString(s[in:])
	if r == utf8.RuneError && size == 1 {
		return as(s[in : in+1]), 1
	}
	if f = t.fold(r, s[in:in+size]); f != whiteSpace {
		return f, size
	}
	breaks := 0
	for size = 0; in+size < len(s); {
		r, n := utf8.DecodeRuneInString(s[in+size:])
		if next := t.fold(r, s[in+size:in+size+n]); next != whiteSpace && !next.leftOut() {
			break
		}
		if r == '\n' {
			breaks++
		}
		size += n
	}
	if breaks > 1 {
		return as(string(paragraph)), size
	}
	return as(" "), size
}

// Locate returns the range of the folded bytes from start to end in the text s,
// which was added when base bytes were folded. Marks behind the last letter
// belong to it.
func (t *Text) Locate(s string, base, start, end int) Range {
	in, out := 0, base
	if i, _ := slices.BinarySearchFunc(t.marks, start, func(m mark, at int) int { return int(m.out) - at - 1 }); i > 0 {
		if m := t.marks[i-1]; int(m.out) > base {
			in, out = int(m.in), int(m.out)
		}
	}
	runes := table()
	in, out = runes.walk(s, in, out, start)
	r := Range{Start: in}
	for out < end && in < len(s) {
		f, size := runes.unit(s, in)
		in += size
		out += f.len()
	}
	r.End = withMarks(s, in)
	return r
}

// walk goes on in s to the rune, or the run of white space, that the folded
// byte at comes from.
func (t *runeTable) walk(s string, in, out, at int) (int, int) {
	for out < at && in < len(s) {
		f, size := t.unit(s, in)
		if out+f.len() > at {
			break
		}
		in += size
		out += f.len()
	}
	for in < len(s) { // what was left out before the match is no part of it
		f, size := t.unit(s, in)
		if !f.leftOut() {
			break
		}
		in += size
	}
	return in, out
}
