package briefing

import (
	"encoding/json"
	"fmt"
	"testing"

	"go.yaml.in/yaml/v4"
)

// sizes are the numbers of items at which things are measured.
var sizes = []int{fullSize / 8, fullSize / 2, fullSize}

func BenchmarkParseJSON(b *testing.B) {
	benchmarkParse(b, func(data []byte) []byte { return data })
}

func BenchmarkParseYAML(b *testing.B) {
	benchmarkParse(b, func(data []byte) []byte { return yamlOf(b, data) })
}

func benchmarkParse(b *testing.B, form func([]byte) []byte) {
	for _, items := range sizes {
		data := form(jsonOf(b, generate(items)))
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				doc, err := Parse(data, "generated", nil)
				if err != nil {
					b.Fatal(err)
				}
				if len(doc.Problems) > 0 {
					b.Fatal(doc.Problems[0])
				}
			}
		})
	}
}

// BenchmarkPlainJSON is what encoding/json takes for the same bytes: the
// measure for BenchmarkParseJSON, which should stay under 1.5 times of it.
func BenchmarkPlainJSON(b *testing.B) {
	for _, items := range sizes {
		data := jsonOf(b, generate(items))
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := json.Unmarshal(data, new(plainBriefing)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPlainYAML is what the YAML library takes to make nodes of the same
// bytes.
func BenchmarkPlainYAML(b *testing.B) {
	for _, items := range sizes {
		data := yamlOf(b, jsonOf(b, generate(items)))
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := yaml.Load(data, new(yaml.Node)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWriteJSON(b *testing.B) {
	for _, items := range sizes {
		briefing := generate(items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.SetBytes(int64(len(jsonOf(b, briefing))))
			b.ReportAllocs()
			for b.Loop() {
				if err := WriteJSON(discard{}, briefing); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// plainBriefing is the shape of a generated briefing without any meaning.
type plainBriefing struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	AsOf       string   `json:"as_of"`
	Version    int      `json:"version"`
	BottomLine string   `json:"bottom_line"`
	Gaps       []string `json:"gaps"`
	Sources    []struct {
		ID, Title, Kind, Publisher, Published, URL, Reliability, Text string
	} `json:"sources"`
	Actors []struct {
		ID, Name, Kind, Role, Country, Summary string
		Evidence                               []plainEvidence
	} `json:"actors"`
	Events []struct {
		ID, Title string
		When      struct{ Date, Said string }
		Summary   string
		Place     string
		Actors    []any
		Evidence  []plainEvidence
		Tags      []string
	} `json:"events"`
	Questions []struct {
		ID, Text string
		Claims   []struct {
			ID, Text  string
			Positions []struct {
				Holder, Stance, Said, Hedge, Quotation string
				Credibility                            int
				Evidence                               []plainEvidence
			}
		}
	} `json:"questions"`
}

type plainEvidence struct{ Source, Quote string }
