package export

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/data"
)

// kursk is an analysis of the question of the built-in briefing whether North Korean
// units are in the Kursk region: what an analyst could enter.
func kursk(t testing.TB) (*briefing.Index, *ach.Analysis) {
	t.Helper()
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := &ach.Analysis{}
	a.SetOwn(ach.Hypothesis{ID: "own-1", Text: "None is there: the reports are of troops in training."})
	for _, line := range strings.Split(strings.TrimSpace(`
kursk-stationed/ukrainian-intelligence CC C  C  II
kursk-stationed/rutte                  CC N  N  I
kursk-stationed/south-korean-delegation I N  N  C
nearer-ukraine/singh                   C  CC C  I
towards-kursk/singh                    I  C  CC N`), "\n") {
		fields := strings.Fields(line)
		for i, h := range []string{"kursk-stationed", "nearer-ukraine", "towards-kursk", "own-1"} {
			a.Set(h, fields[0], ach.Code(fields[i+1]))
		}
	}
	return doc.Index(), a
}

func writtenAnalysis(t testing.TB, format string, a Analysis, r *Request) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteAnalysis(&b, format, a, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAnalysisGolden writes the analysis in each format.
func TestAnalysisGolden(t *testing.T) {
	x, a := kursk(t)
	by := "The judgment of whoever keeps the notebook of this briefing, last written on 27 November 2026 (UTC)."
	for name, extension := range map[string]string{"text": ".txt", "markdown": ".md", "html": ".html", "csv": ".csv"} {
		got := writtenAnalysis(t, name, Analysis{Matrix: ach.New(x, "kursk-presence", a), By: by}, &Request{Index: x, Width: 80})
		path := filepath.Join("testdata", "ach-kursk"+extension)
		checkGolden(t, path, got)
	}
	if len(AnalysisFormatNames()) != 4 || WriteAnalysis(&bytes.Buffer{}, "json", Analysis{}, &Request{Index: x}) == nil {
		t.Error("there are other formats")
	}
}

// TestAnalysisIsClean puts hostile texts into every field and an own hypothesis: each
// format stays what it is, and says whose judgment it is.
func TestAnalysisIsClean(t *testing.T) {
	const by = "The judgment of a test."
	for _, text := range hostileTexts {
		x := hostile(t, text)
		for i := range x.Briefing.Questions {
			q := &x.Briefing.Questions[i]
			a := &ach.Analysis{}
			a.SetOwn(ach.Hypothesis{ID: "own-1", Text: clean.Line(text) + " "})
			if len(q.Claims) > 0 && len(q.Claims[0].Positions) > 0 {
				a.Set("own-1", x.StandsOn(q.Claims[0].ID)[0].ID, ach.VeryInconsistent)
			}
			for _, format := range AnalysisFormatNames() {
				got := writtenAnalysis(t, format, Analysis{Matrix: ach.New(x, q.ID, a), By: by}, &Request{Index: x, Width: 80})
				if !utf8.ValidString(got) || !strings.HasSuffix(got, "\n") || !strings.Contains(got, by) {
					t.Errorf("%s of %q is not UTF-8, has no end, or does not say whose it is", format, text)
				}
				if i := strings.IndexFunc(strings.ReplaceAll(got, "\r\n", "\n"), forbidden); i >= 0 {
					t.Errorf("%s of %q has a control character at %d", format, text, i)
				}
				checkAnalysisFormat(t, format, text, got)
			}
		}
	}
}

// checkAnalysisFormat tests that a page is well-formed, and that a table has no formulae
// and as many cells in each row.
func checkAnalysisFormat(t *testing.T, format, text, got string) {
	t.Helper()
	switch format {
	case "html":
		if f := faults(t, got); len(f) > 0 {
			t.Errorf("the page of %q: %v", text, f)
		}
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil {
			t.Errorf("the table of %q: %v", text, err)
		}
		for _, row := range rows {
			if slices.ContainsFunc(row, clean.BeginsFormula) {
				t.Errorf("the table of %q has a formula: %q", text, row)
			}
		}
	}
}

// TestAnalysisOfMany has more hypotheses than there is room for in columns, rows that
// are left out, and no codes.
func TestAnalysisOfMany(t *testing.T) {
	x, a := kursk(t)
	for i := range 9 {
		a.SetOwn(ach.Hypothesis{ID: "own-" + string(rune('2'+i)), Text: "Another one."})
	}
	got := writtenAnalysis(t, "text", Analysis{Matrix: ach.New(x, "kursk-presence", a, "rutte"), By: "A test.", Without: []string{"Mark Rutte"}}, &Request{Index: x, Width: 80})
	for _, want := range []string{"Without       Mark Rutte", "H4 II", "H13 -", "left out", "not coded"} {
		if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	got = writtenAnalysis(t, "text", Analysis{Matrix: ach.New(x, "kursk-presence", &ach.Analysis{}), By: "A test."}, &Request{Index: x, Width: 80, ASCII: true})
	if !strings.Contains(got, "none, as nothing is coded") || !strings.Contains(got, noChange) {
		t.Errorf("without codes it is\n%s", got)
	}
}
