package screen

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/external"
	"sitrep/ui/tui/terminal"
)

// LiveFile is the file of what is shown. It is watched, read again when it
// changes, and edited.
type LiveFile struct {
	File
	System  external.System // for finding the editor
	screen  *Screen
	number  int   // answers with another number are dropped
	watch   Watch // nil if changes are not noticed
	loading bool
	again   bool // read once more after the current read
}

// Results of the commands of a file.
type (
	// ReadMsg has the contents of the file. It goes to [LiveFile.Took].
	ReadMsg struct {
		number  int
		Indexed *Indexed
		Err     error
	}
	// WatchMsg says that a watch has begun, or that the file may have changed.
	// With an error it says that changes are not noticed. It goes to
	// [LiveFile.Watched].
	WatchMsg struct {
		number int
		begun  Watch // nil if it had begun before
		err    error
	}
	// EditedMsg says that an editor has ended, or could not be started. It goes
	// to [LiveFile.Edited].
	EditedMsg struct {
		ran bool
		err error
	}
)

// Live returns a file that is neither read nor watched yet.
func (s *Screen) Live(f File) LiveFile {
	return LiveFile{File: f, System: external.Here(), screen: s, number: s.Serial()}
}

// Close ends the watch. Answers that are still under way will be dropped.
func (f *LiveFile) Close() tea.Cmd {
	end := f.endWatch()
	f.number, f.loading, f.again = f.screen.Serial(), false, false
	return end
}

func (f *LiveFile) endWatch() tea.Cmd {
	w := f.watch
	f.watch = nil
	return closeWatch(w)
}

// closeWatch ends a watch, if there is one.
func closeWatch(w Watch) tea.Cmd {
	if w == nil {
		return nil
	}
	return func() tea.Msg {
		_ = w.Close() // nothing is lost with it
		return nil
	}
}

// EndLateWatch ends a watch that began after its file was left.
func EndLateWatch(msg tea.Msg) tea.Cmd {
	if w, ok := msg.(WatchMsg); ok {
		return closeWatch(w.begun)
	}
	return nil
}

// Follow starts to watch the file.
func (f *LiveFile) Follow() tea.Cmd {
	number, open := f.number, f.Watch
	if open == nil {
		return nil
	}
	return func() tea.Msg {
		w, err := open()
		if err != nil {
			return WatchMsg{number: number, err: err}
		}
		return WatchMsg{number: number, begun: w}
	}
}

func (f *LiveFile) awaitChange() tea.Cmd {
	number, w := f.number, f.watch
	return func() tea.Msg { return WatchMsg{number: number, err: w.Next()} }
}

// Watched handles the message of a watch: it reads a file that may have
// changed, and waits for the next change.
func (f *LiveFile) Watched(msg WatchMsg) tea.Cmd {
	s := f.screen
	switch {
	case msg.number != f.number || msg.begun != nil && f.watch != nil:
		return closeWatch(msg.begun)
	case msg.err != nil:
		s.Say("changes to the file are not noticed: " + msg.err.Error() + "; " + s.Keys.Of("reload") + " reads it again")
		return f.endWatch()
	case msg.begun != nil:
		f.watch = msg.begun
		return f.awaitChange()
	case f.watch == nil:
		return nil
	}
	return tea.Batch(f.ReadAgain(), f.awaitChange())
}

// ReadAgain reads the file, unless it is being read.
func (f *LiveFile) ReadAgain() tea.Cmd {
	if f.loading {
		f.again = true
		return nil
	}
	f.loading = true
	number, file := f.number, f.File
	return func() tea.Msg {
		e, err := file.Read()
		return ReadMsg{number, e, err}
	}
}

// Took handles the contents of the file. It returns false if msg is about
// another file and must be dropped.
func (f *LiveFile) Took(msg ReadMsg) (tea.Cmd, bool) {
	if msg.number != f.number {
		return nil, false
	}
	again := f.again
	f.loading, f.again = false, false
	switch {
	case again:
		return f.ReadAgain(), true
	case msg.Err == nil && f.watch == nil:
		return f.Follow(), true
	}
	return nil, true
}

// Edit opens a file in the editor at a line, counted from 1. Line 0 means none.
func (f *LiveFile) Edit(path string, line int) tea.Cmd {
	f.screen.SayOf("editing", path)
	system := f.System
	return func() tea.Msg {
		// An absolute path cannot be mistaken for an option.
		path, err := filepath.Abs(path)
		if err != nil {
			return EditedMsg{err: err}
		}
		argv, err := system.Editor(path, line)
		if err != nil {
			return EditedMsg{err: err}
		}
		return terminal.Borrow{Argv: argv, Done: func(err error) tea.Msg { return EditedMsg{ran: true, err: err} }}
	}
}

// Edited handles the end of an editor. It reports whether the file must be read
// again.
func (f *LiveFile) Edited(msg EditedMsg) bool {
	s := f.screen
	switch {
	case !msg.ran:
		s.Say("not edited: " + msg.err.Error())
	case msg.err != nil:
		s.Say("the editor failed: " + msg.err.Error() + "; " + s.Keys.Of("reload") + " reads the file again")
	}
	return msg.err == nil
}
