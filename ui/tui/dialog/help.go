package dialog

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/lanes"
	"sitrep/ui/tui/style"
)

// RunMsg asks to run an action, given by its id. Argument is what was typed
// after its verb, or "".
type RunMsg struct{ Action, Argument string }

// Help lists every key by group, and the meanings of signs and grades. Enter
// runs the action of a row. Actions that are turned off come after the others.
func Help(b *keys.Bindings, t *style.Theme) *Picker {
	var items, off []Item
	for _, b := range b.List {
		if b.Off {
			off = append(off, actionItem(b, "Off, as this reader is confined to its briefings"))
		} else {
			items = append(items, actionItem(b, b.Group))
		}
	}
	items = append(items, off...)
	for _, row := range page.Signs() {
		items = append(items, Item{Group: "Signs", Key: t.Sign(row[0]), Text: row[1]})
	}
	for _, row := range lanes.Signs(t) {
		items = append(items, Item{Group: "Signs in the lanes of the timeline", Key: row[0], Text: row[1]})
	}
	for _, row := range lanes.StripSigns(t) {
		items = append(items, Item{Group: "Signs in the strip above the timeline", Key: row[0], Text: row[1]})
	}
	group := ""
	for _, b := range page.Grades() {
		switch b := b.(type) {
		case page.Section:
			group = b.Text + ", " + b.Note
		case page.Entry:
			items = append(items, Item{Group: group, Key: b.Lead[0].Text, Text: b.Body[0].Text})
		}
	}
	return list(Picker{Title: "Keys", Enter: "does it", None: "no key does that", KeyCells: keyCells}, items)
}

// actionItem returns the row of an action. The action that goes to a section
// needs a number and does nothing here.
func actionItem(b keys.Binding, group string) Item {
	item := Item{Group: group, Key: b.Help().Key, Text: b.Name}
	if b.ID != keys.Section {
		item.Result = RunMsg{Action: b.ID}
	}
	return item
}
