package dialog

// SaveCopyMsg asks to save the briefing as a file and edit it.
type SaveCopyMsg struct{}

// SaveCopy offers to save a briefing without a file under the given name.
func SaveCopy(name string) *Picker {
	return list(Picker{Title: "This briefing is in no file", Enter: "saves it", None: "nothing to save"}, []Item{{
		Text:  "save a copy in the current folder, and edit that",
		Aside: "as " + name + ", or with a number where that is taken", Result: SaveCopyMsg{},
	}})
}
