package width

import "unicode/utf8"

// plainLine adds the line that starts at s[i] by looking at its end, and returns
// where the next one starts; hi if there is none. It does so where all characters up
// to the end of the line are clusters of their own, and those around the break are
// ASCII. In other lines ok is false, and each cluster has to be looked at.
func (b *breaker) plainLine(i, hi int) (next int, ok bool) {
	if b.s[i] == ' ' {
		return 0, false
	}
	at, ok := fill(b.s[i:hi], b.limit())
	if !ok {
		return 0, false
	}
	at += i
	for at < hi && b.s[at] == ' ' {
		at++
	}
	if at == hi {
		b.lines = append(b.lines, Line{i, i + len(trimSpaces(b.s[i:hi]))})
		return hi, true
	}
	end, next := lastBreak(b.s[i:hi], at-i)
	if next == 0 {
		return 0, false
	}
	b.lines = append(b.lines, Line{i, i + end})
	return i + next, true
}

// fill returns where the first character of s that has no room in so many cells
// starts, or the length of s. It reports false if one of those before, or that one, is
// not a cluster of its own for certain.
func fill(s string, cells int) (at int, ok bool) {
	for at < len(s) {
		if s[at] < utf8.RuneSelf {
			n := plainLength(s[at:min(len(s), at+min(cells, len(s)))])
			if cells, at = cells-n, at+n; at == len(s) || s[at] >= utf8.RuneSelf {
				continue
			}
			return at, isPlain(s[at])
		}
		n, size, ok := simple(s[at:])
		switch {
		case !ok:
			return 0, false
		case n > cells:
			return at, true
		}
		cells -= n
		at += size
	}
	return at, true
}

// plainLength returns how many characters of ASCII s begins with that are drawn, or
// spaces. It looks at eight at a time.
func plainLength(s string) int {
	const high = 0x8080808080808080
	n := 0
	for ; n+8 <= len(s); n += 8 {
		b := s[n : n+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		if (x|(x-0x2020202020202020)|(x+0x0101010101010101))&high != 0 { // beyond ASCII, before a space, or 0x7f
			break
		}
	}
	for n < len(s) && isPlain(s[n]) {
		n++
	}
	return n
}

// lastBreak returns the end of a line of plain characters and the start of the next
// one, which is at most at. Both are 0 if there is none, or if it depends on
// characters beyond ASCII. The rules are those of [seam.breaks].
func lastBreak(s string, at int) (end, next int) {
	for ; at > 0 && isPlain(s[at]); at-- {
		before := s[at-1]
		switch {
		case s[at] == ' ':
		case before == ' ':
			end := len(trimASCII(s[:at]))
			if !isPlain(s[end-1]) {
				return 0, 0
			}
			if !openers.has(asciiClasses[s[end-1]]) && !closers.has(asciiClasses[s[at]]) {
				return end, at
			}
		case !isPlain(before):
			return 0, 0
		case joints.has(asciiClasses[before]) && !neverBefore.has(asciiClasses[s[at]]):
			breaks, ok := breaksAfter(s[:at], asciiClasses[s[at]])
			if !ok {
				return 0, 0
			}
			if breaks {
				return at, at
			}
		}
	}
	return 0, 0
}

// breaksAfter reports whether a line may end after s, which ends with a hyphen or a
// slash, if a character of class c comes next. It knows that unless the character
// before is beyond ASCII.
func breaksAfter(s string, c class) (breaks, ok bool) {
	last := len(s) - 1
	first := last // of the hyphens and slashes in a row
	for first > 0 && isPlain(s[first-1]) && joints.has(asciiClasses[s[first-1]]) {
		first--
	}
	if first > 0 && !isPlain(s[first-1]) {
		return false, false
	}
	j := seam{begun: true, last: asciiClasses[s[last]], twin: last > 0 && s[last] == '/' && s[last-1] == '/'}
	j.lead = first == 0 || s[first-1] == ' ' || beforeQuotes.has(asciiClasses[s[first-1]])
	return j.breaksAfterJoint(c), true
}

// isPlain reports whether a byte is a character of ASCII that is drawn, or a space.
func isPlain(c byte) bool { return c >= ' ' && c < 0x7f }

// trimASCII returns s without the ASCII spaces at its end.
func trimASCII(s string) string {
	for s != "" && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}
