package dialog

import (
	"sitrep/briefing/export"
)

// ExportACHMsg asks to write the analysis on the screen to a file.
type ExportACHMsg struct{ Format, File string }

// ExportACH offers the formats of an analysis of competing hypotheses, and the export of
// the briefing, which never has it. stem begins the names of the files.
func ExportACH(stem string) *Picker {
	var items []Item
	for _, f := range export.AnalysisFormats() {
		file := stem + f.Extension
		items = append(items, Item{Group: "Your analysis of competing hypotheses", Key: f.Name, Text: file, Result: ExportACHMsg{f.Name, file}})
	}
	items = append(items, Item{Group: "The briefing", Key: "all formats", Text: "without your analysis", Result: RunMsg{Action: "export", Argument: export.Formats[0].Name}})
	return list(Picker{Title: "Export", Enter: "writes it to the current folder", None: "nothing to export", KeyCells: keyCells}, items)
}
