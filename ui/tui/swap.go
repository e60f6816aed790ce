package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
)

// asked does what the reader of a briefing from the folder, or the list, asks for.
func (a *App) asked(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openEntryMsg:
		return a.enter(msg.entry, msg.hit)
	case leaveMsg:
		return a.leave()
	case renewedMsg:
		a.library.renew(msg.indexed)
	case dialog.WidenMsg:
		return a.library.searchAll(msg.Typed, &searchOrigin{a.library.open.Name, a.place()})
	case dialog.EntryHitMsg:
		return a.openHitInEntry(msg)
	case dialog.HitsClosedMsg:
		return a.hitsClosed()
	}
	return nil
}

// enter shows a briefing of the folder, where it was left, or at a hit.
func (a *App) enter(e *entry, hit *dialog.EntryHitMsg) tea.Cmd {
	o := a.options
	o.File = e.file
	a.library.open = e
	a.Reader = newReader(a.Screen, e.indexed, newFile(o), inFolder{name: a.library.Name, ask: a.asked, searched: true})
	a.restorePlaces(e.left)
	if hit != nil {
		a.goToEntryHit(*hit)
	}
	return a.watch()
}

// leave goes from a briefing back to the list, and to the list of hits if that
// has led to where the reader is in it.
func (a *App) leave() tea.Cmd {
	fromHits := a.folder.hit != nil
	cmd := a.closeFile()
	a.endSearch()
	a.library.leave(&indexed{a.doc, a.full, a.file.check.loaded}, savedPlace{index: a.index, places: a.places(), at: a.at})
	a.Reader = nil
	a.library.Resize(a.Frame.W, a.Frame.H)
	if fromHits {
		return tea.Batch(cmd, a.library.listHitsAgain())
	}
	return cmd
}

// openHitInEntry opens a briefing of the folder at a hit, or reads it first.
func (a *App) openHitInEntry(msg dialog.EntryHitMsg) tea.Cmd {
	a.library.search.rest()
	var left tea.Cmd
	if a.Reader != nil {
		a.folder.hit = nil
		if a.library.open.Name == msg.Name {
			a.goToEntryHit(msg)
			return nil
		}
		left = a.leave()
	}
	return tea.Batch(left, a.library.openEntry(msg.Name, &msg))
}

// goToEntryHit goes to a hit in the briefing that is open, and keeps where that
// is: from there the way back leads to the list of hits.
func (r *Reader) goToEntryHit(msg dialog.EntryHitMsg) {
	if msg.Query != "" {
		r.openHit(msg.HitMsg)
		if r.find.count() == 0 {
			r.Say(strconv.Quote(msg.Query) + " is not here any more")
		}
	}
	p := r.place()
	r.folder.hit = &hitOrigin{p.section, p.trail}
}

// hitsClosed goes back to where the search in the folder began.
func (a *App) hitsClosed() tea.Cmd {
	a.library.search.rest()
	began := a.library.search.began
	a.library.search.began = nil
	if began == nil || a.Reader != nil {
		return nil
	}
	cmd := a.library.openEntry(began.name, nil)
	if a.Reader != nil {
		a.goTo(began.place)
	}
	return cmd
}
