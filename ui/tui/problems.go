package tui

import (
	"errors"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/ui/tui/dialog"
)

// checking is what sitrep check says of the briefing. It is worked out behind the
// frame when somebody asks for it.
type checking struct {
	loaded []file.Problem // found by the loader: what a check begins with
	begun  bool
	done   bool
	found  []file.Problem // once it is done
}

// checkedMsg is all that is wrong with a briefing.
type checkedMsg struct {
	of    *briefing.Briefing
	found []file.Problem
}

// problems lists what is wrong with the file, as sitrep check does.
func (a *App) problems() tea.Cmd {
	p := &dialog.Picker{}
	var items []dialog.Item
	var of checking
	p.Find = func(typed string) []dialog.Item {
		if now := a.file.check; items == nil || of.done != now.done {
			items, of = a.problemItems(p), now
		}
		return narrowing(items)(typed)
	}
	if a.doc.Path != "" && a.doc.Withheld.Limit == "" {
		p.Enter = "edits it"
	}
	a.dialogs.Push(p.Prepare())
	return a.check()
}

// check begins to check the briefing, if that has not been done, with an index
// of its own.
func (a *App) check() tea.Cmd {
	if a.file.check.begun {
		return nil
	}
	a.file.check.begun = true
	doc := *a.doc
	doc.Problems = a.file.check.loaded
	return func() tea.Msg { return checkedMsg{doc.Briefing, check.Document(&doc)} }
}

// checked shows what a check has found. What comes of it after a reload is
// dropped.
func (a *App) checked(msg checkedMsg) {
	if msg.of != a.doc.Briefing {
		return
	}
	c := &a.file.check
	c.done, c.found = true, msg.found
	n := 0
	for n < len(c.found) && c.found[n].Severity == file.Error {
		n++
	}
	a.doc.Problems = c.found[:n:n]
	a.file.quotes = quotes{}
	a.Resize(a.frame.W, a.frame.H)
	a.dialogs.Renew()
}

// maxProblemItems is how many problems are listed. The errors come first.
const maxProblemItems = 10_000

// problemItems are the rows of the list of problems, and its title.
func (a *App) problemItems(p *dialog.Picker) []dialog.Item {
	var items []dialog.Item
	var all file.Tally
	where := ""
	if err := a.file.state.failed; err != nil {
		problem := file.Problem{Severity: file.Error, Message: a.failure()}
		var refused *file.LoadError
		if errors.As(err, &refused) {
			problem = refused.Problem
		}
		all.Add(problem)
		items = append(items, a.problemItem("Why the file is not shown as it is now", problem))
		where = " in what is shown"
	}
	found := a.doc.Problems // errors, as far as they are known
	if a.file.check.done {
		found = a.file.check.found
	}
	for _, problem := range found {
		if all.Add(problem); all.Errors+all.Warnings > maxProblemItems {
			continue
		}
		group := "Warnings" + where
		if problem.Severity == file.Error {
			group = "Errors" + where
		}
		items = append(items, a.problemItem(group, problem))
	}
	if n := all.Errors + all.Warnings - maxProblemItems; n > 0 {
		items = append(items, dialog.Item{Group: "More", Text: strconv.Itoa(n) + " more are not listed", Aside: "sitrep check -f json lists all"})
	}
	p.Title, p.None = all.String()+" in "+a.doc.Name, "no problem says that"
	if len(items) == 0 {
		p.None = "nothing is left out, no quote is missing, and check warns of nothing"
	}
	if !a.file.check.done {
		p.Title = file.Count(all.Errors, "error") + " so far in " + a.doc.Name
		items = append(items, dialog.Item{Group: "Still being checked", Text: "what else is found will be listed here"})
	}
	p.KeyCells = positionCells(items)
	return items
}

// positionCells is the column that the positions of problems need: the less it
// takes, the fewer lines there are on a narrow screen.
func positionCells(items []dialog.Item) int {
	const behind = 2
	cells := 0
	for _, item := range items {
		cells = max(cells, len(item.Key)+behind)
	}
	return min(cells, kindCells)
}

// problemItem is a row that opens the file in the editor where a problem is.
func (a *App) problemItem(group string, p file.Problem) dialog.Item {
	item := dialog.Item{Group: group, Text: p.Text(), Code: p.Code, Aside: p.Hint}
	if p.Pos.Line > 0 {
		item.Key = position(p.Pos)
		if a.doc.Path != "" && p.File == a.doc.Name {
			item.Result = editAtMsg{int(p.Pos.Line)}
		}
	}
	return item
}
