package importer

import (
	"errors"
	"strings"
	"testing"
)

func FuzzPDF(f *testing.F) { fuzzFormat(f, "pdf") }

// TestPDFPages picks pages, and tests that the title names them.
func TestPDFPages(t *testing.T) {
	text := "one\ftwo\f\ffour"
	for _, c := range []struct {
		pick        func(n int) bool
		title, text string
	}{
		{nil, "report", "one\n\ntwo\n\nfour"},
		{func(n int) bool { return n == 2 }, "report, p. 2", "two"},
		{func(n int) bool { return n != 2 }, "report, pp. 1, 3–4", "one\n\nfour"},
	} {
		o := options()
		o.Pick = c.pick
		r, err := Import([]Input{{"report.pdf", []byte("%PDF-1.4\n" + text)}}, o)
		if err != nil {
			t.Fatal(err)
		}
		if s := r.Document.Briefing.Sources[0]; s.Title != c.title || s.Text != c.text || len(r.Entries) != 4 || !strings.HasPrefix(r.Entries[1].Title, "p. 2: two") {
			t.Errorf("%q: %q, entries are %v", s.Title, s.Text, r.Entries)
		}
	}
}

func TestPDFWithoutProgram(t *testing.T) {
	o := options()
	o.PDF = nil
	_, err := Import([]Input{{"report.pdf", []byte("%PDF-1.4\n")}}, o)
	var hinted interface{ Hint() string }
	if !errors.As(err, &hinted) || !strings.Contains(hinted.Hint(), "pdftotext") || !strings.Contains(err.Error(), "import: pdf:") {
		t.Errorf("the error is %v", err)
	}
	_, err = Import([]Input{{"report.pdf", []byte("%PDF-1.4\n\f\f\n")}}, options())
	if err == nil || !strings.Contains(err.Error(), "no text") {
		t.Errorf("the error is %v", err)
	}
}
