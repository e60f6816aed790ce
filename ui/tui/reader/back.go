package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// back goes one step back. The first case that applies is the place of the
// reader. Key handles dialogs and the prompt before.
func (r *Reader) back() tea.Cmd {
	s := r.here()
	switch {
	case r.atHitOrigin(): // to the list of hits in the folder
		return r.leave()
	case len(s.trail) > 0: // to the row that the page was opened from
		s.trail = s.trail[:len(s.trail)-1]
	case r.find.query != "": // out of the search
		r.endSearch()
	case !r.narrow.on.Empty(): // to all rows
		r.applyFilter("")
	case r.file.quotes.lookingUp(): // stop waiting
		r.stopLookingUp()
	case r.parent.Ask != nil: // to the list of the folder, or to what was shown before
		return r.leave()
	default:
		r.Say("this is the top of the section; " + r.Keys.Of("quit") + " quits")
	}
	return nil
}

// quitOrBack goes one step back, and from a list quits the program.
func (r *Reader) quitOrBack() tea.Cmd {
	if len(r.here().trail) == 0 && r.parent.Ask == nil {
		if r.losesNotes() {
			return nil
		}
		return tea.Quit
	}
	return r.back()
}

// left and right move the cursor in columns where it goes sideways. In others
// they go back and open.
func (r *Reader) left() tea.Cmd {
	if !r.sideways() {
		return r.back()
	}
	r.Move(r.here().focused(), column.Left)
	return nil
}

func (r *Reader) right() {
	if r.sideways() {
		r.Move(r.here().focused(), column.Right)
		return
	}
	r.open()
}
