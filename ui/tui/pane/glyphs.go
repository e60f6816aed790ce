package pane

import (
	"strings"

	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// glyph is one cell of a chart.
type glyph struct {
	text string
	role page.Role
	on   bool // the cursor is on it
}

// glyphs is a line of a chart, cell by cell.
type glyphs []glyph

// blankLine is so many cells of one sign.
func blankLine(cells int, sign string, role page.Role) glyphs {
	g := make(glyphs, cells)
	for i := range g {
		g[i] = glyph{text: sign, role: role}
	}
	return g
}

// put sets a cell, if the line has it.
func (g glyphs) put(x int, c glyph) {
	if x >= 0 && x < len(g) {
		g[x] = c
	}
}

// write sets cells to words of one cell a letter.
func (g glyphs) write(x int, text string, role page.Role) {
	for _, r := range text {
		g.put(x, glyph{text: string(r), role: role})
		x++
	}
}

// paint is the line with looks: neighbours of one role are painted as one.
func (g glyphs) paint(t *style.Theme) string {
	var b, run strings.Builder
	for i, c := range g {
		run.WriteString(c.text)
		if i+1 < len(g) && g[i+1].role == c.role && g[i+1].on == c.on {
			continue
		}
		if c.on {
			b.WriteString(t.Paint(style.Chosen, run.String()))
		} else {
			b.WriteString(t.Role(c.role, run.String()))
		}
		run.Reset()
	}
	return b.String()
}
