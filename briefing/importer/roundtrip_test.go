package importer_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/export"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
	"sitrep/briefing/importer"
)

// held lists, for a format, which facts of which items come back. Other facts
// and items of other kinds do not.
type held struct {
	format string
	parts  []briefing.Part // each in its own file; none for all in one
	facts  map[string]string
	not    string // the id of an item that the format cannot hold
}

const (
	unmarked    = " external_ids tags draft "
	common      = unmarked + "tlp "
	wholeSource = "id title kind publisher authors credit place published accessed url archive_url language reliability reliability_note origin status" + common
	anyEvidence = " evidence evidence.source evidence.quote evidence.locator "
)

var roundTrips = []held{
	{"json", nil, nil, ""}, // everything
	{"csv", []briefing.Part{briefing.PartTimeline, briefing.PartActors, briefing.PartClaims, briefing.PartSources}, map[string]string{
		"briefing": "as_of",
		"event":    "id title date status certainty summary place country coordinates actors" + anyEvidence + unmarked,
		"actor":    "id name kind aka role part_of country evidence evidence.source" + unmarked,
		"question": "id text status external_ids tags draft",
		"claim":    "id text figure external_ids tags draft",
		"position": "holder stance said via citing hedge quotation credibility note" + anyEvidence + unmarked,
		"source":   "id title kind publisher authors credit place published accessed url archive_url language reliability reliability_note origin status" + unmarked,
	}, ""},
	{"timelinejs", nil, map[string]string{
		"briefing": "id title as_of issued version language authors tlp",
		"event":    "id title date said note status certainty summary place country coordinates" + common,
	}, ""},
	{"csl-json", nil, map[string]string{
		"briefing": "id title as_of issued version language authors tlp",
		"source":   wholeSource + "text_kind text",
	}, ""},
	{"ics", nil, map[string]string{
		"briefing": "title as_of",
		"event":    "id title date said note status certainty summary place country coordinates" + unmarked,
	}, "built"}, // before the year 1
}

// apart are the facts that change on the way: a summary becomes one line, and a
// text comes back only if it is a digest.
var apart = map[string][]string{
	"csv event shut":      {"summary"},
	"csl-json source log": {"text", "text_kind"},
}

func load(t *testing.T) *briefing.Briefing {
	t.Helper()
	doc, err := file.Load("testdata/roundtrip.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Problems {
		t.Fatal(p)
	}
	return doc.Briefing
}

// back exports a briefing and imports the output.
func back(t *testing.T, b *briefing.Briefing, h held) *briefing.Briefing {
	t.Helper()
	format, err := export.Find(h.format)
	if err != nil {
		t.Fatal(err)
	}
	parts := [][]briefing.Part{nil}
	if h.parts != nil {
		parts = slices.Collect(slices.Chunk(h.parts, 1))
	}
	var inputs []importer.Input
	for i, only := range parts {
		var out bytes.Buffer
		if _, err := format.Write(&out, &export.Request{Index: briefing.NewIndex(b), Only: only}); err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, importer.Input{Name: fmt.Sprintf("out-%d%s", i, format.Extension), Data: out.Bytes()})
	}
	r, err := importer.Import(inputs, importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Document.Problems {
		t.Errorf("%s", p)
	}
	return r.Document.Briefing
}

