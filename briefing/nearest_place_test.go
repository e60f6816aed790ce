package briefing

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestNearestPlace(t *testing.T) {
	const text = "The harbour bridge was closed on Tuesday. The crew said: “Nobody crosses.” Later the crew of the ferry said nothing. 橋は火曜日に閉鎖された。"
	tests := []struct {
		name, quote, want string
		same              bool
	}{
		{"a word changed", "the bridge was shut on Tuesday", "The harbour bridge was closed on Tuesday", false},
		{"words left out", "The bridge was closed Tuesday", "The harbour bridge was closed on Tuesday", false},
		{"a word put in", "The crew then said: “Nobody crosses.”", "The crew said: “Nobody crosses.”", false},
		{"other signs", `The crew said: "Nobody crosses"`, "The crew said: “Nobody crosses.”", true},
		{"a rare word decides", "the crew of the boat", "the crew of the ferry", false},
		{"a script without spaces", "橋は水曜日に閉鎖された", "橋は火曜日に閉鎖された", false},
		{"more words than the text has", strings.Repeat("The harbour bridge was closed. ", 40), "", false},
		{"half is not enough", "in Tuesday", "", false},
		{"nothing in common", "word for word", "", false},
		{"no words at all", "—", "", false},
		{"nothing", "", "", false},
	}
	l := newWordList(text)
	for _, test := range tests {
		at, same := l.nearest(test.quote)
		if got := text[at.Start:at.End]; got != test.want || same != test.same {
			t.Errorf("%s: found %q (same: %t), not %q (%t)", test.name, got, same, test.want, test.same)
		}
	}
	if at, _ := newWordList("").nearest("anything"); at.End != 0 {
		t.Error("found something in nothing")
	}
}

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
		doc := &Document{Briefing: &Briefing{
			Sources: []Source{{ID: "s", Text: CleanText(text)}},
			Events:  []Event{{ID: "e", Evidence: []Evidence{{Source: "s", Quote: CleanLine(quote)}}}},
		}}
		var got string
		for _, p := range Check(doc) {
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
	b := &Briefing{Sources: []Source{{ID: "ap", Text: "The harbour bridge was closed."}}}
	event := Event{ID: "e", Evidence: []Evidence{{Source: "ap", Quote: "The harbour bridge was shut"}}}
	for range 2 * maxQuoteSearches {
		quote := "The harbour bridge was " + strings.Repeat("very ", len(event.Evidence)) + "shut"
		event.Evidence = append(event.Evidence, Evidence{Source: "ap", Quote: quote})
	}
	b.Events = []Event{event}
	missing, searched := 0, 0
	for _, p := range Check(&Document{Briefing: b}) {
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

func FuzzNearestPlace(f *testing.F) {
	f.Add("The bridge “was” closed.", "the bridge is closed")
	f.Add("ที่ประชุมกล่าวว่าจะเริ่มในปีนี้", "ท ประชุม กล่าวว")
	f.Add("e\u0301te\u0301 a e\u0301", "e te a e")
	f.Fuzz(func(t *testing.T, text, quote string) {
		q := newQuotable(CleanText(text))
		l := newWordList(q.folded)
		at, _ := l.nearest(foldSpace(CleanLine(quote)))
		if at.Start < 0 || at.Start > at.End || at.End > len(q.folded) {
			t.Errorf("%v in %d bytes", at, len(q.folded))
		}
		// Cleaning a part says nothing of the cut: what is kept of a text, such as
		// a mark of direction, depends on the rest of it.
		before, place, after := q.folded[:at.Start], q.folded[at.Start:at.End], q.folded[at.End:]
		if !utf8.ValidString(place) {
			t.Errorf("cut inside a character: %q", place)
		}
		if place != "" && (joinsOn(before, place) || joinsOn(place, after)) {
			t.Errorf("cut between a letter and its mark: %q, %q, %q", before, place, after)
		}
	})
}

// joinsOn reports whether a text begins with a mark on the letter before it.
func joinsOn(before, text string) bool {
	letter, _ := utf8.DecodeLastRuneInString(before)
	mark, _ := utf8.DecodeRuneInString(text)
	return before != "" && wordRune(letter) && unicode.Is(unicode.M, mark)
}
