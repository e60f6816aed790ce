package library

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/data/library"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// OpenMsg asks to open a briefing of the folder, at a hit if there is one, or
// else where it was left.
type OpenMsg struct {
	Indexed *screen.Indexed
	File    screen.File
	Places  Places // nil if it has not been open
	Hit     *dialog.EntryHitMsg
	Here    Places // a place in it to go to from there; nil for none
}

// BrokenMsg asks to open a file of the folder that is not a briefing. Hit is
// the hit at which the briefing was to be opened, or nil.
type BrokenMsg struct {
	File screen.File
	Err  *file.LoadError
	Hit  *dialog.EntryHitMsg
}

// readMsg has the contents of the file that is wanted.
type readMsg struct {
	number  int
	file    screen.File
	indexed *screen.Indexed
	err     error
}

// OpenEntry reads a file of the folder, and asks to open it, at a hit if there is
// one.
func (l *Library) OpenEntry(name string, hit *dialog.EntryHitMsg) tea.Cmd {
	return l.openAt(wanted{name: name, hit: hit})
}

// Reopen reads a file of the folder, and asks to open it at a place.
func (l *Library) Reopen(name string, here Places) tea.Cmd {
	return l.openAt(wanted{name: name, here: here})
}

func (l *Library) openAt(w wanted) tea.Cmd {
	name := w.name
	if name == "" {
		l.Say("nothing to open here")
		return nil
	}
	w.number = l.Serial()
	l.wanted = w
	if e := l.selected(); e == nil || e.File != name || e.Size >= slowPreview {
		l.SayOf("reading", name)
	}
	number, open := l.wanted.number, l.Open
	return func() tea.Msg {
		f := open(name)
		e, err := f.Read()
		return readMsg{number, f, e, err}
	}
}

// StopOpening cancels the opening of a briefing that is still being read, or a
// comparison.
func (l *Library) StopOpening() { l.wanted = wanted{} }

// read asks to open the file that has been read, or says why it cannot be opened.
func (l *Library) read(msg readMsg) tea.Cmd {
	w := l.wanted
	if msg.number != w.number {
		return nil
	}
	l.StopOpening()
	l.Say(warning(w.name))
	if msg.err == nil {
		l.open = w.name
		return l.ask(OpenMsg{msg.indexed, msg.file, l.left[w.name], w.hit, w.here})
	}
	if refused := file.AsLoadError(w.name, msg.err); refused.Problem.Pos.Line > 0 {
		l.open = w.name
		return l.ask(BrokenMsg{msg.file, refused, w.hit})
	}
	l.Say("not opened: " + file.WhyUnreadable(msg.err))
	return l.look([]string{w.name})
}

// warning returns what to say about a version that was withdrawn, or "".
func warning(name string) string {
	v, _ := library.ParseVersion(name)
	day, err := edtf.Parse(v.Withdrawn)
	if err != nil {
		return ""
	}
	return "this version was withdrawn on " + day.Words()
}

// Mend asks to open the briefing that the open file, which was none, has become.
func (l *Library) Mend(f screen.File, e *screen.Indexed, hit *dialog.EntryHitMsg) tea.Cmd {
	return l.ask(OpenMsg{e, f, l.left[l.open], hit, nil})
}

// LeaveBroken closes the open file, which is not a briefing.
func (l *Library) LeaveBroken() tea.Cmd { return l.close() }

// Opened returns the name of the open file, or "" if none is open.
func (l *Library) Opened() string { return l.open }

// Leave closes the open briefing, and keeps where it was left. Of the ones before
// it keeps no version of the briefing.
func (l *Library) Leave(left Places) tea.Cmd {
	for _, p := range l.left {
		p.Forget()
	}
	l.left[l.open] = left
	return l.close()
}

// close shows the list again.
func (l *Library) close() tea.Cmd {
	name := l.open
	l.open = ""
	l.StopOpening()
	return l.look([]string{name})
}
