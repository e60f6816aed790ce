package reader

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/ui/tui/tuitest"
)

// hardBriefing uses every kind of item with every hard text.
func hardBriefing(t testing.TB) *file.Document { return briefingOf(t, tuitest.HardTexts) }

// briefingOf uses every kind of item with every one of some texts.
func briefingOf(t testing.TB, texts []string) *file.Document {
	date, err := edtf.Parse("2024-10-28?/2024-11~")
	if err != nil {
		t.Fatal(err)
	}
	b := &briefing.Briefing{ID: "hard", Title: texts[0], AsOf: date, Language: "en", TLP: "AMBER+STRICT",
		BottomLine: strings.Join(texts, " ")}
	for i, text := range texts {
		id := fmt.Sprintf("-%d", i)
		evidence := []briefing.Evidence{{Source: "s" + id, Quote: text, Note: text}, {Source: "s" + id, Quote: "not there", Prefix: text}}
		b.Gaps = append(b.Gaps, text)
		b.Sources = append(b.Sources, briefing.Source{ID: "s" + id, Title: text, Kind: "article", Status: "retracted",
			Grade: briefing.Grade{Reliability: "F", Note: text}, Text: text + "\n\n" + text + " again\n\nend", TextKind: "original",
			Publication: briefing.Publication{Publisher: text, Published: date, URL: "https://example.org/" + strings.Repeat("x", 200)}})
		b.Actors = append(b.Actors, briefing.Actor{ID: "a" + id, Name: text, Kind: "person", Role: text, PartOf: fmt.Sprintf("a-%d", i+1),
			Aka: []string{text}, Summary: text + " [[e" + id + "|" + text + "]]", Evidence: evidence})
		b.Events = append(b.Events, briefing.Event{ID: "e" + id, Title: text, When: briefing.When{Date: date, Said: text, Note: text,
			Alternatives: []briefing.Alternative{{Date: date, Note: text, Evidence: evidence}}}, Status: "expected", Certainty: "alleged",
			Summary: text, Place: text, Actors: []briefing.Participant{{Actor: "a" + id, Role: text}}, Evidence: evidence, Common: briefing.Common{Tags: []string{text}}})
		b.Questions = append(b.Questions, briefing.Question{ID: "q" + id, Text: text, Summary: text, Status: "open", Events: []string{"e" + id},
			Claims: []briefing.Claim{{ID: "c" + id, Text: text, Positions: []briefing.Position{
				{Holder: "a" + id, Stance: "affirms", Said: date, Note: text, Evidence: evidence, Hedge: "possible", Credibility: 6},
				{Holder: "a" + id, Stance: "denies", Via: "a" + id, Citing: []string{"a" + id, "s" + id}}}}}})
		b.Judgments = append(b.Judgments, briefing.Judgment{ID: "j" + id, Text: text + " [[a" + id + "]]", Likelihood: "roughly even chance",
			Confidence: "low", Because: text, Question: "q" + id, Evidence: evidence})
	}
	return &file.Document{Briefing: b, Name: texts[len(texts)-1], Problems: []file.Problem{
		{File: "x", Code: "bad-date", Message: texts[len(texts)-1], Hint: texts[0]}}}
}

func emptyBriefing() *file.Document {
	return &file.Document{Briefing: &briefing.Briefing{ID: "empty", Title: "Empty", Language: "en"}, Name: "empty"}
}

