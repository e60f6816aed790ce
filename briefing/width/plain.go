package width

import "unicode/utf8"

// plainLine breaks the line that starts at i, as paragraph does, if its end is
// all that has to be looked at: if its characters are plain, and the last place
// at which it could end is a space. It returns where the next line starts. Most
// lines of most texts are like that.
func (b *breaker) plainLine(i, hi, limit int) (next int, ok bool) {
	s := b.s[:hi]
	if s[i] >= utf8.RuneSelf || asciiClasses[s[i]] == space {
		return i, false
	}
	if hi-i <= limit { // no character takes more cells than bytes
		b.lines = append(b.lines, Line{i, i + len(trimSpaces(s[i:]))})
		return hi, true
	}
	over := plainEnd(s, i, limit)
	if over < 0 {
		return i, false
	}
	end, next := lastSpace(s, i, over)
	if end <= i || !endsLine(s[:end]) || !startsLine(s, next) {
		return i, false
	}
	b.lines = append(b.lines, Line{i, end})
	return next, true
}

// plainEnd returns the first character from i on that has no room in so many cells;
// -1 where one before it is not plain, or all of them have room.
func plainEnd(s string, i, limit int) int {
	for room := limit; i < len(s); {
		for most := min(i+room, len(s)); i < most && isPrintable(s[i]); i++ {
			room--
		}
		if i == len(s) {
			break
		}
		cells, size, ok := simple(s[i:])
		if !ok || cells != 1 { // text of wide characters has few spaces
			break
		}
		if room == 0 {
			return i
		}
		i, room = i+size, room-1
	}
	return -1
}

// isPrintable reports whether a byte is an ASCII character that takes a cell.
func isPrintable(c byte) bool { return c-' ' < 0x7f-' ' }

// lastSpace returns where the last spaces begin and end up to which s[i:] has room,
// if over is the first character that has none. Both are i where there are
// none, or where the line may have to end after them.
func lastSpace(s string, i, over int) (begin, end int) {
	end = over
	for end < len(s) && s[end] == ' ' {
		end++
	}
	if end == over { // the word that has no room goes to the next line
		for end > i && s[end-1] != ' ' {
			if s[end-1] >= utf8.RuneSelf || s[end] >= utf8.RuneSelf || joints.has(asciiClasses[s[end-1]]) {
				return i, i
			}
			end--
		}
	}
	begin = end
	for begin > i && s[begin-1] == ' ' {
		begin--
	}
	return begin, end
}

// endsLine reports whether a line may end with s, before a space.
func endsLine(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	return !neverBeforeSpace.has(classOf(s, len(s)-size, len(s))) && r != utf8.RuneError
}

// The classes that may keep a line from ending before or after a space.
var (
	neverBeforeSpace = openers | setOf(piQuote)
	neverAfterSpace  = closers | setOf(pfQuote)
)

// startsLine reports whether a line may start with s[i:], after a space.
func startsLine(s string, i int) bool {
	if i == len(s) {
		return false
	}
	cells, size, ok := simple(s[i:])
	return ok && cells > 0 && !neverAfterSpace.has(classOf(s, i, i+size))
}
