package cli

import (
	"encoding/binary"
	"io"
	"os"
	"unicode/utf8"
)

// sink is the last check before standard output and standard error. It passes
// no control characters except newline, carriage return and tab, and no invalid
// UTF-8. Texts are cleaned long before. This catches what was forgotten.
type sink struct {
	to   io.Writer
	rest []byte // the start of a character that is not complete yet
	err  error  // the first error, because not every command checks its writes
}

func newSink(to io.Writer) *sink { return &sink{to: to} }

// replacement is written in place of every byte sequence that is not passed.
var replacement = []byte("\uFFFD")

// Close flushes, closes a file, and returns the first error of writing.
func (s *sink) Close() error {
	if len(s.rest) > 0 {
		s.rest = nil
		s.write(replacement)
	}
	if file, ok := s.to.(*os.File); ok {
		if err := file.Close(); s.err == nil {
			s.err = err
		}
	}
	return s.err
}

func (s *sink) write(p []byte) {
	if s.err == nil && len(p) > 0 {
		_, s.err = s.to.Write(p)
	}
}

// Write passes clean bytes on unchanged.
func (s *sink) Write(p []byte) (int, error) {
	data := p
	if len(s.rest) > 0 {
		data = append(s.rest, p...)
		s.rest = nil
	}
	if end := completeUTF8(data); end < len(data) {
		s.rest = append([]byte(nil), data[end:]...)
		data = data[:end]
	}
	for len(data) > 0 {
		clean, bad := cleanPrefix(data)
		s.write(data[:clean])
		if bad > 0 {
			s.write(replacement)
		}
		data = data[clean+bad:]
	}
	if s.err != nil {
		return 0, s.err
	}
	return len(p), nil
}

// completeUTF8 returns the length of data without an incomplete character at
// its end.
func completeUTF8(data []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(data); back++ {
		b := data[len(data)-back]
		if utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(data[len(data)-back:]) {
				return len(data) - back
			}
			break
		}
	}
	return len(data)
}

// isPrintable reports whether eight bytes are all ASCII and drawn, or spaces.
func isPrintable(x uint64) bool {
	const high = 0x8080808080808080
	return (x|(x-0x2020202020202020)|(x+0x0101010101010101))&high == 0
}

// cleanPrefix returns the number of bytes that may pass, and of bytes after
// them that may not.
func cleanPrefix(data []byte) (clean, bad int) {
	for i := 0; i < len(data); {
		if b := data[i:]; len(b) >= 8 && isPrintable(binary.LittleEndian.Uint64(b)) {
			i += 8
			continue
		}
		b := data[i]
		if b >= ' ' && b < 0x7f || b == '\n' || b == '\t' || b == '\r' {
			i++
			continue
		}
		if b < utf8.RuneSelf {
			return i, 1
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 || r >= 0x80 && r < 0xa0 {
			return i, n
		}
		i += n
	}
	return len(data), 0
}
