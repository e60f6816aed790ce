package library

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// listing is the entries of the index as the list shows them.
type listing struct {
	order   library.Order
	entries []library.Entry // the versions of a briefing one behind the other
	counts  []int           // the number of entries of each briefing
	highest briefing.TLP    // the label of the entries
	known   bool            // a briefing has been read, so that its label is known
	whole   bool            // these are all entries, not only the first
	shown   briefing.TLP    // the label of the list, with the withdrawn versions in it

	withdrawn map[string][]library.Entry // by the ids of their briefings
}

// row is a row of the list.
type row struct {
	entry  *library.Entry
	newest bool
	of     []library.Entry // the versions of the briefing, the newest first, without withdrawn ones
}

// listings is how the listing is kept up to date. One command makes it at a time.
type listings struct {
	order   library.Order // in which it is wanted
	running bool
	next    *relisting    // what was asked for while a command was running
	at      time.Time     // when the last one was made
	took    time.Duration // how long that took
}

// relisting is what has to be asked of the index for a new listing.
type relisting struct {
	all   bool
	names []string // the files to ask about, unless all is set
}

// following is how the index follows the folder. One command updates it at a
// time.
type following struct {
	begun    bool
	looked   bool // the whole folder has been looked at
	watch    Watch
	running  bool
	next     *looking // what was asked for while a command was running
	progress library.Progress
	told     chan library.Progress // of the command that is running
	desk     string                // how it is connected, in few words; "" for a folder
}

// looking is what to look at: some files or, if there are none, the folder.
type looking struct{ names []string }

// previews are the briefs beside the list.
type previews struct {
	kept    []preview // the latest last
	loading string    // the file that is being read; "" for none
	shown   column.Column
}

// preview is the brief of a briefing, or a note why there is none.
type preview struct {
	name     string // of its file
	size     int64
	column   column.Column
	outdated bool // the file may have changed
}

// wanted is the file that will be opened once it has been read, or the comparison
// that will be shown.
type wanted struct {
	number int                 // answers with another are dropped; 0 for nothing
	name   string              // "" for a comparison
	hit    *dialog.EntryHitMsg // the hit to open it at; nil for the place where it was left
	here   Places              // the place to open it at; nil for that
}

// Places are where a briefing was left.
type Places interface {
	// Forget drops their version of the briefing, which holds much memory.
	Forget()
}

// folderSearch is a search in all briefings of a folder.
type folderSearch struct {
	number   int    // answers for another are dropped
	query    string // what was typed
	asked    string // what has been searched for, or is
	running  bool
	outdated bool // the index has changed since
	stop     context.CancelFunc
	found    found
	picker   *dialog.Picker // lists the hits; nil if nothing has been searched
	shut     bool           // the list of hits is not on the screen, so the search is paused
	back     func() tea.Cmd // goes back to where it began; nil for the list of briefings
}

// found is what a search has found.
type found struct {
	of      string // what was searched for
	entries []dialog.EntryHits
	labels  []briefing.TLP
	hits    int
	short   bool       // there are more in one of these briefings
	cut     bool       // there are more briefings, or more in the last
	marks   fold.Query // what is highlighted
	err     error
}
