package export

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// rowsOf parses a table as strictly as RFC 4180: CRLF, every cell in quotes,
// the same number of cells in every row.
func rowsOf(t testing.TB, table string) [][]string {
	t.Helper()
	body, whole := strings.CutSuffix(table, "\r\n")
	if !whole {
		t.Fatal("the last row does not end with CRLF")
	}
	for _, line := range strings.Split(body, "\r\n") {
		if strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line break within %q", line)
		}
		for _, cell := range strings.Split(line, `","`) {
			if strings.Count(strings.Trim(cell, `"`), `"`)%2 != 0 && !strings.Contains(cell, `""`) {
				t.Errorf("a bare quote in %q", cell)
			}
		}
		if !strings.HasPrefix(line, `"`) || !strings.HasSuffix(line, `"`) {
			t.Errorf("not quoted: %q", line)
		}
	}
	r := csv.NewReader(strings.NewReader(table))
	r.LazyQuotes = false
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func csvOf(t testing.TB, r *Request) [][]string {
	t.Helper()
	f, err := Find("csv")
	if err != nil {
		t.Fatal(err)
	}
	return rowsOf(t, written(t, f, r))
}

var csvParts = []briefing.Part{briefing.PartTimeline, briefing.PartActors, briefing.PartClaims, briefing.PartSources}

func TestCSVHoldsOnePart(t *testing.T) {
	for _, only := range [][]briefing.Part{nil, {briefing.PartBrief}, {briefing.PartTimeline, briefing.PartClaims}} {
		_, err := writeCSV(io.Discard, &Request{Index: sample(t), Only: only})
		if !errors.Is(err, ErrOnePart) || !strings.Contains(err.Error(), "timeline, actors, claims, sources") {
			t.Errorf("only %v: %v", only, err)
		}
	}
}

func TestCSVTimeline(t *testing.T) {
	rows := csvOf(t, &Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}})
	want := []string{"id", "when", "earliest", "latest", "precision", "status", "certainty", "title", "place", "country", "latitude", "longitude",
		"actors", "sources", "summary", "quotes", "locators", "states", "tags", "external_ids", "draft", "as_of", "tlp"}
	if d := cmp.Diff(want, rows[0]); d != "" {
		t.Error(d)
	}
	asOf, tlp := "2031-05-20T18:00:00+03:00", "TLP:AMBER+STRICT"
	for _, want := range [][]string{
		{"election", "2029-1X", "2029-10-01", "2029-12-31", "year", "occurred", "reported", "Election of the mayor", "", "", "", "", "", "dispatch",
			"", "“elected by a landslide”", "", "missing", "", "", "", asOf, tlp},
		{"harbour-closed", "2031-05-14/..", "2031-05-14", "", "day", "ongoing", "established", "The harbour is closed", "Port Aldis", "SE", "58.25", "-0.5", "mayor; union", "dispatch",
			"Ordered by the mayor.", "“The harbour was closed on Wednesday”", "", "exact", "harbour; port, closed", "misp:5d1b; wikidata:Q2031; wikidata:Q2032", "", asOf, tlp},
		{"strike", "[..2031-05-14]", "", "2031-05-14", "day", "occurred", "alleged", "A strike begins", "", "", "", "", "union", "dispatch; dispatch; dispatch",
			"", "“The strike”; “the strike”; “strike”", "", "exact; exact; ambiguous", "", "", "", asOf, tlp},
		{"call", "2031-05-20T01:15:00+03:00", "2031-05-19T22:15:00Z", "2031-05-19T22:15:00Z", "second", "occurred", "reported", "The minister calls", "", "", "", "", "sweden", "",
			"", "", "", "", "", "", "", asOf, "TLP:GREEN"},
	} {
		if !slices.ContainsFunc(rows, func(row []string) bool { return slices.Equal(row, want) }) {
			t.Errorf("no row %q in %q", want, rows)
		}
	}
}

func TestCSVClaimsAreOneRowAPosition(t *testing.T) {
	x := sample(t)
	rows := csvOf(t, &Request{Index: x, Only: []briefing.Part{briefing.PartClaims}})
	const withoutPosition = 1
	if want := 1 + len(x.Stands) + withoutPosition; len(rows) != want {
		t.Errorf("%d rows, not %d", len(rows), want)
	}
	column := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	for _, row := range rows {
		if column(row, "position") != "cause-storm/mayor" {
			continue
		}
		for name, want := range map[string]string{
			"question": "cause", "claim": "cause-storm", "holder": "mayor", "holder_name": "Ida Holm", "stance": "affirms",
			"said": "2031-05-14", "via": "officials", "citing": "ledger; city", "hedge": "probable", "quotation": "mixed", "credibility": "3",
			"locators": "00:14:05", "claim_tags": "", "question_draft": "",
			"note": "She did not say which storm.", "sources": "dispatch", "quotes": "“the mayor said, because of the storm”", "states": "exact",
			"contested": "true", "question_status": "open",
		} {
			if got := column(row, name); got != want {
				t.Errorf("%s is %q, not %q", name, got, want)
			}
		}
		return
	}
	t.Error("the position is not there")
}

