package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/tuitest"
)

// mostForKey is the processor time that a key may take, with the frame that it
// leads to.
const mostForKey = 100 * time.Millisecond

// worstWays are what is pressed in a section of a reader of a worst file. After
// each of them, Esc leads back.
var worstWays = [][]string{
	{"j", "k", "ctrl+d", "pgdown", "pgup", "G", "k", "g", "}", "{"},
	{"enter", "j", "G", "k", "g", "pgdown", "J", "K", "}", "enter", "esc"},
	{"enter", "enter", "G", "g", "enter", "G"},
	{"G", "enter", "G", "g"},
	{"v", "j", "l", "G", "h", "g", "right", "down", "+", "+", "-", "-", "enter", "G", "esc", "v"},
	{".", "j", "a", "backspace", "enter"},
	{"G", ".", "j", "G"},
	{"/", "a", "b", "backspace", "backspace", "t", "h", "e", " ", "enter", "n", "n", "N"},
	{"/", "tab", "a", "backspace", "t", "h", "enter", "n", "N"},
	{"enter", "/", "a", "t", "backspace", "enter", "n"},
	{"F", "a", "c", "t", "o", "r", ":", "a", "0", "enter", "j", "G", "F", "ctrl+u", "enter"},
	{"x", "j", "enter"},
	{"enter", "x"},
	{"!", "j", "G", "a"},
	{"y", "enter"},
	{"enter", "y", "j"},
	{":", "a"},
	{"?", "a", "G"},
	{"D", "j"},
	{"o"},
}

// BenchmarkWorst presses every key in readers of the worst files, and tells the
// time of the one that takes longest. It fails where that is more than a key
// may take.
func BenchmarkWorst(b *testing.B) {
	for _, w := range sample.Worsts {
		b.Run(w.Name, func(b *testing.B) {
			doc, err := file.Parse([]byte(w.File(1e6)), "worst", nil)
			if err != nil {
				b.Skip(err) // the reader shows only that
			}
			for b.Loop() {
				r := worstRun{b: b}
				for section := range reader.SectionNames() {
					for _, way := range worstWays {
						r.walk(doc, section, way)
					}
				}
				b.ReportMetric(float64(r.opening.Microseconds())/1000, "open-cpu-ms")
				b.ReportMetric(float64(r.worst.Microseconds())/1000, "key-cpu-ms")
				b.ReportMetric(0, "ns/op")
				b.Log(r.at)
				if r.worst > mostForKey {
					b.Errorf("%s takes %v", r.at, r.worst)
				}
			}
		})
	}
}

// worstRun is the longest times so far.
type worstRun struct {
	b              *testing.B
	opening, worst time.Duration
	at             string
}

func (r *worstRun) walk(doc *file.Document, section int, way []string) {
	began := processorTime()
	a := New(doc, Options{})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	a.View()
	r.opening = max(r.opening, processorTime()-began)
	var times keyTimes
	times.answer(a, a.Init())
	for i, key := range append([]string{fmt.Sprint(section + 1)}, way...) {
		took, cmd := times.send(a, tuitest.Key(r.b, key))
		if took > mostForKey/10 && took > r.worst {
			r.worst, r.at = took, fmt.Sprint(section+1, way[:i])
		}
		times.answer(a, cmd)
	}
	if times.behind > r.worst {
		r.worst, r.at = times.behind, fmt.Sprint(section+1, way, " behind the frame")
	}
}
