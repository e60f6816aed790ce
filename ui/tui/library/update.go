package library

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// actions maps the ids of actions to what they do in the list. Actions that
// move the cursor are in [column.Motions], and those of the whole program in
// package screen.
var actions = map[string]func(*Library) tea.Cmd{
	"open":         (*Library).openSelected,
	"right":        (*Library).openSelected,
	"back":         (*Library).back,
	"left":         (*Library).back,
	"sort":         (*Library).sort,
	"zoom-in":      func(l *Library) tea.Cmd { l.unfold(true); return nil },
	"zoom-out":     func(l *Library) tea.Cmd { l.unfold(false); return nil },
	"changes":      (*Library).compareVersions,
	"search":       func(l *Library) tea.Cmd { return l.Search("", nil) },
	"next-hit":     (*Library).ListHits,
	"previous-hit": (*Library).ListHits,
	"alone":        func(l *Library) tea.Cmd { l.TurnAlone(l.wish()); return nil },
	"wider":        func(l *Library) tea.Cmd { l.Widen(l.wish(), +1); return nil },
	"narrower":     func(l *Library) tea.Cmd { l.Widen(l.wish(), -1); return nil },
	"reload":       (*Library).lookAgain,
	"quit":         func(*Library) tea.Cmd { return tea.Quit },
}

// can reports whether an action can be done in the list.
func can(action string) bool { return actions[action] != nil || screen.Has(action) }

// Init lists the folder and, after that, follows it.
func (l *Library) Init() tea.Cmd {
	return tea.Batch(l.Screen.Init(), l.preview(), l.relist(relisting{all: true}))
}

// Update dispatches a message. Every case is one call.
func (l *Library) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if l.Screen.Update(msg) {
		return l, l.preview() // there may be room for it now
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = l.Key(msg, l.chosen, func(msg tea.KeyPressMsg) tea.Cmd { return l.Press(msg, l.run) })
	case tea.MouseClickMsg:
		cmd = l.Click(msg, l.chosen, l.back, l.clickAt)
	case tea.MouseWheelMsg:
		l.Wheel(msg, l.columns, l.rects())
	case tea.PasteMsg:
		l.Paste(msg.Content)
	}
	return l, tea.Batch(cmd, l.Continue(msg))
}

// Continue goes on with what is done in the background, even while the list is
// not shown.
func (l *Library) Continue(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case listedMsg:
		cmd = tea.Batch(l.listed(msg), l.follow())
	case watchedMsg:
		cmd = l.watched(msg)
	case statusMsg:
		l.following.desk = msg.status
		cmd = l.awaitStatus()
	case progressMsg:
		cmd = l.progressed(msg)
	case updatedMsg:
		cmd = l.updated(msg)
	case previewMsg:
		l.previewed(msg)
	case readMsg:
		cmd = l.read(msg)
	case comparedMsg:
		l.compared(msg)
	case foundMsg:
		l.searched(msg)
	}
	return tea.Batch(cmd, l.searchOn(), l.preview()) // something may have been typed, or the cursor moved
}

// Hold has what is beside the cursor wait for the keys to pause, or follow it
// again.
func (l *Library) Hold(on bool) tea.Cmd {
	l.Screen.Hold(on)
	return l.preview()
}

// chosen handles the result of a dialog.
func (l *Library) chosen(result tea.Msg) tea.Cmd {
	if cmd, ok := l.Chosen(result, l.run); ok {
		return cmd
	}
	switch msg := result.(type) {
	case dialog.CompareMsg:
		return l.compare(msg)
	case dialog.GoneMsg:
		l.Say("it is not in the later version, and cannot be opened")
		return nil
	}
	return l.ask(result)
}

// run runs an action, if the list has it.
func (l *Library) run(action string) tea.Cmd {
	if cmd, ok := l.Run(action, l.list); ok {
		return cmd
	}
	if l.Palette(action, []string{tabName}, can) {
		return nil
	}
	if do := actions[action]; do != nil {
		return do(l)
	}
	l.Say("that needs a briefing; " + l.Keys.Of("open") + " opens one")
	return nil
}

func (l *Library) openSelected() tea.Cmd { return l.OpenEntry(l.selectedName(), nil) }

// back cancels the opening of a briefing that is still being read. There is
// nothing else to go back from.
func (l *Library) back() tea.Cmd {
	if l.wanted.number == 0 {
		l.Say("this is the top of the section; " + l.Keys.Of("quit") + " quits")
		return nil
	}
	hit := l.wanted.hit
	l.StopOpening()
	l.Say("not opened")
	if hit != nil {
		return l.GoBackToHits()
	}
	return nil
}

// clickAt selects a row, or opens the one that is selected.
func (l *Library) clickAt(x, y int) tea.Cmd {
	if l.Frame.Tabs.Holds(x, y) {
		if l.TabAt(l.tabs(), 0, x) == 0 {
			l.Say(tabName + " is shown already")
		}
		return nil
	}
	for i, r := range l.rects() {
		if !r.Holds(x, y) {
			continue
		}
		before := l.list.Mark()
		if i > 0 && l.columns()[i] != nil || i == 0 && l.list.Click(x-r.X, y-r.Y) && l.list.Mark() == before {
			return l.openSelected()
		}
	}
	return nil
}
