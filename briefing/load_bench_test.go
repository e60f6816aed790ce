package briefing

import (
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"go.yaml.in/yaml/v4"

	"sitrep/briefing/sample"
)

// benchmarkBytes runs work over generated files of every size.
func benchmarkBytes(b *testing.B, file func(items int) []byte, work func(data []byte) error) {
	for _, items := range sample.Sizes {
		data := file(items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := work(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func parseWhole(data []byte) error {
	doc, err := Parse(data, "generated", nil)
	if err == nil && len(doc.Problems) > 0 {
		err = fmt.Errorf("%s", doc.Problems[0])
	}
	return err
}

func BenchmarkParseJSON(b *testing.B) { benchmarkBytes(b, sample.JSON, parseWhole) }

func BenchmarkParseYAML(b *testing.B) { benchmarkBytes(b, sample.YAML, parseWhole) }

// BenchmarkPlainJSON is what encoding/json takes for the same bytes: the
// measure for BenchmarkParseJSON, which should stay under 1.5 times of it.
func BenchmarkPlainJSON(b *testing.B) {
	benchmarkBytes(b, sample.JSON, func(data []byte) error { return json.Unmarshal(data, new(sample.Briefing)) })
}

// BenchmarkPlainYAML is what the YAML library takes to make nodes of the same
// bytes: the measure for BenchmarkParseYAML.
func BenchmarkPlainYAML(b *testing.B) {
	benchmarkBytes(b, sample.YAML, func(data []byte) error { return yaml.Load(data, new(yaml.Node)) })
}

// benchmarkBriefing runs work on generated briefings of every size.
func benchmarkBriefing(b *testing.B, work func(*Briefing)) {
	for _, items := range sample.Sizes {
		briefing := generate(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				work(briefing)
			}
		})
	}
}

func BenchmarkWriteJSON(b *testing.B) {
	for _, items := range sample.Sizes {
		briefing := generate(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(jsonOf(b, briefing))))
			b.ReportAllocs()
			for b.Loop() {
				if err := WriteJSON(io.Discard, briefing); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	benchmarkBriefing(b, func(briefing *Briefing) { NewIndex(briefing) })
}

// BenchmarkQuotes looks up every quote, and makes the index that it needs.
func BenchmarkQuotes(b *testing.B) {
	benchmarkBriefing(b, func(briefing *Briefing) {
		x := NewIndex(briefing)
		for i := range x.Passages {
			x.Anchor(&x.Passages[i])
		}
	})
}

// BenchmarkFindings works out what follows of every claim, quotes and index
// included.
func BenchmarkFindings(b *testing.B) {
	benchmarkBriefing(b, func(briefing *Briefing) {
		x := NewIndex(briefing)
		for i := range briefing.Questions {
			for j := range briefing.Questions[i].Claims {
				x.Findings(briefing.Questions[i].Claims[j].ID)
			}
		}
	})
}
