package reader

import (
	"strconv"
	"strings"

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
	if strings.HasPrefix(r.Status, reloaded) || strings.HasPrefix(r.Status, backIn) && !msg.report.Empty() {
		r.Say(r.Status + "; " + r.sinceOpened())
	}
}

// sinceOpened says how much has changed, and how to see it.
func (r *Reader) sinceOpened() string {
	report := r.file.changes.report
	if report.Empty() {
		return "nothing has changed since it was opened"
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

// listChanges lists what has changed since the briefing was opened.
func (r *Reader) listChanges() {
	switch c := r.file.changes; {
	case c.opened == nil:
		r.Say("the briefing has not been read again since it was opened")
	case c.report == nil:
		r.Say("the two versions are still being compared")
	case c.report.Empty():
		r.Say("nothing has changed since it was opened")
	default:
		r.Dialogs.Push(dialog.Changes("Changed since it was opened", c.report, r.Theme, func(_ briefing.Part, ref briefing.Ref) tea.Msg {
			return dialog.OpenMsg{Target: page.Target{Ref: ref}}
		}))
	}
}
