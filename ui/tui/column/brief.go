package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Brief returns the brief, with the answer first.
func Brief(x *briefing.Index) Column {
	l := &List{}
	for _, b := range page.Brief(x) {
		if _, ok := b.(page.Later); ok {
			l.counted(b)
		} else {
			l.Fixed(b)
		}
	}
	return l.Flow(x, "", briefing.KindJudgment)
}
