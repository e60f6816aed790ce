package linear

import (
	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/data/notebook"
)

// beginNotes reads the notebook, and finds out what is new since the briefing was read
// last.
func (r *Reader) beginNotes(store *notebook.Store) {
	if store == nil || r.source.Piped {
		return
	}
	book := store.Open(r.doc.Briefing.ID)
	if book == nil {
		return
	}
	r.notes.book = book
	if load := book.Load(); load != nil {
		book.Take(load())
	}
	r.compareNotes()
}

// compareNotes compares the briefing with the notebook and with what was read last.
func (r *Reader) compareNotes() {
	book, limit := r.notes.book, r.doc.Withheld.Limit
	if book == nil {
		return
	}
	b := &notebook.Beside{Book: book, Index: r.full, Limited: limit != "", Hashes: notebook.Hashes(r.full)}
	digest := notebook.Digest(r.doc.Briefing, b.Hashes)
	last, _ := book.Folder().LastRead(r.doc.Briefing.ID, limit, digest) // without it nothing is new
	b.Since = last.When
	r.notes.last = last.Briefing
	if last.Briefing != nil {
		b.Added, b.Changed = notebook.News(diff.Compare(briefing.NewIndex(last.Briefing), r.full))
	}
	_ = book.Folder().KeepRead(r.doc.Briefing, limit, digest, last) // the next time it is compared with an older one
	r.notes.beside = b
	r.full.SetRemarks(b)
	if r.index != r.full {
		r.index.SetRemarks(b)
	}
}

func (r *Reader) key(ref briefing.Ref) string { return notebook.KeyOf(r.full, ref) }

// haveRead keeps that an item has been opened.
func (r *Reader) haveRead(ref briefing.Ref) {
	n := &r.notes
	if n.beside == nil {
		return
	}
	hash, known := n.beside.Hashes[ref]
	if !known || !notebook.Readable(ref.Kind) || n.beside.Freshness(ref) == briefing.Read {
		return
	}
	if n.beside.Limited && n.book.ReadAs(r.key(ref)) != "" {
		delete(n.beside.Changed, ref) // the hash of a part is not that of the whole
		return
	}
	n.book.SetRead(r.key(ref), hash)
}

// kept saves what has been kept, and makes the pages that show it again. That nothing can
// be written is said once.
func (r *Reader) kept() {
	r.relist(same)
	save := r.notes.book.Save()
	if save == nil {
		return
	}
	result := save()
	r.notes.book.Take(result)
	if result.Aside != "" {
		r.line(sentence("The notebook that could not be read is kept as " + clean.Line(result.Aside)))
	}
	if result.Err != nil && !r.notes.told {
		r.notes.told = true
		r.line(sentence("The notebook cannot be written: " + clean.Line(result.Err.Error()) + "; what you keep stays in memory"))
	}
}
