package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/sample"
	"sitrep/data"
)

// benchSizes are the built-in briefing, as 0, and the generated ones.
var benchSizes = append([]int{0}, sample.Sizes...)

func benchDocument(b *testing.B, items int) *briefing.Document {
	b.Helper()
	if items == 0 {
		return parse(b, data.JSON, data.Name)
	}
	return parse(b, sample.JSON(items), "generated")
}

// keyBench is keys that lead back to where they began, from a section on.
type keyBench struct {
	name    string
	section int
	before  []string // keys to get there
	keys    []string // a round
}

var keyBenches = []keyBench{
	{"brief", 0, nil, []string{"j", "j", "ctrl+d", "}", "{", "G", "g"}},
	{"timeline", 1, nil, []string{"j", "j", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"lanes", 1, []string{"v"}, []string{"j", "j", "right", "right", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"zoom", 1, []string{"v"}, []string{"-", "-", "-", "+", "+", "+"}},
	{"matrix", 3, []string{"v"}, []string{"j", "j", "right", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"turn view", 3, []string{"G"}, []string{"v", "v"}},
	{"side by side", 3, []string{"{", "enter"}, []string{"j", "right", "left", "ctrl+d", "g"}},
	{"actors", 2, nil, []string{"j", "j", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"claims", 3, nil, []string{"j", "j", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"sources", 4, nil, []string{"j", "j", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"actor", 2, []string{"enter"}, []string{"j", "j", "ctrl+d", "}", "{", "G", "g"}},
	{"claim", 3, []string{"enter"}, []string{"j", "j", "ctrl+d", "}", "{", "G", "g"}},
	{"source", 4, []string{"enter"}, []string{"j", "j", "ctrl+d", "}", "{", "G", "g"}},
	{"open event", 1, []string{"G"}, []string{"enter", "esc"}},
	{"open actor", 2, nil, []string{"enter", "esc"}},
	{"open claim", 3, []string{"G"}, []string{"enter", "esc"}},
	{"open source", 4, nil, []string{"enter", "esc"}},
	{"jump", 3, []string{"G", "enter"}, []string{"enter", "ctrl+o"}},
	{"sibling", 2, []string{"enter"}, []string{"J", "K"}},
	{"sections", 0, nil, []string{"2", "3", "4", "5", "1"}},
	{"search", 4, nil, []string{"/", "b", "r", "i", "d", "g", "e", "esc"}},
	{"search hits", 3, []string{"/", "b", "r", "i", "d", "g", "e", "enter"}, []string{"n", "n", "N", "N"}},
	{"search everywhere", 0, []string{"/", "tab"}, []string{"b", "r", "i", "backspace", "backspace", "backspace"}},
}

// BenchmarkKeys is a key and the frame that it leads to, in every pane and
// page. cpu-ms-max is the processor time of the worst key of all.
func BenchmarkKeys(b *testing.B) {
	for _, items := range benchSizes {
		doc := benchDocument(b, items)
		for _, kb := range keyBenches {
			b.Run(fmt.Sprintf("%s/%d", kb.name, items), func(b *testing.B) { kb.run(b, doc) })
		}
	}
}

func (kb keyBench) run(b *testing.B, doc *briefing.Document) {
	a := New(doc, Options{})
	press := func(key string) {
		a.Update(keyPress(b, key))
		a.View()
	}
	a.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	a.at = kb.section
	a.View()
	for _, key := range kb.before {
		press(key)
	}
	for _, key := range kb.keys { // the first round makes what is kept
		press(key)
	}
	b.ReportAllocs()
	var all, worst time.Duration
	n := 0
	for b.Loop() {
		key := kb.keys[n%len(kb.keys)]
		n++
		start := sample.CPU()
		press(key)
		took := sample.CPU() - start
		all += took
		worst = max(worst, took)
	}
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 }
	b.ReportMetric(ms(all)/float64(n), "cpu-ms/key")
	b.ReportMetric(ms(worst), "cpu-ms-max")
}

// BenchmarkOpen is all that is done with a briefing that has been read, up to
// its first frame.
func BenchmarkOpen(b *testing.B) {
	for _, items := range benchSizes {
		doc := benchDocument(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			start := sample.CPU()
			for b.Loop() {
				a := New(doc, Options{})
				a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
				a.View()
			}
			b.ReportMetric((sample.CPU()-start).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}
