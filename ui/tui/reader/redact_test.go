package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// withheldFile is a file of which only what is marked GREEN may be shown.
func withheldFile(t *testing.T, text []byte) screen.File {
	return screen.File{Load: func() (*file.Document, error) {
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
	k := sample.NewEveryKey(t, file.WriteSchema)
	screens := 0
	for _, item := range k.Items {
		file := withheldFile(t, k.File(item))
		doc, err := file.Load()
		if err != nil {
			t.Fatal(err)
		}
		for surface, keys := range surfaces {
			d := drive(t, open(doc, Options{File: file}), 120, 50)
			check := func(text string) {
				screens++
				text = ansi.Strip(text)
				for _, word := range item.Words {
					if strings.Contains(text, word) {
						t.Fatalf("%s %s is withheld, and the screen %s says %s of it:\n%s", item.Noun, item.ID, surface, word, text)
					}
				}
			}
			d.Press(keys...)
			check(d.Shown)
			for range 3 {
				d.Press("j")
				check(d.Shown)
			}
			for _, more := range [][]string{{"y"}, {"enter"}, {"."}, {"esc", "esc", "/", "z", "q", "tab"}, {"esc", "F", "z"}, {"esc", "e"}, {"r"}, {"V", "j", "y", "e"}, {"esc", "esc", "5", "V", "y", "p"}, {"j", "V", "y", "q"}} {
				d.Press(more...)
				check(d.Shown)
			}
			check(strings.Join(d.Copied, "\n"))
		}
	}
	t.Logf("%d items, %d screens: no word of what is withheld", len(k.Items), screens)
}

// TestWithheldIsSaid says in the reader that a part is withheld, and does not
// open the whole file in an editor.
func TestWithheldIsSaid(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	file := withheldFile(t, k.File(k.Items[0]))
	doc, err := file.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc.Path = "x.yaml"
	d := drive(t, open(doc, Options{File: file}), 100, 40)
	d.Has("A part of the briefing: withheld: 1 ", "above TLP:GREEN")
	d.Press("e")
	d.Has("not edited: only what is marked TLP:GREEN or lower may be shown of the file")
	if len(d.Borrowed) > 0 {
		t.Errorf("the editor was opened: %v", d.Borrowed)
	}
	d.Press("!")
	d.Has("quote-missing", "esc closes")
	if strings.Contains(d.Screen(), "enter edits") {
		t.Errorf("the list of problems offers to edit:\n%s", d.Screen())
	}
	d.Press("esc", "r")
	d.Has("A part of the briefing: withheld: 1 ")
}

// TestMarkingsAreShown shows an item's marking in its list, on its page and in
// what is copied, and the highest in the header.
func TestMarkingsAreShown(t *testing.T) {
	text := "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-06-12\ntlp: GREEN\n" +
		"sources: [{id: ap, title: Wire, kind: article, text: It is closed., tlp: RED}]\n" +
		"actors: [{id: mayor, name: Mayor, kind: person}]\n" +
		"events: [{id: closure, title: Closed, when: 2024-06-11, tlp: AMBER, actors: [mayor], evidence: [{source: ap, quote: It is closed.}]}]\n"
	d := newDriver(t, tuitest.Parse(t, []byte(text), "b"), 100, 30)
	if head, _, _ := strings.Cut(d.Screen(), "\n"); !strings.Contains(head, "TLP:RED") {
		t.Errorf("the header is %s", head)
	}
	d.Press("2")
	d.Has("(TLP:AMBER) Closed")
	d.Press("y", "q", "y", "t", "y", "i", "enter")
	d.Has("(TLP:AMBER) Closed", "(TLP:RED) Wire")
	for i, want := range []string{"(TLP:RED) “It is closed.”", "(TLP:RED)\n\n", "closure"} {
		if i >= len(d.Copied) || !strings.HasPrefix(d.Copied[i], want) {
			t.Errorf("copied %q, want %q first", d.Copied, want)
		}
	}
	d.Press("esc", "3")
	if s := d.Screen(); strings.Contains(s, "(TLP:GREEN)") {
		t.Errorf("what has the briefing's marking is marked:\n%s", s)
	}
}
