package briefing

import (
	"fmt"
	"time"

	"sitrep/briefing/edtf"
)

// dates finds what does not fit the information cut-off.
func (c *checker) dates() {
	b := c.doc.Briefing
	asOf := newCutOff(b.AsOf)
	c.events(asOf)
	for i := range b.Sources {
		s := &b.Sources[i]
		if date := s.Publication.Published; asOf.before(date) {
			c.add(CodePublishedAfterAsOf, s.Pos, s.ID, fmt.Sprintf("%q was published after the cut-off: %s", s.ID, asOf.against(date)),
				"correct the date, or move as_of")
		}
	}
	for _, s := range c.x.Stands {
		if date := s.Position.Said; asOf.before(date) {
			c.add(CodeSaidAfterAsOf, s.Position.Pos, s.ID, fmt.Sprintf("%q said it after the cut-off: %s", s.Position.Holder, asOf.against(date)),
				"correct the date, or move as_of")
		}
	}
	if asOf.after(b.Issued) {
		c.add(CodeIssuedBeforeAsOf, c.doc.At["issued"], "", "the briefing was issued before its cut-off: "+asOf.against(b.Issued),
			"correct issued or as_of")
	}
}

const hintExpected = "give it the status expected, or correct the date"

func (c *checker) events(asOf cutOff) {
	for i := range c.doc.Briefing.Events {
		e := &c.doc.Briefing.Events[i]
		date := e.When.Date
		switch {
		case e.Status == EventOccurred && asOf.before(date):
			c.add(CodeOccurredAfterAsOf, e.Pos, e.ID, fmt.Sprintf("%q has occurred, and its date is after the cut-off: %s", e.ID, asOf.against(date)), hintExpected)
		case e.Status == EventOngoing && asOf.before(date):
			c.add(CodeOccurredAfterAsOf, e.Pos, e.ID, fmt.Sprintf("%q is going on, and its date is after the cut-off: %s", e.ID, asOf.against(date)), hintExpected)
		case e.Status == EventExpected && asOf.after(date):
			c.add(CodeExpectedBeforeAsOf, e.Pos, e.ID, fmt.Sprintf("%q is expected, and its date is before the cut-off: %s", e.ID, asOf.against(date)),
				"say whether it occurred or was cancelled")
		}
	}
}

// cutOff is the information cut-off of a briefing.
type cutOff struct {
	date        edtf.Date
	first, last time.Time
	begins      bool // it has a first moment
	ends        bool // it has a last moment
}

func newCutOff(date edtf.Date) cutOff {
	c := cutOff{date: date}
	c.first, c.last, c.begins, c.ends = date.Bounds()
	return c
}

// before reports whether the whole of a date comes after the cut-off.
func (c cutOff) before(date edtf.Date) bool {
	earliest, _, known, _ := date.Bounds()
	return c.ends && known && earliest.After(c.last)
}

// after reports whether the whole of a date comes before the cut-off.
func (c cutOff) after(date edtf.Date) bool {
	_, latest, _, known := date.Bounds()
	return c.begins && known && latest.Before(c.first)
}

// against is a date and the cut-off in words.
func (c cutOff) against(date edtf.Date) string {
	return date.Words() + ", as of " + c.date.Words()
}
