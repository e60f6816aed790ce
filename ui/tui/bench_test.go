package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
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
	for i, p := range sectionKinds {
		b.Run(p.name, func(b *testing.B) {
			a := New(doc, Options{})
			a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
			a.at = i
			down, up := keyPress(b, "j"), keyPress(b, "g")
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
