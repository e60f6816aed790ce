package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Brief returns the brief, with the answer first.
func Brief(x *briefing.Index) Column {
	blocks := page.Brief(x)
	l := &List{Rows: make([]page.Block, 0, len(blocks)), entries: make([]int, 0, len(blocks))}
	for _, b := range blocks {
		if _, ok := b.(page.Later); ok {
			l.counted(b)
		} else {
			l.Fixed(b)
		}
	}
	return l.Flow(x, "", briefing.KindJudgment)
}
