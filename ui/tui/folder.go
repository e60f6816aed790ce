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

// shelf is the list of the briefings in a folder, above the briefings
// themselves.
type shelf struct {
	Folder
	books  []*book
	listed int // the number of the list: answers about another are dropped
	more   int // files that were not looked at
	next   int // the first book that nobody reads yet
	done   int // how many have been read
	turns  turns
	kept   int64  // how much of maxKept is taken
	open   *book  // whose briefing is shown; nil while the list is
	wanted string // the file that is to be opened when it has been read
	// wantedHit is where it is to be opened; nil: where it was left.
	wantedHit *hitInBookMsg
	place     place // in the list
	queue     []tea.Cmd
	search    folderSearch
}

// turns are the files that are being read because it is their turn.
type turns struct {
	files int
	bytes int64
}

// book is a file of the folder.
type book struct {
	file.FolderFile
	file    File
	row     file.FolderEntry
	edition *edition // nil where it cannot be read, is not yet, or is not kept
	left    bookmark
	turn    bool // it is being read because it is its turn
	// searcher is of the edition, with an index of its own, which commands use;
	// nil until the first search.
	searcher *search.Searcher
}

// bookmark is where a briefing was left.
type bookmark struct {
	index  *briefing.Index // nil: it has not been open, or is not kept
	places []place
	at     int
}

// NewFolder makes the reader of a folder.
func NewFolder(f Folder, o Options) *App {
	a := newApp(o)
	a.shelf = &shelf{Folder: f}
	a.showShelf()
	return a
}

// onShelf reports whether the list of the folder is shown.
func (a *App) onShelf() bool { return a.shelf != nil && a.shelf.open == nil }

// shelfActions are what can be done in the list, by id.
var shelfActions = []string{
	"up", "down", "top", "end", "half-page-up", "half-page-down", "page-up", "page-down", "previous-group", "next-group",
	"open", "right", "back", "left", "search", "next-hit", "previous-hit",
	"palette", "help", "reload", "mouse", "redraw", "suspend", "quit", fixed,
}

// allowed reports whether an action can be done where the reader is, and says
// so where it cannot.
func (a *App) allowed(action string) bool {
	if !a.onShelf() || slices.Contains(shelfActions, action) {
		return true
	}
	a.say("that needs a briefing; " + a.keyOf("open") + " opens one")
	return false
}

// showShelf shows the list in the place of a briefing. For everything else it
// is a briefing with nothing in it.
func (a *App) showShelf() {
	a.begin([]sectionKind{{
		name:  "Briefings",
		views: []view{{"list", func(*briefing.Index) column.Column { return a.shelf.column() }}},
		count: func(*briefing.Briefing) int { return len(a.shelf.books) },
		page:  a.previewBook,
	}}, newEdition(&file.Document{
		Briefing: &briefing.Briefing{Title: a.shelf.Name, TLP: file.HighestListed(a.shelf.rows())}, Name: a.shelf.Name,
	}, 0))
}

// begin shows a briefing of which nothing has been seen yet.
func (a *App) begin(sectionKinds []sectionKind, e *edition) {
	a.endSearch()
	a.find.typing, a.narrow, a.without, a.history = false, filterer{}, nil, history{}
	a.file.changes = changes{}
	a.tabbed, a.index = tabbed{sectionKinds: sectionKinds}, nil
	a.show(e)
}

func (s *shelf) rows() []file.FolderEntry {
	rows := make([]file.FolderEntry, len(s.books))
	for i, b := range s.books {
		rows[i] = b.row
	}
	return rows
}

// hasRead reports whether a briefing of the list has been read, so that its
// marking is known.
func (s *shelf) hasRead() bool {
	return slices.ContainsFunc(s.books, func(b *book) bool { return b.row.Read && b.row.Why == "" })
}

func (s *shelf) column() column.Column {
	none := "There are no briefings in this folder: no files that say format: " + briefing.Format + "."
	if s.listed == 0 {
		none = "Looking for briefings…"
	}
	return column.Briefings(len(s.books), func(i int) file.FolderEntry { return s.books[i].row }, none)
}

// previewBook is the brief of a briefing in the list, or why there is none.
func (a *App) previewBook(_ *briefing.Index, t page.Target) column.Column {
	b := a.shelf.book(t.Ref.ID)
	switch {
	case b == nil:
		return nil
	case b.edition != nil:
		return column.Brief(b.edition.index)
	case !b.row.Read:
		return column.Note("It is being read.")
	case b.row.Why != "":
		return column.Note("There is nothing to show of it: " + b.row.Why + "; " + a.keyOf("open") + " reads it again.")
	}
	return column.Note("It is not kept in memory, as the folder is large: " + a.keyOf("open") + " reads it again, and opens it.")
}

