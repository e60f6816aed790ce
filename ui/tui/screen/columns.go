package screen

import "sitrep/ui/tui/layout"

// TurnAlone shows only the column in focus, or all of them again. wish is that
// of the leading column.
func (s *Screen) TurnAlone(wish layout.Wish) {
	switch {
	case s.Frame.Panes.Alone:
		s.Frame.Panes.Alone = false
		s.Say("all columns that there is room for")
	case len(s.Frame.For(wish)) < 2:
		s.Say("there is one column")
	default:
		s.Frame.Panes.Alone = true
		s.Say("this column alone; " + s.Keys.Of("alone") + " shows all again")
	}
}

// Widen makes the leading column wider by the given steps, or narrower if they
// are negative. wish is that of the column.
func (s *Screen) Widen(wish layout.Wish, steps int) {
	panes, ok := s.Frame.Shift(wish, steps)
	switch {
	case ok:
		s.Frame.Panes = panes
	case len(s.Frame.For(wish)) < 2:
		s.Say("there is one column")
	case steps > 0:
		s.Say("the column cannot be wider")
	default:
		s.Say("the column cannot be narrower")
	}
}

// Parted reports whether there are columns to widen or to show alone, or would
// be if none were shown alone.
func (s *Screen) Parted(wish layout.Wish) bool {
	return s.Frame.Panes.Alone || len(s.Frame.For(wish)) > 1
}
