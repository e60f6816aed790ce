// Package library is the Bubble Tea model that lists the briefings in a folder and
// searches all of them, by the index of package data/library. The index follows
// the folder in the background while the list can be used. A briefing is shown by
// package reader, and the root model switches between the two.
package library

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// Folder is a folder of briefings.
type Folder struct {
	Name  string // for display, clean
	Index *library.Library
	// First are the entries that the list shows at first, the newest ones.
	First []library.Entry
	// Context ends the work in the background when it is done.
	Context context.Context
	// Open returns the file with the given name in the folder.
	Open func(name string) screen.File
	// Watch begins to watch the folder. It is nil if changes are not noticed.
	Watch func() Watch
	// Desk waits until how the desk is connected is something else, and returns it in few
	// words. After an error it is not called again. It is nil if the folder is no desk.
	Desk func() (string, error)
	// Reconnect has a lost connection to the desk tried again at once. It is nil if the
	// folder is no desk.
	Reconnect func()
}

// Watch notices changes in a folder.
type Watch interface {
	// Next waits for changes, and returns the names of the files that have
	// changed, or nil if they are not known. After an error no more changes are
	// noticed.
	Next() ([]string, error)
}

// Library is the model of the list of the briefings in a folder.
type Library struct {
	*screen.Screen
	Folder
	// ask passes on a request for another model: [OpenMsg], or one of the list
	// of hits.
	ask       func(tea.Msg) tea.Cmd
	list      column.Column
	listing   listing
	rows      []row
	unfolded  map[string]bool // ids of briefings of which all versions are listed
	listings  listings
	following following
	previews  previews
	open      string // name of the file on the screen; "" while the list is shown
	left      map[string]Places
	wanted    wanted
	search    folderSearch
	from      *dialog.Picker // the list of hits from which the last hit was opened
}

// New returns the list of a folder. ask takes its requests.
func New(s *screen.Screen, f Folder, ask func(tea.Msg) tea.Cmd) *Library {
	l := &Library{Screen: s, Folder: f, ask: ask, unfolded: map[string]bool{}, left: map[string]Places{}}
	l.listings.order = library.Orders[0]
	l.show(arrange(f.First, l.listings.order))
	return l
}