// surfaces are the keys that lead to every screen of the reader.
var surfaces = map[string][]string{
	"brief":     {"1"},
	"timeline":  {"2"},
	"actors":    {"3"},
	"claims":    {"4"},
	"sources":   {"5"},
	"judgment":  {"1", "}", "}", "enter"},
	"event":     {"2", "j", "enter"},
	"actor":     {"3", "j", "enter"},
	"question":  {"4", "k", "enter"},
	"claim":     {"4", "enter"},
	"position":  {"4", "enter", "enter"},
	"passage":   {"4", "enter", "enter", "enter"},
	"cited-by":  {"4", "enter", "enter", "enter", "enter"},
	"source":    {"5", "j", "enter", "space", "G"},
	"help":      {"?"},
	"help-end":  {"?", "G"},
	"problems":  {"!"},
	"no-such":   {"Z"},
	"palette":   {":", "s"},
	"related":   {"3", "."},
	"copy":      {"4", "enter", "enter", "y"},
	"without":   {"5", "x"},
	"effects":   {"5", "x", "X"},
	"searching": {"2", "/", "a", "e"},
	"found":     {"5", "enter", "/", "t", "h", "enter", "n"},
	"all-hits":  {"/", "a", "tab"},
	"lanes":     {"2", "v"},
	"lanes-in":  {"2", "v", "+", "j", "j", "right", "}"},
	"lanes-out": {"2", "v", "-", "-", "-", "-", "-", "-", "G", "right", "right"},
	"lane-page": {"2", "v", "enter"},
	"matrix":    {"4", "v"},
	"cells":     {"4", "v", "right", "right", "right", "}", "j", "right"},
	"of-matrix": {"4", "v", "left", "k"},
	"cell-page": {"4", "v", "enter", "enter"},
	"ach":       {"4", "v", "v"},
	"ach-codes": {"4", "v", "v", "C", "right", "I", "j", "i", "left", "0", "j", "c", "s"},
	"ach-typed": {"4", "v", "v", "H", "N", "o", "n", "e"},
	"ach-own":   {"4", "v", "v", "H", "N", "o", "n", "e", "enter", "I", "x"},
	"ach-page":  {"4", "v", "v", "j", "enter"},
	"ach-order": {"4", "v", "v", "I", "right", "c", "X"},
	"sides":     {"4", "k", "enter", "G"},
	"gap":       {"1", "G", "enter"},
	"gap-links": {"1", "G", "enter", "enter"},
}

// TestSweep draws every screen in every size: no panic, and no line too long
// or missing.
func TestSweep(t *testing.T) {
	docs := map[string]*file.Document{"built-in": tuitest.BuiltIn(t), "hard": hardBriefing(t), "empty": emptyBriefing()}
	for name, doc := range docs {
		for surface, keys := range surfaces {
			t.Run(name+"/"+surface, func(t *testing.T) {
				t.Parallel()
				d := newDriver(t, doc, 80, 24)
				d.Press(keys...)
				for _, mode2027 := range []bool{false, true} {
					if mode2027 {
						d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeSet})
					}
					d.Sweep()
				}
			})
		}
	}
}

// TestEverySize draws the hard briefing in every size from 1 by 1 to 200 by 60.
// The screens take turns, and so do the methods of counting cells.
func TestEverySize(t *testing.T) {
	doc := hardBriefing(t)
	const widest, highest = 200, 60
	names := slices.Sorted(maps.Keys(surfaces))
	for turn, surface := range names {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			d := newDriver(t, doc, 80, 24)
			d.Press(surfaces[surface]...)
			for graphemes := range 2 {
				if graphemes == 1 {
					d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeSet})
				}
				for w := 1; w <= widest; w++ {
					for h := 1 + (turn+w)%len(names); h <= highest; h += len(names) {
						if (w+h)%2 == graphemes {
							d.Send(tea.WindowSizeMsg{Width: w, Height: h})
							d.Screen()
						}
					}
				}
			}
		})
	}
}

// TestResizeKeepsThePlace goes to a passage and through sizes: the passage
// stays under the cursor and on the screen.
func TestResizeKeepsThePlace(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	d.Press("4", "enter", "enter", "enter")
	want := d.reader.here().focused().Selected()
	for _, size := range [][2]int{{200, 60}, {40, 10}, {120, 40}, {1, 1}, {100, 15}, {80, 24}} {
		d.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if got := d.reader.here().focused().Selected(); got != want {
			t.Errorf("at %v the cursor is on %v, not %v", size, got, want)
		}
	}
	if s := d.Screen(); !strings.Contains(s, "▌") {
		t.Errorf("the cursor is not on the screen:\n%s", s)
	}
}

// TestMoveReachesEverything walks down every list and page: every stop is
// reached, and going up leads back to the first line.
func TestMoveReachesEverything(t *testing.T) {
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
			d.Press(keys...)
			if d.reader.Dialogs.Open() || d.reader.typing() {
				return
			}
			d.Press("g")
			top := d.AboveFooter()
			for n := 0; !strings.Contains(d.reader.Status, "end"); n++ {
				d.Press("j")
				if n > 5000 {
					t.Fatal("j never comes to an end")
				}
			}
			for n := 0; !strings.Contains(d.reader.Status, "top"); n++ {
				d.Press("k")
				if n > 5000 {
					t.Fatal("k never comes back to the top")
				}
			}
			d.Press("g")
			if got := d.AboveFooter(); got != top {
				t.Errorf("the top is\n%snot\n%s", got, top)
			}
		})
	}
}
