package lines

import (
	"slices"
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// Between two parts side by side there are an empty cell and a gutter for the
// cursor of the second part.
const (
	besideAir    = 1
	besideGutter = 2
	besideGap    = besideAir + besideGutter
)

// minPart is the least width of a part.
const minPart = 26

// InRow returns how many parts fit side by side in the given cells.
func InRow(cells int) int { return max((cells+besideGap)/(minPart+besideGap), 1) }

// beside lays out parts side by side, so that what is below their first blocks
// begins on one line. Where lines have no limit, the parts follow each other.
func (l *Layouter) beside(b page.Beside) {
	columns := max(b.Columns, len(b.Parts), 1)
	room := max((l.Cells-besideGap*(columns-1))/columns, 1)
	if l.Cells == width.NoWrap {
		room = width.NoWrap
	}
	parts, heads := make([][]Line, len(b.Parts)), make([]int, len(b.Parts))
	most, head := 0, 0
	for i, blocks := range b.Parts {
		parts[i], heads[i] = l.part(blocks, room)
		head = max(head, heads[i])
	}
	if room == width.NoWrap {
		for _, lines := range parts {
			l.laid.Lines = append(l.laid.Lines, lines...)
		}
		return
	}
	for i, lines := range parts {
		parts[i] = slices.Insert(lines, heads[i], make([]Line, head-heads[i])...)
		most = max(most, len(parts[i]))
	}
	for y := range most {
		l.laid.Lines = append(l.laid.Lines, l.across(parts, y, room))
	}
}

// part lays out the blocks of a part and appends its stops to those of the
// other parts. head is the number of lines of the first block.
func (l *Layouter) part(blocks []page.Block, room int) (lines []Line, head int) {
	for n, b := range blocks {
		laid := Layout(b, l.Method, room)
		offset := len(l.laid.Stops)
		l.laid.Stops = append(l.laid.Stops, laid.Stops...)
		for _, line := range laid.Lines {
			for i := range line {
				if line[i].Stop > 0 {
					line[i].Stop += offset
				}
			}
			lines = append(lines, line)
		}
		if n == 0 {
			head = len(lines)
		}
	}
	return lines, head
}

// across returns one line of all parts, each padded to its width.
func (l *Layouter) across(parts [][]Line, y, room int) Line {
	var out Line
	pad := 0 // what the part before leaves
	for i, lines := range parts {
		var line Line
		if y < len(lines) {
			line = lines[y]
		}
		if i > 0 {
			out = append(out, Run{Text: strings.Repeat(" ", pad+besideAir)},
				Run{Text: strings.Repeat(" ", besideGutter), Role: page.Gutter, Stop: stopOf(line)})
		}
		used := 0
		for _, r := range line {
			used += l.Of(r.Text)
			out = append(out, r)
		}
		pad = max(room-used, 0)
	}
	return out
}

// stopOf returns the first stop on a line.
func stopOf(line Line) int {
	for _, r := range line {
		if r.Stop > 0 {
			return r.Stop
		}
	}
	return 0
}