func (s *shelf) book(name string) *book {
	for _, b := range s.books {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// progress is how far the folder has been read.
func (s *shelf) progress() string {
	text := strconv.Itoa(len(s.books)) + " read"
	if s.done < len(s.books) {
		text = strconv.Itoa(s.done) + " of " + text
	}
	if s.more > 0 {
		text += ", " + strconv.Itoa(s.more) + " not looked at"
	}
	return text
}

// folderListed shows what is in the folder, and has it read.
func (a *App) folderListed(msg listedMsg) tea.Cmd {
	s := a.shelf
	if s == nil || msg.number != s.listed {
		return nil
	}
	if msg.err != nil {
		a.say("not listed: " + file.WhyUnreadable(msg.err))
		return nil
	}
	old := make(map[string]*book, len(s.books))
	for _, o := range s.books {
		old[o.Name] = o
	}
	s.books, s.more, s.next, s.done, s.kept, s.turns = nil, msg.more, 0, 0, 0, turns{}
	for _, f := range msg.files {
		b := &book{FolderFile: f, file: s.Open(f.Name), row: file.FolderEntry{File: f.Name}}
		if o := old[f.Name]; o != nil {
			b.left = o.left
			if s.open == o {
				s.open, b.file = b, o.file
				s.keep(b, o.edition)
			}
		}
		s.books = append(s.books, b)
	}
	if a.onShelf() {
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
func (s *shelf) readOn() tea.Cmd {
	var reads []tea.Cmd
	for s.next < len(s.books) && s.turns.files < atOnce {
		b := s.books[s.next]
		if s.turns.files > 0 && s.turns.bytes+b.Size > maxReading {
			break
		}
		b.turn = true
		s.turns.files++
		s.turns.bytes += b.Size
		s.next++
		reads = append(reads, readBook(s.listed, b))
	}
	return tea.Batch(reads...)
}

// bookRead takes in a file of the folder, and goes on with the next.
func (a *App) bookRead(msg bookMsg) tea.Cmd {
	s := a.shelf
	if s == nil || msg.number != s.listed {
		return nil
	}
	b := msg.book
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
	s.keepRead(b, msg.edition, wanted)
	next := s.readOn()
	if !a.onShelf() {
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
		a.openBook(b.Name)
		if hit != nil && s.open == b {
			a.goToHitInBook(*hit)
		}
	}
	return next
}

// renew takes another version of the book that is open.
func (s *shelf) renew(e *edition) {
	s.keep(s.open, e)
	s.open.row = file.NewFolderEntry(s.open.Name, e.doc, e.index, e.doc.Problems)
}

// openBook opens a briefing of the list, or reads it first.
func (a *App) openBook(name string) {
	s := a.shelf
	b := s.book(name)
	switch {
	case b == nil:
		a.say("nothing to open here")
	case b.edition != nil:
		s.place = a.place()
		s.open, s.search.entered = b, nil
		a.enter(b)
	case b.row.Why != "" && s.wanted == "":
		a.say("not opened: " + b.row.Why)
		s.queue = append(s.queue, readBook(s.listed, b)) // it may have been mended
	default:
		s.wanted, s.wantedHit = name, nil
		a.sayOf("reading", name)
		s.queue = append(s.queue, readBook(s.listed, b))
	}
}

// enter shows a briefing of the folder, where it was left.
func (a *App) enter(b *book) {
	a.begin(sectionKinds, b.edition)
	for _, p := range b.left.places {
		if b.left.index != nil {
			p.follow(b.left.index, a.index)
		}
		a.goTo(p)
	}
	a.at = b.left.at
	a.shelf.queue = append(a.shelf.queue, a.take(b.file))
}

// leave goes from a briefing back to the list.
func (a *App) leave() {
	s := a.shelf
	b := s.open
	s.renew(&edition{a.doc, a.full, a.file.check.loaded})
	b.left = bookmark{index: a.index, places: a.places(), at: a.at}
	if s.kept > maxKept { // it was opened beyond what is kept
		s.drop(b)
	}
	entered := s.search.entered != nil
	s.open, s.wanted, s.wantedHit, s.search.entered = nil, "", nil, nil
	s.queue = append(s.queue, a.take(File{}))
	a.showShelf()
	a.goTo(s.place)
	if entered {
		a.listHitsAgain()
	}
}

// giveUp no longer waits for a briefing that was to be opened, and reports
// whether one was.
func (a *App) giveUp() bool {
	if !a.onShelf() || a.shelf.wanted == "" {
		return false
	}
	s := a.shelf
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
	a.shelf.listed++
	return listFolder(a.shelf.listed, a.shelf.List)
}

// queued are the commands that opening and leaving briefings have left.
func (a *App) queued() tea.Cmd {
	if a.shelf == nil || len(a.shelf.queue) == 0 {
		return nil
	}
	queue := a.shelf.queue
	a.shelf.queue = nil
	return tea.Batch(queue...)
}
