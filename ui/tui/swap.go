package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/library"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
)

// asked handles the requests of a folder's reader or list.
func (a *App) asked(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case library.OpenMsg:
		return a.enter(msg)
	case library.BrokenMsg:
		return a.enterBroken(msg)
	case screen.LeaveMsg:
		return a.leave(msg.FromHits)
	case dialog.WidenMsg:
		return a.searchFolder(msg.Typed)
	case dialog.EntryHitMsg:
		return a.openHit(msg)
	case dialog.HitsClosedMsg:
		return a.library.HitsClosed()
	}
	return nil
}

// enter shows a briefing of the folder.
func (a *App) enter(msg library.OpenMsg) tea.Cmd {
	o := a.options.Options
	o.File = msg.File
	a.reader = reader.New(a.Screen, msg.Indexed, o, screen.Parent{Name: a.library.Name, Ask: a.asked, Searched: true})
	left, _ := msg.Places.(*reader.Places)
	a.reader.GoBackTo(left)
	here, _ := msg.Here.(*reader.Places)
	a.reader.GoBackTo(here)
	if msg.Hit != nil {
		a.reader.GoToHit(*msg.Hit)
	}
	return a.reader.Start()
}

// enterBroken shows a file of the folder that is not a briefing, until it is
// one.
func (a *App) enterBroken(msg library.BrokenMsg) tea.Cmd {
	from := screen.Parent{Name: a.library.Name, Ask: func(tea.Msg) tea.Cmd { return a.leave(msg.Hit != nil) }}
	return a.showBroken(msg.File, msg.Err, from, func(e *screen.Indexed) tea.Cmd { return a.library.Mend(msg.File, e, msg.Hit) })
}

// leave goes from a file of the folder back to the list, or to the list of hits
// over it.
func (a *App) leave(toHits bool) tea.Cmd {
	var cmd tea.Cmd
	if a.broken != nil {
		cmd = tea.Batch(a.broken.SetAside(), a.library.LeaveBroken())
	} else {
		left, end := a.reader.Leave()
		cmd = tea.Batch(end, a.library.Leave(left))
	}
	a.showLibrary()
	if toHits {
		return tea.Batch(cmd, a.library.GoBackToHits())
	}
	return cmd
}

func (a *App) showLibrary() {
	a.reader, a.broken = nil, nil
	a.SetBanner(false)
}

// openHit opens a briefing of the folder at a hit.
func (a *App) openHit(msg dialog.EntryHitMsg) tea.Cmd {
	a.library.StopSearching()
	var left tea.Cmd
	if a.reader != nil {
		if a.library.Opened() == msg.Name {
			a.reader.GoToHit(msg)
			return nil
		}
		left = a.leave(false)
	}
	return tea.Batch(left, a.library.OpenEntry(msg.Name, &msg))
}

// searchFolder searches all briefings of the folder. When the list of hits is
// closed, it goes back to the place where the search began.
func (a *App) searchFolder(typed string) tea.Cmd {
	name, here := a.library.Opened(), a.reader.Here()
	return a.library.Search(typed, func() tea.Cmd {
		if a.reader != nil {
			return nil
		}
		return a.library.Reopen(name, here)
	})
}
