package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

func TestMouseIsOffAtFirst(t *testing.T) {
	a := New(builtIn(t), Options{})
	if a.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken without being asked for")
	}
	d := drive(t, a, 80, 24)
	d.press("M")
	if a.View().MouseMode != tea.MouseModeCellMotion || !strings.Contains(d.screen(), "shift selects text") {
		t.Errorf("M does not turn the mouse on:\n%s", d.screen())
	}
	d.press("j")
	if !strings.Contains(d.screen(), "shift selects text") {
		t.Errorf("the footer does not say how text is selected:\n%s", d.screen())
	}
	if New(builtIn(t), Options{Mouse: true}).View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the setting does not turn the mouse on")
	}
}

// TestClickEverywhere clicks all over every screen, twice at each place, and
// turns the wheel there: no panic, and every screen is whole.
func TestClickEverywhere(t *testing.T) {
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			for _, size := range [][2]int{{200, 30}, {80, 12}, {30, 5}} {
				d := newDriver(t, hardBriefing(t), size[0], size[1])
				for y := 0; y < size[1]; y += 3 {
					for x := 1; x < size[0]; x += 61 {
						d.press("esc", "esc")
						d.press(keys...)
						for range 2 {
							d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
							d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
						}
						d.screen()
					}
				}
			}
		})
	}
}

// TestClickIsWhatIsSeen clicks on the line of each row on the screen: the
// cursor's sign stands on it after.
func TestClickIsWhatIsSeen(t *testing.T) {
	for _, section := range []string{"2", "3", "4", "5"} {
		d := newDriver(t, builtIn(t), 80, 24)
		d.press(section)
		top := d.app.rects()[0].Y
		for y := top; y < top+d.app.rects()[0].H; y++ {
			before := d.app.here().list.Mark()
			d.send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
			if len(d.app.here().trail) > 0 {
				d.press("esc")
			}
			line := strings.Split(d.screen(), "\n")[y]
			if strings.Contains(line, "◆") {
				continue // the strip is no row: a click on it jumps
			}
			if d.app.here().list.Mark() != before && !strings.HasPrefix(line, "▌") {
				t.Errorf("section %s: a click on line %d has selected another one:\n%s", section, y, d.screen())
			}
		}
	}
}

// TestCursorComesBackFromAway scrolls the cursor out of sight and moves it:
// it goes to what is seen, never out of sight.
func TestCursorComesBackFromAway(t *testing.T) {
	for _, c := range []struct {
		name string
		key  string
	}{{"down", "j"}, {"up", "k"}} {
		t.Run(c.name, func(t *testing.T) {
			d := newDriver(t, builtIn(t), 80, 24)
			d.press("3")
			was := d.app.here().list.Selected()
			for range 5 {
				d.send(tea.MouseWheelMsg{X: 5, Y: 10, Button: tea.MouseWheelDown})
			}
			if s := d.screen(); d.app.here().list.Selected() != was || strings.Contains(s, "▌") {
				t.Fatalf("the wheel has moved the cursor:\n%s", s)
			}
			seen := aboveFooter(d.screen())
			d.press(c.key)
			s := d.screen()
			if !strings.Contains(s, "▌") || strings.ReplaceAll(aboveFooter(s), "▌", " ") != seen {
				t.Errorf("%s has scrolled, or brought no cursor:\n%swas\n%s", c.key, s, seen)
			}
		})
	}
}

// TestEveryColumnScrolls turns the wheel over each column of a wide screen:
// the other columns stay.
func TestEveryColumnScrolls(t *testing.T) {
	d := newDriver(t, builtIn(t), 200, 30)
	d.press("5", "j", "enter")
	columns, _ := d.app.here().columns(d.app.index, len(d.app.rects()))
	for i, r := range d.app.rects() {
		var before []column.Mark
		for _, c := range columns {
			before = append(before, c.Mark())
		}
		d.send(tea.MouseWheelMsg{X: r.X + 1, Y: r.Y + 1, Button: tea.MouseWheelDown})
		for j, c := range columns {
			if moved := c.Mark() != before[j]; moved && i != j {
				t.Errorf("the wheel over column %d has moved column %d", i, j)
			}
		}
	}
}
