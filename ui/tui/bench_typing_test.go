package tui

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/tuitest"
)

// typing is what is typed into a prompt, letter by letter, and taken out again
// the same way.
type typing struct {
	name    string
	section int
	open    []string // keys to get to the prompt
	words   []string
}

var (
	// soughtWords are common words and rare ones, phrases, capitals, accents and
	// what stands nowhere.
	soughtWords = []string{"bridge", "the", "e", "crews report", "Monday", "déadline", "xyz", "“urgent” contract steel"}
	// filterExpressions are terms of every sort.
	filterExpressions = []string{"actor:actor-7 stance:denies", "contested -tag:steel", "reliability:<C since:2010 until:2012-06",
		"bridge steel", `"crews report" ferry`, "flag:single-origin kind:person", "quote:missing credibility:>3"}
)

var typings = []typing{
	{"in a section", 4, []string{"/"}, soughtWords},
	{"in a page", 4, []string{"enter", "/"}, soughtWords},
	{"in a long page", 2, []string{"enter", "/"}, soughtWords},
	{"everywhere", 0, []string{"/", "tab"}, soughtWords},
	{"filter", 1, []string{"F"}, filterExpressions},
}

// BenchmarkTyping is a keystroke in a search or in the filter, with the frame
// that it leads to. The first keystroke of all, for which the text is folded if
// nothing was searched for before, is among them.
func BenchmarkTyping(b *testing.B) {
	for _, items := range benchSizes {
		doc := benchDocument(b, items)
		for _, t := range typings {
			b.Run(fmt.Sprintf("%s/%d", t.name, items), func(b *testing.B) { t.run(b, doc) })
		}
	}
}

func (t typing) run(b *testing.B, doc *file.Document) {
	a := New(doc, Options{})
	a.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	var times keyTimes
	times.press(b, a, strconv.Itoa(t.section+1), false)
	b.ReportAllocs()
	first := true
	for b.Loop() {
		for _, key := range t.open {
			times.press(b, a, key, first)
		}
		first = false
		for _, words := range t.words {
			letters := []rune(words)
			for _, letter := range letters {
				times.press(b, a, string(letter), true)
			}
			for range letters {
				times.press(b, a, "backspace", true)
			}
		}
		for range t.open {
			times.press(b, a, "esc", false)
		}
	}
	times.report(b)
}

// keyTimes are the processor times of keys.
type keyTimes struct {
	all    []time.Duration
	behind time.Duration // the longest time for what was worked out behind the frame
}

// press presses a key and draws what it leads to; counted says that it is one
// of those that are measured.
func (k *keyTimes) press(b *testing.B, a *App, key string, counted bool) {
	msg := tuitest.Key(b, key)
	took, cmd := k.send(a, msg)
	if counted {
		k.all = append(k.all, took)
	}
	k.answer(a, cmd)
}

// send has a message handled and the frame drawn that it leads to.
func (k *keyTimes) send(a *App, msg tea.Msg) (time.Duration, tea.Cmd) {
	start := processorTime()
	_, cmd := a.Update(msg)
	a.View()
	return processorTime() - start, cmd
}

// answer runs what Bubble Tea would run behind the frame, and sends what comes
// of it.
func (k *keyTimes) answer(a *App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			k.answer(a, c)
		}
	default:
		if msg == nil || !strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), "sitrep/") {
			return
		}
		took, next := k.send(a, msg)
		k.behind = max(k.behind, took)
		k.answer(a, next)
	}
}

func (k *keyTimes) report(b *testing.B) {
	slices.Sort(k.all)
	at := func(part float64) float64 {
		return k.all[max(int(math.Ceil(part*float64(len(k.all))))-1, 0)].Seconds() * 1000
	}
	b.ReportMetric(at(0.5), "cpu-ms-p50/key")
	b.ReportMetric(at(0.95), "cpu-ms-p95/key")
	b.ReportMetric(at(1), "cpu-ms-max/key")
	b.ReportMetric(k.behind.Seconds()*1000, "cpu-ms-max/answer")
	b.ReportMetric(0, "ns/op")
}
