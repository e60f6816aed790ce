package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/briefing/review"
	"sitrep/ui/tui/screen"
)

// Start starts to watch the file of a briefing whose quotes have been looked up, and
// prepares to search it.
func (r *Reader) Start() tea.Cmd {
	return tea.Batch(r.file.Follow(), r.prepareSearch(), r.beginNotes(false))
}

// take replaces the file by another.
func (r *Reader) take(f screen.File) tea.Cmd {
	end := r.closeFile()
	r.file.File = f
	return tea.Batch(end, r.file.Follow())
}

// closeFile ends the watch. Answers that are still under way will be dropped.
func (r *Reader) closeFile() tea.Cmd {
	r.file.state = reading{}
	return r.file.Close()
}

// reload reads the file again for a key.
func (r *Reader) reload() tea.Cmd {
	if r.file.Load == nil {
		r.Say("nothing to reload: this briefing is not from a file")
		return nil
	}
	r.file.state.asked = true
	r.SayOf("reading again:", r.doc.Name)
	return r.file.ReadAgain()
}

// loaded shows what has been read, and keeps the place. If the file cannot be
// read as a briefing, the old one stays.
func (r *Reader) loaded(msg screen.ReadMsg) tea.Cmd {
	next, ok := r.file.Took(msg)
	if !ok {
		return nil
	}
	was := r.file.state
	if msg.Err == nil {
		if done, cmd := r.loadedInReview(msg.Indexed); done {
			r.file.state = reading{}
			r.resize()
			return tea.Batch(next, cmd)
		}
	}
	r.file.state = reading{failed: msg.Err}
	if msg.Err != nil {
		r.resize()
		r.Say("") // the status of the last reading is outdated
		if was.asked {
			r.Say("not reloaded: " + r.failure())
		}
		return next
	}
	next = tea.Batch(next, r.renew(msg.Indexed, was.shownAgain))
	if r.review != nil {
		r.review.edited = false
	}
	return next
}

// renew shows another version of the briefing, and compares it with the one
// that was opened. If shownAgain is set, the user has not asked for this:
// another briefing was shown before.
func (r *Reader) renew(e *screen.Indexed, shownAgain bool) tea.Cmd {
	if r.file.changes.opened == nil {
		r.file.changes.opened = r.doc.Briefing
	}
	open, selecting := len(r.here().trail), r.selects != nil
	wanted := r.file.check.begun
	r.show(e)
	if r.find.query != "" {
		r.lookFor(r.find.query)
	}
	switch {
	case shownAgain:
	case r.review != nil && !r.review.edited:
		says := review.ErrChanged.Error() + "; " + r.review.Progress()
		if r.review.refused {
			says = "nothing was written: " + review.ErrChanged.Error() + ", which is shown as it is now"
		}
		r.review.refused = false
		r.Say(says)
	default:
		r.Say(reloaded)
	}
	if selecting {
		r.Say(reloaded + ", which has ended the selection")
	}
	if len(r.here().trail) < open {
		r.Say(reloaded + "; what was open here is not in it any more")
	}
	if wanted { // the list of problems may be open
		return tea.Batch(r.compare(), r.prepareSearch(), r.beginNotes(true), r.check())
	}
	return tea.Batch(r.compare(), r.prepareSearch(), r.beginNotes(true))
}

// failure says why the file could not be read again, and in which line.
func (r *Reader) failure() string { return file.WhyUnreadable(r.file.state.failed) }

// loadedInReview handles the file as it has been read again. It returns true if there
// is nothing new in it, or it is to be read once more.
func (r *Reader) loadedInReview(e *screen.Indexed) (done bool, cmd tea.Cmd) {
	v := r.review
	switch {
	case v == nil:
		return false, nil
	case v.writing:
		v.unread = true
		return true, nil
	case e.Doc.Text == r.doc.Text:
		v.rechecked = false
		if r.file.state.asked {
			r.Say(reloaded)
		}
		return true, nil
	case !v.rechecked && v.Knows(e.Doc.Text): // it may have been read before the last change
		v.rechecked = true
		return true, r.file.ReadAgain()
	}
	v.rechecked = false
	if v.edited {
		v.Edited(r.doc.Text, e.Doc.Text)
	}
	return false, nil
}
