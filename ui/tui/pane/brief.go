package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Brief is the answer first.
func Brief(x *briefing.Index) Column {
	l := &list{}
	for _, b := range page.Brief(x) {
		if _, ok := b.(page.Later); ok {
			l.counted(b)
		} else {
			l.fixed(b)
		}
	}
	return l.flow(x, "", briefing.KindJudgment)
}
