package dialog

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/review"
	"sitrep/ui/tui/style"
)

// DropMsg asks to drop a draft with what goes with it, which is so many items.
type DropMsg struct {
	Ref  briefing.Ref
	With int
}

// Drop asks whether a draft is to be dropped, and lists what goes with it.
func Drop(x *briefing.Index, t *style.Theme, ref briefing.Ref, fall briefing.Fall) *Picker {
	all := fall.All()
	items := []Item{{Key: "y", Shortcut: "y", Text: "drop it, and " + review.Counted(ref, all), Result: DropMsg{ref, len(all)}}}
	for _, gone := range all {
		item := targetItem(x, t, "Goes with it", page.Target{Ref: gone})
		item.Result = nil
		if !x.Draft(gone) {
			item.Aside = "a person has written or taken this"
		}
		items = append(items, item)
	}
	return list(Picker{Title: "Drop " + page.Name(x, ref), Enter: "drops it", None: "nothing", KeyCells: kindCells}, items)
}
