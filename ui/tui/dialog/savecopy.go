package dialog

// SaveCopyMsg asks for the briefing to be saved as a file and edited.
type SaveCopyMsg struct{}

// SaveCopy offers to save a briefing that is in no file as one with that name.
func SaveCopy(name string) *Picker {
	return list(Picker{Title: "This briefing is in no file", Enter: "saves it", None: "nothing to save"}, []Item{{
		Text:  "save a copy in the current folder, and edit that",
		Aside: "as " + name + ", or with a number where that is taken", Result: SaveCopyMsg{},
	}})
}
