package export

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data"
)

// visible returns the words of a page outside of closed elements.
func visible(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		closed := n.Data == "details" && n.Type == html.ElementNode && !has(n, "open") && c.Data != "summary"
		switch {
		case closed, c.Data == "style", c.Data == "head":
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		default:
			b.WriteString(visible(c))
		}
	}
	return b.String()
}

func has(n *html.Node, attribute string) bool {
	for _, a := range n.Attr {
		if a.Key == attribute {
			return true
		}
	}
	return false
}

// TestHTMLShortAndFull tests that the short parts are open and the rest is
// closed unless Full is set, with the same words in both.
func TestHTMLShortAndFull(t *testing.T) {
	short := parseHTML(t, htmlOf(t, &Request{Index: sample(t)}))
	full := parseHTML(t, htmlOf(t, &Request{Index: sample(t), Full: true}))
	if a, b := visible(short), visible(full); len(a) > len(b)/2 {
		t.Errorf("%d of %d characters are open", len(a), len(b))
	}
	x := sample(t)
	open := words(visible(short))
	var want []string
	for _, q := range x.Briefing.Questions {
		want = append(want, q.Text)
		for _, c := range q.Claims {
			want = append(want, c.Text)
		}
	}
	for _, e := range x.Events() {
		want = append(want, e.Title)
	}
	for _, s := range x.Briefing.Sources {
		want = append(want, s.Title, briefing.Reliabilities.Label(s.Grade.Reliability))
	}
	for _, s := range want {
		if !strings.Contains(open, words(s)) {
			t.Errorf("%q is not open", s)
		}
	}
	for _, s := range []string{"In office since the election", "Mayor Holm", "Passages cited"} {
		if strings.Contains(open, s) || !strings.Contains(words(visible(full)), s) {
			t.Errorf("%q is open, or missing in full", s)
		}
	}
}

// TestHTMLQuotesOnce tests that each quote is written once outside of the texts
// of sources, both with and without the sources.
func TestHTMLQuotesOnce(t *testing.T) {
	built, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := built.Index()
	for name, r := range map[string]*Request{
		"whole":    {Index: x},
		"full":     {Index: x, Full: true},
		"claims":   {Index: x, Only: []briefing.Part{briefing.PartClaims}},
		"filtered": {Index: x, Keep: func(r briefing.Ref) bool { return r.Kind == briefing.KindEvent }},
	} {
		quotes := map[string]int{}
		for d := range parseHTML(t, htmlOf(t, r)).Descendants() {
			if d.Data == "q" && d.Parent.Data == "li" {
				quotes[textOf(d)]++
			}
		}
		if len(quotes) == 0 {
			t.Errorf("%s has no quotes", name)
		}
		for i := range x.Passages {
			q := "“" + x.Passages[i].Evidence.Quote + "”"
			if n := quotes[q]; n != 1 && (n != 0 || name == "whole" || name == "full") {
				t.Errorf("%s has %s %d times", name, q, n)
			}
		}
	}
}

// TestHTMLLanes tests that each event with a date is drawn once in the lane of
// each of its actors, with its title and date, and that the cut-off is drawn.
func TestHTMLLanes(t *testing.T) {
	b := sampleBriefing(t)
	for i := range b.Events {
		b.Events[i].Actors = []briefing.Participant{{Actor: b.Actors[i%2].ID}}
	}
	x := indexOf(b)
	page := htmlOf(t, &Request{Index: x, Only: []briefing.Part{briefing.PartTimeline}})
	if f := faults(t, page); len(f) > 0 {
		t.Error(f)
	}
	drawn := map[string]int{}
	for d := range parseHTML(t, page).Descendants() {
		if d.Data == "title" && d.Parent.Data == "a" {
			drawn[d.FirstChild.Data]++
		}
	}
	for _, e := range x.Events() {
		want := strings.TrimSpace(x.Portion(briefing.Ref{Kind: briefing.KindEvent, ID: e.ID}) + " " + e.Title + ", " + e.When.Date.Words())
		if n := drawn[want]; n != 1 && !e.When.Date.IsZero() {
			t.Errorf("%s is in the lanes %d times: %v", want, n, drawn)
		}
	}
	if rules, lanes := strings.Count(page, `<line class="cut"`), strings.Count(page, `<svg class="lane"`); rules != lanes || lanes < 2 {
		t.Errorf("%d of %d drawings have the cut-off", rules, lanes)
	}
}

