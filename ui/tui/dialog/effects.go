package dialog

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// capital returns words with the first letter, which must be ASCII, in upper
// case.
func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// Effects lists what changes in full without the items in names. left is the
// index of what remains.
func Effects(full, left *briefing.Index, t *style.Theme, names string) *Picker {
	var items []Item
	for _, e := range briefing.Effects(full, left) {
		items = append(items, targetItem(left, t, capital(string(e.What)), page.Target{Ref: e.Ref}))
	}
	slices.SortStableFunc(items, func(x, y Item) int { return strings.Compare(x.Group, y.Group) })
	return list(Picker{Title: "Without " + names, Enter: "opens it", None: "nothing else falls", KeyCells: kindCells}, items)
}
