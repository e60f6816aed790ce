package reader

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"sitrep/data"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// TestASCII goes to every screen of a briefing that is all ASCII: nothing on
// it is of the program's own making and beyond ASCII.
func TestASCII(t *testing.T) {
	text := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return 'z'
		}
		return r
	}, string(data.Briefing))
	doc := tuitest.Parse(t, []byte(text), "ascii")
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			d := drive(t, openWith(doc, Options{}, style.Options{ASCII: true}), 80, 24)
			d.Press(keys...)
			for _, size := range [][2]int{{80, 24}, {39, 9}, {200, 60}, {41, 11}} {
				d.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				screen := d.Screen()
				if i := strings.IndexFunc(screen, func(r rune) bool { return r >= utf8.RuneSelf }); i >= 0 {
					r, _ := utf8.DecodeRuneInString(screen[i:])
					t.Fatalf("%q is not ASCII, at %v on\n%s", r, size, screen)
				}
			}
		})
	}
}

// TestASCIILeavesContent looks for the same words with either signs.
func TestASCIILeavesContent(t *testing.T) {
	d := drive(t, openWith(tuitest.BuiltIn(t), Options{}, style.Options{ASCII: true}), 120, 40)
	d.Press("4", "enter", "enter", "enter")
	if s := d.Screen(); !strings.Contains(s, "’") {
		t.Errorf("no apostrophe of the source is left on\n%s", s)
	}
}
