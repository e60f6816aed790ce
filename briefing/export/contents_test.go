package export

import (
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestFirstPage tests what the first page of the text export says: how much
// there is and what is contested.
func TestFirstPage(t *testing.T) {
	const counts = "6 events, 5 actors, 6 claims in 3 questions, 3 sources"
	b := sampleBriefing(t)
	for range maxOnFirstPage {
		q := b.Questions[0]
		q.ID, q.Text = q.ID+"-again", q.Text+" Again."
		b.Questions = append(b.Questions, q)
	}
	for name, test := range map[string]struct {
		Request
		has, not []string
	}{
		"whole": {Request{Index: sample(t)}, []string{"Contents      " + counts, "Contested     Why was the harbour closed?"}, []string{"more"}},
		"brief": {Request{Index: sample(t), Only: []briefing.Part{briefing.PartBrief}}, []string{"Contested "}, []string{"Contents"}},
		"timeline": {Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}},
			[]string{"Contents      6 events\n"}, []string{"Contested", "actors"}},
		"many": {Request{Index: indexOf(b)}, []string{"            and 2 more\n"}, nil},
	} {
		page, _, _ := strings.Cut(written(t, Formats[0], &test.Request), "===")
		for _, want := range test.has {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the first page has no %q:\n%s", name, want, page)
			}
		}
		for _, no := range test.not {
			if strings.Contains(page, no) {
				t.Errorf("%s: the first page has %q:\n%s", name, no, page)
			}
		}
	}
	if markdown := markdownOf(t, &Request{Index: sample(t)}); !strings.Contains(markdown, "\n"+counts+"\n") {
		t.Errorf("Markdown has no %q", counts)
	}
}

// TestPartsAreInTheOrderOfTheTabs looks for the headings of the parts in the
// formats that are documents, under the names of the tabs.
func TestPartsAreInTheOrderOfTheTabs(t *testing.T) {
	for format, heading := range map[string]func(string) string{
		"text":     func(h string) string { return "\n" + strings.ToUpper(h) + " (" },
		"markdown": func(h string) string { return "\n## " + h + " (" },
		"html":     func(h string) string { return "<h2>" + h },
	} {
		f, err := Find(format)
		if err != nil {
			t.Fatal(err)
		}
		rest := written(t, f, &Request{Index: sample(t)})
		for _, p := range briefing.Parts[1:] {
			_, behind, found := strings.Cut(rest, heading(p.Title))
			if !found {
				t.Errorf("%s has no heading %q behind those before it", format, p.Title)
				continue
			}
			rest = behind
		}
	}
}
