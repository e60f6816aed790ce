package file

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"sitrep/briefing"
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

// BenchmarkOverPlain reads the same bytes with Parse and with the library
// alone, in turn: JSON into plain structs with encoding/json, YAML into a node.
// x-plain is the median of the processor time of the one over that of the
// other.
func BenchmarkOverPlain(b *testing.B) {
	for _, form := range []struct {
		name  string
		file  func(items int) []byte
		plain func(data []byte) error
	}{
		{"JSON", sample.JSON, plainJSON},
		{"YAML", sample.YAML, plainYAML},
	} {
		for _, items := range sample.Sizes {
			data := form.file(items)
			b.Run(fmt.Sprint(form.name, "/", items), func(b *testing.B) {
				var ratios []float64
				for b.Loop() {
					plain := elapsed(b, data, form.plain)
					ratios = append(ratios, float64(elapsed(b, data, parseWhole))/float64(plain))
				}
				slices.Sort(ratios)
				b.ReportMetric(ratios[len(ratios)/2], "x-plain")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// elapsed returns how long read takes, without collecting earlier garbage.
func elapsed(b *testing.B, data []byte, read func([]byte) error) time.Duration {
	b.Helper()
	runtime.GC()
	start := time.Now()
	if err := read(data); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func plainJSON(data []byte) error { return json.Unmarshal(data, new(sample.Briefing)) }

func plainYAML(data []byte) error { return yaml.Load(data, new(yaml.Node)) }

func BenchmarkParseJSON(b *testing.B) { benchmarkBytes(b, sample.JSON, parseWhole) }

func BenchmarkParseYAML(b *testing.B) { benchmarkBytes(b, sample.YAML, parseWhole) }

func BenchmarkPlainJSON(b *testing.B) { benchmarkBytes(b, sample.JSON, plainJSON) }

func BenchmarkPlainYAML(b *testing.B) { benchmarkBytes(b, sample.YAML, plainYAML) }

// benchmarkBriefing runs work on generated briefings of every size.
func benchmarkBriefing(b *testing.B, work func(*briefing.Briefing)) {
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
	benchmarkBriefing(b, func(made *briefing.Briefing) { briefing.NewIndex(made) })
}

// BenchmarkQuotes looks up every quote, and makes the index that it needs.
func BenchmarkQuotes(b *testing.B) {
	benchmarkBriefing(b, func(made *briefing.Briefing) {
		x := briefing.NewIndex(made)
		for i := range x.Passages {
			x.Anchor(&x.Passages[i])
		}
	})
}

// BenchmarkFindings works out what follows of every claim, quotes and index
// included.
func BenchmarkFindings(b *testing.B) {
	benchmarkBriefing(b, func(made *briefing.Briefing) {
		x := briefing.NewIndex(made)
		for i := range made.Questions {
			for j := range made.Questions[i].Claims {
				x.Findings(made.Questions[i].Claims[j].ID)
			}
		}
	})
}
