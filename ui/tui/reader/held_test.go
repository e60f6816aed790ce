package reader

import (
	"testing"

	"sitrep/ui/tui/tuitest"
)

// TestHeldKey holds a key in a list: what is beside it follows when the key is let
// go.
func TestHeldKey(t *testing.T) {
	for _, w := range []int{120, 200} {
		d := newDriver(t, tuitest.BuiltIn(t), w, 40)
		d.Press("3")
		d.reader.Hold(true)
		d.Press("j", "j", "j")
		s := d.reader.here()
		if shown, at := s.previews[0].target, s.list.Selected(); shown == at {
			t.Errorf("%d cells: %v is beside the list already", w, shown)
		}
		d.reader.Hold(false)
		d.Screen()
		if shown, at := s.previews[0].target, s.list.Selected(); shown != at {
			t.Errorf("%d cells: %v is beside the list, want %v", w, shown, at)
		}
	}
}

// TestHeldKeyLeadsToTheSame presses keys as if they were held, wherever the cursor can
// be, and compares the screen with that after the same keys one by one.
func TestHeldKeyLeadsToTheSame(t *testing.T) {
	for surface, keys := range surfaces {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			for _, then := range [][]string{
				{"j", "j"}, {"j", "enter"}, {"j", "enter", "esc"}, {"j", "enter", "j", "J", "esc", "k"}, {"j", "v", "j"}, {"G", "2", "j", "3", "k"},
				{"j", "/", "a", "enter", "n"}, {"j", "F", "a", "enter", "j"}, {"j", "ctrl+o", "k"}, {"j", "z", "j", "z"},
			} {
				for _, w := range []int{120, 200} {
					held, single := newDriver(t, hardBriefing(t), w, 45), newDriver(t, hardBriefing(t), w, 45)
					held.Press(keys...)
					held.reader.Hold(true)
					held.Press(then...)
					held.reader.Hold(false)
					single.Press(append(keys[:len(keys):len(keys)], then...)...)
					if got, want := held.Screen(), single.Screen(); got != want {
						t.Errorf("%q at %d cells leads to\n%s\nwant\n%s", then, w, got, want)
					}
				}
			}
		})
	}
}
