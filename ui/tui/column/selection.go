package column

import "sitrep/briefing/sentence"

// textPlace is a byte of the paragraph in a row.
type textPlace struct{ row, at int }

func (a textPlace) before(b textPlace) bool { return a.row < b.row || a.row == b.row && a.at < b.at }

// selection is the selected words of a source's text. Its ends move by one word
// or sentence at a time, without looking at the rest of the text.
type selection struct {
	rules      *sentence.Rules
	start, end textPlace
	startMoves bool // which of the two ends moves
	lineStarts map[int][]int
}
