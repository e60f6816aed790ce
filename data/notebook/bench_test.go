package notebook

import (
	"fmt"
	"testing"
)

// manyNotes returns a notebook with n notes, marks and items that have been read.
func manyNotes(t testing.TB, f Folder, n int) *Notebook {
	book := opened(t, f, "many")
	for i := range n {
		item := fmt.Sprintf("item-%d", i)
		book.AddNote(Note{On: item, Written: "2026-11-24T09:30:00Z", Text: "A note of about a hundred characters, which is what people write, with a comma or two, and a full stop."})
		book.SetRead(item, "abcdefghijkl")
		book.SetMark(item, true)
	}
	saved(t, book)
	return book
}

func BenchmarkOpen(b *testing.B) {
	f := tempFolder(b)
	manyNotes(b, f, 10_000)
	for b.Loop() {
		f.Open("many")
	}
}

func BenchmarkLoad(b *testing.B) {
	f := tempFolder(b)
	n := manyNotes(b, f, 10_000)
	for b.Loop() {
		n.Take(n.Load()())
	}
}

func BenchmarkSave(b *testing.B) {
	f := tempFolder(b)
	n := manyNotes(b, f, 10_000)
	on := false
	for b.Loop() {
		on = !on
		n.SetMark("x", on)
		saved(b, n)
	}
}

// BenchmarkKey is what a key pays for: a change, and the notes on an item.
func BenchmarkKey(b *testing.B) {
	f := tempFolder(b)
	n := manyNotes(b, f, 10_000)
	on := false
	for b.Loop() {
		on = !on
		n.SetMark("x", on)
		n.NotesOn("item-77")
		n.pending, n.done = n.pending[:0], n.done[:0]
	}
}
