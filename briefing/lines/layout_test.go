package lines

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/sample"
	"sitrep/briefing/width"
)

func TestWhole(t *testing.T) {
	const cells = 24
	for _, c := range []struct {
		name string
		span page.Span
		want string
	}{
		{"a term", page.Span{Text: "so-so-so-so", Whole: true}, "one two three four\nso-so-so-so."},
		{"no term", page.Span{Text: "so-so-so-so"}, "one two three four so-\nso-so-so."},
		{"a name", page.Span{Text: "Mark Rutte", Whole: true}, "one two three four\nMark Rutte."},
		{"a long name", page.Span{Text: "Mark van der Rutte", Whole: true}, "one two three four Mark\nvan der Rutte."},
		{"a name that holds a character for private use", page.Span{Text: "Mark R\uE002tte", Whole: true}, "one two three four\nMark R\uE002tte."},
		{"an id", page.Span{Text: "a/b-c-d-e", Role: page.ID}, "one two three four\na/b-c-d-e."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []string
			laid := Layout(page.Prose{Spans: []page.Span{{Text: "one two three four "}, c.span, {Text: "."}}}, width.Wc, cells)
			for _, line := range laid.Lines {
				lines = append(lines, line.Text())
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestNoBreak looks for the spaces at which no line breaks: a line has plain
// ones in their place, and those of a file stay.
func TestNoBreak(t *testing.T) {
	spans := []page.Span{{Text: "one two three", Own: true}, {Text: page.NoBreak + "(B)", Own: true}, {Text: " a" + page.NoBreak + "b"}}
	laid := Layout(page.Prose{Spans: spans}, width.Wc, 16)
	for i, want := range []string{"one two", "three (B) a" + page.NoBreak + "b"} {
		if got := laid.Lines[i].Text(); got != want {
			t.Errorf("line %d is %q, want %q", i+1, got, want)
		}
	}
}

// TestGradeStaysWithItsDate lays evidence out at every width: its grade never
// begins a line.
func TestGradeStaysWithItsDate(t *testing.T) {
	x := briefing.NewIndex(&briefing.Briefing{
		Sources: []briefing.Source{{ID: "s", Title: "Bridge shut for the winter", Grade: briefing.Grade{Reliability: "B"}, Publication: briefing.Publication{Published: sample.Date(t, "2024-10-28")}}},
		Events:  []briefing.Event{{ID: "e", Title: "Event", Evidence: []briefing.Evidence{{Source: "s"}}}},
	})
	row := page.Evidence(x, &x.Briefing.Events[0].Evidence[0], 0)
	const most = 80
	for cells := 14; cells <= most; cells++ {
		for _, line := range Layout(row, width.Wc, cells).Lines {
			if strings.HasPrefix(strings.TrimSpace(line.Text()), "(") {
				t.Errorf("%d cells: a line begins with the grade: %q", cells, line.Text())
			}
		}
	}
}

// TestRightEdge lays out entries with words for the right edge: on the first line if
// they leave half of it, or else on the last line, or on one more behind the rail.
func TestRightEdge(t *testing.T) {
	for _, c := range []struct{ body, edge, want string }{
		{"one two three four", "new", "     one two     new\n|    three four"},
		{"one two three", "alleged", "     one two three\n|            alleged"},
		{"one two three four", "alleged", "     one two three\n|    four    alleged"},
	} {
		e := page.Entry{Body: []page.Span{{Text: c.body}, {Text: "  " + c.edge, Edge: true, Whole: true}}, Rail: []page.Span{{Text: "| "}}, LeadCells: wideLead}
		var lines []string
		for _, line := range Layout(e, width.Wc, 20).Lines {
			lines = append(lines, line.Text())
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s, %s:\n%s\nwant\n%s", c.body, c.edge, got, c.want)
		}
	}
}

// TestLongHeading looks for the line of a heading that a rule may follow: the last one.
func TestLongHeading(t *testing.T) {
	laid := Layout(page.Section{Text: "In common", Note: "what different sides rest on"}, width.Wc, 20)
	for i, line := range laid.Lines {
		if heads := line[0].Role == page.Heading; heads != (i == len(laid.Lines)-1) {
			t.Errorf("line %d of %d, %q, begins as a heading: %t", i+1, len(laid.Lines), line.Text(), heads)
		}
	}
}
