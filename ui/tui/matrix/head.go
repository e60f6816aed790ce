package matrix

import (
	"sitrep/briefing/page"
)

// over returns the lines above the columns, each with a part for every actor.
func (m *matrix) over() [][]string {
	names := make([][]string, len(m.actors))
	for i, id := range m.actors {
		names[i] = m.wrapper().name(page.ActorName(m.index, id), m.layout.CellText(), m.layout.Names)
	}
	return aligned(names, len(m.overTotals()))
}

// overTotals returns the lines above the totals.
func (m *matrix) overTotals() []string {
	if m.layout.Shared {
		return []string{"voices", "origins"}
	}
	return []string{"voices"}
}
