package tui

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// everyKey is a briefing in which every key of the format stands.
func everyKey(t *testing.T) *sample.EveryKey {
	t.Helper()
	var schema bytes.Buffer
	if err := file.WriteSchema(&schema); err != nil {
		t.Fatal(err)
	}
	k, err := sample.NewEveryKey(schema.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// withheldFile is a file of which only what is marked GREEN may be shown.
func withheldFile(t *testing.T, text []byte) File {
	return File{Load: func() (*file.Document, error) {
		doc, err := file.Parse(text, "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		return doc.Redact("GREEN")
	}}
}

// TestNothingWithheldIsShown marks each item in turn and looks at every screen
// and dialog, walks down it, and copies what can be copied: not a word of the
// item is to be read.
func TestNothingWithheldIsShown(t *testing.T) {
	k := everyKey(t)
	screens := 0
	for _, item := range k.Items {
		file := withheldFile(t, k.File(item))
		doc, err := file.Load()
		if err != nil {
			t.Fatal(err)
		}
		for surface, keys := range surfaces {
			d := drive(t, New(doc, Options{File: file}), 120, 50)
			check := func(text string) {
				screens++
				text = ansi.Strip(text)
				for _, word := range item.Words {
					if strings.Contains(text, word) {
						t.Fatalf("%s %s is withheld, and the screen %s says %s of it:\n%s", item.Noun, item.ID, surface, word, text)
					}
				}
			}
			d.press(keys...)
			check(d.shown)
			for range 3 {
				d.press("j")
				check(d.shown)
			}
			for _, more := range [][]string{{"y"}, {"enter"}, {"."}, {"esc", "esc", "/", "z", "q", "tab"}, {"esc", "F", "z"}, {"esc", "e"}, {"r"}} {
				d.press(more...)
				check(d.shown)
			}
			check(strings.Join(d.copied, "\n"))
		}
	}
	t.Logf("%d items, %d screens: no word of what is withheld", len(k.Items), screens)
}

// TestWithheldIsSaid says in the reader that a part is withheld, and does not
// open the whole file in an editor.
func TestWithheldIsSaid(t *testing.T) {
	k := everyKey(t)
	file := withheldFile(t, k.File(k.Items[0]))
	doc, err := file.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc.Path = "x.yaml"
	d := drive(t, New(doc, Options{File: file}), 100, 40)
	d.has("A part of the briefing: withheld: 1 ", "above TLP:GREEN")
	d.press("e")
	d.has("not edited: only what is marked TLP:GREEN or lower may be shown of the file")
	if len(d.borrowed) > 0 {
		t.Errorf("the editor was opened: %v", d.borrowed)
	}
	d.press("!")
	d.has("quote-missing", "esc closes")
	if strings.Contains(d.screen(), "enter edits") {
		t.Errorf("the list of problems offers to edit:\n%s", d.screen())
	}
	d.press("esc", "r")
	d.has("A part of the briefing: withheld: 1 ")
}

// TestMarkingsAreShown shows an item's marking in its list, on its page and in
// what is copied, and the highest in the header.
func TestMarkingsAreShown(t *testing.T) {
	text := "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-06-12\ntlp: GREEN\n" +
		"sources: [{id: ap, title: Wire, kind: article, text: It is closed., tlp: RED}]\n" +
		"actors: [{id: mayor, name: Mayor, kind: person}]\n" +
		"events: [{id: closure, title: Closed, when: 2024-06-11, tlp: AMBER, actors: [mayor], evidence: [{source: ap, quote: It is closed.}]}]\n"
	d := newDriver(t, parse(t, []byte(text), "b"), 100, 30)
	if head, _, _ := strings.Cut(d.screen(), "\n"); !strings.Contains(head, "TLP:RED") {
		t.Errorf("the header is %s", head)
	}
	d.press("2")
	d.has("(TLP:AMBER) Closed")
	d.press("y", "q", "y", "t", "y", "i", "enter")
	d.has("(TLP:AMBER) Closed", "(TLP:RED) Wire")
	for i, want := range []string{"(TLP:RED) “It is closed.”", "(TLP:RED)\n\n", "closure"} {
		if i >= len(d.copied) || !strings.HasPrefix(d.copied[i], want) {
			t.Errorf("copied %q, want %q first", d.copied, want)
		}
	}
	d.press("esc", "3")
	if s := d.screen(); strings.Contains(s, "(TLP:GREEN)") {
		t.Errorf("what has the briefing's marking is marked:\n%s", s)
	}
}
