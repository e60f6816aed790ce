package tui

import (
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
	a.dialogs.Push(dialog.ListProblems(a.knownProblems))
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

// knownProblems returns what is known to be wrong with the file: errors, and
// warnings once the check is done.
func (a *App) knownProblems() dialog.Problems {
	found := a.doc.Problems
	if a.file.check.done {
		found = a.file.check.found
	}
	return dialog.Problems{File: a.doc.Name, InFile: a.doc.Path != "", CanEdit: a.doc.Path != "" && a.doc.Withheld.Limit == "",
		Failed: a.file.state.failed, Found: found, Done: a.file.check.done}
}
