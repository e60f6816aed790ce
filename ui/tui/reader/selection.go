package reader

import (
	"sitrep/briefing"
	"sitrep/ui/tui/column"
)

// selecting is the text of a source in which words are being selected.
type selecting struct {
	flow   *column.Flow
	source *briefing.Source
}

// endSelecting restores the text as it was before words were selected.
func (r *Reader) endSelecting() {
	if r.selects != nil {
		r.selects.flow.EndSelection()
		r.selects = nil
	}
}
