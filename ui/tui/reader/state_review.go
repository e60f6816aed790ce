package reader

import (
	"crypto/sha256"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// reviewing is the state of a review: a person takes the drafts of a briefing or drops
// them. It is nil in a reader that writes no file.
type reviewing struct {
	left, taken, dropped int
	steps                []step // to undo, the latest last
	writing              bool
	held                 []tea.KeyPressMsg          // that came while a change was written
	unread               bool                       // the file may have changed while a change was written
	own                  map[[sha256.Size]byte]bool // what the file was before and after each change
	rechecked            bool                       // the file has been read once more, as it was one of these
	refused              bool                       // a change, as another program has changed the file
	edited               bool                       // an editor has just ended
}

// progress says how far the review is.
func (v *reviewing) progress() string {
	of := v.left + v.taken + v.dropped
	text := strconv.Itoa(v.left) + " of " + strconv.Itoa(of) + " left"
	if v.taken > 0 {
		text += ", " + strconv.Itoa(v.taken) + " taken"
	}
	if v.dropped > 0 {
		text += ", " + strconv.Itoa(v.dropped) + " dropped"
	}
	return text
}

// change is what a key does to the file.
type change struct {
	says           string       // afterwards
	item           briefing.Ref // that it is about
	next           briefing.Ref // to go to
	taken, dropped int          // how many items are
	undoes         bool         // it undoes the last step
	edit           func(text string, doc *file.Document) (string, error)
}

// step is a change of the file that can be undone: the bytes from at on that it has
// replaced by others.
type step struct {
	change
	at       int
	old, new string
	after    [sha256.Size]byte // of the whole file
}

// maxUndo limits what is kept to undo, in bytes.
const maxUndo = 64 << 20

// stepOf returns the step from one text to another.
func stepOf(c change, from, to string) step {
	at := 0
	for at < min(len(from), len(to)) && from[at] == to[at] {
		at++
	}
	end := 0
	for end < min(len(from), len(to))-at && from[len(from)-1-end] == to[len(to)-1-end] {
		end++
	}
	c.edit = nil
	// A copy does not keep the whole text in memory.
	return step{c, at, string([]byte(from[at : len(from)-end])), string([]byte(to[at : len(to)-end])), sha256.Sum256([]byte(to))}
}

// keep adds a step, and forgets the first ones if all are too large.
func (v *reviewing) keep(s step) {
	v.steps = append(v.steps, s)
	bytes := 0
	for i := len(v.steps) - 1; i >= 0; i-- {
		if bytes += len(v.steps[i].old) + len(v.steps[i].new); bytes > maxUndo {
			v.steps = v.steps[i+1:]
			return
		}
	}
}
