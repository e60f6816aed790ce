package broken

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/style"
)

// excerptOf returns the excerpt of a text around a place, in a size.
func excerptOf(text string, at briefing.Pos, cells, height int) *excerpt {
	e := newExcerpt(file.Problem{File: "a", Pos: at, Code: "syntax", Message: "wrong", Hint: "mend it"}, around([]byte(text), at), false)
	e.Resize(column.Size{Cells: cells, Lines: height})
	return e
}

// drawn returns the lines of a column as they are read.
func drawn(e *excerpt) []string {
	out := e.Draw(style.New(style.Options{}), true)
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func TestExcerptShowsThePlace(t *testing.T) {
	numbered := ""
	for i := range 5000 {
		numbered += fmt.Sprintf("line %d\n", i+1)
	}
	for _, c := range []struct {
		text string
		at   briefing.Pos
		want string // two lines of the screen
	}{
		{"first: [\n", briefing.Pos{Line: 1, Col: 8}, "▌ 1  first: [\n            ^"},
		{"\tx: 1\n", briefing.Pos{Line: 1, Col: 2}, "▌ 1  → x: 1\n       ^"},
		{"a\nlast", briefing.Pos{Line: 2, Col: 5}, "▌ 2  last\n         ^"},
		{"a\n", briefing.Pos{Line: 2, Col: 1}, "▌ 2\n     ^"},
		{"", briefing.Pos{Line: 1, Col: 1}, "▌ 1\n     ^"},
		{"a: 朝鮮 }\r\n", briefing.Pos{Line: 1, Col: 7}, "▌ 1  a: 朝鮮 }\n             ^"},
		{numbered, briefing.Pos{Line: 2500, Col: 6}, "▌ 2500  line 2500\n             ^"},
		{strings.Repeat("x", 90) + "!", briefing.Pos{Line: 1, Col: 91}, "▌ 1  …" + strings.Repeat("x", 73) + "!\n" + strings.Repeat(" ", 79) + "^"},
		{"x!" + strings.Repeat("y", 90), briefing.Pos{Line: 1, Col: 2}, "▌ 1  x!" + strings.Repeat("y", 72) + "…\n      ^"},
	} {
		for _, height := range []int{6, 20} {
			if got := strings.Join(drawn(excerptOf(c.text, c.at, 80, height)), "\n"); !strings.Contains(got+"\n", c.want+"\n") {
				t.Errorf("%.20q at %v in %d lines is\n%s\nwant\n%s", c.text, c.at, height, got, c.want)
			}
		}
	}
}

func TestExcerptScrolls(t *testing.T) {
	e := excerptOf(strings.Repeat("x\n", 5000), briefing.Pos{Line: 2500, Col: 1}, 80, 24)
	for _, c := range []struct {
		m    column.Motion
		want string // in the first line below the hint
	}{
		{column.Down, "2491"}, {column.Up, "2490"}, {column.HalfDown, "2500"}, {column.PageUp, "2480"}, {column.ScrollDown, "2483"},
		{column.NextGroup, "2490"}, {column.Top, "…"}, {column.Bottom, "3481"}, {column.PreviousGroup, "2490"},
	} {
		e.Move(c.m)
		out := drawn(e)
		if !strings.Contains(out[3], c.want) || out[0] != "  a:2500:1: syntax: wrong" || out[1] != "  hint: mend it" {
			t.Errorf("motion %d leads to\n%s\nwant %s first", c.m, strings.Join(out, "\n"), c.want)
		}
	}
	for _, m := range []column.Motion{column.Top, column.Bottom} {
		if e.Move(m); e.Move(m) {
			t.Errorf("motion %d goes further than to the end", m)
		}
	}
	if out := drawn(e); !strings.HasSuffix(out[len(out)-1], "…") {
		t.Errorf("the last line doesn't say that there are more: %q", out[len(out)-1])
	}
}

// TestExcerptIsSmall keeps a part of the lines only, and no part of the file's memory.
func TestExcerptIsSmall(t *testing.T) {
	kept := 0
	for _, l := range around([]byte(strings.Repeat(strings.Repeat("x", 1<<20)+"\n", 60)), briefing.Pos{Line: 30, Col: 1 << 19}) {
		kept += len(l.before) + len(l.rest)
	}
	if kept > 61*2*maxLine {
		t.Errorf("%d bytes are kept", kept)
	}
	if n := len(around([]byte(strings.Repeat("\n", 1<<20)), briefing.Pos{Line: 1 << 19})); n > 2*maxAround+3 {
		t.Errorf("%d lines are kept", n)
	}
}
