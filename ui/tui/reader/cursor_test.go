package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/ui/tui/tuitest"
)

// TestTerminalCursorStandsOnTheRow has the terminal's own cursor where the user is: on the
// row of the cursor, in a line that is typed, in the dialog on top.
func TestTerminalCursorStandsOnTheRow(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		line string // that the cursor is on
		at   string // what is right before it on the line; "" for the edge
	}{
		{"a list", []string{"5", "j"}, "Announcement by the Pentagon", ""},
		{"a page", []string{"4", "j", "enter"}, "+ Sabrina Singh affirms", ""},
		{"a text", []string{"4", "enter", "enter", "enter"}, "Mark Rutte", ""},
		{"lanes", []string{"2", "v"}, "Russia", ""},
		{"the matrix", []string{"4", "v"}, "Some North Korean", "│"},
		{"the prompt", []string{"4", "/", "K", "u", "r"}, "/Kur", " /Kur"},
		{"the filter", []string{"F", "s", "t", "a"}, "> sta", "> sta"},
		{"a dialog", []string{"?", "j"}, "move down", "│"},
		{"a typed dialog", []string{":", "o", "p"}, "> op", "> op"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
			d.Press(test.keys...)
			v := d.reader.View()
			if strings.Contains(v.Content, "\x1b_") {
				t.Error("the mark of the cursor is in the frame")
			}
			if v.Cursor == nil {
				t.Fatal("there is no cursor")
			}
			line := ansi.Strip(strings.Split(v.Content, "\n")[v.Cursor.Y])
			before := ansi.Truncate(line, v.Cursor.X, "")
			if !strings.Contains(line, test.line) || !strings.HasSuffix(before, test.at) || test.at == "" && strings.TrimSpace(strings.Trim(before, "│")) != "" {
				t.Errorf("the cursor is behind %q in the line %q", before, line)
			}
		})
	}
	d := newDriver(t, tuitest.BuiltIn(t), 20, 5)
	if v := d.reader.View(); v.Cursor != nil {
		t.Error("there is a cursor where nothing is drawn")
	}
}
