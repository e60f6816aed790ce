package export

import (
	"io"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

// BenchmarkFormats writes the built-in briefing. Bytes are those of the output.
func BenchmarkFormats(b *testing.B) {
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, o := range outputs(b) {
		b.Run(o.name, func(b *testing.B) {
			r := &Request{Index: briefing.NewIndex(doc.Briefing), Only: o.only, Width: 80}
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
