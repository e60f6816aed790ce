package broken

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

const (
	// maxAround is the limit of lines kept before and after the error.
	maxAround = 1000
	// maxLine is the limit of bytes of a line kept before and after the error,
	// or from its start.
	maxLine = 4000
	// signCells is the width of the cursor's sign.
	signCells = 1
	// fewestLines is the least number of lines of the file in sight below the
	// message. If there is room for fewer, the message scrolls too.
	fewestLines = 3
)

// line is a line of the file, or represents lines that are not kept.
type line struct {
	number int    // 0 for a line that is not in the file
	before string // what precedes the error; "" in other lines
	rest   string
}

// around returns copies of the lines around a position, without their ends.
func around(text []byte, pos briefing.Pos) []line {
	var out []line
	number, at := 0, int(pos.Line)
	for raw := range bytes.Lines(text) {
		number++
		if before := at - maxAround; number < before {
			if number == before-1 {
				out = append(out, line{})
			}
			continue
		}
		if number > max(at, 1)+maxAround {
			out = append(out, line{})
			break
		}
		raw = bytes.TrimRight(raw, "\r\n")
		split := 0
		if number == at {
			split = place(raw, int(pos.Col))
		}
		out = append(out, line{number, string(raw[max(0, split-maxLine):split]), string(raw[split:min(len(raw), split+maxLine)])})
	}
	if number == at-1 { // the end of the file, after the last line break
		out = append(out, line{number: at})
	}
	return out
}

// place returns the byte of a line at a column counted from 1.
func place(raw []byte, col int) int {
	n := 0
	for i := range string(raw) {
		if n++; n == col {
			return i
		}
	}
	if col == 0 {
		return 0
	}
	return len(raw)
}

// excerpt is the column with the message, which stays in sight if there is
// room, and the lines of the file, which scroll.
type excerpt struct {
	column.Column // without anything to select
	problem       file.Problem
	withheld      bool // the lines may not be shown
	lines         []line
	at            int // the line with the error; -1 if there is none
	size          column.Size
	top           int  // the first scrolling line in sight
	placed        bool // top has been chosen
}

func newExcerpt(p file.Problem, all []line, withheld bool) *excerpt {
	at := slices.IndexFunc(all, func(l line) bool { return l.number > 0 && l.number == int(p.Pos.Line) })
	return &excerpt{Column: column.Note(""), problem: p, lines: all, at: at, withheld: withheld}
}

// Resize sets the size of the column, and keeps its place.
func (e *excerpt) Resize(s column.Size) {
	if s == e.size {
		return
	}
	e.size = s
	e.scroll(0)
}

// Place returns zeros, because nothing can be selected.
func (e *excerpt) Place() (at, of int) { return 0, 0 }

// Mark returns the zero Mark, for the same reason.
func (e *excerpt) Mark() column.Mark { return column.Mark{} }

// Move scrolls.
func (e *excerpt) Move(m column.Motion) bool {
	was := e.top
	fixed, all := e.parts()
	inSight := e.size.Lines - fixed
	switch m {
	case column.ScrollUp:
		e.scroll(-column.WheelLines)
	case column.ScrollDown:
		e.scroll(column.WheelLines)
	case column.PreviousGroup, column.NextGroup: // to the error
		e.placed = false
		e.scroll(0)
	default:
		e.scroll(m.Steps(all, inSight))
	}
	return e.top != was
}

// parts returns how many lines stay in sight, and how many scroll. The message
// stays, and the hint if there is room.
func (e *excerpt) parts() (fixed, scrolls int) {
	fixed, scrolls = len(e.head()), len(e.lines)
	if e.at >= 0 {
		scrolls++ // the sign below the error
	}
	all := fixed + scrolls
	most := e.size.Lines - min(scrolls, fewestLines)
	for _, fixed := range []int{fixed, len(e.wrapped(e.problem.String()))} {
		if fixed <= most {
			return fixed, all - fixed
		}
	}
	return 0, all
}

