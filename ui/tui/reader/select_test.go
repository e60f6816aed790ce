package reader

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/quote"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// textBriefing is a briefing with one source, its text, and evidence in YAML.
func textBriefing(text, evidence string) string {
	quoted, _ := json.Marshal(text)
	out := "format: briefing/1\nid: b\ntitle: B\nas_of: 2024\ntlp: AMBER\nsources:\n  - id: s\n    title: S\n    kind: article\n    text: " + string(quoted) + "\n"
	if evidence != "" {
		out += "actors:\n  - id: a\n    name: A\n    kind: person\n    evidence:\n      " + strings.ReplaceAll(evidence, "\n", "\n      ") + "\n"
	}
	return out
}

// selectable are texts that are hard to quote, and to write in YAML.
var selectable = append([]string{
	"Yes: no # not. - \"He 'said'\" so: {a, b}. Yes: no # not. & *x | y > z. It’s 3,000 … or 5 %.",
	"The same. The same. The same. The same words. The same.\n\nThe same.\n\nThe same … words.",
	"no\n\n2024-10-28\n\n~\n\n!!str x\n\n- [a] `b`\n- c\n\n\ttab and  two",
}, tuitest.HardTexts...)

// TestSelectedWordsAreEvidence copies words that keys have selected as evidence into
// a briefing, where they lead to the same place.
func TestSelectedWordsAreEvidence(t *testing.T) {
	moves := []string{"h", "l", "j", "k", "H", "L", "J", "K", "o", "l", "L", "right", "up"}
	random := rand.New(rand.NewPCG(1, 2))
	copied := 0
	for _, text := range selectable {
		for size := range 6 {
			d := newDriver(t, tuitest.Parse(t, []byte(textBriefing(text, "")), "b"), 40+size*30, 10+size*5)
			d.Press("5", "enter", "V")
			if d.reader.selects == nil {
				if strings.TrimSpace(text) != "" {
					t.Errorf("nothing is selected in %q", text)
				}
				continue
			}
			source := d.reader.selects.source
			for range 20 {
				d.Press("V", "V")
				for range random.IntN(25) {
					d.Press(moves[random.IntN(len(moves))])
					d.Steady()
				}
				start, end := d.reader.selects.flow.SelectedText()
				if screen := d.Screen(); start >= end || !strings.ContainsAny(screen, "▐▌") {
					t.Fatalf("from %d to %d of %q is selected:\n%s", start, end, text, screen)
				}
				before := len(d.Copied)
				d.Press("y", "e")
				if len(d.Copied) == before { // no quote leads there
					if strings.TrimSpace(source.Text[start:end]) != "" && !strings.Contains(d.Screen(), "no quote leads") {
						t.Fatalf("%q is not copied:\n%s", source.Text[start:end], d.Screen())
					}
					d.Press("esc", "esc", "V")
					continue
				}
				copied++
				yaml := d.Copied[before]
				if !strings.HasPrefix(yaml, "# (TLP:AMBER)\n") {
					t.Fatalf("%q doesn't say its marking", yaml)
				}
				checkEvidence(t, text, yaml, start, end)
				d.Press("V")
			}
		}
	}
	if copied < 100 {
		t.Errorf("only %d selections were copied", copied)
	}
}

func checkEvidence(t *testing.T, text, yaml string, start, end int) {
	t.Helper()
	doc := tuitest.Parse(t, []byte(textBriefing(text, yaml)), "b")
	if len(doc.Problems) > 0 || len(doc.Briefing.Actors[0].Evidence) != 1 {
		t.Fatalf("%s: %v", yaml, doc.Problems)
	}
	x := briefing.NewIndex(doc.Briefing)
	a := x.Anchor(x.PassageOf(&doc.Briefing.Actors[0].Evidence[0]))
	if a.State != quote.Exact || a.Stretches[0].Start != start || a.Stretches[len(a.Stretches)-1].End != end {
		t.Fatalf("bytes %d to %d of %q as evidence\n%s\nare %s: %v", start, end, text, yaml, a.State, a.Stretches)
	}
}

