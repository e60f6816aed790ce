package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/pane"
	"sitrep/ui/tui/style"
)

// List is a dialog that shows blocks, to read and to scroll.
type List struct {
	title string
	flow  *pane.Flow
	lines int // of the blocks, as far as it matters for the height
}

// NewList makes a dialog of blocks.
func NewList(title string, blocks []page.Block) *List {
	return &List{title: title, flow: pane.NewFlow(pane.Blocks(blocks)), lines: len(blocks)}
}

// motions are the keys that scroll.
var motions = map[string]pane.Motion{
	"j": pane.Down, "down": pane.Down, "k": pane.Up, "up": pane.Up,
	"ctrl+d": pane.HalfDown, "ctrl+u": pane.HalfUp,
	"space": pane.PageDown, "pgdown": pane.PageDown, "b": pane.PageUp, "pgup": pane.PageUp,
	"g": pane.Top, "home": pane.Top, "G": pane.Bottom, "end": pane.Bottom,
	"}": pane.NextGroup, "{": pane.PreviousGroup,
}

// Key scrolls; any key of leaving closes.
func (l *List) Key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "esc", "q", "?", "enter", "h", "left", "backspace":
		return true
	}
	if m, ok := motions[msg.String()]; ok {
		l.flow.Move(m)
	}
	return false
}

// Size is as wide as text gets and as high as the blocks, within the frame.
func (l *List) Size(f layout.Frame) (w, h int) { return f.ListDialog(l.lines) }

// Draw is the box with its title, the blocks, and the way out.
func (l *List) Draw(t *style.Theme, r layout.Rect) []string {
	inner := layout.Inside(r)
	l.flow.Resize(pane.Size{Cells: inner.W, Lines: inner.H, Method: t.Method})
	return t.Box(l.title, "esc closes", l.flow.Draw(t, true), r.W)
}
