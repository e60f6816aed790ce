package library

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// relist lists the folder again.
func (l *Library) relist() tea.Cmd {
	l.listed++
	return listFolder(l.listed, l.List)
}

// relisted shows the files of the folder, and begins to read them.
func (l *Library) relisted(msg listedMsg) tea.Cmd {
	if msg.number != l.listed {
		return nil
	}
	if msg.err != nil {
		l.Say("not listed: " + file.WhyUnreadable(msg.err))
		return nil
	}
	old := make(map[string]*entry, len(l.entries))
	for _, o := range l.entries {
		old[o.Name] = o
	}
	l.entries, l.more, l.next, l.done, l.kept, l.turns = nil, msg.more, 0, 0, 0, turns{}
	for _, f := range msg.files {
		e := &entry{FolderFile: f, file: l.Open(f.Name), row: file.FolderEntry{File: f.Name}}
		if o := old[f.Name]; o != nil {
			e.left = o.left
			if l.open == o {
				l.open, e.file = e, o.file
				if o.indexed != nil {
					l.keep(e, o.indexed)
				}
			}
		}
		l.entries = append(l.entries, e)
	}
	l.makeList()
	l.look(l.search.query)
	if l.search.picker != nil {
		l.search.picker.Renew()
	}
	return tea.Batch(l.readOn(), l.searchOn())
}

// readOn reads the next files, up to the limits of files and bytes at a time.
func (l *Library) readOn() tea.Cmd {
	var reads []tea.Cmd
	for l.next < len(l.entries) && l.turns.files < atOnce {
		b := l.entries[l.next]
		if l.turns.files > 0 && l.turns.bytes+b.Size > maxReading {
			break
		}
		b.turn = true
		l.turns.files++
		l.turns.bytes += b.Size
		l.next++
		reads = append(reads, readEntry(l.listed, b))
	}
	return tea.Batch(reads...)
}

// entryRead handles a file of the folder that has been read, and goes on with
// the next.
func (l *Library) entryRead(msg entryMsg) tea.Cmd {
	if msg.number != l.listed {
		return nil
	}
	e := msg.entry
	if !e.row.Read {
		l.done++
	}
	if e.turn {
		e.turn = false
		l.turns.files--
		l.turns.bytes -= e.Size
	}
	wanted := l.wanted.name == e.Name
	e.row = rowOf(e.Name, msg.indexed, msg.err)
	if e != l.open { // the open one is watched
		l.keepRead(e, msg.indexed, wanted)
	}
	next := l.readOn()
	if l.open != nil {
		return tea.Batch(next, l.searchOn())
	}
	l.refresh()
	var opened tea.Cmd
	if wanted {
		hit := l.wanted.hit
		l.Say("")
		l.StopOpening()
		opened = l.openRead(e, hit, msg.err)
	}
	return tea.Batch(next, opened, l.searchOn())
}

// StopOpening cancels the opening of a briefing that is still being read.
func (l *Library) StopOpening() { l.wanted = wanted{} }

// Renew replaces the open entry by another version of it.
func (l *Library) Renew(e *screen.Indexed) {
	l.keep(l.open, e)
	l.open.row = rowOf(l.open.Name, e, nil)
}

// OpenEntry asks to open a briefing of the list, at a hit if there is one. If
// it is not in memory, it is read first.
func (l *Library) OpenEntry(name string, hit *dialog.EntryHitMsg) tea.Cmd {
	switch e := l.entry(name); {
	case e == nil:
		l.Say("nothing to open here")
		return nil
	case e.indexed != nil:
		return l.openRead(e, hit, nil)
	default: // one that could not be read may have been mended
		l.wanted = wanted{name, hit}
		l.SayOf("reading", name)
		return readEntry(l.listed, e)
	}
}

// openRead asks to open an entry that has been read, or says why it cannot be
// opened.
func (l *Library) openRead(e *entry, hit *dialog.EntryHitMsg, err error) tea.Cmd {
	if err == nil {
		l.open = e
		return l.ask(OpenMsg{e.indexed, e.file, e.left, hit})
	}
	if refused := file.AsLoadError(e.Name, err); refused.Problem.Pos.Line > 0 {
		l.open = e
		return l.ask(BrokenMsg{e.file, refused, hit})
	}
	l.Say("not opened: " + e.row.Why)
	return nil
}

// Mend replaces the open entry, which was not a briefing, by the briefing that
// it has become, and asks to open it.
func (l *Library) Mend(e *screen.Indexed, hit *dialog.EntryHitMsg) tea.Cmd {
	l.Renew(e)
	return l.openRead(l.open, hit, nil)
}

// LeaveBroken closes the open entry, which is not a briefing.
func (l *Library) LeaveBroken(err error) {
	l.open.row = file.UnreadableEntry(l.open.Name, err)
	l.close()
}

// Opened returns the name of the open entry, or "" if none is open.
func (l *Library) Opened() string {
	if l.open == nil {
		return ""
	}
	return l.open.Name
}

// Leave closes the open briefing, and keeps where it was left.
func (l *Library) Leave(e *screen.Indexed, left Places) {
	l.Renew(e)
	l.open.left = left
	if l.kept > maxKept { // it was opened beyond the limit
		l.free(l.open)
		left.Forget()
	}
	l.close()
}

// close shows the list again.
func (l *Library) close() {
	l.open = nil
	l.StopOpening()
	l.refresh()
}

// refresh makes the rows of the list and what is beside it again.
func (l *Library) refresh() {
	if f, ok := l.list.(*column.Flow); ok {
		f.Refresh()
	}
	l.preview = preview{}
}
