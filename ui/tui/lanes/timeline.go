package lanes

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// Timeline returns the events in the order of their dates, under their months,
// with past and future separated at the cut-off.
func Timeline(x *briefing.Index) column.Column {
	f := column.Listed(x, page.Timeline(x), briefing.KindEvent)
	f.Header = newDensity(x)
	return f
}
