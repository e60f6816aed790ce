package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Claims is the questions, contested ones first, and under each its claims
// with the signs of those who take a position.
func Claims(x *briefing.Index) Column {
	l := &list{}
	for _, q := range x.QuestionsByDispute() {
		if l.count > 0 {
			l.fixed(page.Blank{})
		}
		l.fixed(page.QuestionHeading(x, q))
		for i := range q.Claims {
			if l.count == 0 {
				l.start = len(l.rows)
			}
			l.entry(func() page.Block { return page.ClaimListRow(x, &q.Claims[i]) })
		}
	}
	return l.flow("This briefing asks no questions.")
}
