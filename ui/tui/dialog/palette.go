package dialog

import (
	"strings"

	"github.com/sahilm/fuzzy"

	"sitrep/ui/tui/keys"
)

// SectionMsg asks for a section, by its number from 0.
type SectionMsg struct{ Section int }

// Palette lists every action by name, narrowed by typing, and the sections with
// these names. Actions that move the cursor come last, because people do not look
// them up by name.
func Palette(b *keys.Bindings, sections []string) *Picker {
	var items, moves []Item
	for _, b := range b.List {
		switch {
		case b.Group == keys.GroupMove:
			moves = append(moves, actionItem(b, ""))
		case b.ID != keys.Section:
			items = append(items, actionItem(b, ""))
		default:
			for n, key := range b.Keys()[:min(len(b.Keys()), len(sections))] {
				items = append(items, Item{Key: key, Text: "go to " + sections[n], Result: SectionMsg{n}})
			}
		}
	}
	p := &Picker{Title: "Actions", Enter: "does it", Typing: true, None: "no such action", KeyCells: keyCells, Find: matching(append(items, moves...))}
	return p.Prepare()
}

// matching returns a Find that puts the items that fit what is typed first, best
// first, by letters in their order.
func matching(items []Item) func(string) []Item {
	return func(typed string) []Item {
		if strings.TrimSpace(typed) == "" {
			return items
		}
		var out []Item
		for _, m := range fuzzy.FindFrom(typed, itemTexts(items)) {
			out = append(out, items[m.Index])
		}
		return out
	}
}

// itemTexts is the texts of items, as the matcher wants them.
type itemTexts []Item

func (t itemTexts) String(i int) string { return t[i].Text }
func (t itemTexts) Len() int            { return len(t) }
