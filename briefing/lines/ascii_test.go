package lines

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/data"
)

// dates are written with every sign that a date in words can have.
var dates = []string{
	"2024-10-28", "2024-10-22/2024-10-24", "2024-10-28/", "/2024-10", "2024-10-28/..", "2024-37",
	"{2024-05-02,2024-05-05}", "{2024-05-02,2024-05-05,2024-06~}", "[2024-05-02,2024-05-05]", "[..2024-10-31]",
	"19XX", "2024-10-28?/2024-11~", "[..2024-05-02,2024-06-05..]", "2024-01/2024-04-12",
}

// asciiBriefing says everything that a briefing can say in ASCII.
func asciiBriefing(t testing.TB) *briefing.Index {
	t.Helper()
	text := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return 'z'
		}
		return r
	}, string(data.Briefing))
	events := "\nevents:\n"
	for i, d := range dates {
		events += fmt.Sprintf("  - id: d%d\n    title: An event with a date\n    when: %q\n", i, d)
	}
	doc, err := file.Parse([]byte(strings.Replace(text, "\nevents:\n", events, 1)), "ascii", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatalf("reading the briefing: %v %v", err, doc.Problems)
	}
	return briefing.NewIndex(doc.Briefing)
}

func refs(x *briefing.Index) []briefing.Ref {
	var out []briefing.Ref
	b := x.Briefing
	for _, j := range b.Judgments {
		out = append(out, briefing.Ref{Kind: briefing.KindJudgment, ID: j.ID})
	}
	for _, e := range b.Events {
		out = append(out, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})
	}
	for _, a := range b.Actors {
		out = append(out, briefing.Ref{Kind: briefing.KindActor, ID: a.ID})
	}
	for _, s := range b.Sources {
		out = append(out, briefing.Ref{Kind: briefing.KindSource, ID: s.ID})
	}
	for _, q := range b.Questions {
		out = append(out, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
		for _, c := range q.Claims {
			out = append(out, briefing.Ref{Kind: briefing.KindClaim, ID: c.ID})
		}
	}
	for _, s := range x.Stands {
		out = append(out, s.Ref())
	}
	return append(out, briefing.Ref{Kind: briefing.KindGap, ID: "1"})
}

// TestASCIIReachesEverySign looks for a sign of the program that is not ASCII
// in what is shown of a briefing that has none itself.
func TestASCIIReachesEverySign(t *testing.T) {
	x := asciiBriefing(t)
	blocks := append(page.Brief(x), append(page.Legend(), page.Scales()...)...)
	for _, e := range x.Events() {
		blocks = append(blocks, page.EventRow(x, e))
	}
	for i := range x.Briefing.Questions {
		q := &x.Briefing.Questions[i]
		blocks = append(blocks, page.QuestionHeading(x, q), page.QuestionRow(x, q))
		for j := range q.Claims {
			blocks = append(blocks, page.ClaimListRow(x, &q.Claims[j]))
		}
	}
	for i := range x.Briefing.Sources {
		blocks = append(blocks, page.SourceRow(x, &x.Briefing.Sources[i], 1))
	}
	for i := range x.Passages {
		blocks = append(blocks, page.Passage(x, &x.Passages[i])...)
	}
	for _, r := range refs(x) {
		blocks = append(append(blocks, page.Of(x, r)...), inFull(x, r)...)
	}
	for _, b := range blocks {
		for _, line := range Layout(ASCII(b), width.Wc, 60).Lines {
			for _, run := range line {
				if i := strings.IndexFunc(run.Text, func(r rune) bool { return r >= utf8.RuneSelf }); i >= 0 {
					t.Fatalf("%q is not ASCII, in %q of a %T", run.Text[i:], line.Text(), b)
				}
			}
		}
	}
}

// TestASCIIKeepsColumns compares the places of what stands behind a column.
func TestASCIIKeepsColumns(t *testing.T) {
	x := asciiBriefing(t)
	for _, e := range x.Events() {
		row := page.EventRow(x, e)
		first := func(b page.Block) string { return Layout(b, width.Wc, width.NoWrap).Lines[0].Text() }
		was, is := first(row), first(ASCII(row))
		if before, after := width.Wc.Of(was[:strings.Index(was, e.Title)]), strings.Index(is, e.Title); before != after {
			t.Errorf("the title stands at %d, not at %d:\n%s\n%s", after, before, was, is)
		}
		dateCells := width.Wc.Of(row.Lead[0].Text)
		if date := strings.TrimSpace(is[:dateCells]); date == "" || is[dateCells-1] != ' ' {
			t.Errorf("the date and the sign run together: %q", is)
		}
	}
}

func TestASCIILeavesTheFilesWords(t *testing.T) {
	const words = "“…” – ● ’"
	e := page.Entry{
		Lead: []page.Span{{Text: "●", Own: true}, {Text: words}}, LeadCells: 12,
		Body:  []page.Span{{Text: "“", Own: true}, {Text: words}, {Text: "”", Own: true}},
		Under: [][]page.Span{{{Text: words}, {Text: " — ", Own: true}}},
	}
	got := ASCII(e).(page.Entry)
	for _, c := range []struct{ got, want string }{
		{got.Lead[0].Text, "*"}, {got.Lead[1].Text, words},
		{got.Body[0].Text, `"`}, {got.Body[1].Text, words}, {got.Body[2].Text, `"`},
		{got.Under[0][0].Text, words}, {got.Under[0][1].Text, " - "},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if e.Under[0][1].Text != " — " {
		t.Error("the block that was given has changed")
	}
	if p := (page.Paragraph{Text: words}); ASCII(p).(page.Paragraph).Text != words {
		t.Error("a source's text has changed")
	}
}

func TestAsIsWide(t *testing.T) {
	for _, c := range []struct{ own, want string }{
		{"2 May 2024 …    ", "2 May 2024 ...  "},
		{"since 11 April…  ", "since 11 April..."[:13] + "... "},
		{"22–24 Oct 2024  ", "22-24 Oct 2024  "},
		{"…", "_"},
	} {
		got := asIsWide(ToASCII(c.own), c.own)
		if width.Wc.Of(got) != width.Wc.Of(c.own) {
			t.Errorf("%q has another width than %q", got, c.own)
		}
		if c.want != got {
			t.Errorf("%q becomes %q, want %q", c.own, got, c.want)
		}
	}
}
