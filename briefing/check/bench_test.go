package check

import (
	"fmt"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// BenchmarkCheck checks generated briefings, whose quotes all stand: its cost
// per item should not grow with their number.
func BenchmarkCheck(b *testing.B) {
	for _, items := range sample.Sizes {
		doc := generated(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Document(doc)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(items), "ns/item")
		})
	}
}

// BenchmarkFaults is what the reader does at its start.
func BenchmarkFaults(b *testing.B) {
	for _, items := range sample.Sizes {
		doc := generated(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			for b.Loop() {
				Faults(doc, briefing.NewIndex(doc.Briefing))
			}
		})
	}
}

// BenchmarkMissingQuote finds the place in a text of 100 kB that is most like a
// quote. It should take less than 50 ms.
func BenchmarkMissingQuote(b *testing.B) {
	const size = 100_000
	text := ""
	for i := 0; len(text) < size; i++ {
		text += fmt.Sprintf("The report says that crew %d of the harbour closed bridge %d on the north side. ", i%97, i)
	}
	doc := &file.Document{Briefing: &briefing.Briefing{
		Sources: []briefing.Source{{ID: "ap", Text: text}},
		Events:  []briefing.Event{{ID: "e", Evidence: []briefing.Evidence{{Source: "ap", Quote: "The reports say that the crew 17 of the harbour had closed bridge 987"}}}},
	}}
	for b.Loop() {
		Document(doc)
	}
}

// generated reads a generated briefing of so many items.
func generated(tb testing.TB, items int) *file.Document {
	tb.Helper()
	doc, err := file.Parse(sample.JSON(items), "generated", nil)
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}
