package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/ui/tui/dialog"
)

// checkedMsg has everything that is wrong with a briefing.
type checkedMsg struct {
	of    *briefing.Briefing
	found []file.Problem
}

// problems lists what is wrong with the file, as sitrep check does.
func (r *Reader) problems() tea.Cmd {
	r.Dialogs.Push(dialog.ListProblems(r.knownProblems))
	return r.check()
}

// check starts to check the briefing, unless that has been done, with an index
// of its own.
func (r *Reader) check() tea.Cmd {
	if r.file.check.begun {
		return nil
	}
	r.file.check.begun = true
	doc := *r.doc
	doc.Problems = r.file.check.loaded
	return func() tea.Msg { return checkedMsg{doc.Briefing, check.Document(&doc)} }
}

// checked shows what a check has found. A result from before a reload is
// dropped.
func (r *Reader) checked(msg checkedMsg) {
	if msg.of != r.doc.Briefing {
		return
	}
	c := &r.file.check
	c.done, c.found = true, msg.found
	n := 0
	for n < len(c.found) && c.found[n].Severity == file.Error {
		n++
	}
	r.doc.Problems = c.found[:n:n]
	r.file.quotes = quotes{}
	r.resize()
	r.Dialogs.Renew()
}

// knownProblems returns the known problems of the file: errors, and warnings
// once the check is done.
func (r *Reader) knownProblems() dialog.Problems {
	found := r.doc.Problems
	if r.file.check.done {
		found = r.file.check.found
	}
	return dialog.Problems{File: r.doc.Name, InFile: r.doc.Path != "", CanEdit: r.doc.Path != "" && r.doc.Withheld.Limit == "",
		Failed: r.file.state.failed, Found: found, Done: r.file.check.done}
}
