package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/data"
)

// jsonFormats are the formats tested here, each with a check of its standard.
var jsonFormats = map[string]func(document any) []string{
	"timelinejs": checkTimelineJS,
	"csl-json":   checkCSL,
	"stix":       checkSTIX,
	"jsonld":     checkJSONLD,
}

func writeFormat(t testing.TB, name string, r *export.Request) ([]byte, export.Losses) {
	t.Helper()
	f, err := export.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	losses, err := f.Write(&out, r)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), losses
}

func everyRequest(t testing.TB) *export.Request {
	return &export.Request{Index: briefing.NewIndex(everyField(t))}
}

// decoded parses JSON. It refuses duplicate names, invalid UTF-8, and anything
// after the document.
func decoded(t testing.TB, out []byte) any {
	t.Helper()
	var document any
	if err := json.Unmarshal(out, &document); err != nil {
		t.Fatalf("no JSON: %v", err)
	}
	if value := jsontext.Value(out); !value.IsValid() {
		t.Fatal("a name comes twice, or text is no UTF-8")
	}
	return document
}

func mustPass(t testing.TB, name string, document any) {
	t.Helper()
	for _, problem := range jsonFormats[name](document) {
		t.Errorf("%s: %s", name, problem)
	}
}

func TestJSONFormatsKeepToTheirStandards(t *testing.T) {
	for name := range jsonFormats {
		t.Run(name, func(t *testing.T) {
			out, _ := writeFormat(t, name, everyRequest(t))
			mustPass(t, name, decoded(t, out))
			if out[len(out)-1] != '\n' || !bytes.Contains(out, []byte("\n  ")) {
				t.Error("not indented by two spaces, or without a line end")
			}
			again, _ := writeFormat(t, name, everyRequest(t))
			if !bytes.Equal(out, again) {
				t.Error("the same briefing gives other bytes")
			}
		})
	}
}

func TestJSONFormatsOfTheBuiltInBriefing(t *testing.T) {
	document, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name := range jsonFormats {
		out, _ := writeFormat(t, name, &export.Request{Index: briefing.NewIndex(document.Briefing)})
		mustPass(t, name, decoded(t, out))
	}
}

func TestJSONFormatsOfParts(t *testing.T) {
	only := append([][]briefing.Part{nil}, eachPart()...)
	keeps := map[string]func(briefing.Ref) bool{
		"all":        nil,
		"nothing":    func(briefing.Ref) bool { return false },
		"no actors":  func(r briefing.Ref) bool { return r.Kind != briefing.KindActor },
		"no events":  func(r briefing.Ref) bool { return r.Kind != briefing.KindEvent },
		"no sources": func(r briefing.Ref) bool { return r.Kind != briefing.KindSource },
	}
	for name := range jsonFormats {
		for _, parts := range only {
			for what, keep := range keeps {
				r := everyRequest(t)
				r.Only, r.Keep = parts, keep
				out, _ := writeFormat(t, name, r)
				document := decoded(t, out)
				for _, problem := range jsonFormats[name](document) {
					// Linked data may refer to items that are left out.
					if name != "jsonld" || !strings.HasSuffix(problem, leftOut) {
						t.Errorf("%s of %v, %s: %s", name, parts, what, problem)
					}
				}
			}
		}
	}
}

func eachPart() [][]briefing.Part {
	var out [][]briefing.Part
	for _, p := range briefing.Parts {
		out = append(out, []briefing.Part{p.Part})
	}
	return out
}

func TestJSONFormatsLeaveOutWhatIsNotAskedFor(t *testing.T) {
	inside := map[string]map[briefing.Part]string{ // words that only one part has
		"timelinejs": {briefing.PartBrief: "Nobody says why", briefing.PartTimeline: "Harbour closes"},
		"csl-json":   {briefing.PartSources: "Copy of the report"},
		"stix": {
			briefing.PartBrief: "Nobody says why", briefing.PartTimeline: "Event of 2024", briefing.PartClaims: "A storm is coming",
			briefing.PartActors: "runs the harbour", briefing.PartSources: "Copy of the report",
		},
		"jsonld": {
			briefing.PartBrief: "Nobody says why", briefing.PartTimeline: "Event of 202X", briefing.PartClaims: "A storm is coming",
			briefing.PartActors: "runs the harbour", briefing.PartSources: "Copy of the report",
		},
	}
	for name, words := range inside {
		for part, word := range words {
			for _, asked := range briefing.Parts {
				r := everyRequest(t)
				r.Only = []briefing.Part{asked.Part}
				r.Index.Briefing.Events[0].When.Alternatives = nil // it cites the copy
				r.Index.Briefing.Events[0].Evidence = nil
				out, _ := writeFormat(t, name, r)
				if got := bytes.Contains(out, []byte(word)); got != (asked.Part == part) {
					t.Errorf("%s: %q of %s is there: %v, asked for %s", name, word, part, got, asked.Part)
				}
			}
		}
	}
}

