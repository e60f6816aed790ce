package dialog

import "sitrep/ui/tui/pane"

// motions are the keys that move in a dialog in which nothing is typed.
var motions = map[string]pane.Motion{
	"j": pane.Down, "down": pane.Down, "k": pane.Up, "up": pane.Up,
	"ctrl+d": pane.HalfDown, "ctrl+u": pane.HalfUp,
	"space": pane.PageDown, "pgdown": pane.PageDown, "b": pane.PageUp, "pgup": pane.PageUp,
	"g": pane.Top, "home": pane.Top, "G": pane.Bottom, "end": pane.Bottom,
	"}": pane.NextGroup, "{": pane.PreviousGroup,
}
