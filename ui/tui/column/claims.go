package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Claims returns the questions, contested ones first, and under each its claims
// with the signs of those who take a position.
func Claims(x *briefing.Index) Column {
	l := &List{}
	for _, q := range x.QuestionsByDispute() {
		headed := false
		for i := range q.Claims {
			c := &q.Claims[i]
			if !x.Shows(briefing.KindClaim, c.ID) {
				continue
			}
			if !headed {
				headed = true
				l.question(x, q)
			} else {
				l.Fixed(page.Blank{})
			}
			l.Entry(page.To(briefing.KindClaim, c.ID), func() page.Entry { return page.ClaimListRow(x, c) })
		}
		if !headed && len(q.Claims) == 0 && x.Shows(briefing.KindQuestion, q.ID) {
			l.question(x, q)
		}
	}
	return l.Flow(x, NoQuestions, briefing.KindClaim)
}

// NoQuestions is shown for a briefing without questions.
const NoQuestions = "This briefing asks no questions."

// question adds the heading of a question's claims. The cursor begins on the
// first claim.
func (l *List) question(x *briefing.Index, q *briefing.Question) {
	if len(l.Rows) > 0 {
		l.Fixed(page.Blank{})
	}
	l.Fixed(page.Later{To: page.To(briefing.KindQuestion, q.ID), Head: true, Make: func() page.Entry { return page.QuestionHeading(x, q) }})
	if l.Start == 0 {
		l.Start = len(l.Rows)
	}
}
