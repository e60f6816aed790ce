package fold

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode"
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

// Grow makes room for texts of so many bytes in all.
func (t *Text) Grow(n int) {
	t.bytes = slices.Grow(t.bytes, n+chunk)
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
		n, word, capitals := plain(s, in)
		if n > 0 {
			binary.LittleEndian.PutUint64(buf[out:], word)
			if capitals != 0 {
				t.setCapitals(out, capitals)
			}
			in += n
			out += n
			continue
		}
		f, size := runes.unit(s, in)
		if f&capital != 0 {
			t.setCapitals(out, 1)
		}
		binary.LittleEndian.PutUint32(buf[out:], f.bytes())
		in += size
		out += f.len()
	}
	t.bytes = buf[:out]
}

const wordBits = 64

// setCapitals marks the bytes from at on whose bits are set.
func (t *Text) setCapitals(at int, set uint8) {
	word, shift := at/wordBits, at%wordBits
	t.capitals[word] |= uint64(set) << shift
	if over := uint64(set) >> (wordBits - shift); over != 0 {
		t.capitals[word+1] |= over
	}
}

// Capital reports whether the letter that begins at a folded byte was a capital.
func (t *Text) Capital(at int) bool {
	word := at / wordBits
	return word < len(t.capitals) && t.capitals[word]>>(at%wordBits)&1 != 0
}

// unit folds the rune or the run of white space that stands at the byte in,
// and says how many bytes it has.
func (t *runeTable) unit(s string, in int) (f folded, size int) {
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

// chunk is how many bytes plain handles at once.
const chunk = 8

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// load returns eight bytes, the first at the low end.
func load(s string, at int) uint64 {
	_ = s[at+chunk-1]
	return uint64(s[at]) | uint64(s[at+1])<<8 | uint64(s[at+2])<<16 | uint64(s[at+3])<<24 |
		uint64(s[at+4])<<32 | uint64(s[at+5])<<40 | uint64(s[at+6])<<48 | uint64(s[at+7])<<56
}

const del = 0x7F

// from returns eight bytes which, added to ASCII bytes, raise those that are b or
// greater above 0x7F.
func from(b uint64) uint64 { return (0x80 - b) * ones }

// plain folds up to eight bytes of ASCII at once. It gives how many of those
// from in on are letters, signs or single spaces, the bytes in lower case, and
// a bit for each that was a capital. It gives none where less than eight bytes
// are left, or where the first is no such byte.
func plain(s string, in int) (n int, lower uint64, capitals uint8) {
	if len(s)-in < chunk || s[in] >= del {
		return 0, 0, 0
	}
	w := load(s, in)
	beyond := w & highs // not ASCII
	low := w &^ highs
	unseen := ^(low + from(' '+1) | beyond) & highs
	space := (low + from(' ')) & unseen
	unseen |= (low + from(del)) & highs &^ beyond
	// A space may begin a run when what follows it is no plain letter.
	follows := (unseen | beyond) >> chunk
	if in+chunk == len(s) || s[in+chunk] <= ' ' || s[in+chunk] >= del {
		follows |= 0x80 << (chunk * (chunk - 1))
	}
	odd := beyond | unseen&^space | space&follows
	letters := (low + from('A')) &^ (low + from('Z'+1)) & highs &^ beyond
	n = chunk
	if odd != 0 {
		n = bits.TrailingZeros64(odd) / chunk
		letters &= odd&-odd - 1
	}
	const gather = 0x0002040810204081 // moves the high bits of all bytes into one
	return n, w | letters>>2, uint8(letters * gather >> (wordBits - chunk))
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
	for in < len(s) {
		next, size := utf8.DecodeRuneInString(s[in:])
		if next < utf8.RuneSelf || !unicode.Is(unicode.M, next) {
			break
		}
		in += size
	}
	r.End = in
	return r
}

// walk goes on in s to the rune, or the run of white space, that the folded
// byte at comes from.
func (t *runeTable) walk(s string, in, out, at int) (int, int) {
	for out < at && in < len(s) {
		if n, _, _ := plain(s, in); n > 0 {
			n = min(n, at-out)
			in += n
			out += n
			continue
		}
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
