package dialog

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// OpenMsg asks to open the page of a target.
type OpenMsg struct{ Target page.Target }

// Related lists everything related to an item.
func Related(x *briefing.Index, t *style.Theme, ref briefing.Ref) *Picker {
	var items []Item
	for _, rel := range page.Related(x, ref) {
		group := rel.Name + "  " + strconv.Itoa(len(rel.Targets))
		items = slices.Grow(items, len(rel.Targets))
		for _, target := range rel.Targets {
			items = append(items, targetItem(x, t, group, target))
		}
	}
	return list(Picker{Title: "Related to " + page.Crumb(x, page.Target{Ref: ref}), Enter: "opens it",
		None: "nothing else in this briefing touches it", KeyCells: kindCells}, items)
}

func targetItem(x *briefing.Index, t *style.Theme, group string, to page.Target) Item {
	item := Item{Group: group, Key: page.KindLabel(to.Ref.Kind), Text: page.Name(x, to.Ref), Result: OpenMsg{to}}
	if to.Passage > 0 {
		e := x.Passages[to.Passage-1].Evidence
		item.Key = "[" + strconv.Itoa(to.Passage) + "]"
		if e.Quote != "" {
			item.Aside = quoted(t, e.Quote)
		}
	}
	return item
}
