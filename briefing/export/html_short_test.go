package export

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

// visible is the words of a page outside of what is closed.
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

// TestHTMLShortAndFull: what one sends on is open, the rest is closed unless all
// is asked for, and both have the same words.
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

// TestHTMLQuotesOnce counts each quote of a briefing outside of the texts of its
// sources, in the whole and where no source is asked for.
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

// TestHTMLLanes: each event of the dates that the lanes have stands at its date
// with those who take part, and the first date after the cut-off is set off.
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
	titles := map[string]int{}
	for d := range parseHTML(t, page).Descendants() {
		if title := attribute(d, "title"); title != "" {
			titles[title]++
		}
	}
	for _, e := range x.Events() {
		if titles[x.Portion(briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})+" "+e.Title] != 1 && titles[e.Title] != 1 {
			t.Errorf("%s is in the lanes %d times: %v", e.Title, titles[e.Title], titles)
		}
	}
	if n := strings.Count(page, `class="holder ahead"`); n != 1 {
		t.Errorf("%d dates begin what is ahead", n)
	}
}

// TestHTMLLanesFit has more dates and actors than lanes have room for.
func TestHTMLLanesFit(t *testing.T) {
	b := sampleBriefing(t)
	for i := range 3 * laneDates {
		e := briefing.Event{ID: "more-" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Title: "More", Status: briefing.EventOccurred}
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
	dates, column := laneDatesOf(x, x.Events())
	if len(dates) > laneDates || len(column) == 0 {
		t.Errorf("%d dates, %d events in them", len(dates), len(column))
	}
	page := htmlOf(t, &Request{Index: x, Only: []briefing.Part{briefing.PartTimeline}})
	if !strings.Contains(page, "+"+"3") {
		t.Error("a crowded cell does not count what it leaves out")
	}
}
