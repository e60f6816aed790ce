package reader

import (
	"io"
	"testing"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/tuitest"
)

// TestActionsAreDone does every action in the table of keys: none is without
// something that it does.
func TestActionsAreDone(t *testing.T) {
	known := 0
	for _, b := range keys.New(len(sectionKinds), nil, false).List {
		if b.ID != keys.Section {
			open(tuitest.BuiltIn(t), Options{}).run(b.ID)
			known++
		}
	}
	if known < len(actions) {
		t.Errorf("%d actions are in the table of keys, and the reader does %d", known, len(actions))
	}
}

// TestPaletteTakesArguments does what is typed behind a verb.
func TestPaletteTakesArguments(t *testing.T) {
	write := func(string, bool, func(io.Writer) error) error { return nil }
	d := drive(t, open(tuitest.BuiltIn(t), Options{Write: write}), 120, 30)
	d.Press("4", "j")
	command := func(text string) {
		d.Press(":")
		d.Type(text)
		d.Press("enter")
	}
	command("filter stance:denies")
	d.Has("filter  stance:denies")
	command("filter nonsense:x")
	if d.reader.Status == "" {
		t.Error("nothing says what is wrong with the filter")
	}
	command("copy id")
	if len(d.Copied) != 1 || d.Copied[0] != d.reader.subject().Ref.ID {
		t.Errorf("copied %q", d.Copied)
	}
	command("copy nothing")
	d.Has(`called "nothing" can be copied; y lists what can`)
	command("export html")
	d.Has("Export to a file", d.reader.doc.Briefing.ID+".html")
	d.Press("esc")
	command("export pdf")
	if d.reader.Status == "" || d.reader.Dialogs.Open() {
		t.Error("nothing says that there is no such format")
	}
	dark := d.Shown
	command("theme light")
	if d.Shown == dark {
		t.Error("the theme is as before")
	}
	d.Has("the colours are light")
	command("theme pink")
	d.Has(`no theme "pink"; there are dark, light, mono and auto`)
	for _, want := range []string{"mono", "dark", "light"} {
		d.Press("T")
		d.Has("the colours are " + want)
	}
}
