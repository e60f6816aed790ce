// Package library is the model of Bubble Tea that lists the briefings in a folder,
// reads them behind the list, and searches all of them. An entry is a file of the
// folder. A briefing is shown by package reader; the root model goes from one to
// the other.
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
	Name string // for people, clean
	// List names the files, and counts those that were not looked at.
	List func() (files []file.FolderFile, more int, err error)
	// Open is the file of that name in the folder.
	Open func(name string) screen.File
}

const (
	// atOnce is how many files of a folder are read at a time, and maxReading of
	// how many bytes; a larger file is read by itself.
	atOnce     = 4
	maxReading = 16 << 20
)

// Library is the model of the list of the briefings in a folder.
type Library struct {
	*screen.Screen
	Folder
	// ask takes a request that is not for the list: [OpenMsg], or one of the
	// list of hits.
	ask     func(tea.Msg) tea.Cmd
	list    column.Column
	preview preview
	entries []*entry
	listed  int // the number of the list: answers about another are dropped
	more    int // files that were not looked at
	next    int // the first entry that has not been read, and is not being read
	done    int // how many have been read
	turns   turns
	kept    int64  // how much of maxKept is taken
	open    *entry // whose briefing is shown; nil while the list is
	wanted  wanted
	search  folderSearch
}

// wanted is the file that is to be opened when it has been read.
type wanted struct {
	name string              // "": none
	hit  *dialog.EntryHitMsg // where it is to be opened; nil: where it was left
}

// OpenMsg asks for a briefing of the folder, where it was left, or at a hit if there
// is one.
type OpenMsg struct {
	Indexed *screen.Indexed
	File    screen.File
	Places  Places // nil: it has not been open
	Hit     *dialog.EntryHitMsg
}

// BrokenMsg asks for a file of the folder that is no briefing. Hit is where the
// briefing was to be opened; nil: where it was left.
type BrokenMsg struct {
	File screen.File
	Err  *file.LoadError
	Hit  *dialog.EntryHitMsg
}

// Places are where a briefing was left.
type Places interface {
	// Follow leads them to another version of the briefing.
	Follow(to *briefing.Index)
	// Forget drops the version that they are in, which holds much memory.
	Forget()
}

// preview is what is shown beside the list.
type preview struct {
	of     page.Target
	column column.Column
}

// turns are the files that are being read because it is their turn.
type turns struct {
	files int
	bytes int64
}

// entry is a file of the folder.
type entry struct {
	file.FolderFile
	file    screen.File
	row     file.FolderEntry
	indexed *screen.Indexed // nil where it cannot be read, is not yet, or is not kept
	left    Places          // nil: it has not been open
	turn    bool            // it is being read because it is its turn
	// searcher is of the indexed document, with an index of its own, which commands use;
	// nil until the first search.
	searcher *search.Searcher
}

// New returns the list of a folder. ask takes its requests.
func New(s *screen.Screen, f Folder, ask func(tea.Msg) tea.Cmd) *Library {
	l := &Library{Screen: s, Folder: f, ask: ask}
	l.makeList()
	return l
}

// makeList makes the list, at the same place.
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

// progress is how far the folder has been read.
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

// beside returns the brief of the briefing at the cursor, or why there is none.
func (l *Library) beside() column.Column {
	t := l.list.Selected()
	if l.preview.column == nil || l.preview.of != t {
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

// folderSearch is a search in all briefings of a folder: what has been found
// so far, in the order of the list.
type folderSearch struct {
	number int    // answers about another are dropped
	query  string // what is looked for; empty: nothing
	next   int    // the first entry that has not been searched
	asking bool   // a command is out; there is one at a time
	stop   context.CancelFunc
	found  []entryHits
	listed int            // hits
	picker *dialog.Picker // lists them; nil: nothing has been searched for
	shut   bool           // the list is not on the screen: the search rests
	back   func() tea.Cmd // goes to where it began; nil: it began in the list
}

// entryHits are what a briefing of a folder holds of a query.
type entryHits struct {
	entry *entry
	named bool // its title, or the name of its file, holds it
	hits  int
	first []dialog.EntryHit // of the hits
	why   string            // it cannot be searched
	// searcher is to be kept with the entry; nil: it is not.
	searcher *search.Searcher
}
