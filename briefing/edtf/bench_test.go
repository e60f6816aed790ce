package edtf_test

import (
	"testing"

	"sitrep/briefing/edtf"
)

// One date of each kind that a briefing is full of, and the worst ones.
var benchmarked = []struct{ name, text string }{
	{"day", "2024-10-28"},
	{"year", "2024"},
	{"time", "2024-10-28T18:00:00Z"},
	{"interval", "2024-10-28/2024-11-03"},
	{"by", "[..2024-10-31]"},
	{"set", "[1667,1668,1670..1672]"},
	{"unspecified", "2024-06-XX"},
	{"worst", "X4XX-02-29"},
}

func BenchmarkParse(b *testing.B) {
	for _, bb := range benchmarked {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := edtf.Parse(bb.text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWords(b *testing.B) {
	for _, bb := range benchmarked {
		b.Run(bb.name, func(b *testing.B) {
			d := parse(b, bb.text)
			b.ReportAllocs()
			for b.Loop() {
				if d.Words() == "" {
					b.Fatal("no words")
				}
			}
		})
	}
}
