package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
)

// take goes over to another file.
func (r *Reader) take(f screen.File) tea.Cmd {
	end := r.closeFile()
	r.file.File = f
	return tea.Batch(end, r.Watch())
}

// closeFile ends the watch, and has answers that are under way dropped.
func (r *Reader) closeFile() tea.Cmd {
	var end tea.Cmd
	if r.file.watch != nil {
		end = closeWatch(r.file.watch)
	}
	r.file.number = r.Serial()
	r.file.watch, r.file.state = nil, reading{}
	return end
}

// EndLateWatch ends a watch that began after its reader was left.
func EndLateWatch(msg tea.Msg) tea.Cmd {
	if w, ok := msg.(watchingMsg); ok && w.err == nil {
		return closeWatch(w.watch)
	}
	return nil
}

// reload reads the file again, because of a key.
func (r *Reader) reload() tea.Cmd {
	if r.file.File.Load == nil {
		r.Say("nothing to reload: this briefing is not from a file")
		return nil
	}
	r.file.state.asked = true
	r.SayOf("reading again:", r.doc.Name)
	return r.readAgain()
}

// readAgain reads the file, once at a time.
func (r *Reader) readAgain() tea.Cmd {
	if r.file.state.loading {
		r.file.state.again = true
		return nil
	}
	r.file.state.loading = true
	return load(r.file.number, r.file.File.Load)
}

// watching begins to wait for changes.
func (r *Reader) watching(msg watchingMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		if msg.number == r.file.number {
			r.unwatched(msg.err)
		}
		return nil
	case msg.number != r.file.number || r.file.watch != nil:
		return closeWatch(msg.watch)
	}
	r.file.watch = msg.watch
	return awaitChange(msg.number, msg.watch)
}

// changed reads a file that may have changed, and waits for the next change.
func (r *Reader) changed(msg changedMsg) tea.Cmd {
	if msg.number != r.file.number || r.file.watch == nil {
		return nil
	}
	if msg.err != nil {
		w := r.file.watch
		r.file.watch = nil
		r.unwatched(msg.err)
		return closeWatch(w)
	}
	return tea.Batch(r.readAgain(), awaitChange(msg.number, r.file.watch))
}

func (r *Reader) unwatched(err error) {
	r.Say("changes to the file are not noticed: " + clean.Line(err.Error()) + "; " + r.Keys.Of("reload") + " reads it again")
}

// loaded shows what has been read, at the place where the reader was. A file
// that cannot be read as a briefing leaves the old one on the screen.
func (r *Reader) loaded(msg loadedMsg) tea.Cmd {
	if msg.number != r.file.number {
		return nil
	}
	was := r.file.state
	r.file.state = reading{failed: msg.err}
	var next tea.Cmd
	switch {
	case was.again:
		next = r.readAgain()
	case msg.err == nil && r.file.watch == nil:
		next = r.Watch()
	}
	if msg.err != nil {
		r.resize()
		r.Say("") // what was said of the last reading holds no longer
		if was.asked {
			r.Say("not reloaded: " + r.failure())
		}
		return next
	}
	return tea.Batch(next, r.renew(msg.indexed, was.shownAgain))
}

// renew shows another version of the briefing, and has it compared with the one
// that was opened. shownAgain says that nobody has asked for it: another briefing was
// shown over this one.
func (r *Reader) renew(e *screen.Indexed, shownAgain bool) tea.Cmd {
	if r.file.changes.opened == nil {
		r.file.changes.opened = r.doc.Briefing
	}
	open, selecting := len(r.here().trail), r.selects != nil
	wanted := r.file.check.begun
	r.show(e)
	if r.parent.Ask != nil {
		r.parent.Ask(RenewedMsg{e})
	}
	if r.find.query != "" {
		r.lookFor(r.find.query)
	}
	if !shownAgain {
		r.Say(reloaded)
	}
	if selecting {
		r.Say(reloaded + ", which has ended the selection")
	}
	if len(r.here().trail) < open {
		r.Say(reloaded + "; what was open here is not in it any more")
	}
	if wanted { // the list of problems can be open
		return tea.Batch(r.compare(), r.check())
	}
	return r.compare()
}

// failure is why the file could not be read again, with its line.
func (r *Reader) failure() string { return file.WhyUnreadable(r.file.state.failed) }
