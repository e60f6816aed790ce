package tui

import (
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/tuitest"
)

// BenchmarkStart is all that is done before the first frame, and that frame.
func BenchmarkStart(b *testing.B) {
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := file.Parse(data.JSON, data.Name, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	doc, err := file.Parse(data.JSON, data.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			briefing.NewIndex(doc.Briefing)
		}
	})
	b.Run("reader", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			New(doc, Options{})
		}
	})
	b.Run("first frame", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			a := New(doc, Options{})
			a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
			a.View()
		}
	})
}

// BenchmarkKey is a key and the frame that it leads to, in every section.
func BenchmarkKey(b *testing.B) {
	doc, err := file.Parse(data.JSON, data.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	for i, name := range reader.SectionNames() {
		b.Run(name, func(b *testing.B) {
			a := New(doc, Options{})
			a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
			a.Update(tuitest.Key(b, strconv.Itoa(i+1)))
			down, up := tuitest.Key(b, "j"), tuitest.Key(b, "g")
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				if n%30 == 29 {
					a.Update(up)
				} else {
					a.Update(down)
				}
				a.View()
			}
		})
	}
}
