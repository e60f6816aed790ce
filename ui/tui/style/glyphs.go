package style

import (
	"slices"
	"strings"

	"sitrep/briefing/page"
)

// Glyph is one cell of a chart.
type Glyph struct {
	Text string
	Role page.Role
	On   bool // whether the cursor is on it
}

// Glyphs is a line of a chart, cell by cell.
type Glyphs []Glyph

// BlankLine returns a line of cells that all have the same sign.
func BlankLine(cells int, sign string, role page.Role) Glyphs {
	return slices.Repeat(Glyphs{{Text: sign, Role: role}}, cells)
}

// Put sets a cell, if it is within the line.
func (g Glyphs) Put(x int, c Glyph) {
	if x >= 0 && x < len(g) {
		g[x] = c
	}
}

// Write puts text into cells, one character a cell.
func (g Glyphs) Write(x int, text string, role page.Role) {
	for _, r := range text {
		g.Put(x, Glyph{Text: string(r), Role: role})
		x++
	}
}

// Paint returns the styled line. Neighbours of one role are painted together.
func (g Glyphs) Paint(t *Theme) string {
	var b, run strings.Builder
	for i, c := range g {
		run.WriteString(c.Text)
		if i+1 < len(g) && g[i+1].Role == c.Role && g[i+1].On == c.On {
			continue
		}
		if c.On {
			b.WriteString(t.Paint(Chosen, run.String()))
		} else {
			b.WriteString(t.Role(c.Role, run.String()))
		}
		run.Reset()
	}
	return b.String()
}