func TestSelectedWordsAreMarked(t *testing.T) {
	for key, want := range map[string]string{"q": "(TLP:AMBER) “One.” (S)", "p": "(TLP:AMBER) One."} {
		d := newDriver(t, tuitest.Parse(t, []byte(textBriefing("One. Two.", "")), "b"), 80, 24)
		d.Press("5", "enter", "V", "y", key)
		if len(d.Copied) != 1 || d.Copied[0] != want {
			t.Errorf("%q is copied, want %q", d.Copied, want)
		}
	}
}

func TestSelectNothing(t *testing.T) {
	d := newDriver(t, tuitest.Parse(t, []byte(textBriefing("", "")), "b"), 80, 24)
	d.Press("1", "V")
	d.Has("no source here whose words could be selected")
	d.Press("5", "enter", "V")
	d.Has("the briefing holds no text of this source")
}

func TestSelectionEnds(t *testing.T) {
	doc := tuitest.Parse(t, []byte(textBriefing("One. Two.", "")), "b")
	for name, end := range map[string]func(d *driver){
		"reload": func(d *driver) {
			saved(d, doc, nil)
			d.Has("reloaded, which has ended the selection")
		},
		"escape": func(d *driver) { d.Press("esc") },
		"click":  func(d *driver) { d.Send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}) },
	} {
		d := newDriver(t, doc, 80, 24)
		d.Press("5", "enter", "V")
		d.Send(tea.PasteMsg{Content: "yyq"})
		d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
		if d.reader.selects == nil || len(d.Copied) > 0 {
			t.Fatal("a paste or the wheel ends the selection")
		}
		end(d)
		if d.reader.selects != nil {
			t.Errorf("%s does not end the selection", name)
		}
	}
}

// selectedIn starts to select in the text of a briefing with one source.
func selectedIn(t *testing.T, text string, w, h int, theme style.Options) *driver {
	d := drive(t, openWith(tuitest.Parse(t, []byte(textBriefing(text, "")), "b"), Options{}, theme), w, h)
	d.Press("5", "enter", "V")
	if d.reader.selects == nil {
		t.Fatalf("nothing is selected:\n%s", d.Screen())
	}
	return d
}

// colours matches a code of SGR that sets a colour.
var colours = regexp.MustCompile(`\x1b\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]`)

// TestSelectionWithoutColours tells by signs alone which words are selected.
func TestSelectionWithoutColours(t *testing.T) {
	for sign, theme := range map[string]style.Options{"▐Two.▌": {Mono: true}, "[Two.]": {Mono: true, ASCII: true}} {
		d := selectedIn(t, "One. Two. Three.", 80, 24, theme)
		d.Press("j", "J")
		d.Has(sign)
		if colours.MatchString(d.Shown) || !strings.Contains(d.Shown, "\x1b[7mTwo.") {
			t.Errorf("there is a colour, or the words are not in reverse: %q", d.Shown)
		}
	}
}

// TestResizeWhileSelecting keeps the selection, and the end that moves in sight.
func TestResizeWhileSelecting(t *testing.T) {
	d := selectedIn(t, strings.Repeat("One two three four. ", 40)+"\n\n"+strings.Repeat("Five six seven. ", 200), 80, 24, style.Options{})
	for range 60 {
		d.Press("j")
	}
	start, end := d.reader.selects.flow.SelectedText()
	for _, key := range []string{"o", "o"} {
		d.Press(key)
		sign := map[bool]string{true: "▐", false: "▌"}[d.reader.selects.flow.StartMoves()]
		for _, size := range [][2]int{{200, 60}, {40, 10}, {1, 1}, {120, 40}, {41, 60}, {300, 10}, {80, 24}} {
			d.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			d.Steady()
			if size[0] > 1 && !strings.Contains(strings.ReplaceAll(d.Screen(), "\n▌", "\n"), sign) {
				t.Errorf("the end that moves is not in sight:\n%s", d.Screen())
			}
			if a, b := d.reader.selects.flow.SelectedText(); a != start || b != end {
				t.Fatalf("bytes %d to %d are selected on a terminal of %v, and were %d to %d before", a, b, size, start, end)
			}
		}
	}
}

