package query

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/search"
)

// sizes are the numbers of items that are measured; the last comes with 10 MB
// of source text.
var sizes = []int{200, 2_000, 20_000}

// maker makes briefings in which words are as often as in English: some are
// everywhere, most are rare.
type maker struct {
	random *rand.Rand
	often  *rand.Zipf
	words  []string
}

func newMaker(seed uint64) *maker {
	m := &maker{random: rand.New(rand.NewPCG(seed, seed))}
	syllables := strings.Fields("ka ri to sen ment tion al re in de pro ta na ver is ing or at es er an ti on mo lu fe ga bri dé zo")
	const vocabulary = 5000
	m.words = strings.Fields("the of and to in a said that for is on was by with NATO Kyiv troops were from Monday")
	for len(m.words) < vocabulary {
		var w strings.Builder
		for range 1 + m.random.IntN(4) {
			w.WriteString(syllables[m.random.IntN(len(syllables))])
		}
		m.words = append(m.words, w.String())
	}
	const skew, flatness = 1.1, 3
	m.often = rand.NewZipf(m.random, skew, flatness, vocabulary-1)
	return m
}

func (m *maker) phrase(n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = m.words[m.often.Uint64()]
	}
	return strings.Join(w, " ")
}

func (m *maker) sentence() string {
	s := m.phrase(8 + m.random.IntN(16))
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func (m *maker) text(size int) string {
	var b strings.Builder
	for b.Len() < size {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(m.sentence() + " " + m.sentence() + " “" + m.sentence() + "”")
	}
	return b.String()
}

func (m *maker) date() edtf.Date {
	d, err := edtf.Parse(fmt.Sprintf("%d-%02d-%02d", 2000+m.random.IntN(25), 1+m.random.IntN(12), 1+m.random.IntN(28)))
	if err != nil {
		panic(err)
	}
	return d
}

func pick[T ~string](m *maker, s briefing.Scale[T]) T { return s[m.random.IntN(len(s))].Value }

func (m *maker) id(of string, n int) string { return fmt.Sprintf("%s-%d", of, m.random.IntN(n)) }

// large makes a briefing of so many items: a tenth actors, a tenth sources with
// 5 kB of text each, and events and claims, these with three positions each.
func (m *maker) large(items int) *briefing.Briefing {
	const textSize = 5000
	few, many := items/10, items*2/5
	b := &briefing.Briefing{ID: "large", Title: "Large", BottomLine: m.sentence()}
	for i := range few {
		b.Actors = append(b.Actors, briefing.Actor{ID: fmt.Sprintf("actor-%d", i), Name: m.phrase(2), Kind: pick(m, briefing.ActorKinds),
			Role: m.phrase(3), Country: "UA", Summary: m.sentence()})
		b.Sources = append(b.Sources, briefing.Source{ID: fmt.Sprintf("source-%d", i), Title: m.phrase(6), Kind: pick(m, briefing.SourceKinds),
			Publication: briefing.Publication{Publisher: m.phrase(2), Published: m.date()}, Status: pick(m, briefing.SourceStatuses),
			Grade: briefing.Grade{Reliability: pick(m, briefing.Reliabilities)}, Text: m.text(textSize)})
		if i%5 == 0 {
			b.Actors[i].PartOf = m.id("actor", few)
		}
	}
	for i := range many {
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprintf("event-%d", i), Title: m.phrase(7), When: briefing.When{Date: m.date(), Said: m.phrase(2)},
			Status: pick(m, briefing.EventStatuses), Certainty: pick(m, briefing.Certainties), Summary: m.sentence(), Place: m.phrase(1),
			Actors: []briefing.Participant{{Actor: m.id("actor", few)}, {Actor: m.id("actor", few), Role: m.phrase(1)}},
			Common: briefing.Common{Tags: []string{m.words[m.random.IntN(40)]}}, Evidence: []briefing.Evidence{m.evidence(few), m.evidence(few)}})
		if i%4 == 0 {
			b.Questions = append(b.Questions, briefing.Question{ID: fmt.Sprintf("question-%d", i), Text: m.sentence(), Status: briefing.QuestionOpen})
		}
		q := &b.Questions[len(b.Questions)-1]
		c := briefing.Claim{ID: fmt.Sprintf("claim-%d", i), Text: m.sentence()}
		for range 3 {
			c.Positions = append(c.Positions, briefing.Position{Holder: m.id("actor", few), Stance: pick(m, briefing.Stances), Said: m.date(),
				Hedge: pick(m, briefing.Hedges), Credibility: 1 + m.random.IntN(6), Evidence: []briefing.Evidence{m.evidence(few)}})
		}
		q.Claims = append(q.Claims, c)
	}
	return b
}

