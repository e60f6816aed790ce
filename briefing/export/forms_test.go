package export

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
)

// inForm returns a briefing with a quote, its text and its words in any Unicode
// form.
func inForm(t *testing.T, text, quote string) *Request {
	t.Helper()
	data := fmt.Sprintf(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024-06-12",
		"sources":[{"id":"s","title":"S","kind":"article","text":%q}],
		"events":[{"id":"e","title":"E","when":"2024-06-11","evidence":[{"source":"s","quote":%q}]}]}`, text, quote)
	doc, err := file.Parse(data, "b", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc)
	}
	for _, p := range check.Document(doc) {
		if p.Code == check.CodeQuoteMissing || p.Code == check.CodeQuoteAmbiguous {
			t.Errorf("%+q in %+q: %s; %s", quote, text, p.Message, p.Hint)
		}
	}
	return &Request{Index: briefing.NewIndex(doc.Briefing)}
}

// TestForms writes a briefing whose text and quote are composed, decomposed, or
// full of soft hyphens. Every format must give the same, with the passage
// marked at the same place.
func TestForms(t *testing.T) {
	const text = "Kurz zuvor: Die Bürgermeisterin begrüßte den Waffenstillstand. Später schwieg sie."
	const quote = "Die Bürgermeisterin begrüßte den Waffenstillstand."
	hyphens := strings.NewReplacer("meister", "mei\u00adster", "still", "\u200bstill\u2060", "ü", "u\u00ad\u0308")
	forms := []func(string) string{norm.NFD.String, hyphens.Replace, func(s string) string { return s }}
	for _, o := range outputs(t) {
		f := o.Format
		write := func(r *Request) string { r.Only = o.only; return written(t, f, r) }
		want := write(inForm(t, text, quote))
		if f.Name == "html" && !strings.Contains(want, ">"+quote+"</mark>") {
			t.Errorf("the passage is not marked: %s", want)
		}
		for _, one := range forms {
			for _, other := range forms {
				if got := write(inForm(t, one(text), other(quote))); got != want {
					t.Errorf("%s: %+q in %+q is written otherwise: %s", f.Name, other(quote), one(text), got)
				}
			}
		}
	}
}

// TestAddressesBeyondASCII tests that an address is shown as it is written, and
// linked in ASCII.
func TestAddressesBeyondASCII(t *testing.T) {
	const shown = "https://bücher.example/wiki/Größe_(Maß)"
	const sent = "https://xn--bcher-kva.example/wiki/Gr%C3%B6%C3%9Fe_(Ma%C3%9F)"
	request := inForm(t, "Nein.", "Nein.")
	request.Index.Briefing.Sources[0].Publication = briefing.Publication{URL: shown, ArchiveURL: shown}
	for name, want := range map[string]string{
		"text":     shown,
		"json":     `"url": "` + shown + `"`,
		"html":     `href="` + sent + `">` + shown + "</a>",
		"markdown": `](<` + sent + `>)`,
		"csv":      sent,
		"stix":     sent,
		"jsonld":   sent,
		"csl-json": sent,
	} {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		request.Only = nil
		if name == "csv" {
			request.Only = []briefing.Part{briefing.PartSources}
		}
		if got := strings.ReplaceAll(written(t, f, request), "\\", ""); !strings.Contains(got, want) {
			t.Errorf("%s has not %s:\n%s", name, want, got)
		}
	}
}
