package check

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// TestHintsNameTheDifference has quotes that look like words of the text, and
// are not: the hint says where they differ.
func TestHintsNameTheDifference(t *testing.T) {
	const text = "The ﬁrst ofﬁce of Bürger Müller saw ❤\ufe0f and m² for the ВВС in Москва, and heard “No”."
	for quote, want := range map[string]string{
		"first office":         `"ﬁrst ofﬁce"; where the quote has f (U+0066), the text has ﬁ (U+FB01)`,
		"Burger Muller saw":    `"Bürger Müller saw"; where the quote has u (U+0075), the text has ü (U+00FC)`,
		"saw ❤ and":            "\"saw ❤\ufe0f and\"" + `; where the quote has U+0020, the text has U+FE0F`,
		"for the BBC":          `"for the ВВС"; where the quote has B (U+0042), the text has В (U+0412)`,
		"BBC":                  `"ВВС"; where the quote has B (U+0042), the text has В (U+0412)`,
		"Mосква":               `"Москва"; where the quote has M (U+004D), the text has М (U+041C)`,
		"and heard \"No":       `"and heard “No"; where the quote has " (U+0022), the text has “ (U+201C)`,
		"and heard “No” twice": `the nearest place in the text is "and heard “No"`,
	} {
		doc := &file.Document{Briefing: &briefing.Briefing{
			Sources: []briefing.Source{{ID: "s", Text: clean.Text(text)}},
			Events:  []briefing.Event{{ID: "e", Evidence: []briefing.Evidence{{Source: "s", Quote: clean.Line(quote)}}}},
		}}
		var got string
		for _, p := range Document(doc) {
			if p.Code == CodeQuoteMissing {
				got = p.Hint
			}
		}
		if !strings.HasSuffix(got, want) {
			t.Errorf("%q: %s; want %s", quote, got, want)
		}
	}
}

// TestQuoteSearchesAreBounded makes sure that a file with any number of missing
// quotes is searched only so often, and that the rest is reported all the same.
func TestQuoteSearchesAreBounded(t *testing.T) {
	b := &briefing.Briefing{Sources: []briefing.Source{{ID: "ap", Text: "The harbour bridge was closed."}}}
	event := briefing.Event{ID: "e", Evidence: []briefing.Evidence{{Source: "ap", Quote: "The harbour bridge was shut"}}}
	for range 2 * maxQuoteSearches {
		quote := "The harbour bridge was " + strings.Repeat("very ", len(event.Evidence)) + "shut"
		event.Evidence = append(event.Evidence, briefing.Evidence{Source: "ap", Quote: quote})
	}
	b.Events = []briefing.Event{event}
	missing, searched := 0, 0
	for _, p := range Document(&file.Document{Briefing: b}) {
		if p.Code == CodeQuoteMissing {
			missing++
			if p.Hint != hintVerbatim {
				searched++
			}
		}
	}
	if missing != len(event.Evidence) || searched != maxQuoteSearches {
		t.Errorf("%d quotes are missing and %d were searched for; of %d, at most %d", missing, searched, len(event.Evidence), maxQuoteSearches)
	}
}

// TestCostlyQuotesAreCounted has more quotes than are looked up: no quote that
// was not looked up is called missing or exact.
func TestCostlyQuotesAreCounted(t *testing.T) {
	at := slices.IndexFunc(sample.Worsts, func(w sample.Worst) bool { return w.Name == "quotes of a text, with a far stretch" })
	doc, err := file.Parse(sample.Worsts[at].File(3e6), "far.json", nil)
	if err != nil {
		t.Fatal(err)
	}
	missing, unchecked := 0, 0
	for _, p := range Document(doc) {
		switch p.Code {
		case CodeQuoteMissing:
			missing++
		case CodeQuotesUnchecked:
			_, n, _ := strings.Cut(p.Message, "quotes not looked up: ")
			if unchecked, err = strconv.Atoi(n); err != nil {
				t.Error(p.Message)
			}
		}
	}
	if all := len(doc.Briefing.Judgments[0].Evidence); unchecked == 0 || missing+unchecked != all {
		t.Errorf("of %d quotes %d are missing and %d are not looked up", all, missing, unchecked)
	}
}
