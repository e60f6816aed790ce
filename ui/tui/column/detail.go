package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Detail returns the page of a target, with the cursor on its passage if the
// target names one. It returns nil if the target leads nowhere.
func Detail(x *briefing.Index, t page.Target) Column {
	if t.IsZero() || t.Passage > len(x.Passages) {
		return nil
	}
	if t.Ref.Kind == briefing.KindNone {
		if t.Passage == 0 {
			return nil
		}
		return NewFlow(Blocks(page.Passage(x, &x.Passages[t.Passage-1])))
	}
	if t.Ref.Kind == briefing.KindQuestion && x.Question(t.Ref.ID) != nil {
		return newDebate(x, x.Question(t.Ref.ID))
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
