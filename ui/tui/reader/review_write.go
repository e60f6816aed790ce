package reader

import (
	"crypto/sha256"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
)

// maxHeld limits the keys that wait for a change to be written.
const maxHeld = 1000

// changedMsg is the result of a change.
type changedMsg struct {
	change  change
	indexed *screen.Indexed
	err     error
}

// change changes the file, unless another program has changed it meanwhile.
func (r *Reader) change(c change) tea.Cmd {
	r.review.writing = true
	doc, loaded := *r.doc, r.file.check.loaded
	doc.Problems = loaded
	write := r.file.Rewrite
	return func() tea.Msg {
		text, err := c.edit(doc.Text, &doc)
		if err != nil {
			return changedMsg{change: c, err: err}
		}
		if err := write(doc.Text, text); err != nil {
			return changedMsg{change: c, err: err}
		}
		next, err := file.LoadText(doc.Path, text)
		if err != nil {
			return changedMsg{change: c, err: err}
		}
		next.Text = text
		return changedMsg{change: c, indexed: screen.NewIndexed(next, screen.AllPassages)}
	}
}

// changed shows the file after a change.
func (r *Reader) changed(msg changedMsg) tea.Cmd {
	v := r.review
	v.writing = false
	var cmds []tea.Cmd
	switch {
	case errors.Is(msg.err, screen.ErrChanged):
		v.held = nil // they are about what is not there any more
		v.refused = true
		cmds = append(cmds, r.file.ReadAgain())
	case msg.err != nil:
		v.held = nil
		r.Say("not written: " + msg.err.Error() + hintOf(msg.err))
	default:
		cmds = append(cmds, r.took(msg))
	}
	if v.unread {
		v.unread = false
		cmds = append(cmds, r.file.ReadAgain())
	}
	return tea.Batch(cmds...)
}

func hintOf(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return "; " + h.Hint()
	}
	return ""
}

// took shows the file after a change.
func (r *Reader) took(msg changedMsg) tea.Cmd {
	v, c := r.review, msg.change
	for _, text := range []string{r.doc.Text, msg.indexed.Doc.Text} {
		v.own[sha256.Sum256([]byte(text))] = true
	}
	if c.undoes {
		v.steps = v.steps[:len(v.steps)-1]
	} else {
		v.keep(stepOf(c, r.doc.Text, msg.indexed.Doc.Text))
	}
	v.taken, v.dropped = v.taken+c.taken, v.dropped+c.dropped
	cmd := r.renew(msg.indexed, true)
	if r.inReview() {
		r.goToDraft(c.next)
	}
	r.Say(c.says)
	return cmd
}

// undoStep takes the last step back.
func (r *Reader) undoStep() tea.Cmd {
	if r.onlyInReview() {
		return nil
	}
	v := r.review
	if len(v.steps) == 0 {
		r.Say("nothing to undo")
		return nil
	}
	last := v.steps[len(v.steps)-1]
	if sha256.Sum256([]byte(r.doc.Text)) != last.after {
		r.Say("not undone: the file has been changed since")
		return nil
	}
	return r.change(change{says: "undone: " + last.says, next: last.item, taken: -last.taken, dropped: -last.dropped, undoes: true,
		edit: func(text string, _ *file.Document) (string, error) {
			return text[:last.at] + last.old + text[last.at+len(last.new):], nil
		}})
}