func TestJSONFormatsKeepWhatIsSelected(t *testing.T) {
	for name, count := range map[string]int{"timelinejs": 1, "stix": 2, "jsonld": 1} { // STIX has it in full, too
		r := everyRequest(t)
		r.Keep = func(ref briefing.Ref) bool { return ref.Kind != briefing.KindEvent || ref.ID == "event-c" }
		r.Only = []briefing.Part{briefing.PartTimeline}
		out, _ := writeFormat(t, name, r)
		if got := bytes.Count(out, []byte(`"Event of `)); got != count {
			t.Errorf("%s: %d events", name, got)
		}
		if !bytes.Contains(out, []byte("Event of 2024-10-28")) || bytes.Contains(out, []byte("Harbour closes")) {
			t.Errorf("%s: another event", name)
		}
	}
}

func TestJSONFormatsCountLosses(t *testing.T) {
	for _, c := range []struct {
		format string
		only   []briefing.Part
		want   string
	}{
		{"timelinejs", nil, "question (2), claim (2), position (5), actor (5), source (19), event without a bound to its date (1)"},
		{"timelinejs", []briefing.Part{briefing.PartTimeline}, "event without a bound to its date (1)"},
		{"timelinejs", []briefing.Part{briefing.PartBrief}, ""},
		{"csl-json", nil, "bottom line (1), judgment (1), gap (2), event (23), question (2), claim (2), position (5), actor (5), source text (1)"},
		{"csl-json", []briefing.Part{briefing.PartSources}, "source text (1)"},
		{"stix", nil, "source text (2)"},
		{"stix", []briefing.Part{briefing.PartClaims}, ""},
		{"jsonld", nil, "claim figure (2)"},
	} {
		r := everyRequest(t)
		r.Only = c.only
		if _, losses := writeFormat(t, c.format, r); losses.String() != c.want {
			t.Errorf("%s of %v: %s", c.format, c.only, losses)
		}
	}
}

func TestJSONFormatsNeverLinkToWhatIsNoWebAddress(t *testing.T) {
	for name, lost := range map[string]string{"csl-json": "source address (2)", "stix": "source address (2)", "jsonld": "source address (2)"} {
		b := everyField(t)
		b.Sources = b.Sources[:1]
		b.Sources[0].Text = ""
		b.Sources[0].Publication.URL = "javascript:alert(1)"
		b.Sources[0].Publication.ArchiveURL = "https://user:word@example.org/"
		out, losses := writeFormat(t, name, &export.Request{Index: briefing.NewIndex(b), Only: []briefing.Part{briefing.PartSources}})
		if losses.String() != lost {
			t.Errorf("%s: losses %q", name, losses)
		}
		if bytes.Contains(out, []byte("javascript:")) || bytes.Contains(out, []byte("user:word")) {
			t.Errorf("%s holds the address", name)
		}
	}
}

// fullDisk accepts some bytes and then fails.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.left {
		return 0, errFull
	}
	d.left -= len(p)
	return len(p), nil
}

func TestJSONFormatsReportFailedWrites(t *testing.T) {
	r := everyRequest(t)
	for i := range 3000 { // more than the buffers hold
		e := r.Index.Briefing.Events[0]
		e.ID += strings.Repeat("x", i%10)
		r.Index.Briefing.Events = append(r.Index.Briefing.Events, e)
		r.Index.Briefing.Sources = append(r.Index.Briefing.Sources, r.Index.Briefing.Sources[1])
	}
	r.Index = briefing.NewIndex(r.Index.Briefing)
	for name := range jsonFormats {
		f, _ := export.Find(name)
		for _, size := range []int{0, 200 << 10} {
			if _, err := f.Write(&fullDisk{left: size}, r); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v", name, size, err)
			}
		}
	}
}

func TestJSONFormatsOfAnEmptyBriefing(t *testing.T) {
	r := &export.Request{Index: briefing.NewIndex(&briefing.Briefing{ID: "none", Title: "None", AsOf: edtfDate(t, "XXXX")})}
	for name := range jsonFormats {
		out, losses := writeFormat(t, name, r)
		mustPass(t, name, decoded(t, out))
		if len(losses) > 0 {
			t.Errorf("%s: %s", name, losses)
		}
	}
}

func BenchmarkJSONFormats(b *testing.B) {
	r := everyRequest(b)
	for i := range 200 {
		for _, e := range r.Index.Briefing.Events[:8] {
			e.ID += strings.Repeat("-x", i+1)
			r.Index.Briefing.Events = append(r.Index.Briefing.Events, e)
		}
		s := r.Index.Briefing.Sources[0]
		s.ID += strings.Repeat("-x", i+1)
		r.Index.Briefing.Sources = append(r.Index.Briefing.Sources, s)
	}
	r.Index = briefing.NewIndex(r.Index.Briefing)
	names := make([]string, 0, len(jsonFormats))
	for name := range jsonFormats {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f, _ := export.Find(name)
		b.Run(name, func(b *testing.B) {
			out, _ := writeFormat(b, name, r)
			b.SetBytes(int64(len(out)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
