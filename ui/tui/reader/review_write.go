package reader

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/review"
	"sitrep/ui/tui/screen"
)

// maxHeld limits the keys that wait for a change to be written.
const maxHeld = 1000

// changedMsg is the result of a change.
type changedMsg struct {
	change  review.Change
	indexed *screen.Indexed
	err     error
}

// change changes the file, unless another program has changed it meanwhile.
func (r *Reader) change(c review.Change) tea.Cmd {
	r.review.writing = true
	doc, loaded := *r.doc, r.file.check.loaded
	doc.Problems = loaded
	write := r.file.Rewrite
	return func() tea.Msg {
		next, err := c.Write(&doc, write)
		if err != nil {
			return changedMsg{change: c, err: err}
		}
		return changedMsg{change: c, indexed: screen.NewIndexed(next, screen.AllPassages)}
	}
}

// changed shows the file after a change.
func (r *Reader) changed(msg changedMsg) tea.Cmd {
	v := r.review
	v.writing = false
	var cmds []tea.Cmd
	switch {
	case errors.Is(msg.err, review.ErrChanged):
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
	r.review.Made(msg.change, r.doc.Text, msg.indexed.Doc.Text)
	cmd := r.renew(msg.indexed, true)
	if r.inReview() {
		r.goToDraft(msg.change.Next)
	}
	r.Say(msg.change.Says)
	return cmd
}

// undoStep takes the last step back.
func (r *Reader) undoStep() tea.Cmd {
	if r.onlyInReview() {
		return nil
	}
	c, err := r.review.Undo(r.doc.Text)
	if err != nil {
		r.Say(err.Error())
		return nil
	}
	return r.change(c)
}
