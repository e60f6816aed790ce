package tui

import (
	"math"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
)

// fewPassages are looked up in their sources before the first frame; more of
// them are looked up behind it, which is said where it can take a while.
const (
	fewPassages  = 50
	manyPassages = 200
)

// allPassages is no limit: of a version that is read behind the frame.
const allPassages = math.MaxInt

// checkedMsg is the problems of a briefing, when its quotes have been looked up.
type checkedMsg struct {
	of       *briefing.Briefing
	problems []briefing.Problem
}

// lookUpQuotes looks for quotes that are missing in a large briefing. It has
// an index of its own, because the one of the screens works things out as they
// are shown. What comes of it after a reload is dropped.
func (a *App) lookUpQuotes() tea.Cmd {
	n := len(a.full.Passages)
	if n <= fewPassages {
		return nil
	}
	if n > manyPassages {
		a.say(lookingUp(n))
	}
	doc := *a.doc
	return func() tea.Msg {
		return checkedMsg{doc.Briefing, briefing.Faults(&doc, briefing.NewIndex(doc.Briefing))}
	}
}

func lookingUp(passages int) string { return "looking up " + strconv.Itoa(passages) + " passages" }

// checked shows the problems that were found.
func (a *App) checked(msg checkedMsg) {
	if msg.of != a.doc.Briefing {
		return
	}
	a.doc.Problems = msg.problems
	if a.status == lookingUp(len(a.full.Passages)) {
		a.say("")
	}
	a.resize(a.frame.W, a.frame.H)
}
