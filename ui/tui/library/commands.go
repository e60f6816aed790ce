package library

// All IO of the list is in commands. A command changes no state, and answers
// with one message.

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
	// listedMsg has the files of a folder, and entryMsg the contents of one of
	// them. The number is that of the list.
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
	// foundMsg has the hits for a query in successive entries of a folder. The
	// number is that of the search.
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

// rowOf returns the row of the list for a file.
func rowOf(name string, e *screen.Indexed, err error) file.FolderEntry {
	if err != nil {
		return file.UnreadableEntry(name, err)
	}
	return file.NewFolderEntry(name, e.Doc, e.Index, e.Doc.Problems)
}

// searchFor is how long entries are searched before the hits are reported.
const searchFor = 40 * time.Millisecond

// searchEntries searches entries one after the other until ctx is done or
// searchFor has passed with something to report. Unless it is stopped, it
// answers for at least the first one.
func searchEntries(ctx context.Context, number int, query string, jobs []searchJob) tea.Cmd {
	return func() tea.Msg {
		msg := foundMsg{number: number}
		for begun := time.Now(); len(msg.found) < len(jobs) && ctx.Err() == nil && time.Since(begun) < searchFor; {
			msg.found = append(msg.found, jobs[len(msg.found)].search(query))
		}
		return msg
	}
}

// search searches an entry. An entry that is not kept in memory is read, and
// not kept afterwards either.
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
	if j.searcher == nil { // another goroutine uses the index on the screen
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
		// A slice of the file's text would keep all of it in memory.
		h.Text, h.Ref.ID = strings.Clone(h.Text), strings.Clone(h.Ref.ID)
		out.first = append(out.first, dialog.EntryHit{Hit: h, ItemName: strings.Clone(x.Name(h.Ref)), Marking: strings.Clone(page.Marking(x, h.Ref))})
	}
	return out
}
