package check

import (
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// dates finds dates that contradict the information cut-off, whichever time zone
// a day or a time without a zone is in.
func (c *checker) dates() {
	b := c.doc.Briefing
	c.events(b.AsOf)
	for i := range b.Sources {
		s := &b.Sources[i]
		if date := s.Publication.Published; date.After(b.AsOf) {
			c.add(CodePublishedAfterAsOf, s.Pos, s.ID, fmt.Sprintf("%q was published after the cut-off: %s", s.ID, c.against(date)),
				"correct the date, or move as_of")
		}
	}
	for _, s := range c.x.Stands {
		if date := s.Position.Said; date.After(b.AsOf) {
			c.add(CodeSaidAfterAsOf, s.Position.Pos, s.ID, fmt.Sprintf("%q said it after the cut-off: %s", s.Position.Holder, c.against(date)),
				"correct the date, or move as_of")
		}
	}
	if b.AsOf.After(b.Issued) {
		c.add(CodeIssuedBeforeAsOf, c.doc.At["issued"], "", "the briefing was issued before its cut-off: "+c.against(b.Issued),
			"correct issued or as_of")
	}
}

const hintExpected = "give it the status expected, or correct the date"

func (c *checker) events(asOf edtf.Date) {
	for i := range c.doc.Briefing.Events {
		e := &c.doc.Briefing.Events[i]
		date := e.When.Date
		switch {
		case e.Status == briefing.EventOccurred && date.After(asOf):
			c.add(CodeOccurredAfterAsOf, e.Pos, e.ID, fmt.Sprintf("%q has occurred, and its date is after the cut-off: %s", e.ID, c.against(date)), hintExpected)
		case e.Status == briefing.EventOngoing && date.After(asOf):
			c.add(CodeOccurredAfterAsOf, e.Pos, e.ID, fmt.Sprintf("%q is going on, and its date is after the cut-off: %s", e.ID, c.against(date)), hintExpected)
		case e.Status == briefing.EventExpected && asOf.After(date):
			c.add(CodeExpectedBeforeAsOf, e.Pos, e.ID, fmt.Sprintf("%q is expected, and its date is before the cut-off: %s", e.ID, c.against(date)),
				"say whether it occurred or was cancelled")
		}
	}
}

// against returns a date and the cut-off, in words, for a message.
func (c *checker) against(date edtf.Date) string {
	return date.Words() + ", as of " + c.doc.Briefing.AsOf.Words()
}
