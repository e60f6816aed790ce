package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// back goes one step back. Each place has one meaning of it; the first that
// applies is where the reader is. Dialogs and the prompt come before, in key.
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
	case r.file.quotes.lookingUp(): // not to wait any longer
		r.stopLookingUp()
	case r.parent.Ask != nil: // to the list of the folder, or to what it was opened over
		return r.leave()
	default:
		r.Say("this is the top of the section; " + r.Keys.Of("quit") + " quits")
	}
	return nil
}

// quitOrBack goes one step back, and from a list out of the program.
func (r *Reader) quitOrBack() tea.Cmd {
	if len(r.here().trail) == 0 && r.parent.Ask == nil {
		return tea.Quit
	}
	return r.back()
}

// left and right move the cursor where it goes sideways, and leave or open
// elsewhere.
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
