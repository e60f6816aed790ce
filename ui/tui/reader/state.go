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

// Reader is the model of one briefing. Only its Update, and what the root model
// calls (leave.go), changes it.
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
	selects *selecting // nil while no words are being selected
	hit     *hitOrigin // where the list of hits in the folder has led to; nil: it has not
}

// tabbed is the sections, one behind each tab.
type tabbed struct {
	sectionKinds []sectionKind
	sections     []*section
	at           int // the section that is shown
}

// hitOrigin is where the list of hits has led to.
type hitOrigin struct {
	section int
	trail   []page.Target
}

// finder is a search: in the list of a section, item by item, or in an open
// page, a folder or the brief, row by row.
type finder struct {
	searcher *search.Searcher // of what is shown; nil until the first search
	query    string
	items    []briefing.Ref // that hold the words, in the order of the list
	rows     []int          // of the column in focus
	in       column.Column  // that they were looked for in
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

// behind is what is being worked out, or has been.
type behind struct {
	searcher *search.Searcher
	filter   *query.Filter // nil while there was none
	page     searchable    // that is being read
}

// filterer is the filter that is on, and what it keeps.
type filterer struct {
	filter    *query.Filter    // of what is shown; nil until it is first needed
	of        *search.Searcher // that it is made for
	on        query.Query
	selection query.Selection
	origin    *filterOrigin // nil: no filter is being typed
	past      []string      // the filters of before, the last one last
}

// filterOrigin is what was shown when the line of the filter was opened.
type filterOrigin struct {
	on     query.Query
	places []place
}

// place is where the reader stands: a section, the view that it is shown in
// with its cursor, and the open pages with theirs.
type place struct {
	section int
	view    int
	list    column.Mark
	trail   []page.Target
	marks   []column.Mark
}

// history is the places that jumps lead back and forward through.
type history struct {
	places []place
	at     int // how many of them lie behind
}

// openPage is an open page and what it is the page of.
type openPage struct {
	target page.Target
	column column.Column
}

// section is a tab: its list, or the other view of it that is on, and the pages
// opened from it, one out of the other. The pages beside the focus are
// previews: made for the target that the cursor stands on, and kept while it
// does.
type section struct {
	kind     *sectionKind
	listing  *briefing.Index // that the views are made from
	list     column.Column   // nil until the section is first shown
	left     *place          // where it was left, until it is shown again; or nil
	view     int             // which of its kind's views the list is
	made     []column.Column // the views so far made, by their numbers
	trail    []openPage
	previews []openPage
	upper    int // lines of the page that is over a preview, as it was last drawn
	// noPassage says that there was none to show under that page.
	noPassage bool
}

// sectionKind says what a section of the reader is: its name in the tab bar, its views, and
// how many things are in it (nil where that is nothing to count).
type sectionKind struct {
	name  string
	part  briefing.Part // "" where it is none of a briefing
	views []view
	count func(*briefing.Briefing) int
	kinds []briefing.Kind // that are counted
}

// view is one way of showing a section. A section opens with its first.
type view struct {
	name string
	make func(*briefing.Index) column.Column
}
