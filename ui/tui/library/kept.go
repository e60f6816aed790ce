package library

import (
	"sitrep/briefing/search"
	"sitrep/ui/tui/screen"
)

// maxKept is the limit for what is kept of a folder in memory, in bytes of
// files. A file takes four to five times its size in memory. Once searched, it
// takes another three times its size and counts twice. What is beyond the limit
// is read again when it is opened or searched.
const maxKept = 24 << 20

// keepRead keeps an entry that has been read, if there is room or it is wanted
// now. e is nil if it cannot be read.
func (l *Library) keepRead(b *entry, e *screen.Indexed, wanted bool) {
	l.free(b)
	if e != nil && (wanted || l.kept+b.Size <= maxKept) {
		l.keep(b, e)
	} else if b.left != nil {
		b.left.Forget()
	}
}

// keep keeps the indexed document of an entry in place of the one before.
func (l *Library) keep(b *entry, e *screen.Indexed) {
	if b.indexed == nil {
		l.kept += b.Size
	}
	b.indexed = e
	if b.searcher != nil && b.searcher.Index().Briefing != e.Doc.Briefing {
		l.dropSearcher(b)
	}
	if b.left != nil {
		b.left.Follow(e.Index)
	}
}

// keepSearcher keeps the searcher of an entry, if the entry is kept and there
// is room.
func (l *Library) keepSearcher(b *entry, with *search.Searcher) {
	if b.indexed == nil || with == nil || with.Index().Briefing != b.indexed.Doc.Briefing {
		return
	}
	l.dropSearcher(b)
	if l.kept+b.Size <= maxKept {
		l.kept += b.Size
		b.searcher = with
	}
}

// free frees what is kept of an entry, except the place where it was left.
func (l *Library) free(b *entry) {
	l.dropSearcher(b)
	if b.indexed != nil {
		l.kept -= b.Size
	}
	b.indexed = nil
}

func (l *Library) dropSearcher(b *entry) {
	if b.searcher != nil {
		l.kept -= b.Size
	}
	b.searcher = nil
}
