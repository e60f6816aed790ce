package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
)

// Folder is a folder of briefings.
type Folder struct {
	Name string // for people, clean
	// List names the files, and counts those that were not looked at.
	List func() (files []file.FolderFile, more int, err error)
	// Open is the file of that name in the folder.
	Open func(name string) File
}

const (
	// atOnce is how many files of a folder are read at a time, and maxReading of
	// how many bytes; a larger file is read by itself.
	atOnce     = 4
	maxReading = 16 << 20
)

// library is the list of the briefings in a folder, above the briefings
// themselves.
type library struct {
	Folder
	entries []*entry
	listed  int // the number of the list: answers about another are dropped
	more    int // files that were not looked at
	next    int // the first entry that nobody reads yet
	done    int // how many have been read
	turns   turns
	kept    int64  // how much of maxKept is taken
	open    *entry // whose briefing is shown; nil while the list is
	wanted  string // the file that is to be opened when it has been read
	// wantedHit is where it is to be opened; nil: where it was left.
	wantedHit *dialog.EntryHitMsg
	place     place // in the list
	queue     []tea.Cmd
	search    folderSearch
}

// turns are the files that are being read because it is their turn.
type turns struct {
	files int
	bytes int64
}

// entry is a file of the folder.
type entry struct {
	file.FolderFile
	file    File
	row     file.FolderEntry
	indexed *indexed // nil where it cannot be read, is not yet, or is not kept
	left    savedPlace
	turn    bool // it is being read because it is its turn
	// searcher is of the indexed document, with an index of its own, which commands use;
	// nil until the first search.
	searcher *search.Searcher
}

// savedPlace is where a briefing was left.
type savedPlace struct {
	index  *briefing.Index // nil: it has not been open, or is not kept
	places []place
	at     int
}

// NewFolder makes the reader of a folder.
func NewFolder(f Folder, o Options) *App {
	a := newApp(o)
	a.library = &library{Folder: f}
	a.showLibrary()
	return a
}

// inLibrary reports whether the list of the folder is shown.
func (a *App) inLibrary() bool { return a.library != nil && a.library.open == nil }

// libraryActions are what can be done in the list, by id.
var libraryActions = []string{
	"up", "down", "top", "end", "half-page-up", "half-page-down", "page-up", "page-down", "previous-group", "next-group",
	"open", "right", "back", "left", "search", "next-hit", "previous-hit",
	"palette", "help", "reload", "mouse", "redraw", "suspend", "quit", keys.QuitNow,
}

// allowed reports whether an action can be done where the reader is, and says
// so where it cannot.
func (a *App) allowed(action string) bool {
	if !a.inLibrary() || slices.Contains(libraryActions, action) {
		return true
	}
	a.say("that needs a briefing; " + a.bindings.Of("open") + " opens one")
	return false
}

// showLibrary shows the list in the place of a briefing. For everything else it
// is a briefing with nothing in it.
func (a *App) showLibrary() {
	a.begin([]sectionKind{{
		name:  "Briefings",
		views: []view{{"list", func(*briefing.Index) column.Column { return a.library.column() }}},
		count: func(*briefing.Briefing) int { return len(a.library.entries) },
		page:  a.previewEntry,
	}}, newIndexed(&file.Document{
		Briefing: &briefing.Briefing{Title: a.library.Name, TLP: file.HighestListed(a.library.rows())}, Name: a.library.Name,
	}, 0))
}

// begin shows a briefing of which nothing has been seen yet.
func (a *App) begin(sectionKinds []sectionKind, e *indexed) {
	a.endSearch()
	a.find.typing, a.narrow, a.without, a.history = false, filterer{}, nil, history{}
	a.file.changes = changes{}
	a.tabbed, a.index = tabbed{sectionKinds: sectionKinds}, nil
	a.show(e)
}

func (s *library) rows() []file.FolderEntry {
	rows := make([]file.FolderEntry, len(s.entries))
	for i, b := range s.entries {
		rows[i] = b.row
	}
	return rows
}

// hasRead reports whether a briefing of the list has been read, so that its
// marking is known.
func (s *library) hasRead() bool {
	return slices.ContainsFunc(s.entries, func(b *entry) bool { return b.row.Read && b.row.Why == "" })
}

func (s *library) column() column.Column {
	none := "There are no briefings in this folder: no files that say format: " + briefing.Format + "."
	if s.listed == 0 {
		none = "Looking for briefings…"
	}
	return column.Briefings(len(s.entries), func(i int) file.FolderEntry { return s.entries[i].row }, none)
}

// previewEntry is the brief of a briefing in the list, or why there is none.
func (a *App) previewEntry(_ *briefing.Index, t page.Target) column.Column {
	b := a.library.entry(t.Ref.ID)
	switch {
	case b == nil:
		return nil
	case b.indexed != nil:
		return column.Brief(b.indexed.index)
	case !b.row.Read:
		return column.Note("It is being read.")
	case b.row.Why != "":
		return column.Note("There is nothing to show of it: " + b.row.Why + "; " + a.bindings.Of("open") + " reads it again.")
	}
	return column.Note("It is not kept in memory, as the folder is large: " + a.bindings.Of("open") + " reads it again, and opens it.")
}

