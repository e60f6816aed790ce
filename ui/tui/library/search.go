package library

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
	"sitrep/data/library"
	"sitrep/ui/tui/dialog"
)

const (
	// maxHits is the limit of listed hits, and maxHitsEach that of one briefing.
	maxHits     = 100
	maxHitsEach = 20
	// maxUnread is the limit of listed files that cannot be read.
	maxUnread = 20
)

// foundMsg has what a search has found. The number is that of the search.
type foundMsg struct {
	number int
	found  found
}

// Search lists the hits in all briefings of the folder. back, if it is not nil, is
// called when the list of hits is closed.
func (l *Library) Search(typed string, back func() tea.Cmd) tea.Cmd {
	l.search.end()
	l.search = folderSearch{number: l.Serial(), back: back}
	p := dialog.FolderHits(l.searchNote, func(string) fold.Query { return l.search.found.marks }, func(p *dialog.Picker, typed string) ([]dialog.EntryHits, bool) {
		l.search.query = typed
		p.Title, p.None = l.searchTitle(), l.nothingFound()
		return l.search.found.entries, l.search.found.of != typed
	})
	l.search.picker, l.from = p, p
	l.Dialogs.Push(p.Type(typed))
	return l.searchOn()
}

// end stops the search.
func (f *folderSearch) end() {
	if f.stop != nil {
		f.stop()
	}
	f.running = false
}

// searchOn searches for what has been typed. It returns nil if that has been
// searched for already.
func (l *Library) searchOn() tea.Cmd {
	f := &l.search
	if f.picker == nil || f.shut || f.query == f.asked && (f.running || !f.outdated) {
		return nil
	}
	f.end()
	f.asked, f.outdated = f.query, false
	f.number = l.Serial()
	if strings.TrimSpace(f.query) == "" {
		f.found = found{of: f.query}
		f.picker.Renew()
		return nil
	}
	f.running = true
	var ctx context.Context
	ctx, f.stop = context.WithCancel(l.Context)
	number, folder, unread := f.number, l.Folder, l.unreadable(f.query)
	typed := f.query
	return func() tea.Msg { return foundMsg{number, folder.find(ctx, typed, unread)} }
}

// unreadable returns the files with such a name that cannot be read.
func (l *Library) unreadable(typed string) dialog.EntryHits {
	out := dialog.EntryHits{Heading: "Cannot be read"}
	name := fold.NewQuery(typed)
	for i := range l.entries() {
		if e := &l.entries()[i]; e.Why != "" && e.Withheld == "" && len(out.Hits) < maxUnread && name.In(clean.Line(e.File)) {
			out.Hits = append(out.Hits, dialog.EntryHit{Name: e.File, ItemName: "cannot be read: " + e.Why})
		}
	}
	return out
}

// find searches the index until ctx is done.
func (f *Folder) find(ctx context.Context, typed string, unread dialog.EntryHits) found {
	out := found{of: typed, marks: marksOf(typed)}
	q, err := library.Parse(typed, true)
	if err != nil {
		out.err = err
		return out
	}
	out.err = f.Index.Search(ctx, q, func(h *library.Hit) bool {
		if out.hits == maxHits {
			out.cut = true
			return false
		}
		out.add(h)
		return true
	})
	if len(unread.Hits) > 0 {
		out.entries = append(out.entries, unread)
	}
	return out
}

// add adds a hit under its briefing, unless that has enough.
func (f *found) add(h *library.Hit) {
	if n := len(f.entries); n == 0 || f.entries[n-1].Hits[0].Name != h.File {
		f.entries = append(f.entries, dialog.EntryHits{Heading: headingOf(h)})
		f.labels = append(f.labels, h.TLP)
	}
	e := &f.entries[len(f.entries)-1]
	if len(e.Hits) == maxHitsEach {
		if !strings.HasSuffix(e.Heading, firstOnly) {
			e.Heading += firstOnly
		}
		f.short = true
		return
	}
	f.hits++
	e.Hits = append(e.Hits, dialog.EntryHit{Hit: h.Hit, Name: h.File, ItemName: h.ItemName, Marking: h.Marking})
}

// firstOnly ends the name of a briefing with more hits than are listed.
var firstOnly = fmt.Sprintf("  (first %d)", maxHitsEach)

// headingOf returns the name of a briefing with its date and label.
func headingOf(h *library.Hit) string {
	parts := []string{h.Title}
	if date, err := edtf.Parse(h.AsOf); err == nil {
		parts = append(parts, "as of "+date.Words())
	}
	return strings.Join(append(parts, h.TLP.String(), clean.Line(h.File)), ", ")
}

// marksOf returns what is highlighted in the hits of an expression: its first
// words.
func marksOf(expression string) fold.Query {
	if q, err := query.Parse(expression); err == nil {
		for _, c := range q.Conditions() {
			if c.Words != "" && !c.Negated {
				return fold.NewQuery(c.Words)
			}
		}
	}
	return fold.NewQuery("")
}

// searched shows the hits.
func (l *Library) searched(msg foundMsg) {
	f := &l.search
	if msg.number != f.number || errors.Is(msg.found.err, context.Canceled) {
		return
	}
	f.running = false
	f.found = msg.found
	f.picker.Renew()
}

// searchTitle returns what is searched, with the highest label of what is
// listed.
func (l *Library) searchTitle() string {
	title := "Search all briefings in " + l.Name
	if labels := l.search.found.labels; len(labels) > 0 {
		title += ", " + briefing.HigherTLP(labels...).String()
	}
	return title
}

// searchNote returns how much has been found, and in how much of the folder.
func (l *Library) searchNote() string {
	f := &l.search
	text := ""
	switch {
	case strings.TrimSpace(f.query) == "":
		text = briefing.Counted(len(l.listing.counts), "briefing", "briefings")
	case f.found.err != nil:
		return "nothing searched"
	case f.found.cut:
		text = "first " + strconv.Itoa(maxHits) + ", newest first"
	default:
		if f.found.short {
			text = "first "
		}
		text += strconv.Itoa(f.found.hits) + " found in " + briefing.Counted(len(f.found.labels), "briefing", "briefings")
	}
	if reading := l.reading(); reading != "" {
		text += ", still " + reading
	}
	return text
}

// nothingFound says why no hits are listed.
func (l *Library) nothingFound() string {
	switch f := &l.search; {
	case strings.TrimSpace(f.query) == "":
		return `Type what to look for in all briefings of this folder: words, "a phrase", begin*, or what the filter takes, such as actor:nato stance:denies.`
	case f.query != f.asked || f.running:
		return "searching…"
	case f.found.err != nil:
		return explain(f.found.err)
	}
	return "nothing found"
}

// explain says what is wrong with an expression, and what to do.
func explain(err error) string {
	if e, ok := errors.AsType[*query.Error](err); ok {
		if e.Hint != "" {
			return e.Problem + "; " + e.Hint
		}
		return e.Problem
	}
	return file.WhyUnreadable(err)
}

// StopSearching pauses the search until the list of hits is shown again.
func (l *Library) StopSearching() {
	f := &l.search
	if f.running {
		f.end()
		f.asked = ""
	}
	f.shut = true
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
	if l.search.picker == nil {
		l.Say("nothing has been searched for; " + l.Keys.Of("search") + " searches")
		return nil
	}
	l.from = l.search.picker
	return l.GoBackToHits()
}

// GoBackToHits opens the list from which the last hit was opened.
func (l *Library) GoBackToHits() tea.Cmd {
	l.Dialogs.Push(l.from)
	l.search.shut = l.from != l.search.picker
	return l.searchOn()
}
