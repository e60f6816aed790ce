package export

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	generated "sitrep/briefing/sample"
)

// BenchmarkLarge writes generated briefings whose quotes have been looked up
// before. Bytes are those of the output.
func BenchmarkLarge(b *testing.B) {
	for _, items := range generated.Sizes {
		doc, err := file.Parse(generated.JSON(items), "generated", nil)
		if err != nil {
			b.Fatal(err)
		}
		x := briefing.NewIndex(doc.Briefing)
		for _, o := range outputs(b) {
			b.Run(fmt.Sprintf("%s/%d", o.name, items), func(b *testing.B) {
				r := &Request{Index: x, Only: o.only, Width: 80}
				b.SetBytes(int64(len(written(b, o.Format, r))))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := o.Write(io.Discard, r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkKept writes generated briefings, each with twice the output of the
// one before. kept-KB is the largest heap in use beyond the briefing and its
// index, measured after each 32nd of the output.
func BenchmarkKept(b *testing.B) {
	for items := generated.Full / 4; items <= generated.Full; items *= 2 {
		doc, err := file.Parse(generated.JSON(items), "generated", nil)
		if err != nil {
			b.Fatal(err)
		}
		x := briefing.NewIndex(doc.Briefing)
		for _, o := range outputs(b) {
			b.Run(fmt.Sprintf("%s/%d", o.name, items), func(b *testing.B) {
				r := &Request{Index: x, Only: o.only, Width: 80}
				size := len(written(b, o.Format, r))
				var kept uint64
				for b.Loop() {
					w := &weigher{every: size/32 + 1}
					before := alive()
					if _, err := o.Write(w, r); err != nil {
						b.Fatal(err)
					}
					kept = max(kept, w.most-min(before, w.most))
				}
				b.ReportMetric(float64(kept)/1024, "kept-KB")
				b.ReportMetric(float64(size)/1e6, "MB")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// weigher measures the heap at intervals of bytes.
type weigher struct {
	every, left int
	most        uint64
}

func (w *weigher) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left <= 0 {
		w.left = w.every
		w.most = max(w.most, alive())
	}
	return len(p), nil
}

// alive returns the bytes of the heap that are in use.
func alive() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
