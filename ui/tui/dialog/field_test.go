package dialog

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/ui/tui/style"
)

// pressed are the keys that the tests of a field name.
var pressed = map[string]tea.KeyPressMsg{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "alt+backspace": {Code: tea.KeyBackspace, Mod: tea.ModAlt},
	"tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
}

func press(f *Field, name string) bool {
	if msg, ok := pressed[name]; ok {
		return f.Key(msg)
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return f.Key(tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl})
	}
	return f.Key(tea.KeyPressMsg{Code: []rune(name)[0], Text: name})
}

// TestFieldKeys begins with "one two", a bar standing for the cursor.
func TestFieldKeys(t *testing.T) {
	for _, test := range []struct{ keys, want string }{
		{"x", "one twox|"},
		{"space y", "one two y|"},
		{"é", "one twoé|"},
		{"left left x", "one tx|wo"},
		{"home x", "x|one two"},
		{"ctrl+a ctrl+f x", "ox|ne two"},
		{"home left left x end right y", "xone twoy|"},
		{"ctrl+a ctrl+e ctrl+b x", "one twx|o"},
		{"backspace", "one tw|"},
		{"home backspace x", "x|one two"},
		{"delete", "one two|"},
		{"home delete", "|ne two"},
		{"home ctrl+d ctrl+d", "|e two"},
		{"ctrl+h ctrl+h", "one t|"},
		{"ctrl+w", "one |"},
		{"ctrl+w ctrl+w", "|"},
		{"ctrl+w alt+backspace", "|"},
		{"left ctrl+w", "one |o"},
		{"left left left left ctrl+w", "| two"},
		{"left left ctrl+u", "|wo"},
		{"left left ctrl+k", "one t|"},
	} {
		f := NewField("one two")
		for key := range strings.FieldsSeq(test.keys) {
			if !press(&f, key) {
				t.Errorf("%s means nothing to a field", key)
			}
		}
		text := f.Text()
		got := text[:f.Cursor()] + "|" + text[f.Cursor():]
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.keys, got, test.want)
		}
	}
	f := NewField("one")
	if press(&f, "tab") || f.Text() != "one" {
		t.Errorf("tab is typed: %q", f.Text())
	}
}

func TestFieldText(t *testing.T) {
	f := NewField("né")
	if f.Cursor() != len("né") {
		t.Errorf("the cursor is at byte %d", f.Cursor())
	}
	f.Paste("a\nb\x1b[31m")
	if got := f.Text(); got != "néa b\ufffd[31m" {
		t.Errorf("pasted is %q", got)
	}
	f = NewField("actor:na stance")
	f.Replace(len("actor:"), len("actor:na"), "nato")
	if got := f.Text()[:f.Cursor()] + "|" + f.Text()[f.Cursor():]; got != "actor:nato| stance" {
		t.Errorf("replaced is %s", got)
	}
	f = NewField("")
	f.Paste(strings.Repeat("x", maxField+10))
	f.Paste("y")
	if got := f.Text(); len(got) != maxField || strings.Contains(got, "y") {
		t.Errorf("a field holds %d characters", len(got))
	}
}

// TestFieldDraw makes sure that a field is as wide as asked for, and shows the
// cursor with what is before it.
func TestFieldDraw(t *testing.T) {
	theme := style.New(style.Options{Mono: true})
	for _, text := range []string{"", "x", strings.Repeat("long words ", 30), strings.Repeat("各国", 40), "e\u0301e\u0301"} {
		f := NewField(text)
		for range 3 {
			for cells := range 40 {
				drawn := ansi.Strip(f.Draw(theme, cells))
				if got := theme.Method.Of(drawn); got != cells {
					t.Errorf("%q in %d cells takes %d: %q", text, cells, got, drawn)
				}
			}
			press(&f, "left")
			press(&f, "left")
		}
	}
	f := NewField("one two three")
	if got := ansi.Strip(f.Draw(theme, 8)); got != "o three " {
		t.Errorf("the end of a long text is shown as %q", got)
	}
}
