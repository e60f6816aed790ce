package width

import "unicode/utf8"

// plainLine breaks the line that starts at i, as paragraph does, if its end is
// all that has to be looked at: if it is ASCII, and the last place at which it
// could end is a space. It says where the next line starts. Most lines of most
// texts are like that.
func (b *breaker) plainLine(i, hi, limit int) (next int, ok bool) {
	s := b.s
	if s[i] >= utf8.RuneSelf || asciiClasses[s[i]] == space {
		return i, false
	}
	if hi-i <= limit { // no character takes more cells than bytes
		b.lines = append(b.lines, Line{i, i + len(trimSpaces(s[i:hi]))})
		return hi, true
	}
	over := i + limit // the first byte that has no room
	if !isPrintable(s[i : over+1]) {
		return i, false
	}
	next = over
	for next < hi && s[next] == ' ' {
		next++
	}
	if next == over { // the word that has no room goes to the next line
		for next > i && !spaceOrJoint.has(asciiClasses[s[next-1]]) {
			next--
		}
	}
	if next == hi || next-1 <= i || s[next-1] != ' ' || !isPrintable(s[next:next+1]) || closers.has(asciiClasses[s[next]]) {
		return i, false
	}
	end := next - 1
	for s[end-1] == ' ' {
		end--
	}
	if openers.has(asciiClasses[s[end-1]]) {
		return i, false
	}
	b.lines = append(b.lines, Line{i, end})
	return next, true
}

var spaceOrJoint = setOf(space, hyphen, slash)

// isPrintable reports whether s is ASCII, and every character of it takes a
// cell.
func isPrintable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}