func (s *library) entry(name string) *entry {
	for _, b := range s.entries {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// progress is how far the folder has been read.
func (s *library) progress() string {
	text := strconv.Itoa(len(s.entries)) + " read"
	if s.done < len(s.entries) {
		text = strconv.Itoa(s.done) + " of " + text
	}
	if s.more > 0 {
		text += ", " + strconv.Itoa(s.more) + " not looked at"
	}
	return text
}

// folderListed shows what is in the folder, and has it read.
func (a *App) folderListed(msg listedMsg) tea.Cmd {
	s := a.library
	if s == nil || msg.number != s.listed {
		return nil
	}
	if msg.err != nil {
		a.say("not listed: " + file.WhyUnreadable(msg.err))
		return nil
	}
	old := make(map[string]*entry, len(s.entries))
	for _, o := range s.entries {
		old[o.Name] = o
	}
	s.entries, s.more, s.next, s.done, s.kept, s.turns = nil, msg.more, 0, 0, 0, turns{}
	for _, f := range msg.files {
		b := &entry{FolderFile: f, file: s.Open(f.Name), row: file.FolderEntry{File: f.Name}}
		if o := old[f.Name]; o != nil {
			b.left = o.left
			if s.open == o {
				s.open, b.file = b, o.file
				s.keep(b, o.indexed)
			}
		}
		s.entries = append(s.entries, b)
	}
	if a.inLibrary() {
		a.rebuild()
	}
	s.look(s.search.query)
	if s.search.picker != nil {
		s.search.picker.Renew()
	}
	return s.readOn()
}

// readOn reads the next files that nobody reads yet, as many as are read at a
// time.
func (s *library) readOn() tea.Cmd {
	var reads []tea.Cmd
	for s.next < len(s.entries) && s.turns.files < atOnce {
		b := s.entries[s.next]
		if s.turns.files > 0 && s.turns.bytes+b.Size > maxReading {
			break
		}
		b.turn = true
		s.turns.files++
		s.turns.bytes += b.Size
		s.next++
		reads = append(reads, readEntry(s.listed, b))
	}
	return tea.Batch(reads...)
}

// entryRead takes in a file of the folder, and goes on with the next.
func (a *App) entryRead(msg entryMsg) tea.Cmd {
	s := a.library
	if s == nil || msg.number != s.listed {
		return nil
	}
	b := msg.entry
	if !b.row.Read {
		s.done++
	}
	if b.turn {
		b.turn = false
		s.turns.files--
		s.turns.bytes -= b.Size
	}
	wanted := s.wanted == b.Name
	b.row = msg.row
	defer s.searchOn()
	if b == s.open {
		return s.readOn() // it is watched
	}
	s.keepRead(b, msg.indexed, wanted)
	next := s.readOn()
	if !a.inLibrary() {
		return next
	}
	a.doc.Briefing.TLP = file.HighestListed(s.rows())
	if f, ok := a.here().list.(*column.Flow); ok {
		f.Refresh()
	}
	a.here().previews = nil
	if wanted {
		hit := s.wantedHit
		a.say("")
		s.wanted, s.wantedHit = "", nil
		a.openEntry(b.Name)
		if hit != nil && s.open == b {
			a.goToHitInEntry(*hit)
		}
	}
	return next
}

// renew takes another version of the entry that is open.
func (s *library) renew(e *indexed) {
	s.keep(s.open, e)
	s.open.row = file.NewFolderEntry(s.open.Name, e.doc, e.index, e.doc.Problems)
}

// openEntry opens a briefing of the list, or reads it first.
func (a *App) openEntry(name string) {
	s := a.library
	b := s.entry(name)
	switch {
	case b == nil:
		a.say("nothing to open here")
	case b.indexed != nil:
		s.place = a.place()
		s.open, s.search.entered = b, nil
		a.enter(b)
	case b.row.Why != "" && s.wanted == "":
		a.say("not opened: " + b.row.Why)
		s.queue = append(s.queue, readEntry(s.listed, b)) // it may have been mended
	default:
		s.wanted, s.wantedHit = name, nil
		a.sayOf("reading", name)
		s.queue = append(s.queue, readEntry(s.listed, b))
	}
}

// enter shows a briefing of the folder, where it was left.
func (a *App) enter(b *entry) {
	a.begin(sectionKinds, b.indexed)
	for _, p := range b.left.places {
		if b.left.index != nil {
			p.follow(b.left.index, a.index)
		}
		a.goTo(p)
	}
	a.at = b.left.at
	a.library.queue = append(a.library.queue, a.take(b.file))
}

// leave goes from a briefing back to the list.
func (a *App) leave() {
	s := a.library
	b := s.open
	s.renew(&indexed{a.doc, a.full, a.file.check.loaded})
	b.left = savedPlace{index: a.index, places: a.places(), at: a.at}
	if s.kept > maxKept { // it was opened beyond what is kept
		s.drop(b)
	}
	entered := s.search.entered != nil
	s.open, s.wanted, s.wantedHit, s.search.entered = nil, "", nil, nil
	s.queue = append(s.queue, a.take(File{}))
	a.showLibrary()
	a.goTo(s.place)
	if entered {
		a.listHitsAgain()
	}
}

// giveUp no longer waits for a briefing that was to be opened, and reports
// whether one was.
func (a *App) giveUp() bool {
	if !a.inLibrary() || a.library.wanted == "" {
		return false
	}
	s := a.library
	again := s.wantedHit != nil
	s.wanted, s.wantedHit = "", nil
	a.say("not opened")
	if again {
		a.listHitsAgain()
	}
	return true
}

// relist looks into the folder again.
func (a *App) relist() tea.Cmd {
	a.library.listed++
	return listFolder(a.library.listed, a.library.List)
}

// queued are the commands that opening and leaving briefings have left.
func (a *App) queued() tea.Cmd {
	if a.library == nil || len(a.library.queue) == 0 {
		return nil
	}
	queue := a.library.queue
	a.library.queue = nil
	return tea.Batch(queue...)
}
