package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// Reader is the model of a briefing. Only its Update and the methods that the
// root model calls (leave.go) change it.
type Reader struct {
	*screen.Screen
	doc     *file.Document
	full    *briefing.Index // of the whole briefing
	index   *briefing.Index // of what is shown of it
	without []string        // ids of what is left out
	tabbed
	history history
	find    finder
	narrow  filterer
	file    openFile
	parent  screen.Parent
	selects *selecting // nil unless words are being selected
	notes   noting
	hit     *hitOrigin // where a hit in the folder was opened; nil if none was
	review  *reviewing // nil unless drafts may be taken and dropped
}

// tabbed holds the sections, one for each tab.
type tabbed struct {
	sectionKinds []sectionKind
	sections     []*section
	at           int      // the section on the screen
	analyses     analyses // of competing hypotheses, which the ACH of the claims shows
}

// hitOrigin is the place where a hit in the folder was opened.
type hitOrigin struct {
	section int
	trail   []page.Target
}

// finder is a search. In the list of a section it goes item by item, in an open
// page, a folder or the brief row by row.
type finder struct {
	searcher *search.Searcher // of what is shown; nil until the first search
	query    string
	items    []briefing.Ref // that match, in the order of the list
	rows     []int          // that match, of the focused column
	in       column.Column  // the column of rows
	typing   bool           // the prompt is open
	field    dialog.Field
	origin   place // where the prompt was opened
	typed    *search.Typed
	behind   behind
	waits    bool // for the text to be folded
}

// searchable is a column that can be searched row by row.
type searchable interface {
	Find(q fold.Query) []int
	Rows(hit func(to page.Target, text string) bool) []int
	Read() (more bool)
	Row() int
	GoToText(row int, find func(text string) int)
}

// behind is what is computed in the background.
type behind struct {
	searcher *search.Searcher
	filter   *query.Filter // nil if there was none
	page     searchable    // being read
}

// filterer is the current filter, and what it keeps.
type filterer struct {
	filter    *query.Filter    // of what is shown; nil until it is first needed
	of        *search.Searcher // that the filter is made for
	on        query.Query
	selection query.Selection
	origin    *filterOrigin // nil unless a filter is being typed
	past      []string      // earlier filters, the latest last
	views     query.Views   // saved filters
}

// filterOrigin is what was shown when the line of the filter was opened.
type filterOrigin struct {
	on     query.Query
	places []place
}

// place is a position of the reader: a section, its view with the cursor, and
// the open pages with theirs.
type place struct {
	section int
	view    int
	list    column.Mark
	trail   []page.Target
	marks   []column.Mark
}

// history holds the places of jumps, to go back and forward through.
type history struct {
	places []place
	at     int // number of places before the current one
}

// openPage is an open page and its target.
type openPage struct {
	target page.Target
	column column.Column
}

// section is a tab: its list, or its other view, and the pages opened from it,
// each from the one before. The pages beside the focus are previews of the
// target under the cursor, and are kept while that is the same.
type section struct {
	kind     *sectionKind
	make     func(view int) column.Column
	list     column.Column   // nil until the section is first shown
	left     *place          // where it was left, until it is shown again; or nil
	view     int             // which of its kind's views the list is
	made     []column.Column // the views made so far, by number
	replaced []column.Column // the views as they were, until the section is shown again
	trail    []openPage
	previews []openPage
	of       column.Column // the focus that the previews are of
	upper    int           // height of the page above a preview, as last drawn
	// noPassage says that there was none to show below that page.
	noPassage bool
}

// sectionKind describes a section of the reader: its name in the tab bar, its
// views, and the kinds of items to count (nil for none).
type sectionKind struct {
	name  string
	part  briefing.Part // "" for a section that is not a part of a briefing
	views []view
	count func(*briefing.Briefing) int
	kinds []briefing.Kind // to be counted
}

// view is a way of showing a section, which opens with its first view.
type view struct {
	name string
	make func(*briefing.Index) column.Column // nil for the analyses of competing hypotheses
}
