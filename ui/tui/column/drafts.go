package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Drafts returns the items that a program proposed and nobody has reviewed yet, in
// the order of the file.
func Drafts(x *briefing.Index) Column {
	l := &List{}
	var kinds []briefing.Kind
	for _, r := range x.Drafts() {
		kinds = append(kinds, r.Kind)
		if x.Shows(r.Kind, r.ID) {
			l.Entry(page.Target{Ref: r}, func() page.Entry { return page.DraftRow(x, r) })
		}
	}
	none := page.NothingLeft
	if len(kinds) > 0 {
		none = "The filter leaves none of the drafts."
	}
	f := l.Flow(x, none)
	f.rows.WithPassage = true
	return f
}
