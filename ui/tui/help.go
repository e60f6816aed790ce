package tui

import (
	"strconv"

	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// keyCells is the width of the column of keys in the help.
const keyCells = 18

// help shows every binding.
func (a *App) help() {
	var blocks []page.Block
	group := ""
	for _, b := range a.bindings {
		if b.group != group {
			if group != "" {
				blocks = append(blocks, page.Blank{})
			}
			group = b.group
			blocks = append(blocks, page.Section{Text: group})
		}
		blocks = append(blocks, page.Entry{
			Lead: []page.Span{{Text: b.Help().Key, Role: page.Label}}, LeadCells: keyCells,
			Body: []page.Span{{Text: b.name}},
		})
	}
	blocks = append(blocks, page.Blank{}, page.Section{Text: "Signs"})
	blocks = append(blocks, page.Legend()...)
	a.dialogs.Push(dialog.NewList("Keys", blocks))
}

// problems lists what is wrong with the file.
func (a *App) problems() {
	if len(a.doc.Problems) == 0 {
		a.say("no problems: every part of the file is shown")
		return
	}
	var blocks []page.Block
	for _, p := range a.doc.Problems {
		at := "line " + strconv.Itoa(int(p.Pos.Line)) + ", column " + strconv.Itoa(int(p.Pos.Col)) + "  " + p.Code
		e := page.Entry{Body: []page.Span{{Text: p.Message}}, Under: [][]page.Span{{{Text: at, Role: page.Muted}}}}
		if p.Hint != "" {
			e.Under = append(e.Under, []page.Span{{Text: p.Hint, Role: page.Computed}})
		}
		blocks = append(blocks, e, page.Blank{})
	}
	a.dialogs.Push(dialog.NewList(countProblems(len(a.doc.Problems))+" in "+a.doc.Name, blocks))
}

func countProblems(n int) string {
	if n == 1 {
		return "1 problem"
	}
	return strconv.Itoa(n) + " problems"
}
