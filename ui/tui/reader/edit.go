package reader

import (
	"bytes"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// edit opens the file in the editor at the item. For a briefing without a file
// it offers to save one first.
func (r *Reader) edit() tea.Cmd {
	if r.doc.Path != "" {
		return r.editAt(r.doc.Path, r.line())
	}
	if r.withholds() {
		return nil
	}
	if r.file.Text == nil {
		r.Say("this briefing is in no file that could be edited")
		return nil
	}
	text, err := r.file.Text()
	if err != nil {
		r.Say("not edited: " + err.Error())
		return nil
	}
	r.Dialogs.Push(dialog.SaveCopy(copyName(text)))
	return nil
}

// withholds reports whether only a part of the file may be shown, and says so:
// the editor would show all of it.
func (r *Reader) withholds() bool {
	limit := r.doc.Withheld.Limit
	if limit != "" {
		r.Say("not edited: only what is marked " + limit.String() + " or lower may be shown of the file")
	}
	return limit != ""
}

// copyName returns the file name for a copy of a briefing, by its format.
func copyName(text []byte) string {
	if bytes.HasPrefix(bytes.TrimLeft(text, "\ufeff \t\r\n"), []byte("{")) {
		return "briefing.json"
	}
	return "briefing.yaml"
}

// saveCopy saves a briefing without a file as one, and reads that.
func (r *Reader) saveCopy() tea.Cmd {
	save, read, open := r.file.save, r.file.Text, r.file.open
	return func() tea.Msg {
		text, err := read()
		if err != nil {
			return savedMsg{err: err}
		}
		path, err := save(".", copyName(text), text)
		if err != nil {
			return savedMsg{err: err}
		}
		file := open(path)
		e, err := file.Read()
		return savedMsg{file, e, err}
	}
}

// saved goes on with the saved copy, and opens it in the editor.
func (r *Reader) saved(msg savedMsg) tea.Cmd {
	if msg.err != nil {
		r.Say("not edited: " + msg.err.Error())
		return nil
	}
	watch := r.take(msg.file)
	r.show(msg.indexed)
	return tea.Batch(watch, r.editAt(r.doc.Path, r.line()))
}

// editAt opens a file in the editor at a line.
func (r *Reader) editAt(path string, line int) tea.Cmd {
	if r.withholds() {
		return nil
	}
	return r.file.Edit(path, line)
}

// edited reads the file again once the editor has ended.
func (r *Reader) edited(msg screen.EditedMsg) tea.Cmd {
	if r.file.Edited(msg) {
		if r.review != nil {
			r.review.edited = true
		}
		return r.reload()
	}
	return nil
}

// line returns the line of the file that states what is under the cursor, or
// else the subject of the open page, or 0 if it is not known.
func (r *Reader) line() int {
	for _, t := range []page.Target{r.here().focused().Selected(), r.openItem()} {
		if pos := posOf(r.index, t); pos.Line > 0 {
			return int(pos.Line)
		}
	}
	return 0
}

// posOf returns where the file states something.
func posOf(x *briefing.Index, t page.Target) briefing.Pos {
	if t.Passage > 0 {
		return x.Passages[t.Passage-1].Evidence.Pos
	}
	return x.Pos(t.Ref)
}
