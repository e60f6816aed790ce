package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Sources returns the sources in the order of the file, each under the source that
// it copies.
func Sources(x *briefing.Index) Column {
	l := &List{}
	for s, depth := range x.ListSources() {
		if x.Shows(briefing.KindSource, s.ID) {
			l.Entry(page.To(briefing.KindSource, s.ID), func() page.Entry { return page.SourceRow(x, s, depth) })
		}
	}
	return l.Flow(x, "This briefing names no sources.", briefing.KindSource)
}
