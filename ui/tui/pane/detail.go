package pane

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Detail is the page of what a target leads to, with the cursor on the passage
// where it leads to one; nil where it leads nowhere.
func Detail(x *briefing.Index, t page.Target) Column {
	if t.IsZero() {
		return nil
	}
	if t.Ref.Kind == briefing.KindNone {
		return NewFlow(Blocks(page.Passage(x, &x.Passages[t.Passage-1])))
	}
	blocks := page.Of(x, t.Ref)
	if blocks == nil {
		return nil
	}
	f := NewFlow(Blocks(blocks))
	if t.Passage > 0 {
		f.Select(page.Target{Passage: t.Passage})
	}
	return f
}

// Crumb is what a target is called in the path of places.
func Crumb(x *briefing.Index, t page.Target) string {
	if t.Ref.Kind == briefing.KindNone {
		return "passage " + strconv.Itoa(t.Passage)
	}
	name := x.Name(t.Ref)
	switch {
	case t.Passage > 0:
		return name + " [" + strconv.Itoa(t.Passage) + "]"
	case t.Ref.Kind == briefing.KindPosition:
		s, _ := x.Stand(t.Ref.ID)
		return x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance)
	}
	return name
}
