package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
)

// Settle resizes the list. It returns false if a dialog is open, since only
// View arranges dialogs.
func (l *Library) Settle() bool {
	if !l.Dialogs.Open() {
		l.list.Resize(l.Size(l.rects()[0]))
	}
	return !l.Dialogs.Open()
}

func (l *Library) rects() []layout.Rect { return l.Frame.For(l.wish()) }

func (l *Library) wish() layout.Wish {
	w := column.WishOf(l.list)
	w.Single = true
	return w
}

// columns returns the list and, if there is room, what is beside it.
func (l *Library) columns() []column.Column {
	rects := l.rects()
	columns := make([]column.Column, len(rects))
	l.list.Resize(l.Size(rects[0]))
	columns[0] = l.list
	if len(rects) > 1 {
		if c := l.beside(); c != nil {
			c.Resize(l.Size(rects[1]))
			columns[1] = c
		}
	}
	return columns
}

func (l *Library) tabs() []screen.Tab {
	return []screen.Tab{{Name: tabName, Count: len(l.entries)}}
}

// View draws the whole screen.
func (l *Library) View() tea.View { return l.Screen.View(l.draw) }

func (l *Library) draw() []string {
	t := l.Theme
	lines := []string{
		l.Header(l.Name, l.progress(), "", file.HighestListed(l.rows()), l.hasRead()),
		l.Tabs(l.tabs(), 0),
		t.SpreadFill(l.Frame.W, []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "},
			{Part: style.CrumbHere, Text: tabName}, {Text: " "}}, t.Signs.Rule),
	}
	lines = append(lines, l.Body(l.columns(), l.rects(), 0, "")...)
	var hints []keys.Hint
	if len(l.entries) > 0 {
		hints = append(hints, keys.Hint{Word: "open", IDs: []string{"open"}})
	}
	hints = append(hints, keys.Hint{Word: "search all", IDs: []string{"search"}}, keys.Hint{Word: "look again", IDs: []string{"reload"}},
		keys.Hint{Word: "all", IDs: []string{"palette"}})
	if l.Parted(l.wish()) {
		hints = append(hints, keys.Hint{Word: "alone", IDs: []string{"alone"}}, keys.Hint{Word: "width", IDs: []string{"narrower", "wider"}})
	}
	if len(l.entries) > 0 {
		hints = append(hints, keys.Hint{Word: "move", IDs: []string{"down", "up"}})
	}
	hints = append(hints, keys.Hint{Word: "quit", IDs: []string{"quit"}})
	return append(lines, l.Footer(l.list, hints, ""))
}
