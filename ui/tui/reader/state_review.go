package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/review"
)

// reviewing is the state of a review on the screen. It is nil in a reader that writes no
// file.
type reviewing struct {
	*review.Review
	writing   bool
	held      []tea.KeyPressMsg // that came while a change was written
	unread    bool              // the file may have changed while a change was written
	rechecked bool              // the file has been read once more, as it was before or after a change
	refused   bool              // a change, as another program has changed the file
	edited    bool              // an editor has just ended
}
