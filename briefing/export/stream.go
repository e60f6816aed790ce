package export

import (
	"bufio"
	"io"
	"strings"

	"sitrep/briefing/clean"
)

// streamBuffer is the size of the write buffer in bytes.
const streamBuffer = 64 << 10

// markup is text of the program itself, written unescaped. Constants become
// markup by themselves, while content needs a visible conversion.
type markup string

// stream writes through a buffer. The buffer keeps the first error, ignores all
// further writes, and returns the error at the end.
type stream struct{ out *bufio.Writer }

func newStream(w io.Writer) stream { return stream{bufio.NewWriterSize(w, streamBuffer)} }

func (s stream) raw(m markup) { _, _ = s.out.WriteString(string(m)) }

// failed reports whether a write has failed, so that callers can stop.
func (s stream) failed() bool {
	_, err := s.out.Write(nil)
	return err != nil
}

func (s stream) finish() error { return s.out.Flush() }

// inert returns content as one line that any format may hold. The loader has
// cleaned it already. This is the last check, for content that came another
// way.
func inert(s string) string {
	return strings.ReplaceAll(clean.Safe(s), "\n", " ")
}
