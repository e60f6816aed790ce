package dialog

import "sitrep/briefing"

// Version is a version of a briefing in a folder.
type Version struct {
	Name  string // of its file
	Label string // "version 3, as of 11 June 2024"
}

// CompareMsg asks to compare two versions, given by the names of their files.
type CompareMsg struct{ Was, Is Version }

// Versions lists the versions that another can be compared with: the ones before
// it, the nearest first, and the ones after it.
func Versions(of Version, before, after []Version) *Picker {
	items := briefing.Map(before, func(v Version) Item {
		return Item{Group: "Versions before it", Text: v.Label, Aside: v.Name, Result: CompareMsg{v, of}}
	})
	items = append(items, briefing.Map(after, func(v Version) Item {
		return Item{Group: "Versions after it", Text: v.Label, Aside: v.Name, Result: CompareMsg{of, v}}
	})...)
	return list(Picker{Title: "Compare " + of.Label + " with", Enter: "compares them", None: "no version says that"}, items)
}
