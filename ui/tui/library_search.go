package tui

import (
	"context"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/ui/tui/dialog"
)

// maxHitsEach is how many hits are listed of one briefing in a folder; [dialog.MaxHits]
// are listed of all of them.
const maxHitsEach = 20

// folderSearch is a search in all briefings of a folder: what has been found
// so far, in the order of the list.
type folderSearch struct {
	number  int    // answers about another are dropped
	query   string // what is looked for; empty: nothing
	next    int    // the first entry that has not been searched
	asking  bool   // a command is out; there is one at a time
	stop    context.CancelFunc
	found   []entryHits
	listed  int            // hits
	picker  *dialog.Picker // lists them; nil: nothing has been searched for
	shut    bool           // the list is not on the screen: the search rests
	within  *within        // nil: it did not begin in a briefing
	entered *hitOrigin     // nil: what is open was not opened from the list of hits
}

// within is the briefing that a search began in, and where in it.
type within struct {
	name string
	place
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

// hitOrigin is where the list of hits has led to.
type hitOrigin struct {
	section int
	trail   []page.Target
}

// searchJob is an entry with all that a command needs to search it: one goroutine
// at a time, beside the one that shows the entry.
type searchJob struct {
	entry    *entry
	why      string             // it cannot be read
	kept     *briefing.Briefing // nil: it has to be read
	searcher *search.Searcher   // of that; nil: it has to be made
}

// searchFolder lists the hits in all briefings of the folder.
func (a *App) searchFolder(typed string) {
	s := a.library
	s.search.end()
	p := dialog.FolderHits(s.searchNote, func(p *dialog.Picker, typed string) []dialog.EntryHits {
		if typed != s.search.query {
			s.look(typed)
		}
		p.Title, p.None = s.searchTitle(), s.nothingFound()
		return s.hits()
	})
	s.search = folderSearch{number: s.search.number + 1, asking: s.search.asking, picker: p}
	if s.open != nil {
		s.search.within = &within{s.open.Name, a.place()}
	}
	a.dialogs.Push(p.Type(typed))
}

// look begins to look for a query.
func (s *library) look(query string) {
	s.search.end()
	f := &s.search
	f.number++
	f.query, f.next, f.found, f.listed = query, 0, nil, 0
	s.searchOn()
}

// end stops what is being searched.
func (f *folderSearch) end() {
	if f.stop != nil {
		f.stop()
	}
}

// searchOn has the next entries searched that have been read.
func (s *library) searchOn() {
	f := &s.search
	if f.asking || f.shut || fold.NewQuery(f.query).Empty() {
		return
	}
	var jobs []searchJob
	for _, b := range s.entries[min(f.next, len(s.entries)):] {
		if !b.row.Read {
			break
		}
		jobs = append(jobs, b.searchJob())
	}
	if len(jobs) == 0 {
		return
	}
	var ctx context.Context
	ctx, f.stop = context.WithCancel(context.Background())
	f.asking = true
	s.queue = append(s.queue, searchEntries(ctx, f.number, f.query, jobs))
}

// searchJob is what a command needs to search an entry.
func (b *entry) searchJob() searchJob {
	j := searchJob{entry: b, why: b.row.Why}
	if b.indexed == nil {
		return j
	}
	j.kept = b.indexed.doc.Briefing
	if b.searcher != nil && b.searcher.Index().Briefing == j.kept {
		j.searcher = b.searcher
	}
	return j
}

// entriesSearched takes in what some entries hold, and has the next ones searched.
func (a *App) entriesSearched(msg foundMsg) {
	s := a.library
	if s == nil {
		return
	}
	f := &s.search
	f.asking = false
	for _, b := range msg.found {
		s.keepSearcher(b.entry, b.searcher)
	}
	if msg.number == f.number {
		f.next += len(msg.found)
		for _, b := range msg.found {
			b.first = b.first[:min(len(b.first), max(dialog.MaxHits-f.listed, 0))]
			f.listed += len(b.first)
			if b.named || b.hits > 0 || b.why != "" {
				f.found = append(f.found, b)
			}
		}
		f.picker.Renew()
	}
	s.searchOn()
}

// hits returns what has been found, for the list of hits.
func (s *library) hits() []dialog.EntryHits {
	var out []dialog.EntryHits
	for _, b := range s.search.found {
		if b.why == "" {
			out = append(out, dialog.EntryHits{Heading: b.heading(), Name: b.entry.Name, Title: b.entry.row.Title, Named: b.named, First: b.first})
		}
	}
	return out
}

// heading names a briefing above its hits, with its label and their number.
func (b *entryHits) heading() string {
	parts := []string{b.entry.row.Title, b.entry.row.TLP.String(), clean.Line(b.entry.Name)}
	text := strings.Join(parts, ", ") + "  " + strconv.Itoa(b.hits)
	if n := len(b.first); n < b.hits {
		text += "  (the first " + strconv.Itoa(n) + " are listed)"
	}
	return text
}

// searchTitle is what is searched, with the highest label of what is listed.
func (s *library) searchTitle() string {
	var listed []file.FolderEntry
	for _, b := range s.search.found {
		if b.named || b.hits > 0 {
			listed = append(listed, b.entry.row)
		}
	}
	title := "Search all briefings in " + s.Name
	if len(listed) > 0 {
		title += ", " + file.HighestListed(listed).String()
	}
	return title
}

// searchNote is how much has been found, and where.
func (s *library) searchNote() string {
	f := &s.search
	if fold.NewQuery(f.query).Empty() {
		return strconv.Itoa(len(s.entries)) + " briefings"
	}
	hits, holding, unread := 0, 0, 0
	for _, b := range f.found {
		switch {
		case b.why != "":
			unread++
		default:
			holding++
			hits += b.hits
		}
	}
	text := strconv.Itoa(hits) + " found in " + strconv.Itoa(holding) + " of " + strconv.Itoa(len(s.entries)) + " briefings"
	if f.next < len(s.entries) {
		text += ", " + strconv.Itoa(f.next) + " searched"
	}
	if unread > 0 {
		text += ", " + strconv.Itoa(unread) + " not readable"
	}
	return text
}

// nothingFound says why no hits are listed.
func (s *library) nothingFound() string {
	switch f := &s.search; {
	case fold.NewQuery(f.query).Empty():
		return "Type what to look for in everything that the briefings in this folder say."
	case f.next < len(s.entries):
		return "searching…"
	}
	return "nothing found"
}

// openHitInEntry opens a briefing at a hit, or reads it first.
func (a *App) openHitInEntry(msg dialog.EntryHitMsg) {
	s := a.library
	s.search.shut, s.search.entered = true, nil
	s.search.end()
	if s.open != nil && s.open.Name == msg.Name {
		a.goToHitInEntry(msg)
		return
	}
	if s.open != nil {
		a.leave()
	}
	a.openEntry(msg.Name)
	if s.open != nil {
		a.goToHitInEntry(msg)
	} else if s.wanted == msg.Name {
		s.wantedHit = &msg
	}
}

// goToHitInEntry goes to a hit in the briefing that is open, and keeps where
// that is: from there the way back leads to the list of hits.
func (a *App) goToHitInEntry(msg dialog.EntryHitMsg) {
	if msg.Query != "" {
		a.openHit(msg.HitMsg)
		if a.find.count() == 0 {
			a.say(strconv.Quote(msg.Query) + " is not here any more")
		}
	}
	p := a.place()
	a.library.search.entered = &hitOrigin{p.section, p.trail}
}

// atHitOrigin reports whether the reader is where the list of hits has led to.
func (a *App) atHitOrigin() bool {
	if a.library == nil || a.inLibrary() || a.library.search.entered == nil {
		return false
	}
	e, trail := a.library.search.entered, a.here().trail
	if a.at != e.section || len(trail) != len(e.trail) {
		return false
	}
	for i := range trail {
		if trail[i].target != e.trail[i] {
			return false
		}
	}
	return true
}

// listHitsAgain opens the list of hits as it was left.
func (a *App) listHitsAgain() {
	f := &a.library.search
	if f.picker == nil {
		a.say("nothing has been searched for; " + a.bindings.Of("search") + " searches")
		return
	}
	f.shut = false
	a.library.searchOn()
	a.dialogs.Push(f.picker)
}

// hitsClosed goes back to where the search began.
func (a *App) hitsClosed() {
	s := a.library
	s.search.shut = true
	s.search.end()
	began := s.search.within
	s.search.within = nil
	if began == nil || !a.inLibrary() {
		return
	}
	a.openEntry(began.name)
	if s.open != nil {
		a.goTo(began.place)
	}
}
