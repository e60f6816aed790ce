package column

import (
	"slices"
	"strings"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
)

// The arithmetic of lines: a spot is a row and a line in it. All walks are
// bounded by the height of the screen, never by the length of the flow.

func before(a, b Spot) bool { return a.Row < b.Row || a.Row == b.Row && a.In < b.In }

// advance goes n lines forward, at most to the last line.
func (f *Flow) advance(from Spot, n int) Spot {
	for n > 0 && from.Row < f.rows.Len {
		rest := len(f.at(from.Row).Lines) - from.In
		if n < rest {
			from.In += n
			return from
		}
		n -= rest
		from = Spot{from.Row + 1, 0}
	}
	return from
}

// retreat goes n lines back, at most to the first.
func (f *Flow) retreat(from Spot, n int) Spot {
	for n > 0 {
		if n <= from.In {
			from.In -= n
			return from
		}
		n -= from.In
		if from.Row == 0 {
			return Spot{}
		}
		from = Spot{from.Row - 1, len(f.at(from.Row - 1).Lines)}
	}
	return from
}

// lines counts the lines from one spot to a later one, at most limit. It
// returns 0 if the second spot is not later.
func (f *Flow) lines(from, to Spot, limit int) int {
	n := -from.In
	for row := from.Row; row < to.Row && row < f.rows.Len && n < limit; row++ {
		n += len(f.at(row).Lines)
	}
	if from.Row <= to.Row {
		n += to.In
	}
	return min(max(n, 0), limit)
}

// Height returns how many lines the flow has at its width, counted up to a limit.
func (f *Flow) Height(limit int) int { return f.lines(Spot{}, Spot{f.rows.Len, 0}, limit) }

// Shown returns the numbers of the first and the last entry on the screen, from 1,
// and how many entries there are. It returns zeros where entries aren't counted.
func (f *Flow) Shown() (first, last, of int) {
	if f.rows.Entries == nil || f.rows.Len == 0 {
		return 0, 0, 0
	}
	if f.top.Row > 0 {
		first = f.rows.Entries(f.top.Row - 1)
	}
	end := min(f.advance(f.top, f.size.Lines-1).Row, f.rows.Len-1)
	return first + 1, f.rows.Entries(end), f.rows.Entries(f.rows.Len - 1)
}

// lastTop returns the scroll at which the end is in sight and the screen full.
func (f *Flow) lastTop() Spot { return f.retreat(Spot{f.rows.Len, 0}, f.size.Lines) }

// clampTop returns top, or the last scroll if that is before it. It lays out the
// end only if that is in sight.
func (f *Flow) clampTop(top Spot) Spot {
	if f.lines(top, Spot{f.rows.Len, 0}, f.size.Lines) < f.size.Lines {
		return f.lastTop()
	}
	return top
}

// extent is the first and the last line of something, from 0.
type extent struct{ first, last int }

// extent returns the first and the last line of a stop.
func (f *Flow) extent(s Spot) (first, last Spot) {
	if s.Row >= f.rows.Len || s.In == 0 {
		return Spot{s.Row, 0}, Spot{s.Row, 0}
	}
	extents := f.extentsIn(s.Row)
	if s.In > len(extents) {
		return Spot{s.Row, 0}, Spot{s.Row, 0}
	}
	e := extents[s.In-1]
	return Spot{s.Row, e.first}, Spot{s.Row, e.last}
}

// extentsIn returns the lines of each stop of a row.
func (f *Flow) extentsIn(row int) []extent {
	laid := f.at(row)
	extents, ok := f.extents[row]
	if !ok {
		extents = extentsOf(laid)
		f.extents[row] = extents
	}
	return extents
}

// extentsOf returns the lines of each stop of a block, or the first line for a
// stop that is on no line.
func extentsOf(laid lines.Laid) []extent {
	out := make([]extent, len(laid.Stops))
	seen := make([]bool, len(laid.Stops))
	for y, line := range laid.Lines {
		for _, run := range line {
			if run.Stop == 0 {
				continue
			}
			e := &out[run.Stop-1]
			if !seen[run.Stop-1] {
				seen[run.Stop-1] = true
				e.first = y
			}
			e.last = y
		}
	}
	return out
}

// nextStop returns the stop after a spot. It gives up after about twice limit
// lines without a stop.
func (f *Flow) nextStop(from Spot, limit int) (Spot, bool) {
	passed := 0
	for row := from.Row; row < f.rows.Len && passed <= 2*limit; row++ {
		stops := len(f.stops(row))
		if row == from.Row && from.In < stops {
			return Spot{row, from.In + 1}, true
		}
		if row > from.Row && stops > 0 {
			return Spot{row, 1}, true
		}
		if row > from.Row {
			passed += len(f.at(row).Lines)
		}
	}
	return Spot{}, false
}

// previousStop returns the stop before a spot and searches as nextStop does.
func (f *Flow) previousStop(from Spot, limit int) (Spot, bool) {
	if from.In > 1 {
		return Spot{from.Row, from.In - 1}, true
	}
	passed := 0
	for row := from.Row - 1; row >= 0 && passed <= 2*limit; row-- {
		if n := len(f.stops(row)); n > 0 {
			return Spot{row, n}, true
		}
		passed += len(f.at(row).Lines)
	}
	return Spot{}, false
}

// textOf returns the text of the paragraph in a row, or "" if it has none.
func (f *Flow) textOf(row int) string {
	p, _ := f.rows.Block(row).(page.Paragraph)
	return p.Text
}

// lineOf returns the line that shows a byte of a paragraph.
func (f *Flow) lineOf(at textPlace) Spot {
	line, exact := slices.BinarySearch(f.linesOfText(at.row, f.selection.lineStarts), at.at)
	if !exact {
		line--
	}
	return Spot{at.row, max(line, 0)}
}

// linesOfText returns the byte of the paragraph at which each line of a row
// begins. It caches the result in known.
func (f *Flow) linesOfText(row int, known map[int][]int) []int {
	if starts, ok := known[row]; ok {
		return starts
	}
	text, at := f.textOf(row), 0
	laid := f.at(row).Lines
	starts := make([]int, len(laid))
	for i, line := range laid {
		starts[i] = at
		begun := false
		for _, run := range line {
			if !ofText(run) {
				continue
			}
			for !begun && at < len(text) && (text[at] == ' ' || text[at] == '\n') && !strings.HasPrefix(run.Text, shownAs(text[at:], len(run.Text))) {
				at++ // not shown at the end of a line
			}
			if !begun {
				starts[i], begun = at, true
			}
			at = min(at+len(run.Text), len(text))
		}
	}
	known[row] = starts
	return starts
}

// shownAs returns the first n bytes of a text as a line shows them.
func shownAs(text string, n int) string {
	return strings.ReplaceAll(text[:min(n, len(text))], "\n", " ")
}

// ofText reports whether a run is text of the source.
func ofText(run lines.Run) bool { return run.Role == page.Marked || run.Role == page.Uncited }
