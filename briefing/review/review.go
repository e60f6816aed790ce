// Package review takes the drafts of a briefing or drops them, in the text of its file, and
// undoes that. It writes no file itself, and knows no screen.
package review

import (
	"crypto/sha256"
	"errors"
	"strconv"

	"sitrep/briefing/file"
)

// Review is the state of a review: a person takes the drafts of a briefing or drops them.
type Review struct {
	Left           int // drafts; the caller counts them
	taken, dropped int
	steps          []step // to undo, the latest last
	own            map[[sha256.Size]byte]bool
}

// New returns a review that begins.
func New() *Review { return &Review{own: map[[sha256.Size]byte]bool{}} }

// Progress says how far the review is.
func (v *Review) Progress() string {
	of := v.Left + v.taken + v.dropped
	text := strconv.Itoa(v.Left) + " of " + strconv.Itoa(of) + " left"
	if v.taken > 0 {
		text += ", " + strconv.Itoa(v.taken) + " taken"
	}
	if v.dropped > 0 {
		text += ", " + strconv.Itoa(v.dropped) + " dropped"
	}
	return text
}

// Made notes that a change has made one text of the file into another.
func (v *Review) Made(c Change, from, to string) {
	v.own[sha256.Sum256([]byte(from))], v.own[sha256.Sum256([]byte(to))] = true, true
	if c.undoes {
		v.steps = v.steps[:len(v.steps)-1]
	} else {
		v.keep(stepOf(c, from, to))
	}
	v.taken, v.dropped = v.taken+c.taken, v.dropped+c.dropped
}

// Edited notes that an editor has made one text of the file into another.
func (v *Review) Edited(from, to string) {
	v.keep(stepOf(Change{Says: "what the editor changed"}, from, to))
}

// Knows reports whether a text is what the file was before or after a change of the review.
func (v *Review) Knows(text string) bool { return v.own[sha256.Sum256([]byte(text))] }

// Steps returns how many changes can be undone.
func (v *Review) Steps() int { return len(v.steps) }

// The errors of [Review.Undo].
var (
	errNoStep  = errors.New("nothing to undo")
	errOutside = errors.New("not undone: the file has been changed since")
)

// Undo returns the change that undoes the last one, if text is what that has left.
func (v *Review) Undo(text string) (Change, error) {
	if len(v.steps) == 0 {
		return Change{}, errNoStep
	}
	last := v.steps[len(v.steps)-1]
	if sha256.Sum256([]byte(text)) != last.after {
		return Change{}, errOutside
	}
	return Change{Says: "undone: " + last.Says, Next: last.item, taken: -last.taken, dropped: -last.dropped, undoes: true,
		edit: func(text string, _ *file.Document) (string, error) {
			return text[:last.at] + last.old + text[last.at+len(last.new):], nil
		}}, nil
}

// step is a change of the file that can be undone: the bytes from at on that it has
// replaced by others.
type step struct {
	Change
	at       int
	old, new string
	after    [sha256.Size]byte // of the whole file
}

// stepOf returns the step from one text to another.
func stepOf(c Change, from, to string) step {
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

// maxUndo limits what is kept to undo, in bytes.
const maxUndo = 64 << 20

// keep adds a step, and forgets the first ones if all are too large.
func (v *Review) keep(s step) {
	v.steps = append(v.steps, s)
	bytes := 0
	for i := len(v.steps) - 1; i >= 0; i-- {
		if bytes += len(v.steps[i].old) + len(v.steps[i].new); bytes > maxUndo {
			v.steps = v.steps[i+1:]
			return
		}
	}
}
