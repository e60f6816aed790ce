package export

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func manyLines(w *textWriter) {
	for range streamBuffer {
		w.line("a line that is written")
	}
}

// rudeWriter panics.
type rudeWriter struct{}

func (rudeWriter) Write([]byte) (int, error) { panic("no room") }

// TestPanicsOfTextReachTheCaller panics in the layout, which has a goroutine of
// its own, and while pages are made: neither holds the other up.
func TestPanicsOfTextReachTheCaller(t *testing.T) {
	r := &Request{Index: briefing.NewIndex(&briefing.Briefing{}), Width: 80}
	for name, c := range map[string]struct {
		to    io.Writer
		pages func(*textWriter)
	}{
		"layout": {rudeWriter{}, manyLines},
		"pages": {io.Discard, func(w *textWriter) {
			manyLines(w)
			panic("no page")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("the panic is lost")
				}
			}()
			t.Error("it goes on", writeAsText(c.to, r, "", c.pages))
		})
	}
}

// TestTextKeepsItsOrder mixes pages whose memory is used again with lines and
// other pages.
func TestTextKeepsItsOrder(t *testing.T) {
	b := &briefing.Briefing{Actors: []briefing.Actor{{ID: "one", Name: "One"}, {ID: "two", Name: "Two"}}}
	r := &Request{Index: briefing.NewIndex(b), Width: 80}
	var want bytes.Buffer
	each := func(w *textWriter) {
		w.marking()
		w.line("line")
		w.blocks([]page.Block{page.Prose{Spans: []page.Span{{Text: "block"}}}})
		w.item(briefing.KindActor, "one")
		w.item(briefing.KindActor, "two")
	}
	wanted := &textWriter{r, "", newTextLayout(&want, r)}
	each(wanted)
	if err := wanted.layout.end(); err != nil {
		t.Fatal(err)
	}
	const times = 100
	var got bytes.Buffer
	w := &textWriter{r, "", newTextLayout(&got, r)}
	for range times {
		each(w)
	}
	if err := w.layout.end(); err != nil || got.String() != string(bytes.Repeat(want.Bytes(), times)) {
		t.Errorf("it is not the same %d times (%v):\n%s", times, w.layout.end(), want.String())
	}
}

// shortWriter takes so many bytes.
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
