package reader

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// leave asks to show what the briefing was opened from.
func (r *Reader) leave() tea.Cmd { return r.parent.Ask(screen.LeaveMsg{FromHits: r.hit != nil}) }

// Places are where the reader of a briefing is, or was when it was left.
type Places struct {
	// Index is the version that the places are in. It is nil if the briefing
	// has not been open, or the version is not kept.
	Index  *briefing.Index
	places []place
	at     int
}

// Forget drops the version that the places are in.
func (p *Places) Forget() { p.Index = nil }

// Follow moves the places to another version of the briefing.
func (p *Places) Follow(to *briefing.Index) {
	if p.Index == nil {
		return
	}
	followAll(p.places, p.Index, to)
	p.Index = to
}

// Here returns the place where the reader is.
func (r *Reader) Here() *Places { return &Places{places: []place{r.place()}, at: r.at} }

// Leave stops all work of the reader, and returns where it was left.
func (r *Reader) Leave() (*Places, tea.Cmd) {
	end := tea.Batch(r.closeFile(), r.leaveNotes())
	r.endSearch()
	return &Places{r.index, r.places(), r.at}, end
}

// GoBackTo goes to where the briefing was left. If left is nil, it does
// nothing.
func (r *Reader) GoBackTo(left *Places) {
	if left == nil {
		return
	}
	places := slices.Clone(left.places)
	if left.Index != nil {
		followAll(places, left.Index, r.index)
	}
	r.goToEach(places, left.at, nil)
}

// Indexed returns the version of the briefing that is shown.
func (r *Reader) Indexed() *screen.Indexed {
	return &screen.Indexed{Doc: r.doc, Index: r.full, Loaded: r.file.check.loaded, Notes: r.notes.book}
}

// Name returns the title of the briefing.
func (r *Reader) Name() string { return r.doc.Briefing.Title }

// OpenItem opens the page of an item.
func (r *Reader) OpenItem(item briefing.Ref) { r.openTarget(page.Target{Ref: item}) }

// Path returns the path of the file, or "" if the briefing is not from a file.
func (r *Reader) Path() string { return r.file.Path }

// SetAside stops all work of the reader until [Reader.Resume].
func (r *Reader) SetAside() tea.Cmd {
	r.endSearch()
	r.find = finder{}
	return tea.Batch(r.closeFile(), r.leaveNotes())
}

// Resume shows a reader again after SetAside. Its file may have changed.
func (r *Reader) Resume() tea.Cmd {
	r.Theme.Found = fold.Query{}
	r.show(r.Indexed())
	r.Say(backIn + r.doc.Briefing.Title)
	cmds := tea.Batch(r.lookUpQuotes(), r.file.Follow(), r.beginNotes(true))
	if r.file.Load == nil {
		return cmds
	}
	r.file.state.shownAgain = true
	return tea.Batch(cmds, r.file.ReadAgain())
}

// GoToHit goes to a hit in the folder, to its item if it has no words, and
// remembers the place: from there back leads to the list of hits.
func (r *Reader) GoToHit(msg dialog.EntryHitMsg) {
	if msg.Query != "" || msg.Hit.Ref.Kind != briefing.KindNone {
		r.openHit(msg.HitMsg)
		if msg.Query != "" && r.find.count() == 0 {
			r.Say(strconv.Quote(msg.Query) + " is not here any more")
		}
	}
	p := r.place()
	r.hit = &hitOrigin{p.section, p.trail}
}

// atHitOrigin reports whether the reader is at the place of a hit in the
// folder.
func (r *Reader) atHitOrigin() bool {
	hit := r.hit
	return hit != nil && r.at == hit.section &&
		slices.EqualFunc(r.here().trail, hit.trail, func(open openPage, t page.Target) bool { return open.target == t })
}
