package library

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/data/library"
)

// Results of commands.
type (
	// watchedMsg says that a watch has begun, or that files have changed. With an
	// error it says that changes are not noticed.
	watchedMsg struct {
		begun Watch
		names []string // nil for any
		err   error
	}
	// progressMsg says how far an update has come. over says that it has ended.
	progressMsg struct {
		told     chan library.Progress
		progress library.Progress
		over     bool
	}
	// statusMsg says how the desk is connected.
	statusMsg struct{ status string }
	// updatedMsg says that the index is up to date.
	updatedMsg struct {
		names   []string
		changed bool
		notes   []string
		err     error
	}
)

// follow begins to watch the folder, and looks at what has changed.
func (l *Library) follow() tea.Cmd {
	f := &l.following
	if f.begun {
		return nil
	}
	f.begun = true
	begin := l.Watch
	if begin == nil {
		return l.look(nil)
	}
	return tea.Batch(func() tea.Msg { return watchedMsg{begun: begin()} }, l.awaitStatus())
}

// awaitStatus waits until the desk is connected in another way.
func (l *Library) awaitStatus() tea.Cmd {
	next := l.Desk
	if next == nil {
		return nil
	}
	return func() tea.Msg {
		status, err := next()
		if err != nil {
			return nil
		}
		return statusMsg{status}
	}
}

// watched handles the message of a watch.
func (l *Library) watched(msg watchedMsg) tea.Cmd {
	f := &l.following
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		l.Say("changes are not noticed: " + file.WhyUnreadable(msg.err) + "; " + l.Keys.Of("reload") + " looks again")
		return nil
	case msg.begun != nil:
		f.watch = msg.begun
	}
	w := f.watch
	return tea.Batch(l.look(msg.names), func() tea.Msg {
		names, err := w.Next()
		return watchedMsg{names: names, err: err}
	})
}

// look brings the index up to date with some files or, if there are none, with the
// folder, or does so when the update under way is done.
func (l *Library) look(names []string) tea.Cmd {
	f := &l.following
	if f.running {
		if f.next != nil && (len(names) == 0 || len(f.next.names) == 0) {
			names = nil
		} else if f.next != nil {
			names = append(names, f.next.names...)
		}
		f.next = &looking{names}
		return nil
	}
	f.running = true
	told := make(chan library.Progress, 1)
	f.told, f.progress = told, library.Progress{}
	ctx, index := l.Context, l.Index
	work := func() tea.Msg {
		defer close(told)
		changed, err := index.UpdateFiles(ctx, names, func(p library.Progress) { tell(told, p) })
		return updatedMsg{names, changed, index.Notes(), err}
	}
	return tea.Batch(work, listen(told))
}

// tell replaces the progress that has not been heard of yet.
func tell(told chan library.Progress, p library.Progress) {
	for {
		select {
		case told <- p:
			return
		default:
		}
		select {
		case <-told:
		default:
		}
	}
}

func listen(told chan library.Progress) tea.Cmd {
	return func() tea.Msg {
		p, ok := <-told
		return progressMsg{told, p, !ok}
	}
}

// progressed shows how far the update has come, and now and then what it has
// read.
func (l *Library) progressed(msg progressMsg) tea.Cmd {
	f := &l.following
	if msg.over || msg.told != f.told {
		return nil
	}
	f.progress = msg.progress
	var list tea.Cmd
	if msg.progress.Done > 0 && l.listings.due() {
		list = l.relist(relisting{all: true})
	}
	return tea.Batch(list, listen(msg.told))
}

// lookingAgain is the status while the folder is looked at for a key.
const lookingAgain = "looking into the folder again"

// updated shows what has changed.
func (l *Library) updated(msg updatedMsg) tea.Cmd {
	f := &l.following
	first := !f.looked
	f.running, f.told, f.progress = false, nil, library.Progress{}
	f.looked = f.looked || len(msg.names) == 0
	asked := l.Status == lookingAgain
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		l.Say("the folder cannot be looked at: " + file.WhyUnreadable(msg.err))
	case len(msg.notes) > 0:
		l.Say(strings.Join(msg.notes, "; "))
	case asked && msg.changed:
		l.Say("the list is up to date")
	case asked && l.Reconnect != nil:
		l.Say("nothing new has been received")
	case asked:
		l.Say("nothing has changed in the folder")
	}
	var next, list tea.Cmd
	if f.next != nil {
		names := f.next.names
		f.next = nil
		next = l.look(names)
	}
	switch {
	case msg.changed:
		l.previews.outdate(msg.names)
		l.search.outdated = true
		list = l.relist(relisting{all: len(msg.names) == 0, names: msg.names})
	case first: // an empty list says so
		l.show(l.listing)
	}
	return tea.Batch(list, next)
}

// lookAgain looks at the whole folder, and at a desk whether it can be reached again.
func (l *Library) lookAgain() tea.Cmd {
	if l.Reconnect != nil {
		l.Reconnect()
	}
	l.Say(lookingAgain)
	return l.look(nil)
}

// reading says how far the index has come, or returns "" if it is up to date.
func (l *Library) reading() string {
	if l.following.progress.Files == 0 {
		return ""
	}
	return Reading(l.following.progress)
}

// Reading says how far an index has come.
func Reading(p library.Progress) string {
	return "reading " + grouped(p.Done) + " of " + grouped(p.Files)
}

// grouped returns a number with its thousands grouped, as 10,000.
func grouped(n int) string {
	const group = 3
	text := strconv.Itoa(n)
	for at := len(text) - group; at > 0; at -= group {
		text = text[:at] + "," + text[at:]
	}
	return text
}
