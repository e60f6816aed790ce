package reader

import (
	"testing"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/data/notebook"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// largeWithNotes opens a large briefing with a note and a read mark on every item, or
// without a notebook.
func largeWithNotes(b *testing.B, notes bool) *tuitest.Driver {
	k := &kept{folder: b.TempDir()}
	doc, err := file.Parse(sample.JSON(10_000), "large.json", nil)
	if err != nil {
		b.Fatal(err)
	}
	var o Options
	if notes {
		store := k.store()
		o.File.Notebooks = store
		n := store.Open(doc.Briefing.ID)
		x := doc.Index()
		for ref, hash := range notebook.Hashes(x) {
			item := notebook.KeyOf(x, ref)
			n.AddNote(notebook.Note{On: item, Text: "A note on it."})
			n.SetRead(item, hash)
		}
		n.Take(n.Save()())
	}
	r := openIndexed(o.File.Indexed(doc, 50), o, style.Options{})
	r.notes.wait = 0
	d := tuitest.Drive(b, r, r.Screen, 120, 40)
	d.Drain(r.beginNotes(false))
	return d
}

// BenchmarkKeyWithNotes moves down the timeline, with and without 10,000 notes.
func BenchmarkKeyWithNotes(b *testing.B) {
	for name, notes := range map[string]bool{"with": true, "without": false} {
		b.Run(name, func(b *testing.B) {
			d := largeWithNotes(b, notes)
			d.Press("2")
			for b.Loop() {
				d.Press("j")
				d.Press("k")
			}
		})
	}
}
