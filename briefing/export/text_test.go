package export

import (
	"errors"
	"testing"

	"sitrep/briefing"
)

func manyLines(w *textWriter) {
	for range streamBuffer {
		w.line("a line that is written")
	}
}

// shortWriter accepts left bytes.
type shortWriter struct{ left int }

var errShort = errors.New("full")

func (w *shortWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errShort
	}
	return len(p), nil
}

func TestTextEndsWithTheError(t *testing.T) {
	r := &Request{Index: briefing.NewIndex(&briefing.Briefing{}), Width: 80}
	for _, room := range []int{0, 1, streamBuffer, 3 * streamBuffer} {
		err := writeAsText(&shortWriter{room}, r, "", manyLines)
		if !errors.Is(err, errShort) {
			t.Errorf("%d bytes: err = %v", room, err)
		}
	}
}
