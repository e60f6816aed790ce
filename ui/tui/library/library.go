// Package library is the Bubble Tea model that lists the briefings in a folder,
// reads them in the background, and searches all of them. An entry is a file of
// the folder. A briefing is shown by package reader, and the root model
// switches between the two.
package library

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// Folder is a folder of briefings.
type Folder struct {
	Name string // for display, clean
	// List returns the files, and the number of those that were not read.
	List func() (files []file.FolderFile, more int, err error)
	// Open returns the file with the given name in the folder.
	Open func(name string) screen.File
}

const (
	// atOnce is the number of files of a folder that are read at a time, and
	// maxReading the limit of their bytes. A larger file is read alone.
	atOnce     = 4
	maxReading = 16 << 20
)

// Library is the model of the list of the briefings in a folder.
type Library struct {
	*screen.Screen
	Folder
	// ask passes on a request for another model: [OpenMsg], or one of the list
	// of hits.
	ask     func(tea.Msg) tea.Cmd
	list    column.Column
	preview preview
	entries []*entry
	listed  int // number of the list; answers for another are dropped
	more    int // files that were not read
	next    int // index of the first entry that is neither read nor being read
	done    int // number of entries read
	turns   turns
	kept    int64  // the part of maxKept in use
	open    *entry // the entry on the screen; nil while the list is shown
	wanted  wanted
	search  folderSearch
}

// wanted is the file that will be opened once it has been read.
type wanted struct {
	name string              // "" for none
	hit  *dialog.EntryHitMsg // the hit to open it at; nil for the place where it was left
}

// OpenMsg asks to open a briefing of the folder, at a hit if there is one, or
// else where it was left.
type OpenMsg struct {
	Indexed *screen.Indexed
	File    screen.File
	Places  Places // nil if it has not been open
	Hit     *dialog.EntryHitMsg
}

// BrokenMsg asks to open a file of the folder that is not a briefing. Hit is
// the hit at which the briefing was to be opened, or nil.
type BrokenMsg struct {
	File screen.File
	Err  *file.LoadError
	Hit  *dialog.EntryHitMsg
}

// Places are where a briefing was left.
type Places interface {
	// Follow moves them to another version of the briefing.
	Follow(to *briefing.Index)
	// Forget drops their version of the briefing, which holds much memory.
	Forget()
}

// preview is what is shown beside the list.
type preview struct {
	of     page.Target
	column column.Column
}

// turns are the files that are being read in turn.
type turns struct {
	files int
	bytes int64
}

// entry is a file of the folder.
type entry struct {
	file.FolderFile
	file    screen.File
	row     file.FolderEntry
	indexed *screen.Indexed // nil if it cannot be read, is not read yet, or is not kept
	left    Places          // nil if it has not been open
	turn    bool            // it is being read in turn
	// searcher searches the indexed document with an index of its own, which
	// commands use. It is nil until the first search.
	searcher *search.Searcher
}

// New returns the list of a folder. ask takes its requests.
func New(s *screen.Screen, f Folder, ask func(tea.Msg) tea.Cmd) *Library {
	l := &Library{Screen: s, Folder: f, ask: ask}
	l.makeList()
	return l
}

// makeList makes the list again and keeps the place.
func (l *Library) makeList() {
	was := l.list
	none := "There are no briefings in this folder: no files that say format: " + briefing.Format + "."
	if l.listed == 0 || was == nil {
		none = "Looking for briefings…"
	}
	l.list = column.Briefings(len(l.entries), func(i int) file.FolderEntry { return l.entries[i].row }, none)
	if was != nil {
		column.Restore(l.list, column.MarkOf(was))
	}
	l.preview = preview{}
}

func (l *Library) rows() []file.FolderEntry {
	return briefing.Map(l.entries, func(b *entry) file.FolderEntry { return b.row })
}

// hasRead reports whether a briefing of the list has been read, so that its
// marking is known.
func (l *Library) hasRead() bool {
	return slices.ContainsFunc(l.entries, func(b *entry) bool { return b.row.Read && b.row.Why == "" })
}

func (l *Library) entry(name string) *entry {
	for _, b := range l.entries {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// progress returns how far the folder has been read.
func (l *Library) progress() string {
	text := strconv.Itoa(len(l.entries)) + " read"
	if l.done < len(l.entries) {
		text = strconv.Itoa(l.done) + " of " + text
	}
	if l.more > 0 {
		text += ", " + strconv.Itoa(l.more) + " not looked at"
	}
	return text
}

// beside returns the brief of the briefing at the cursor, or a note why there
// is none.
func (l *Library) beside() column.Column {
	t := l.list.Selected()
	if l.preview.column == nil || l.preview.of != t && !l.Held {
		l.preview = preview{t, l.previewOf(l.entry(t.Ref.ID))}
	}
	return l.preview.column
}

func (l *Library) previewOf(e *entry) column.Column {
	switch {
	case e == nil:
		return nil
	case e.indexed != nil:
		return column.Brief(e.indexed.Index)
	case !e.row.Read:
		return column.Note("It is being read.")
	case e.row.Why != "":
		return column.Note("It cannot be read: " + e.row.Why + "; " + l.Keys.Of("open") + " shows where, or reads it again.")
	}
	return column.Note("It is not kept in memory, as the folder is large: " + l.Keys.Of("open") + " reads it again, and opens it.")
}

// folderSearch is a search in all briefings of a folder, with the hits so far,
// in the order of the list.
type folderSearch struct {
	number int    // answers for another are dropped
	query  string // empty for none
	next   int    // index of the first entry that has not been searched
	asking bool   // a command is running; only one runs at a time
	stop   context.CancelFunc
	found  []entryHits
	listed int            // number of hits
	picker *dialog.Picker // lists the hits; nil if nothing has been searched
	shut   bool           // the list of hits is not on the screen, so the search is paused
	back   func() tea.Cmd // goes back to where it began; nil for the list of briefings
}

// entryHits are the hits of a query in one entry.
type entryHits struct {
	entry *entry
	named bool // its title or file name matches
	hits  int
	first []dialog.EntryHit // the first hits
	why   string            // why it cannot be searched
	// searcher is kept with the entry, unless it is nil.
	searcher *search.Searcher
}
