package reader

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/ui/tui/screen"
)

// lookedUpMsg says how many quotes of a briefing have been looked up.
type lookedUpMsg struct {
	of     *briefing.Briefing
	search *check.FaultSearch
}

// stretch is the time for which quotes are looked up before progress is
// reported. The lookup starts after the same time, so that the first frame has
// the processor to itself.
const stretch = 50 * time.Millisecond

// lookUpQuotes looks for missing quotes in a large briefing, with an index of
// its own, because the index of the screens computes things as they are shown.
func (r *Reader) lookUpQuotes() tea.Cmd {
	n := len(r.full.Passages)
	if n <= screen.FewPassages {
		return nil
	}
	r.file.quotes = quotes{of: n}
	doc := *r.doc
	return func() tea.Msg {
		time.Sleep(stretch)
		return lookOn(doc.Briefing, check.NewFaultSearch(&doc, briefing.NewIndex(doc.Briefing)))()
	}
}

// lookOn looks up quotes for a stretch.
func lookOn(of *briefing.Briefing, search *check.FaultSearch) tea.Cmd {
	return func() tea.Msg {
		for end := time.Now().Add(stretch); time.Now().Before(end) && search.Step(); {
		}
		return lookedUpMsg{of, search}
	}
}

// quotesLookedUp shows the progress and, when the lookup has ended or was
// stopped, the errors. A result is dropped after a reload, or after a check,
// which looks up all quotes.
func (r *Reader) quotesLookedUp(msg lookedUpMsg) tea.Cmd {
	if msg.of != r.doc.Briefing || r.file.check.done {
		return nil
	}
	q := &r.file.quotes
	q.done, q.of = msg.search.Progress()
	if q.done < q.of && !q.stopped {
		return lookOn(msg.of, msg.search)
	}
	r.full.TakeAnchors(msg.search.Index())
	r.doc.Problems = msg.search.Found()
	r.resize()
	if q.stopped {
		return nil
	}
	return r.prepareSearch()
}

// lookingUp reports whether quotes are being looked up.
func (q *quotes) lookingUp() bool { return q.done < q.of && !q.stopped }

// progress returns the progress for the footer, or "" when all is done.
func (q *quotes) progress() string {
	if q.done >= q.of || q.done == 0 && !q.stopped {
		return "" // it has hardly begun, and usually ends at once
	}
	const all = 100
	percent := strconv.Itoa(all*q.done/q.of) + " %"
	if q.stopped {
		return percent + " of quotes looked up"
	}
	return "looking up quotes " + percent
}

// lookedUp returns the progress for the footer, with the key that stops it.
func (r *Reader) lookedUp() string {
	text := r.file.quotes.progress()
	if text == "" {
		return ""
	}
	if r.file.quotes.lookingUp() && len(r.here().trail) == 0 && !r.Frame.Narrow() {
		text += ", " + r.Keys.First("back") + " stops"
	}
	return "  " + text
}

// stopLookingUp ends the lookup early.
func (r *Reader) stopLookingUp() {
	r.file.quotes.stopped = true
	r.Say("not all quotes have been looked up; " + r.Keys.Of("reload") + " reads the file again and looks them up")
}
