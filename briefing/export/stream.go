package export

import (
	"bufio"
	"io"
	"strings"

	"sitrep/briefing/clean"
)

// streamBuffer is how many bytes are put together before they are written.
const streamBuffer = 64 << 10

// markup is text of our own, which goes out as it stands. Constants become
// markup by themselves; content would need a conversion that can be seen.
type markup string

// stream writes through a buffer. The buffer keeps the first error, takes
// nothing more after it, and gives it back at the end.
type stream struct{ out *bufio.Writer }

func newStream(w io.Writer) stream { return stream{bufio.NewWriterSize(w, streamBuffer)} }

func (s stream) raw(m markup) { _, _ = s.out.WriteString(string(m)) }

// failed reports whether nothing more is taken, so that what comes need not be made.
func (s stream) failed() bool {
	_, err := s.out.Write(nil)
	return err != nil
}

func (s stream) finish() error { return s.out.Flush() }

// inert is content on one line as any format may hold it. The loader has
// cleaned it already; this is the last door, for content that came another way.
func inert(s string) string {
	return strings.ReplaceAll(clean.Safe(s), "\n", " ")
}
