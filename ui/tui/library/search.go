package library

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/search"
	"sitrep/ui/tui/dialog"
)

// maxHitsEach is the limit of hits listed for one briefing in a folder. For all
// of them together it is [dialog.MaxHits].
const maxHitsEach = 20

// searchJob is an entry with all that a command needs to search it. It is used
// by one goroutine at a time, apart from the one that shows the entry.
type searchJob struct {
	entry    *entry
	why      string             // why it cannot be read
	kept     *briefing.Briefing // nil if it has to be read
	searcher *search.Searcher   // of kept; nil if it has to be made
}

// Search lists the hits in all briefings of the folder. back, if it is not nil, is
// called when the list of hits is closed.
func (l *Library) Search(typed string, back func() tea.Cmd) tea.Cmd {
	l.search.end()
	p := dialog.FolderHits(l.searchNote, func(p *dialog.Picker, typed string) []dialog.EntryHits {
		if typed != l.search.query {
			l.look(typed)
		}
		p.Title, p.None = l.searchTitle(), l.nothingFound()
		return l.hits()
	})
	l.search = folderSearch{number: l.search.number + 1, asking: l.search.asking, picker: p, back: back}
	l.Dialogs.Push(p.Type(typed))
	return l.searchOn()
}

func (l *Library) look(query string) {
	l.search.end()
	f := &l.search
	f.number++
	f.query, f.next, f.found, f.listed = query, 0, nil, 0
}

// end stops the search.
func (f *folderSearch) end() {
	if f.stop != nil {
		f.stop()
	}
}

// searchOn searches the next entries that have been read. It returns nil if
// there are none, or a search is running.
func (l *Library) searchOn() tea.Cmd {
	f := &l.search
	if f.asking || f.shut || fold.NewQuery(f.query).Empty() {
		return nil
	}
	var jobs []searchJob
	for _, b := range l.entries[min(f.next, len(l.entries)):] {
		if !b.row.Read {
			break
		}
		jobs = append(jobs, b.searchJob())
	}
	if len(jobs) == 0 {
		return nil
	}
	var ctx context.Context
	ctx, f.stop = context.WithCancel(context.Background())
	f.asking = true
	return searchEntries(ctx, f.number, f.query, jobs)
}

func (b *entry) searchJob() searchJob {
	j := searchJob{entry: b, why: b.row.Why}
	if b.indexed == nil {
		return j
	}
	j.kept = b.indexed.Doc.Briefing
	if b.searcher != nil && b.searcher.Index().Briefing == j.kept {
		j.searcher = b.searcher
	}
	return j
}

// entriesSearched handles the hits in some entries, and searches the next ones.
func (l *Library) entriesSearched(msg foundMsg) tea.Cmd {
	f := &l.search
	f.asking = false
	for _, b := range msg.found {
		l.keepSearcher(b.entry, b.searcher)
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
	return l.searchOn()
}

// hits returns the hits so far, for the list of hits.
func (l *Library) hits() []dialog.EntryHits {
	var out []dialog.EntryHits
	for _, b := range l.search.found {
		switch {
		case b.why == "":
			out = append(out, dialog.EntryHits{Heading: b.heading(), Name: b.entry.Name, Title: b.entry.row.Title, Named: b.named, First: b.first})
		case b.named && b.entry.row.Withheld == "":
			out = append(out, dialog.EntryHits{Heading: clean.Line(b.entry.Name), Name: b.entry.Name, Title: "cannot be read: " + b.why, Named: true})
		}
	}
	return out
}

// heading returns the name of a briefing with its label and its number of hits.
func (b *entryHits) heading() string {
	parts := []string{b.entry.row.Title, b.entry.row.TLP.String(), clean.Line(b.entry.Name)}
	text := strings.Join(parts, ", ") + "  " + strconv.Itoa(b.hits)
	if n := len(b.first); n < b.hits {
		text += "  (the first " + strconv.Itoa(n) + " are listed)"
	}
	return text
}

// searchTitle returns what is searched, with the highest label of what is
// listed.
func (l *Library) searchTitle() string {
	var listed []file.FolderEntry
	for _, b := range l.search.found {
		if b.why == "" && (b.named || b.hits > 0) {
			listed = append(listed, b.entry.row)
		}
	}
	title := "Search all briefings in " + l.Name
	if len(listed) > 0 {
		title += ", " + file.HighestListed(listed).String()
	}
	return title
}

// searchNote returns how much has been found, and where.
func (l *Library) searchNote() string {
	f := &l.search
	if fold.NewQuery(f.query).Empty() {
		return strconv.Itoa(len(l.entries)) + " briefings"
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
	text := strconv.Itoa(hits) + " found in " + strconv.Itoa(holding) + " of " + strconv.Itoa(len(l.entries)) + " briefings"
	if f.next < len(l.entries) {
		text += ", " + strconv.Itoa(f.next) + " searched"
	}
	if unread > 0 {
		text += ", " + strconv.Itoa(unread) + " not readable"
	}
	return text
}

// nothingFound says why no hits are listed.
func (l *Library) nothingFound() string {
	switch f := &l.search; {
	case fold.NewQuery(f.query).Empty():
		return "Type what to look for in everything that the briefings in this folder say."
	case f.next < len(l.entries):
		return "searching…"
	}
	return "nothing found"
}

// StopSearching pauses the search until the list of hits is shown again.
func (l *Library) StopSearching() {
	l.search.shut = true
	l.search.end()
}

// HitsClosed goes back to where the search began.
func (l *Library) HitsClosed() tea.Cmd {
	l.StopSearching()
	back := l.search.back
	l.search.back = nil
	if back == nil {
		return nil
	}
	return back()
}

// ListHits opens the list of hits as it was left.
func (l *Library) ListHits() tea.Cmd {
	f := &l.search
	if f.picker == nil {
		l.Say("nothing has been searched for; " + l.Keys.Of("search") + " searches")
		return nil
	}
	f.shut = false
	l.Dialogs.Push(f.picker)
	return l.searchOn()
}
