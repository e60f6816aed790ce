package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/ui/tui/external"
)

// File is how a briefing is read again, and how changes to it are noticed; nil
// for what cannot be done.
type File struct {
	Load  func() (*file.Document, error)
	Watch func() (Watch, error)
}

// Watch tells of changes to a file.
type Watch interface {
	// Next waits until the file may have changed. An error says that no more
	// changes will be noticed.
	Next() error
	Close() error
}

// openFile is the file of the briefing that is shown, and what opens it and the
// sources that it names. What is done outside the reader is in fields, so that
// tests can look on.
type openFile struct {
	File
	number  int   // answers about a file with another number are dropped
	watch   Watch // nil: nobody tells of changes
	state   reading
	quotes  quotes
	check   checking
	changes changes
	text    func() []byte // the briefing as it was read, where it is in no file
	open    func(path string) File
	system  external.System
	run     func(argv []string) error
	save    func(folder, name string, text []byte) (path string, err error)
}

// reading is how far the file has been read.
type reading struct {
	loading bool
	again   bool  // it is to be read once more when it has been read
	asked   bool  // somebody has pressed a key for it
	failed  error // why what is shown is not what is in the file
}

func newFile(o Options) openFile {
	f := openFile{File: o.File, text: o.Text, open: o.Open, system: external.Here(), run: external.Run, save: external.SaveCopy}
	if f.open == nil {
		f.open = func(path string) File {
			return File{Load: func() (*file.Document, error) { return file.Load(path) }}
		}
	}
	return f
}

// take goes over to another file.
func (a *App) take(f File) tea.Cmd {
	var end tea.Cmd
	if a.file.watch != nil {
		end = closeWatch(a.file.watch)
	}
	a.file.number++ // what is under way is of the file before
	a.file.File, a.file.watch, a.file.state = f, nil, reading{}
	return tea.Batch(end, a.watch())
}

// reload reads the file again, because of a key.
func (a *App) reload() tea.Cmd {
	if a.inLibrary() {
		a.say("looking into the folder again")
		return a.relist()
	}
	if a.file.Load == nil {
		a.say("nothing to reload: this briefing is not from a file")
		return nil
	}
	a.file.state.asked = true
	a.sayOf("reading again:", a.doc.Name)
	return a.readAgain()
}

// readAgain reads the file, once at a time.
func (a *App) readAgain() tea.Cmd {
	if a.file.state.loading {
		a.file.state.again = true
		return nil
	}
	a.file.state.loading = true
	return load(a.file.number, a.file.Load)
}

// watching begins to wait for changes.
func (a *App) watching(msg watchingMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		if msg.number == a.file.number {
			a.unwatched(msg.err)
		}
		return nil
	case msg.number != a.file.number || a.file.watch != nil:
		return closeWatch(msg.watch)
	}
	a.file.watch = msg.watch
	return awaitChange(msg.number, msg.watch)
}

// changed reads a file that may have changed, and waits for the next change.
func (a *App) changed(msg changedMsg) tea.Cmd {
	if msg.number != a.file.number || a.file.watch == nil {
		return nil
	}
	if msg.err != nil {
		w := a.file.watch
		a.file.watch = nil
		a.unwatched(msg.err)
		return closeWatch(w)
	}
	return tea.Batch(a.readAgain(), awaitChange(msg.number, a.file.watch))
}

func (a *App) unwatched(err error) {
	a.say("changes to the file are not noticed: " + clean.Line(err.Error()) + "; " + a.bindings.Of("reload") + " reads it again")
}

// loaded shows what has been read, at the place where the reader was. A file
// that cannot be read as a briefing leaves the old one on the screen.
func (a *App) loaded(msg loadedMsg) tea.Cmd {
	if msg.number != a.file.number {
		return nil
	}
	asked, again := a.file.state.asked, a.file.state.again
	a.file.state.loading, a.file.state.again, a.file.state.asked = false, false, false
	a.file.state.failed = msg.err
	var next tea.Cmd
	switch {
	case again:
		next = a.readAgain()
	case msg.err == nil && a.file.watch == nil:
		next = a.watch()
	}
	if msg.err != nil {
		a.Resize(a.frame.W, a.frame.H)
		a.say("") // what was said of the last reading holds no longer
		if asked {
			a.say("not reloaded: " + a.failure())
		}
		return next
	}
	return tea.Batch(next, a.renew(msg.indexed))
}

// reloaded begins what is said of a briefing that has been read again.
const reloaded = "reloaded"

// renew shows another version of the briefing, and has it compared with the one
// that was opened.
func (a *App) renew(e *indexed) tea.Cmd {
	if a.file.changes.opened == nil {
		a.file.changes.opened = a.doc.Briefing
	}
	open := len(a.here().trail)
	wanted := a.file.check.begun
	a.show(e)
	if a.library != nil && a.library.open != nil {
		a.library.renew(e)
	}
	if a.find.query != "" {
		a.lookFor(a.find.query)
	}
	a.say(reloaded)
	if len(a.here().trail) < open {
		a.say(reloaded + "; what was open here is not in it any more")
	}
	if wanted { // the list of problems can be open
		return tea.Batch(a.compare(), a.check())
	}
	return a.compare()
}

// failure is why the file could not be read again, with its line.
func (a *App) failure() string { return file.WhyUnreadable(a.file.state.failed) }