func TestCSVLosses(t *testing.T) {
	for part, want := range map[briefing.Part]string{
		briefing.PartTimeline: "evidence for another date (1), event evidence note (1), event evidence prefix (1), event evidence suffix (1), event actors role (1), event said (1), event note (1), event alternatives (1)",
		briefing.PartActors:   "actor summary (1), actor evidence quote (1)",
		briefing.PartClaims:   "question summary (1), question events (2), position evidence note (1), position evidence prefix (1)",
		briefing.PartSources:  "source text (2)",
	} {
		losses, err := writeCSV(io.Discard, &Request{Index: sample(t), Only: []briefing.Part{part}})
		if err != nil {
			t.Fatal(err)
		}
		got, wanted := strings.Split(losses.String(), ", "), strings.Split(want, ", ")
		slices.Sort(got)
		slices.Sort(wanted)
		if d := cmp.Diff(wanted, got); d != "" {
			t.Errorf("%s: %s", part, d)
		}
	}
}

func TestBeginsFormula(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "plain": false, "1-1": false, "“=1”": false, "'=1": false, "x=1": false,
		"=1": true, "+1": true, "-1": true, "@x": true, "|x": true, "\tx": true, "\rx": true,
		" =1": true, "\u00a0=1": true, "\u200b=1": true, "\ufeff=1": true, "\u200b \u00ad@x": true,
		"＝1": true, "＋1": true, "－1": true, "＠x": true, "｜x": true,
	} {
		if got := clean.BeginsFormula(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzCSV writes every table with one text in every field. Rows and columns
// must be the same, no cell may begin a formula, and the text must be there.
func FuzzCSV(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	want := map[briefing.Part][][]string{}
	for _, part := range csvParts {
		want[part] = csvOf(f, &Request{Index: titled(f, "word"), Only: []briefing.Part{part}})
	}
	f.Fuzz(func(t *testing.T, content string) {
		plain, quoted := titled(t, content), hostile(t, content)
		for _, part := range csvParts {
			csvOf(t, &Request{Index: quoted, Only: []briefing.Part{part}})
			checkCells(t, content, want[part], csvOf(t, &Request{Index: plain, Only: []briefing.Part{part}}))
		}
	})
}

func checkCells(t *testing.T, content string, want, got [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%q makes %d rows of %d", content, len(got), len(want))
	}
	for i, row := range got {
		for j, cell := range row {
			if clean.BeginsFormula(cell) && want[i][j] != cell {
				t.Errorf("%q may be run", cell)
			}
			text := content
			if got[0][j] == "summary" {
				text = briefing.PlainText(content) // references as the reader sees them
			}
			if want[i][j] == "word" && strings.TrimPrefix(cell, "'") != strings.TrimPrefix(inert(text), "'") {
				t.Errorf("%q, not %q", cell, text)
			}
		}
	}
}

// TestCSVWithABOM tests that the mark begins the file, once, and only on
// request.
func TestCSVWithABOM(t *testing.T) {
	f, err := Find("csv")
	if err != nil {
		t.Fatal(err)
	}
	const mark = "\xef\xbb\xbf"
	for _, part := range csvParts {
		plain := written(t, f, &Request{Index: sample(t), Only: []briefing.Part{part}})
		marked := written(t, f, &Request{Index: sample(t), Only: []briefing.Part{part}, BOM: true})
		if marked != mark+plain || strings.Contains(plain, mark) {
			t.Errorf("%s begins with %q, without a mark with %q", part, marked[:10], plain[:10])
		}
	}
}

// TestCSVIsGuardedWhole tests the cells of a briefing whose ids and terms are
// hostile too.
func TestCSVIsGuardedWhole(t *testing.T) {
	b := sampleBriefing(t)
	b.Actors[0].ID, b.Actors[0].Kind, b.Actors[0].Country = "=id", "=kind", "=country"
	for _, row := range csvOf(t, &Request{Index: briefing.NewIndex(b), Only: []briefing.Part{briefing.PartActors}}) {
		for _, cell := range row {
			if clean.BeginsFormula(cell) {
				t.Errorf("%q may be run", cell)
			}
		}
	}
}
