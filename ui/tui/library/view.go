package library

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
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

// tabName is the name of the only tab.
const tabName = "Briefings"

func (l *Library) tabs() []screen.Tab {
	count := -1
	if l.complete() {
		count = len(l.listing.counts)
	}
	return []screen.Tab{{Name: tabName, Count: count}}
}

// View draws the whole screen.
func (l *Library) View() tea.View { return l.Screen.View(l.draw) }

func (l *Library) draw() []string {
	t := l.Theme
	order := "sorted by " + string(l.listing.order)
	if l.listing.order == library.ByAsOf {
		order = "newest first"
	}
	lines := []string{
		l.Header(l.Name, l.progress(), "", l.listing.shown, l.listing.known),
		l.Tabs(l.tabs(), 0),
		t.SpreadFill(l.Frame.W, []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "},
			{Part: style.CrumbHere, Text: tabName}, {Part: style.FooterText, Text: "  " + order, Cuts: true}, {Text: " "}}, t.Signs.Rule),
	}
	lines = append(lines, l.Body(l.columns(), l.rects(), 0, "")...)
	return append(lines, l.Footer(l.list, l.hints(), l.following.desk))
}

// complete reports whether all that the index knows is listed. An index that knows
// nothing may not have been filled yet.
func (l *Library) complete() bool {
	return l.listing.whole && (l.following.looked || len(l.entries()) > 0)
}

// progress returns how much of the folder is in the index.
func (l *Library) progress() string {
	if reading := l.reading(); reading != "" {
		return reading
	}
	if !l.complete() {
		return ""
	}
	n := len(l.entries())
	if n == 1 {
		return "1 file"
	}
	return grouped(n) + " files"
}

func (l *Library) hints() []keys.Hint {
	var hints []keys.Hint
	add := func(applies bool, word string, ids ...string) {
		if applies {
			hints = append(hints, keys.Hint{Word: word, IDs: ids})
		}
	}
	rows, versions := len(l.rows) > 0, len(l.versions()) > 1
	add(rows, "open", "open")
	add(true, "search all", "search")
	add(versions, "versions", "zoom-in", "zoom-out")
	add(versions, "compare", "changes")
	add(len(l.rows) > 1, "sort", "sort")
	add(true, "look again", "reload")
	add(true, "all", "palette")
	parted := l.Parted(l.wish())
	add(parted, "alone", "alone")
	add(parted, "width", "narrower", "wider")
	add(rows, "move", "down", "up")
	add(true, "quit", "quit")
	return hints
}
