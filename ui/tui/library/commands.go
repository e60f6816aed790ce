package library

// The rule of this file: all IO of the list is in commands; a command changes no
// state, and answers with one message.

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// Results of commands.
type (
	// listedMsg is what is in a folder; entryMsg what one of its files holds. The
	// number is that of the list.
	listedMsg struct {
		number int
		files  []file.FolderFile
		more   int
		err    error
	}
	entryMsg struct {
		number  int
		entry   *entry
		indexed *screen.Indexed
		err     error
	}
	// foundMsg is what entries of a folder hold of a query, one after the other.
	// The number is that of the search.
	foundMsg struct {
		number int
		found  []entryHits
	}
)

func listFolder(number int, list func() ([]file.FolderFile, int, error)) tea.Cmd {
	return func() tea.Msg {
		files, more, err := list()
		return listedMsg{number, files, more, err}
	}
}

// readEntry reads a file of a folder.
func readEntry(number int, b *entry) tea.Cmd {
	f := b.file
	return func() tea.Msg {
		e, err := f.Read()
		return entryMsg{number, b, e, err}
	}
}

// rowOf returns what the list says of a file.
func rowOf(name string, e *screen.Indexed, err error) file.FolderEntry {
	if err != nil {
		return file.UnreadableEntry(name, err)
	}
	return file.NewFolderEntry(name, e.Doc, e.Index, e.Doc.Problems)
}

// searchFor is how long entries are searched before what has been found is told.
const searchFor = 40 * time.Millisecond

// searchEntries looks for a query in entries, one after the other, until it is told
// to stop or has something to tell. It answers for the first one at least,
// unless it is stopped.
func searchEntries(ctx context.Context, number int, query string, jobs []searchJob) tea.Cmd {
	return func() tea.Msg {
		msg := foundMsg{number: number}
		for begun := time.Now(); len(msg.found) < len(jobs) && ctx.Err() == nil && time.Since(begun) < searchFor; {
			msg.found = append(msg.found, jobs[len(msg.found)].search(query))
		}
		return msg
	}
}

// search looks for a query in an entry. One that is not kept is read, and not
// kept now either.
func (j searchJob) search(query string) entryHits {
	q := fold.NewQuery(query)
	out := entryHits{entry: j.entry, why: j.why, named: q.In(clean.Line(j.entry.Name))}
	if j.why != "" {
		return out
	}
	b := j.kept
	if b == nil {
		doc, err := j.entry.file.Load()
		if err != nil {
			out.why = file.WhyUnreadable(err)
			return out
		}
		b = doc.Briefing
	}
	if j.searcher == nil { // the index that is shown serves another goroutine
		j.searcher = search.New(briefing.NewIndex(b))
	}
	if j.kept != nil {
		out.searcher = j.searcher
	}
	x := j.searcher.Index()
	out.named = out.named || q.In(x.Briefing.Title)
	results := j.searcher.Find(query, search.Everywhere)
	out.hits = results.Len()
	for i := range min(out.hits, maxHitsEach) {
		h := results.At(i)
		// What is cut from the file keeps all of it in memory.
		h.Text, h.Ref.ID = strings.Clone(h.Text), strings.Clone(h.Ref.ID)
		out.first = append(out.first, dialog.EntryHit{Hit: h, ItemName: strings.Clone(x.Name(h.Ref)), Marking: strings.Clone(page.Marking(x, h.Ref))})
	}
	return out
}
