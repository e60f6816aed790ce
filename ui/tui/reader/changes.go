package reader

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// reloaded begins the status after a briefing has been read again, and backIn
// after it is shown again.
const (
	reloaded = "reloaded"
	backIn   = "back in "
)

// comparedMsg has what has changed in a version of a briefing.
type comparedMsg struct {
	of     *briefing.Briefing
	report *diff.Report
}

// compare computes what has changed, with indexes of its own. Only one
// goroutine may use the index of the screens.
func (r *Reader) compare() tea.Cmd {
	was, is := r.file.changes.opened, r.doc.Briefing
	r.file.changes.report = nil
	return func() tea.Msg {
		return comparedMsg{is, diff.Compare(briefing.NewIndex(was), briefing.NewIndex(is))}
	}
}

// compared keeps what has changed, and adds it to the status if that is still
// about the reload. A result from before another reload is dropped.
func (r *Reader) compared(msg comparedMsg) {
	if msg.of != r.doc.Briefing || r.file.changes.opened == nil {
		return
	}
	r.file.changes.report = msg.report
	if r.notes.book != nil {
		r.notes.news(msg.report)
		r.notes.count()
		r.remarked(briefing.Ref{})
	}
	if strings.HasPrefix(r.Status, reloaded) || strings.HasPrefix(r.Status, backIn) && !msg.report.Empty() {
		r.Say(r.Status + "; " + r.sinceOpened())
	}
}

// sinceOpened says how much has changed, and how to see it.
func (r *Reader) sinceOpened() string {
	report := r.file.changes.report
	if report.Empty() {
		return "nothing has changed since " + r.before()
	}
	var parts []string
	n := report.Count()
	for _, c := range []struct {
		n    int
		what string
	}{{n.Added, "new"}, {n.Gone, "gone"}, {n.Changed, "changed"}} {
		if c.n > 0 {
			parts = append(parts, strconv.Itoa(c.n)+" "+c.what)
		}
	}
	if len(parts) == 0 {
		parts = []string{"its head has changed"}
	}
	return strings.Join(parts, ", ") + "; " + r.Keys.Of("changes") + " lists them"
}

// before says since when changes are counted.
func (r *Reader) before() string {
	if r.file.changes.lastRead {
		return "you last read it, " + dayOf(r.notes.since, time.Now())
	}
	return "it was opened"
}

// sayUnchanged says that there is no other version to compare with.
func (r *Reader) sayUnchanged() {
	if r.notes.since.IsZero() {
		r.Say("the briefing has not been read again since it was opened")
		return
	}
	r.Say("nothing has changed since you last read it, " + dayOf(r.notes.since, time.Now()))
}

// listChanges lists what has changed since the briefing was last read, or else since
// it was opened.
func (r *Reader) listChanges() {
	switch c := r.file.changes; {
	case c.opened == nil:
		r.sayUnchanged()
	case c.report == nil:
		r.Say("the two versions are still being compared")
	case c.report.Empty():
		r.Say("nothing has changed since " + r.before())
	default:
		r.Dialogs.Push(dialog.Changes("Changed since "+r.before(), c.report, r.Theme, func(_ briefing.Part, ref briefing.Ref) tea.Msg {
			return dialog.OpenMsg{Target: page.Target{Ref: ref}}
		}))
	}
}

// dayOf returns a time in a few words.
func dayOf(t, now time.Time) string {
	switch t, now = t.Local(), now.Local(); {
	case t.Format(time.DateOnly) == now.Format(time.DateOnly):
		return t.Format("15:04 today")
	case t.Year() == now.Year():
		return t.Format("2 January")
	}
	return t.Format("2 January 2006")
}