func (m *maker) evidence(sources int) briefing.Evidence {
	return briefing.Evidence{Source: m.id("source", sources), Quote: m.phrase(12)}
}

func newLarge(items int) *Filter {
	s := search.New(briefing.NewIndex(newMaker(1).large(items)))
	s.Prepare()
	f := NewFilter(s)
	f.Select(mustParse(&testing.B{}, "a"))
	return f
}

// stopwatch notes how long each keystroke takes.
type stopwatch struct{ times []time.Duration }

func (s *stopwatch) time(keystroke func()) {
	start := time.Now()
	keystroke()
	s.times = append(s.times, time.Since(start))
}

func (s *stopwatch) report(b *testing.B) {
	slices.Sort(s.times)
	at := func(part float64) float64 {
		i := int(math.Ceil(part*float64(len(s.times)))) - 1
		return float64(s.times[max(0, i)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "ms-median/key")
	b.ReportMetric(at(0.95), "ms-p95/key")
	b.ReportMetric(0, "ns/op")
}

// What is typed into the search, a letter at a time.
var searched = []string{"nato", "Kyiv", "troops were", "the", "mention", "brigade", "zzz", "Dézo", "said that for is", "x"}

func BenchmarkSearch(b *testing.B) {
	for _, items := range sizes {
		f := newLarge(items)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			var watch stopwatch
			for b.Loop() {
				for _, words := range searched {
					for n := range words {
						watch.time(func() {
							r := f.searcher.Find(words[:n+1], search.Everywhere)
							const shown = 40
							for i := range min(r.Len(), shown) {
								_ = r.At(i)
							}
						})
					}
				}
			}
			watch.report(b)
		})
	}
}

// What is typed into the filter, a letter at a time.
var filtered = []string{
	"actor:actor-7 stance:denies", "contested -tag:the", "reliability:<C since:2010 until:2012-06", "nato kyiv troops", `"said that" mention`,
	"flag:single-origin kind:person status:expected,open", "quote:missing credibility:>3", "-zo -ka -ri country:ua",
}

func BenchmarkFilter(b *testing.B) {
	for _, items := range sizes {
		f := newLarge(items)
		f.Select(mustParse(b, "flag:single-origin quote:missing")) // what is worked out once, when the briefing is opened
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			b.ReportAllocs()
			var watch stopwatch
			for b.Loop() {
				f.cache.words = nil
				for _, expr := range filtered {
					for n := range expr {
						watch.time(func() { keystroke(f, expr[:n+1]) })
					}
				}
			}
			watch.report(b)
		})
	}
}

// keystroke is what a prompt does for one.
func keystroke(f *Filter, expr string) {
	f.Complete(expr, len(expr))
	q, err := Parse(expr)
	if err != nil {
		return
	}
	if f.Check(q) == nil {
		s := f.Select(q)
		s.Count(briefing.KindEvent)
	}
}

func BenchmarkPrepare(b *testing.B) {
	for _, items := range sizes {
		x := briefing.NewIndex(newMaker(1).large(items))
		b.Run(fmt.Sprint("search/", items), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				search.New(x).Prepare()
			}
		})
		s := search.New(x)
		s.Prepare()
		b.Run(fmt.Sprint("filter/", items), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f := NewFilter(s)
				f.Prepare()
			}
		})
	}
}

// A large briefing is found in and filtered as a small one is.
func TestLarge(t *testing.T) {
	f := newLarge(sizes[1])
	for _, expr := range filtered {
		s := f.Select(mustParse(t, expr))
		for _, c := range f.lists.claims {
			if got, want := s.Keep(f.items[c.item]), slices.ContainsFunc(f.x.StandsOn(c.is.ID), func(p briefing.Stand) bool { return s.Keep(p.Ref()) }); got != want {
				t.Fatalf("%s: claim %s kept: %v", expr, c.is.ID, got)
			}
		}
	}
}
