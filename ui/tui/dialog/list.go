package dialog

import "strings"

// Widths of the column before the texts of a picker, in cells.
const (
	keyCells  = 18
	kindCells = 12
)

// list returns a prepared picker of items, narrowed by typing.
func list(p Picker, items []Item) *Picker {
	p.Find = narrowing(items)
	return p.Prepare()
}

// narrowing returns a Find that keeps the items that contain what is typed, in
// their own order and under their headings.
func narrowing(items []Item) func(string) []Item {
	return func(typed string) []Item {
		if typed == "" {
			return items
		}
		var out []Item
		typed = strings.ToLower(typed)
		for _, item := range items {
			if strings.Contains(strings.ToLower(item.Key+" "+item.Text+" ("+item.Code+") "+item.Group), typed) {
				out = append(out, item)
			}
		}
		return out
	}
}