// TestShiftMovesTheOtherEnd has shift with an arrow do what the capital letter does.
func TestShiftMovesTheOtherEnd(t *testing.T) {
	text := strings.Repeat("One two three four. ", 9)
	for letter, arrow := range map[string]string{"H": "shift+left", "L": "shift+right", "K": "shift+up", "J": "shift+down"} {
		var got [2][2]int
		for i, key := range []string{letter, arrow} {
			d := selectedIn(t, text, 80, 24, style.Options{})
			d.Press("j", "j", "j", "L", "J", key)
			got[i][0], got[i][1] = d.reader.selects.flow.SelectedText()
		}
		if got[0] != got[1] {
			t.Errorf("%s selects %v, %s selects %v", letter, got[0], arrow, got[1])
		}
	}
}

// TestCopySelectedByMouse clicks in the list of what can be copied.
func TestCopySelectedByMouse(t *testing.T) {
	d := selectedIn(t, "One. Two.", 80, 24, style.Options{})
	d.Press("y")
	for y, line := range strings.Split(d.Screen(), "\n") {
		if x := strings.Index(line, "plain"); x >= 0 {
			for range 2 {
				d.Send(tea.MouseClickMsg{X: 20, Y: y, Button: tea.MouseLeft})
			}
			break
		}
	}
	if len(d.Copied) != 1 || d.Copied[0] != "(TLP:AMBER) One." || d.reader.selects != nil {
		t.Errorf("%q is copied, want the first sentence:\n%s", d.Copied, d.Screen())
	}
}

// TestSelectWithheld selects no words of a source that may not be shown.
func TestSelectWithheld(t *testing.T) {
	text := `format: briefing/1
id: b
title: B
as_of: 2024
tlp: GREEN
sources:
  - {id: s, title: Shown, kind: article, text: May be read.}
  - {id: t, title: Hidden, kind: article, tlp: RED, text: Secret words.}
actors:
  - {id: a, name: Ann, kind: person, evidence: [{source: t, quote: Secret words.}]}
`
	doc, err := tuitest.Parse(t, []byte(text), "b").Redact("GREEN")
	if err != nil {
		t.Fatal(err)
	}
	d := newDriver(t, doc, 80, 24)
	d.Press("3", "V")
	d.Has("no source here whose words could be selected")
	d.Press("5", "V", "y", "p", "G", "V", "y", "p")
	for _, copied := range d.Copied {
		if copied != "(TLP:GREEN) May be read." {
			t.Errorf("%q is copied", copied)
		}
	}
	if len(d.Copied) != 2 {
		t.Errorf("%q are copied, want the one text twice", d.Copied)
	}
}

// BenchmarkSelect presses the keys of a selection in a text of 4 MB, and draws it.
func BenchmarkSelect(b *testing.B) {
	const size = 4 << 20
	texts := map[string]string{"paragraphs": strings.Repeat("It is so in every place, they say. ", 9) + "\n\n", "one": "It is so, they say. ", "no sentences": "so they say ", "no spaces": "x"}
	for name, part := range texts {
		text := strings.Repeat(part, size/len(part))
		for _, keys := range []string{"l", "j", "L H", "J K", "o", "G", "y esc", "V V"} {
			b.Run(name+"/"+keys, func(b *testing.B) {
				r := open(tuitest.Parse(b, []byte(textBriefing(text, "")), "b"), Options{})
				d := tuitest.Drive(b, r, r.Screen, 120, 40)
				d.Press("5", "enter", "V")
				if r.selects == nil {
					b.Fatal("nothing is selected")
				}
				for b.Loop() {
					d.Press(strings.Fields(keys)...)
				}
			})
		}
	}
}