// TestHTMLLanesToScale tests that distances between events are proportional to
// their days, also across the cut-off, unless time is left out between them.
func TestHTMLLanesToScale(t *testing.T) {
	b := &briefing.Briefing{AsOf: parsed(t, "2024-10-10"), Actors: []briefing.Actor{{ID: "a", Name: "A"}}}
	for _, day := range []string{"2020", "2024-10-01", "2024-10-03", "2024-10-05", "2024-10-07", "2024-10-13", "2024-10-15"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + day, Title: day, When: briefing.When{Date: parsed(t, day)}, Actors: []briefing.Participant{{Actor: "a"}}})
	}
	x := indexOf(b)
	c, ok := laneChartOf(x, x.Events())
	if !ok {
		t.Fatal("there are no lanes")
	}
	marks := c.marksOf(x.TookPart("a"))
	at := map[string]int{}
	for _, m := range marks {
		at[m.event.Title] = m.x
	}
	const off = 1 // by rounding
	two := at["2024-10-03"] - at["2024-10-01"]
	for from, to := range map[string]string{"2024-10-03": "2024-10-05", "2024-10-05": "2024-10-07", "2024-10-13": "2024-10-15"} {
		if got := at[to] - at[from]; got < two-off || got > two+off {
			t.Errorf("%s is %d after %s, not %d: %v", to, got, from, two, at)
		}
	}
	if got, want := at["2024-10-13"]-at["2024-10-07"], 3*two+laneCut; got < want-off*2 || got > want+off*2 {
		t.Errorf("six days over the cut-off are %d wide, not %d: %v", got, want, at)
	}
	if got := at["2024-10-01"] - at["2020"]; got > laneShort+laneBreak {
		t.Errorf("years without events are %d wide: %v", got, at)
	}
}

// TestHTMLLanesFit has more events and actors than fit: signs must not overlap,
// and what is left out is counted.
func TestHTMLLanesFit(t *testing.T) {
	const events = 200
	b := sampleBriefing(t)
	for i := range events {
		e := briefing.Event{ID: "more-" + strconv.Itoa(i), Title: "More", Status: briefing.EventOccurred}
		e.When.Date = b.AsOf
		if i%2 == 0 {
			e.When.Date = b.Issued
		}
		for j := range b.Actors {
			e.Actors = append(e.Actors, briefing.Participant{Actor: b.Actors[j].ID})
		}
		b.Events = append(b.Events, e)
	}
	x := indexOf(b)
	c, _ := laneChartOf(x, x.Events())
	marks := c.marksOf(x.TookPart(b.Actors[0].ID))
	counted := 0
	for i, m := range marks {
		counted += max(m.more, 1)
		for _, other := range marks[:i] {
			if m.line == other.line && m.x-other.x < 2*laneSign && other.x-m.x < 2*laneSign {
				t.Errorf("%+v is over %+v", m, other)
			}
		}
		if m.line > laneLines {
			t.Errorf("a sign is in line %d", m.line)
		}
	}
	if want := len(x.TookPart(b.Actors[0].ID)); counted != want {
		t.Errorf("%d events are drawn or counted of %d", counted, want)
	}
}

// TestHTMLHasPlainSpaces looks for the special spaces that keep columns of
// lists together.
func TestHTMLHasPlainSpaces(t *testing.T) {
	built, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text, at, found := strings.Cut(htmlOf(t, &Request{Index: built.Index(), Full: true}), page.NoBreak); found {
		const around = 60
		t.Errorf("%q has a space at which no line breaks", text[max(len(text)-around, 0):]+"|"+at[:min(around, len(at))])
	}
}
