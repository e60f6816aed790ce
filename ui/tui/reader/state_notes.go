package reader

import (
	"time"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/data/notebook"
)

// noting is the notebook beside the briefing, and how the items compare with what
// the user has read.
type noting struct {
	book    *notebook.Notebook // nil if none is kept
	x       *briefing.Index    // of the whole briefing
	limited bool               // a part of the briefing is withheld, so that hashes differ
	hashes  map[briefing.Ref]string
	since   time.Time // when the briefing was last read before; zero if it is not known
	added   map[briefing.Ref]bool
	changed map[briefing.Ref]bool
	fresh   map[briefing.Kind]int // the number of new and changed items
	saving  saving
	wait    time.Duration // how long a change that nobody has made by hand may wait
}

// saving is how the notebook is being saved.
type saving struct {
	waits  bool // until changes are saved
	failed int  // how many changes could not be saved; 0 if none
	told   bool // that they could not
	leaves bool // the user has been told so when quitting
}

// Messages about the notebook. Results of its functions go to the notebook even if
// its briefing is not shown any more.
type (
	// NotedMsg has what was found when a briefing was opened or read again.
	NotedMsg struct {
		noted
		book *notebook.Notebook
	}
	// SavedNotesMsg says that a notebook was saved, or why not.
	SavedNotesMsg struct {
		book   *notebook.Notebook
		result notebook.Result
	}
	// saveNotesMsg says that changes have waited long enough.
	saveNotesMsg struct{ book *notebook.Notebook }
)

// noted is what was found in the background.
type noted struct {
	of     *briefing.Briefing
	result *notebook.Result // nil if the file was not read
	hashes map[briefing.Ref]string
	last   *notebook.LastRead // nil if it was not looked for
	report *diff.Report       // what has changed since then; nil if nothing has
	// filters are those of earlier starts.
	filters []string
}

// Take gives a notebook the result of its function.
func (m NotedMsg) Take() {
	if m.result != nil {
		m.book.Take(*m.result)
	}
}

// Take gives a notebook the result of its function.
func (m SavedNotesMsg) Take() { m.book.Take(m.result) }
