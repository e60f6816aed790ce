package lines

import (
	"strings"
	"testing"

	"sitrep/briefing/page"
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
