package importer

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

func FuzzMISP(f *testing.F) { fuzzFormat(f, "misp") }

// TestMISPMarkings tests which marking an event gets from its tags.
func TestMISPMarkings(t *testing.T) {
	for tags, want := range map[string]briefing.TLP{
		``:                     "",
		`{"name":"tlp:white"}`: "CLEAR",
		`{"name":"TLP:Amber"}`: "AMBER",
		`{"name":"tlp:clear"},{"name":"tlp:red"}`: "RED",
		`{"name":"tlp:purple"}`:                   "RED",
		`{"name":"tlp:ex:chr"}`:                   "",
	} {
		text := `{"Event":{"info":"A","date":"2024-01-01","Tag":[` + tags + `]}}`
		r, err := Import([]Input{{Name: "event.json", Data: []byte(text)}}, options())
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Document.Briefing.TLP; got != want || r.Formats[0] != "misp" {
			t.Errorf("%s: %q, want %q", tags, got, want)
		}
	}
}

// TestMISPKeepsMarkings has events with several markings in one briefing: none
// may become lower.
func TestMISPKeepsMarkings(t *testing.T) {
	r, err := Import([]Input{input(t, "testdata/misp/search.json")}, options())
	if err != nil {
		t.Fatal(err)
	}
	x := r.Document.Index()
	for id, want := range map[string]briefing.TLP{"one": "GREEN", "two": "RED", "three": "RED"} {
		if got := x.TLP(briefing.Ref{Kind: briefing.KindEvent, ID: id}); got != want {
			t.Errorf("%s is marked %s, want %s", id, got, want)
		}
	}
	for _, s := range x.Briefing.Sources {
		if got := x.TLP(briefing.Ref{Kind: briefing.KindSource, ID: s.ID}); strings.HasPrefix(s.Publication.URL, "https://news.example/") && got != "RED" {
			t.Errorf("%s is marked %s", s.Title, got)
		}
	}
}

// TestMISPQuotes tests that quotes of a record are found in it.
func TestMISPQuotes(t *testing.T) {
	r, err := Import([]Input{input(t, "testdata/misp/event.json")}, options())
	if err != nil {
		t.Fatal(err)
	}
	x := r.Document.Index()
	quoted := 0
	for i := range x.Briefing.Events[0].Evidence {
		if p := x.PassageOf(&x.Briefing.Events[0].Evidence[i]); p.Evidence.Quote != "" {
			quoted++
			if state := x.Anchor(p).State; state != quote.Exact {
				t.Errorf("%q is %v", p.Evidence.Quote, state)
			}
		}
	}
	if quoted != 2 {
		t.Errorf("%d quotes", quoted)
	}
}
