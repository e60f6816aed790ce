package dialog

import (
	"errors"
	"strconv"

	"sitrep/briefing/file"
)

// EditMsg asks to open the file in an editor at a line.
type EditMsg struct{ Line int }

// Problems is what is wrong with a file, as far as it is known.
type Problems struct {
	File    string
	InFile  bool           // whether there is a path
	CanEdit bool           // whether the reader may open it in an editor
	Failed  error          // why the file could not be read again; nil if it was
	Found   []file.Problem // errors first
	Done    bool           // nothing else will be found
}

// ListProblems lists what is wrong with the file, as sitrep check does. now
// returns what is known so far.
func ListProblems(now func() Problems) *Picker {
	p := &Picker{}
	var items []Item
	var of Problems
	p.Find = func(typed string) []Item {
		if now := now(); items == nil || of.Done != now.Done {
			items, of = now.items(p), now
		}
		return narrowing(items)(typed)
	}
	if now().CanEdit {
		p.Enter = "edits it"
	}
	return p.Prepare()
}

// MaxProblems is the limit of listed problems. The errors come first.
const MaxProblems = 10_000

// items returns the rows of the list of problems and sets its title.
func (l Problems) items(p *Picker) []Item {
	var items []Item
	var all file.Tally
	where := ""
	if l.Failed != nil {
		problem := file.Problem{Severity: file.Error, Message: file.WhyUnreadable(l.Failed)}
		if refused, ok := errors.AsType[*file.LoadError](l.Failed); ok {
			problem = refused.Problem
		}
		all.Add(problem)
		items = append(items, l.item("Why the file is not shown as it is now", problem))
		where = " in what is shown"
	}
	for _, problem := range l.Found {
		if all.Add(problem); all.Errors+all.Warnings > MaxProblems {
			continue
		}
		group := "Warnings" + where
		if problem.Severity == file.Error {
			group = "Errors" + where
		}
		items = append(items, l.item(group, problem))
	}
	if n := all.Errors + all.Warnings - MaxProblems; n > 0 {
		items = append(items, Item{Group: "More", Text: strconv.Itoa(n) + " more are not listed", Aside: "sitrep check -f json lists all"})
	}
	p.Title, p.None = all.String()+" in "+l.File, "no problem says that"
	if len(items) == 0 {
		p.None = "nothing is left out, no quote is missing, and check warns of nothing"
	}
	if !l.Done {
		p.Title = file.Count(all.Errors, "error") + " so far in " + l.File
		items = append(items, Item{Group: "Still being checked", Text: "what else is found will be listed here"})
	}
	p.Title = capital(p.Title)
	p.KeyCells = positionCells(items)
	return items
}

// positionCells returns the width of the column of positions. It is no wider
// than needed, to save lines on narrow screens.
func positionCells(items []Item) int {
	const behind = 2
	cells := 0
	for _, item := range items {
		cells = max(cells, len(item.Key)+behind)
	}
	return min(cells, kindCells)
}

// item returns a row that opens the file in the editor at a problem.
func (l Problems) item(group string, p file.Problem) Item {
	item := Item{Group: group, Text: p.Text(), Code: p.Code, Aside: p.Hint}
	if p.Pos.Line > 0 {
		item.Key = strconv.Itoa(int(p.Pos.Line)) + ":" + strconv.Itoa(int(p.Pos.Col))
		if l.InFile && p.File == l.File {
			item.Result = EditMsg{int(p.Pos.Line)}
		}
	}
	return item
}
