package dialog

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
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
	items := []Item{{Key: "y", Shortcut: "y", Text: "drop it, and " + Counted(ref, all), Result: DropMsg{ref, len(all)}}}
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

// Counted says in words how many items of each kind go with one: "1 claim and 1
// question", "3 positions that it holds".
func Counted(of briefing.Ref, with []briefing.Ref) string {
	count := map[briefing.Kind]int{}
	var kinds []briefing.Kind
	for _, r := range with {
		if count[r.Kind]++; count[r.Kind] == 1 {
			kinds = append(kinds, r.Kind)
		}
	}
	slices.Sort(kinds)
	slices.Reverse(kinds)
	var out []string
	for _, k := range kinds {
		text := briefing.Counted(count[k], k.String(), k.String()+"s")
		if k == briefing.KindPosition && of.Kind == briefing.KindActor {
			text += " that it holds"
		}
		out = append(out, text)
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}
