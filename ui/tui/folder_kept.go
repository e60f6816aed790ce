package tui

import "sitrep/briefing/search"

// maxKept is how much of a folder is kept in memory when it has been read: in
// bytes of files, which take four to five times as much, and of files that have
// been searched, for which what finds in them takes three times as much more and
// counts as much again. What is beyond is read again when it is opened or
// searched.
const maxKept = 24 << 20

// keepRead keeps a book that has been read, if there is room for it or it is
// wanted now. e is nil where it cannot be read.
func (s *shelf) keepRead(b *book, e *edition, wanted bool) {
	left := b.left
	s.drop(b)
	if e != nil && (wanted || s.kept+b.Size <= maxKept) {
		b.left = left
		s.keep(b, e)
	}
}

// keep keeps an edition of a book, in the place of the one that was kept.
func (s *shelf) keep(b *book, e *edition) {
	if b.edition == nil {
		s.kept += b.Size
	}
	b.edition = e
	if b.searcher != nil && b.searcher.Index().Briefing != e.doc.Briefing {
		s.dropSearcher(b)
	}
	if b.left.index != nil {
		for i := range b.left.places {
			b.left.places[i].follow(b.left.index, e.index)
		}
		b.left.index = e.index
	}
}

// keepSearcher keeps what a book has been searched with, if the book is kept and
// there is room.
func (s *shelf) keepSearcher(b *book, with *search.Searcher) {
	if b.edition == nil || with == nil || with.Index().Briefing != b.edition.doc.Briefing {
		return
	}
	s.dropSearcher(b)
	if s.kept+b.Size <= maxKept {
		s.kept += b.Size
		b.searcher = with
	}
}

// drop frees what is kept of a book.
func (s *shelf) drop(b *book) {
	s.dropSearcher(b)
	if b.edition != nil {
		s.kept -= b.Size
	}
	b.edition, b.left.index = nil, nil
}

func (s *shelf) dropSearcher(b *book) {
	if b.searcher != nil {
		s.kept -= b.Size
	}
	b.searcher = nil
}
