package reader

import (
	"sitrep/briefing"
	"sitrep/data/notebook"
)

// turnRead marks the item as read, or as unread if it has been read.
func (r *Reader) turnRead() {
	ref, ok := r.noteItem()
	if !ok {
		return
	}
	n := &r.notes
	hash, known := n.hashes[ref]
	switch {
	case !notebook.Readable(ref.Kind):
		r.Say("a " + ref.Kind.String() + " is read with what it belongs to")
		return
	case !known || !n.book.Loaded():
		r.Say("the notebook is still being read")
		return
	case n.Freshness(ref) == briefing.Read:
		hash = ""
	}
	n.recounted(ref, func() { n.book.SetRead(n.key(ref), hash) })
	r.remarked(ref)
	if hash == "" {
		r.Say("marked as unread")
	} else {
		r.Say("marked as read")
	}
}

// noteItem returns the item that something is to be kept about: that of the open page,
// or else the one under the cursor. If there is none, or no notebook, it says so.
func (r *Reader) noteItem() (ref briefing.Ref, ok bool) {
	if !r.hasNotebook() {
		return ref, false
	}
	t := r.openItem()
	if t.Ref.Kind == briefing.KindNone {
		t = r.subject()
	}
	if t.Ref.Kind == briefing.KindNone {
		r.Say("no item here")
		return ref, false
	}
	return t.Ref, true
}

// hasNotebook reports whether there is a notebook, and says why not.
func (r *Reader) hasNotebook() bool {
	switch {
	case r.notes.book != nil:
		return true
	case r.file.Notebooks != nil:
		r.Say("no notebook can be kept: the id of the briefing is not valid")
	case r.file.Path == "" && r.file.Text != nil:
		r.Say("a briefing from standard input has no notebook")
	default:
		r.Say("there is no notebook: it is off, or there is no folder for it")
	}
	return false
}
