package export

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"sitrep/briefing"
	"sitrep/briefing/file"
	generated "sitrep/briefing/sample"
)

// withProcessors lets so many goroutines write until the test ends.
func withProcessors(t *testing.T, n int) {
	t.Helper()
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

// long returns a briefing with lists that several goroutines write.
func long(t *testing.T) *briefing.Briefing {
	t.Helper()
	doc, err := file.Parse(generated.JSON(16*fewItems), "generated", nil)
	if err != nil {
		t.Fatal(err)
	}
	b := doc.Briefing
	for name, n := range map[string]int{"events": len(b.Events), "actors": len(b.Actors), "questions": len(b.Questions), "sources": len(b.Sources)} {
		if n < fewItems {
			t.Fatalf("only %d %s", n, name)
		}
	}
	return b
}

func TestSeveralGoroutinesWriteTheSame(t *testing.T) {
	b := long(t)
	for _, name := range []string{textFormat, markdownFormat, htmlFormat} {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, keep := range []func(briefing.Ref) bool{nil, func(r briefing.Ref) bool { return len(r.ID)%3 > 0 }} {
			want := ""
			for _, processors := range []int{1, 2, 5} {
				withProcessors(t, processors)
				got := written(t, f, &Request{Index: briefing.NewIndex(b), Width: 80, Keep: keep})
				if want == "" {
					want = got
				}
				if got != want {
					t.Errorf("%s: %d goroutines write something else", name, processors)
				}
			}
		}
	}
}

// fullDisk takes so many bytes and then fails.
type fullDisk struct {
	left, fails int
}

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left >= 0 {
		return len(p), nil
	}
	d.fails++
	return 0, errFull
}

// A goroutine that is left is a deadlock for synctest.
func TestFailedOutputEndsGoroutines(t *testing.T) {
	b := long(t)
	withProcessors(t, 4)
	synctest.Test(t, func(t *testing.T) {
		for _, f := range Formats[:4] {
			d := &fullDisk{left: 300_000}
			_, err := f.Write(d, &Request{Index: briefing.NewIndex(b), Width: 80})
			if !errors.Is(err, errFull) || d.fails != 1 {
				t.Errorf("%s: error %v after %d failures", f.Name, err, d.fails)
			}
		}
	})
}

// numbers writes each item as its id, many times over if that begins with "long".
type numbers struct {
	stream
	failing string
}

func (n numbers) item(r briefing.Ref) {
	if r.ID == n.failing {
		panic("no item " + r.ID)
	}
	times := 1
	if strings.HasPrefix(r.ID, "long") {
		times = maxHeld
	}
	for range times {
		n.raw(markup(r.ID + "\n"))
	}
}
func (numbers) prepare(briefing.Ref) {}
func (n numbers) fork(s stream, _ *briefing.Index) numbers {
	return numbers{stream: s, failing: n.failing}
}
func (numbers) join(numbers) {}

func numbered(n int, id func(int) string) []briefing.Ref {
	out := make([]briefing.Ref, n)
	for i := range out {
		out[i].ID = id(i)
	}
	return out
}

// A chunk that is much longer than the others is written as it comes.
func TestLongItemsInOrder(t *testing.T) {
	withProcessors(t, 3)
	items := numbered(2*fewItems, func(i int) string {
		return [...]string{"a", "b", "long-c"}[max(i%50-47, 0)]
	})
	var want, got bytes.Buffer
	one := numbers{stream: newStream(&want)}
	for _, r := range items {
		one.item(r)
	}
	w := numbers{stream: newStream(&got)}
	writeItems(w, w.stream, briefing.NewIndex(&briefing.Briefing{}), items)
	if err := errors.Join(one.finish(), w.finish()); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes, not the %d of one goroutine; %v", got.Len(), want.Len(), err)
	}
}

func TestPanicOfGoroutine(t *testing.T) {
	withProcessors(t, 3)
	defer func() {
		c, ok := recover().(*crash)
		if !ok || c.Error() != "no item x" || !strings.Contains(c.Stack(), "numbers.item") {
			t.Errorf("panic %v", c)
		}
	}()
	w := numbers{stream: newStream(io.Discard), failing: "x"}
	writeItems(w, w.stream, briefing.NewIndex(&briefing.Briefing{}), numbered(2*fewItems, func(i int) string {
		return [...]string{"a", "x"}[min(i/(fewItems+50), 1)]
	}))
	t.Error("no panic")
}