// TestRoundTrips compares what comes back with the table, fact by fact.
func TestRoundTrips(t *testing.T) {
	for _, h := range roundTrips {
		t.Run(h.format, func(t *testing.T) {
			b := load(t)
			got := back(t, b, h)
			if h.facts == nil {
				var want, have bytes.Buffer
				if err := file.WriteYAML(&want, b); err != nil {
					t.Fatal(err)
				}
				if err := file.WriteYAML(&have, got); err != nil {
					t.Fatal(err)
				}
				if want.String() != have.String() {
					t.Errorf("got\n%s\nwant\n%s", have.String(), want.String())
				}
				return
			}
			compare(t, h, "briefing", "", statements(new(file.Facts).Of(b)), statements(new(file.Facts).Of(got)))
			x, y := briefing.NewIndex(b), briefing.NewIndex(got)
			for _, ref := range allItems(x) {
				kind := ref.Kind.String()
				if h.facts[kind] != "" && ref.ID != h.not {
					was, is := x.QuotingTLP(ref), y.QuotingTLP(ref)
					inRows := h.parts != nil && (kind == "question" || kind == "claim") // without a row of their own
					if briefing.HigherTLP(was, is) != is || is != was && !inRows {
						t.Errorf("%s %s is marked %s, was %s", kind, ref.ID, is, was)
					}
					compare(t, h, kind, ref.ID, statements(new(facts.Reader).Of(x, ref)), itemStatements(y, ref))
				}
			}
			if n, want := len(allItems(y)), count(allItems(x), h); n != want {
				t.Errorf("%d items come back, and %d can: %v", n, want, allItems(y))
			}
		})
	}
}

func itemStatements(x *briefing.Index, ref briefing.Ref) (out map[string][]string) {
	defer func() { _ = recover() }() // there is no such item
	return statements(new(facts.Reader).Of(x, ref))
}

func count(list []briefing.Ref, h held) (n int) {
	for _, ref := range list {
		if h.facts[ref.Kind.String()] != "" && ref.ID != h.not {
			n++
		}
	}
	return n
}

func compare(t *testing.T, h held, kind, id string, want, got map[string][]string) {
	t.Helper()
	has := strings.Fields(h.facts[kind])
	for path := range want {
		holds := slices.Contains(has, path)
		switch {
		case slices.Contains(apart[h.format+" "+kind+" "+id], path):
		case holds && !slices.Equal(got[path], want[path]):
			t.Errorf("%s %s: %s is %q, was %q", kind, id, path, got[path], want[path])
		case !holds && len(got[path]) > 0 && kind != "briefing" && path != "tlp":
			t.Errorf("%s %s: %s comes back, and the table does not say so: %q", kind, id, path, got[path])
		}
	}
}

// statements returns the values of facts by their keys, and facts about a value
// under both keys. In prose, references are replaced by their labels.
func statements(list []file.Fact) map[string][]string {
	out := map[string][]string{}
	for _, f := range list {
		for _, v := range f.Values {
			text := v.Text
			if f.Kind == file.FactProse {
				text = briefing.PlainText(text)
			}
			if d, err := edtf.Parse(text); err == nil && f.Kind == file.FactDate {
				text = d.String()
			}
			under := v.Under
			if v.Evidence != nil {
				text = ""
				under = new(file.Facts).Of(v.Evidence)
			}
			out[f.Key] = append(out[f.Key], text)
			for _, u := range under {
				for _, w := range u.Values {
					out[f.Key+"."+u.Key] = append(out[f.Key+"."+u.Key], w.Text)
				}
			}
		}
	}
	return out
}

func allItems(x *briefing.Index) (out []briefing.Ref) {
	b := x.Briefing
	add := func(kind briefing.Kind, id string) { out = append(out, briefing.Ref{Kind: kind, ID: id}) }
	for i := range b.Judgments {
		add(briefing.KindJudgment, b.Judgments[i].ID)
	}
	for i := range b.Sources {
		add(briefing.KindSource, b.Sources[i].ID)
	}
	for i := range b.Actors {
		add(briefing.KindActor, b.Actors[i].ID)
	}
	for i := range b.Events {
		add(briefing.KindEvent, b.Events[i].ID)
	}
	for i := range b.Questions {
		add(briefing.KindQuestion, b.Questions[i].ID)
		for k := range b.Questions[i].Claims {
			add(briefing.KindClaim, b.Questions[i].Claims[k].ID)
			for _, s := range x.StandsOn(b.Questions[i].Claims[k].ID) {
				add(briefing.KindPosition, s.Ref().ID)
			}
		}
	}
	return out
}
