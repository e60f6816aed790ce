package reader

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/quote"
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

// BenchmarkSelect moves the end of a selection in a text of 4 MB, and draws it.
func BenchmarkSelect(b *testing.B) {
	const size = 4 << 20
	for name, sentence := range map[string]string{"paragraphs": "It is so in every place, they say. ", "one": "It is so, they say. ", "no spaces": "x"} {
		text := strings.Repeat(sentence, size/len(sentence))
		if name == "paragraphs" {
			text = strings.Repeat(strings.Repeat(sentence, 9)+"\n\n", size/9/len(sentence))
		}
		for _, key := range []string{"l", "j"} {
			b.Run(fmt.Sprintf("%s/%s", name, key), func(b *testing.B) {
				r := open(tuitest.Parse(b, []byte(textBriefing(text, "")), "b"), Options{})
				d := tuitest.Drive(b, r, r.Screen, 120, 40)
				d.Press("5", "enter", "V")
				for b.Loop() {
					d.Press(key)
				}
			})
		}
	}
}
