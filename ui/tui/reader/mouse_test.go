package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/tuitest"
)

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
						d.Press("esc", "esc")
						d.Press(keys...)
						for range 2 {
							d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
							d.Send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
						}
						d.Screen()
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
		d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
		d.Press(section)
		top := d.reader.rects()[0].Y
		for y := top; y < top+d.reader.rects()[0].H; y++ {
			before := d.reader.here().list.Mark()
			d.Send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
			if len(d.reader.here().trail) > 0 {
				d.Press("esc")
			}
			line := strings.Split(d.Screen(), "\n")[y]
			if strings.Contains(line, "◆") {
				continue // the strip is no row: a click on it jumps
			}
			if d.reader.here().list.Mark() != before && !strings.HasPrefix(line, "▌") {
				t.Errorf("section %s: a click on line %d has selected another one:\n%s", section, y, d.Screen())
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
			d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
			d.Press("3")
			was := d.reader.here().list.Selected()
			for range 5 {
				d.Send(tea.MouseWheelMsg{X: 5, Y: 10, Button: tea.MouseWheelDown})
			}
			if s := d.Screen(); d.reader.here().list.Selected() != was || strings.Contains(s, "▌") {
				t.Fatalf("the wheel has moved the cursor:\n%s", s)
			}
			seen := d.AboveFooter()
			d.Press(c.key)
			s := d.Screen()
			if !strings.Contains(s, "▌") || strings.ReplaceAll(d.AboveFooter(), "▌", " ") != seen {
				t.Errorf("%s has scrolled, or brought no cursor:\n%swas\n%s", c.key, s, seen)
			}
		})
	}
}

// TestEveryColumnScrolls turns the wheel over each column of a wide screen:
// the other columns stay.
func TestEveryColumnScrolls(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 200, 30)
	d.Press("5", "j", "enter")
	columns, _ := d.reader.here().columns(d.reader.index, d.reader.rects(), false)
	for i, r := range d.reader.rects() {
		var before []column.Mark
		for _, c := range columns {
			before = append(before, c.Mark())
		}
		d.Send(tea.MouseWheelMsg{X: r.X + 1, Y: r.Y + 1, Button: tea.MouseWheelDown})
		for j, c := range columns {
			if moved := c.Mark() != before[j]; moved && i != j {
				t.Errorf("the wheel over column %d has moved column %d", i, j)
			}
		}
	}
}
