package quote

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/clean"
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
	l := NewWordList(text)
	for _, test := range tests {
		at, same := l.Nearest(test.quote)
		if got := text[at.Start:at.End]; got != test.want || same != test.same {
			t.Errorf("%s: found %q (same: %t), not %q (%t)", test.name, got, same, test.want, test.same)
		}
	}
	if at, _ := NewWordList("").Nearest("anything"); at.End != 0 {
		t.Error("found something in nothing")
	}
}

func FuzzNearestPlace(f *testing.F) {
	f.Add("The bridge “was” closed.", "the bridge is closed")
	f.Add("ที่ประชุมกล่าวว่าจะเริ่มในปีนี้", "ท ประชุม กล่าวว")
	f.Add("e\u0301te\u0301 a e\u0301", "e te a e")
	f.Fuzz(func(t *testing.T, text, quote string) {
		q := newText(clean.Text(text))
		l := NewWordList(q.Folded)
		at, _ := l.Nearest(foldSpace(clean.Line(quote)))
		if at.Start < 0 || at.Start > at.End || at.End > len(q.Folded) {
			t.Errorf("%v in %d bytes", at, len(q.Folded))
		}
		// Cleaning a part says nothing of the cut: what is kept of a text, such as
		// a mark of direction, depends on the rest of it.
		before, place, after := q.Folded[:at.Start], q.Folded[at.Start:at.End], q.Folded[at.End:]
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
	return before != "" && IsWord(letter) && unicode.Is(unicode.M, mark)
}
