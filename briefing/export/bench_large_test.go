package export

import (
	"fmt"
	"io"
	"testing"

	"sitrep/briefing"
	generated "sitrep/briefing/sample"
)

// BenchmarkLarge writes generated briefings, whose quotes have been looked up
// before; bytes are those of the output.
func BenchmarkLarge(b *testing.B) {
	for _, items := range generated.Sizes {
		doc, err := briefing.Parse(generated.JSON(items), "generated", nil)
		if err != nil {
			b.Fatal(err)
		}
		x := briefing.NewIndex(doc.Briefing)
		for _, o := range outputs(b) {
			b.Run(fmt.Sprintf("%s/%d", o.name, items), func(b *testing.B) {
				r := &Request{Index: x, Only: o.only, Width: 80}
				size := int64(len(written(b, o.Format, r)))
				b.SetBytes(size)
				b.ReportAllocs()
				start := generated.CPU()
				for b.Loop() {
					if _, err := o.Write(io.Discard, r); err != nil {
						b.Fatal(err)
					}
				}
				seconds := (generated.CPU() - start).Seconds()
				b.ReportMetric(float64(size)*float64(b.N)/seconds/1e6, "MB/cpu-s")
			})
		}
	}
}
