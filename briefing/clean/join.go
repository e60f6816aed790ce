package clean

import "unicode/utf8"

// A Joiner joins clean texts that are shown one directly after the other. The
// zero Joiner is ready to use.
type Joiner struct{ tail []byte } // the end of what has been joined

// joinedBytes is how many bytes before a place decide about a character there.
const joinedBytes = maxCluster * utf8.UTFMax

// Join returns a text as it is shown after those before. If it would make an
// overlong character together with them, its first character becomes U+FFFD.
func (j *Joiner) Join(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first >= FirstMark && (isExtending(first) || j.joinsTooMany(text)) {
		text = string(Replacement) + text[size:]
	}
	if over := len(j.tail) - joinedBytes; over > joinedBytes {
		j.tail = append(j.tail[:0], j.tail[over:]...)
	}
	j.tail = append(j.tail, text[max(len(text)-joinedBytes, 0):]...)
	return text
}

// joinsTooMany reports whether a text makes an overlong cluster together with
// what is before it.
func (j *Joiner) joinsTooMany(text string) bool {
	tail := j.tail[max(len(j.tail)-joinedBytes, 0):]
	for len(tail) > 0 && !utf8.RuneStart(tail[0]) {
		tail = tail[1:]
	}
	c := cleaner{}
	for _, r := range string(tail) + text[:min(len(text), joinedBytes)] {
		c.put(r)
	}
	return c.left
}