// scroll scrolls by some lines. First it centres the line with the error.
func (e *excerpt) scroll(by int) {
	fixed, all := e.parts()
	inSight := e.size.Lines - fixed
	if !e.placed && e.size.Lines > 0 {
		e.top, e.placed = 0, len(e.lines) > 0
		if fixed > 0 {
			e.top = len(e.head()) - fixed + e.at - inSight/2
		}
	}
	e.top = max(min(e.top+by, all-inSight), 0)
}

// row is a line above the lines of the file.
type row struct {
	text string
	role page.Role
}

// head returns the message, the hint, and an empty line.
func (e *excerpt) head() []row {
	var out []row
	add := func(text string, role page.Role) {
		for _, l := range e.wrapped(text) {
			out = append(out, row{l.Text(), role})
		}
	}
	add(e.problem.String(), page.Strong)
	if e.problem.Hint != "" {
		add("hint: "+e.problem.Hint, page.Plain)
	}
	switch {
	case e.withheld:
		add("Its lines are not shown: what cannot be read may be marked higher than is to be shown.", page.Muted)
	case len(e.lines) > 0:
		out = append(out, row{})
	}
	return out
}

// wrapped returns the lines of a text of the program.
func (e *excerpt) wrapped(text string) []lines.Line {
	width := max(min(e.size.Cells-layout.Gutter-1, layout.MaxText), 1)
	return lines.Layout(page.Prose{Spans: []page.Span{{Text: clean.Line(text)}}}, e.size.Method, width).Lines
}

// Draw returns the lines of the column.
func (e *excerpt) Draw(t *style.Theme, _ bool) []string {
	head := e.head()
	draw := func(n int) string {
		if n < len(head) {
			return t.Fit("", layout.Gutter) + t.Role(head[n].role, t.Fit(head[n].text, e.size.Cells-layout.Gutter))
		}
		return e.drawLine(t, n-len(head))
	}
	fixed, _ := e.parts()
	out := make([]string, e.size.Lines)
	for y := range out {
		if y < fixed {
			out[y] = draw(y)
		} else {
			out[y] = draw(y + e.top)
		}
	}
	return out
}

// drawLine draws a line of the file, or the sign below the error.
func (e *excerpt) drawLine(t *style.Theme, n int) string {
	at, blank := e.at, t.Fit("", e.size.Cells)
	under := at >= 0 && n == at+1
	if at >= 0 && n > at {
		n--
	}
	if n >= len(e.lines) {
		return blank
	}
	digits := len(strconv.Itoa(int(e.problem.Pos.Line) + maxAround))
	if last := e.lines[len(e.lines)-1].number; last > 0 {
		digits = len(strconv.Itoa(last))
	}
	margin := layout.Gutter + digits + layout.Gutter
	room := max(e.size.Cells-margin, 1)
	before, rest := e.cropped(t, e.lines[n], room)
	if under {
		return t.Fit("", margin+t.Method.Of(before)) + t.Role(page.Caution, "^") + t.Fit("", room-t.Method.Of(before)-1)
	}
	number := strconv.Itoa(e.lines[n].number)
	if e.lines[n].number == 0 {
		number, rest = "", t.Signs.Ellipsis
	}
	sign, role := t.Fit("", signCells), page.Muted
	if n == at {
		sign, role = t.CursorSign(true), page.Plain
	}
	return sign + t.Fit("", margin-layout.Gutter-signCells-len(number)) + t.Role(page.Number, number) +
		t.Fit("", layout.Gutter) + t.Role(role, t.Fit(before+rest, room))
}

// cropped returns a line cut to room, in two parts: what precedes the error,
// whose end stays in sight, and the rest.
func (e *excerpt) cropped(t *style.Theme, l line, room int) (before, rest string) {
	before, rest = shown(t, l.before), shown(t, l.rest)
	before = t.Method.TruncateLeft(before, room-min(t.Method.Of(rest), room/3), t.Signs.Ellipsis)
	return before, t.Method.Truncate(rest, room-t.Method.Of(before), t.Signs.Ellipsis)
}

// shown returns the text of a line with signs for its tabs.
func shown(t *style.Theme, text string) string {
	text = clean.Text(strings.ReplaceAll(text, "\t", t.Signs.Chart.Open+" "))
	return strings.ReplaceAll(text, "\n", " ")
}
