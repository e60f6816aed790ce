package tui

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/data"
	"sitrep/ui/tui/tuitest"
)

// benchSizes are the built-in briefing, as 0, and the generated ones.
var benchSizes = append([]int{0}, sample.Sizes...)

func benchDocument(b *testing.B, items int) *file.Document {
	b.Helper()
	if items == 0 {
		return tuitest.Parse(b, []byte(data.JSON), data.Name)
	}
	return tuitest.Parse(b, sample.JSON(items), "generated")
}

// keyBench is keys that lead back to where they began, from a section on.
type keyBench struct {
	name    string
	section int
	before  []string // keys to get there
	keys    []string // a round
}

// upAndDown are moves that most columns have.
var upAndDown = []string{"j", "j", "ctrl+d", "}", "{", "G", "k", "g"}

var keyBenches = []keyBench{
	{"brief", 0, nil, upAndDown},
	{"timeline", 1, nil, upAndDown},
	{"lanes", 1, []string{"v"}, []string{"j", "j", "right", "right", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"zoom", 1, []string{"v"}, []string{"-", "-", "-", "+", "+", "+"}},
	{"matrix", 3, []string{"v"}, []string{"j", "j", "right", "ctrl+d", "}", "{", "G", "k", "g"}},
	{"turn view", 3, []string{"G"}, []string{"v", "v"}},
	{"side by side", 3, []string{"{", "enter"}, []string{"j", "right", "left", "ctrl+d", "g"}},
	{"actors", 2, nil, upAndDown},
	{"claims", 3, nil, upAndDown},
	{"sources", 4, nil, upAndDown},
	{"judgment", 0, []string{"enter"}, upAndDown},
	{"event", 1, []string{"enter"}, upAndDown},
	{"actor", 2, []string{"enter"}, upAndDown},
	{"question", 3, []string{"enter"}, upAndDown},
	{"claim", 3, []string{"j", "enter"}, upAndDown},
	{"position", 3, []string{"j", "enter", "enter"}, upAndDown},
	{"passage", 3, []string{"j", "enter", "enter", "enter"}, upAndDown},
	{"source", 4, []string{"enter"}, upAndDown},
	{"open event", 1, []string{"G"}, []string{"enter", "esc"}},
	{"open actor", 2, nil, []string{"enter", "esc"}},
	{"open claim", 3, []string{"G"}, []string{"enter", "esc"}},
	{"open source", 4, nil, []string{"enter", "esc"}},
	{"jump", 3, []string{"G", "enter"}, []string{"enter", "ctrl+o"}},
	{"sibling", 2, []string{"enter"}, []string{"J", "K"}},
	{"sections", 0, nil, []string{"2", "3", "4", "5", "1"}},
	{"related", 2, []string{"."}, []string{"j", "ctrl+d", "G", "g"}},
	{"help", 0, []string{"?"}, []string{"j", "ctrl+d", "G", "g"}},
	{"palette", 0, []string{":"}, []string{"f", "i", "l", "backspace", "backspace", "backspace"}},
	{"search hits", 3, []string{"/", "b", "r", "i", "d", "g", "e", "enter"}, []string{"n", "n", "N", "N"}},
}

// BenchmarkKeys is a key and the frame that it leads to, in every section and
// page.
func BenchmarkKeys(b *testing.B) {
	for _, items := range benchSizes {
		doc := benchDocument(b, items)
		for _, kb := range keyBenches {
			b.Run(fmt.Sprintf("%s/%d", kb.name, items), func(b *testing.B) { kb.run(b, New(doc, Options{})) })
		}
	}
	b.Run("folder/200", func(b *testing.B) {
		keyBench{keys: upAndDown}.run(b, NewFolder(folderOf(b, reports(b, 200)), Options{}))
	})
}

func (kb keyBench) run(b *testing.B, a *App) {
	var times keyTimes
	times.answer(a, a.Init())
	a.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	times.press(b, a, strconv.Itoa(kb.section+1), false)
	for _, key := range slices.Concat(kb.before, kb.keys) { // the first round makes what is kept
		times.press(b, a, key, false)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		times.press(b, a, kb.keys[n%len(kb.keys)], true)
	}
	times.report(b)
}

// BenchmarkOpen is all that is done with a briefing that has been read, up to
// its first frame.
func BenchmarkOpen(b *testing.B) {
	for _, items := range benchSizes {
		doc := benchDocument(b, items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			start := processorTime()
			for b.Loop() {
				a := New(doc, Options{})
				a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
				a.View()
			}
			b.ReportMetric((processorTime()-start).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}
