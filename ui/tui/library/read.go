package library

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// relist looks into the folder again.
func (l *Library) relist() tea.Cmd {
	l.listed++
	return listFolder(l.listed, l.List)
}

// relisted shows what is in the folder, and has it read.
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

// readOn reads the next files that nobody reads yet, as many as are read at a
// time.
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

// entryRead takes in a file of the folder, and goes on with the next.
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
	if e != l.open { // what is open is watched
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

// StopOpening no longer waits for a briefing that was to be opened.
func (l *Library) StopOpening() { l.wanted = wanted{} }

// Renew takes another version of the entry that is open.
func (l *Library) Renew(e *screen.Indexed) {
	l.keep(l.open, e)
	l.open.row = rowOf(l.open.Name, e, nil)
}

// OpenEntry asks for a briefing of the list, at a hit if there is one, or reads it
// first.
func (l *Library) OpenEntry(name string, hit *dialog.EntryHitMsg) tea.Cmd {
	switch e := l.entry(name); {
	case e == nil:
		l.Say("nothing to open here")
		return nil
	case e.indexed != nil:
		return l.openRead(e, hit, nil)
	default: // one that cannot be read may have been mended
		l.wanted = wanted{name, hit}
		l.SayOf("reading", name)
		return readEntry(l.listed, e)
	}
}

// openRead asks for an entry that has been read, or says why it cannot be opened.
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

// Mend takes the briefing that the entry that is open has become, and asks for it.
func (l *Library) Mend(e *screen.Indexed, hit *dialog.EntryHitMsg) tea.Cmd {
	l.Renew(e)
	return l.openRead(l.open, hit, nil)
}

// LeaveBroken takes back the entry that is open, and is no briefing.
func (l *Library) LeaveBroken(err error) {
	l.open.row = file.UnreadableEntry(l.open.Name, err)
	l.close()
}

// Opened returns the name of the entry that is open; "" if none is.
func (l *Library) Opened() string {
	if l.open == nil {
		return ""
	}
	return l.open.Name
}

// Leave takes back the briefing that was open, and keeps where it was left.
func (l *Library) Leave(e *screen.Indexed, left Places) {
	l.Renew(e)
	l.open.left = left
	if l.kept > maxKept { // it was opened beyond what is kept
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

// refresh has the rows of the list, and what is beside it, made again.
func (l *Library) refresh() {
	if f, ok := l.list.(*column.Flow); ok {
		f.Refresh()
	}
	l.preview = preview{}
}
