package reader

import (
	"errors"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/data/notebook"
	"sitrep/ui/tui/screen"
)

// How long changes wait until they are saved, and until that is tried again.
const (
	saveAfter = time.Second
	saveAgain = 5 * time.Second
)

// beginNotes starts to read the notebook, and to find out what is new. If again is
// set, the briefing has been read again, and is compared with what it was before.
func (r *Reader) beginNotes(again bool) tea.Cmd {
	book, of, limit := r.notes.book, r.doc.Briefing, r.doc.Withheld.Limit
	if book == nil {
		return nil
	}
	load, folder, few := book.Load(), book.Folder(), len(r.full.Passages) <= screen.FewPassages
	return func() tea.Msg {
		if !few {
			time.Sleep(stretch) // the first frame has the processor to itself
		}
		out := noted{of: of}
		if load != nil {
			result := load()
			out.result = &result
		}
		x := briefing.NewIndex(of)
		out.hashes = notebook.Hashes(x)
		digest := notebook.Digest(of, out.hashes)
		var last notebook.LastRead
		if !again {
			last, _ = folder.LastRead(of.ID, limit, digest) // without it nothing is new
			out.last, out.filters = &last, folder.Filters()
			if last.Briefing != nil {
				out.report = diff.Compare(briefing.NewIndex(last.Briefing), x)
			}
		}
		_ = folder.KeepRead(of, limit, digest, last) // the next time it is compared with an older one
		return NotedMsg{out, book}
	}
}

// noted goes on with what was found in the background.
func (r *Reader) noted(msg NotedMsg) {
	msg.Take()
	n := &r.notes
	if msg.book != n.book {
		return
	}
	if msg.of == r.doc.Briefing {
		n.hashes = msg.hashes
		if msg.last != nil {
			n.since = msg.last.When
			r.recallFilters(msg.filters)
			r.sinceLastRead(msg.last.Briefing, msg.report)
		}
	}
	r.tellUnreadable()
	n.count()
	r.remarked(briefing.Ref{})
}

// sinceLastRead keeps how the briefing differs from the version that was read last,
// and says so. If it has been read again already, it is compared with that.
func (r *Reader) sinceLastRead(was *briefing.Briefing, report *diff.Report) {
	if was == nil {
		return
	}
	r.file.changes = changes{opened: was, report: report, lastRead: true}
	r.notes.news(report)
	if r.Status == "" && !report.Empty() {
		r.Say("since " + dayOf(r.notes.since, time.Now()) + ": " + r.sinceOpened())
	}
}

// tellUnreadable says that the notebook cannot be read, once.
func (r *Reader) tellUnreadable() {
	n := &r.notes
	unreadable, ok := errors.AsType[*notebook.UnreadableError](n.book.Err())
	if !ok || n.saving.told {
		return
	}
	n.saving.told = true
	where := ""
	if unreadable.Line > 0 {
		where = " (line " + strconv.Itoa(unreadable.Line) + ")"
	}
	r.Say("the notebook cannot be read" + where + ": " + unreadable.What)
}

// keepNotes saves the notebook: at once if something was written by hand, and a
// little later what has been read.
func (r *Reader) keepNotes() tea.Cmd {
	n := &r.notes
	if n.book == nil {
		return nil
	}
	all, byHand := n.book.Unsaved()
	switch {
	case all == 0 || all == n.saving.failed:
		return nil
	case byHand > 0:
		return r.saveNotes()
	case n.saving.waits:
		return nil
	}
	n.saving.waits = true
	return r.saveLater(n.wait)
}

func (r *Reader) saveLater(wait time.Duration) tea.Cmd {
	book := r.notes.book
	return tea.Tick(wait, func(time.Time) tea.Msg { return saveNotesMsg{book} })
}

// saveNotes saves the notebook with the place in the briefing.
func (r *Reader) saveNotes() tea.Cmd {
	book := r.notes.book
	r.keepPlace()
	save := book.Save()
	if save == nil {
		return nil // it follows once the function that is under way has ended
	}
	return func() tea.Msg { return SavedNotesMsg{book, save()} }
}

// waited saves what has waited, or what could not be saved.
func (r *Reader) waited(msg saveNotesMsg) tea.Cmd {
	n := &r.notes
	if msg.book != n.book || n.book == nil {
		return nil
	}
	n.saving.waits, n.saving.failed = false, 0
	return r.saveNotes()
}

// savedNotes goes on after the notebook was saved. If that has failed, it says so once,
// and tries again later.
func (r *Reader) savedNotes(msg SavedNotesMsg) tea.Cmd {
	msg.Take()
	n := &r.notes
	if msg.book != n.book {
		return nil
	}
	if msg.result.Others {
		n.count()
		r.remarked(briefing.Ref{})
	}
	if msg.result.Aside != "" {
		r.SayOf("the notebook that could not be read is kept as", msg.result.Aside)
	}
	if msg.result.Err == nil {
		n.saving.failed, n.saving.told, n.saving.leaves = 0, false, false
		return nil
	}
	n.saving.failed, _ = n.book.Unsaved()
	if !n.saving.told {
		n.saving.told = true
		r.Say("the notebook cannot be written: " + reasonOf(msg.result.Err) + "; kept in memory")
	}
	return r.saveLater(saveAgain)
}

// reasonOf returns the end of the text of an error, which says more than its path.
func reasonOf(err error) string {
	text := err.Error()
	return strings.TrimSpace(text[strings.LastIndex(text, ": ")+1:])
}

// leaveNotes saves the notebook with the place before something else is shown.
func (r *Reader) leaveNotes() tea.Cmd {
	if r.notes.book == nil {
		return nil
	}
	return r.saveNotes()
}

// End keeps the place before the program ends. [notebook.Store.Close] saves it.
func (r *Reader) End() { r.keepPlace() }

// losesNotes reports whether something written by hand could not be saved and would be
// lost if the program ended. It says so, and returns true only once.
func (r *Reader) losesNotes() bool {
	n := &r.notes
	if n.book == nil || n.book.Err() == nil || n.saving.leaves {
		return false
	}
	_, byHand := n.book.Unsaved()
	if byHand == 0 {
		return false
	}
	n.saving.leaves = true
	r.Say(briefing.Counted(byHand, "change", "changes") + " of the notebook cannot be written: " + reasonOf(n.book.Err()) + "; " + r.Keys.Of("quit") + " again quits without")
	return true
}
