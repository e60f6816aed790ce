package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// changes is how the briefing differs from what it was when it was opened,
// which is worked out behind the frame.
type changes struct {
	opened *briefing.Briefing // as it was; nil: it has not been read again
	report *diff.Report       // nil: it is not worked out yet
}

// comparedMsg is what has changed in a version of a briefing.
type comparedMsg struct {
	of     *briefing.Briefing
	report *diff.Report
}

// goneMsg says that what was chosen is not in the briefing any more.
type goneMsg struct{}

// compare works out what has changed, with indexes of its own. The one of the
// screens serves one goroutine.
func (a *App) compare() tea.Cmd {
	was, is := a.file.changes.opened, a.doc.Briefing
	a.file.changes.report = nil
	return func() tea.Msg {
		return comparedMsg{is, diff.Compare(briefing.NewIndex(was), briefing.NewIndex(is))}
	}
}

// compared keeps what has changed, and says it where the reload is what was
// said last. What comes of it after another reload is dropped.
func (a *App) compared(msg comparedMsg) {
	if msg.of != a.doc.Briefing || a.file.changes.opened == nil {
		return
	}
	a.file.changes.report = msg.report
	if strings.HasPrefix(a.status, reloaded) {
		a.say(a.status + "; " + a.sinceOpened())
	}
}

// sinceOpened says how much has changed, and how to see it.
func (a *App) sinceOpened() string {
	r := a.file.changes.report
	if r.Empty() {
		return "nothing has changed since it was opened"
	}
	var parts []string
	n := r.Count()
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
	return strings.Join(parts, ", ") + "; " + a.keyOf("changes") + " lists them"
}

// listChanges lists what has changed since the briefing was opened.
func (a *App) listChanges() {
	switch c := a.file.changes; {
	case c.opened == nil:
		a.say("the briefing has not been read again since it was opened")
	case c.report == nil:
		a.say("the two versions are still being compared")
	case c.report.Empty():
		a.say("nothing has changed since it was opened")
	default:
		p := &dialog.Picker{
			Title: "Changed since it was opened", Enter: "opens it", None: "nothing that has changed says that",
			KeyCells: changeCells, Find: narrowing(a.changeItems()),
		}
		a.dialogs.Push(p.Prepare())
	}
}

// changeCells is the width of the column that says what has become of a thing.
const changeCells = 9

// changeWords say what has become of a thing.
var changeWords = map[diff.Change]string{diff.Added: "new", diff.Gone: "gone", diff.Changed: "changed"}

func (a *App) changeItems() []dialog.Item {
	r := a.file.changes.report
	var items []dialog.Item
	for _, f := range r.Head {
		items = append(items, dialog.Item{Group: "The briefing itself", Key: changeWords[diff.Changed], Text: a.factWords(f)})
	}
	r.Each(func(p briefing.Part, i diff.Item) {
		item := dialog.Item{
			Group: p.Title(), Key: changeWords[i.Change],
			Text: page.Name(r.Index(i), i.Ref), Aside: a.factsWords(i),
		}
		switch {
		case i.Change == diff.Gone:
			item.Result = goneMsg{}
		case i.Ref.Kind != briefing.KindBottomLine:
			item.Result = openMsg{page.Target{Ref: i.Ref}}
		}
		items = append(items, item)
	})
	return items
}

// factsWords are the facts that differ, a line each. What is new can be opened.
func (a *App) factsWords(i diff.Item) string {
	if i.Change != diff.Changed {
		return ""
	}
	words := make([]string, len(i.Facts))
	for n, f := range i.Facts {
		words[n] = a.factWords(f)
	}
	return strings.Join(words, "\n")
}

// factWords is a fact that differs: "Status: expected → occurred".
func (a *App) factWords(f diff.Fact) string {
	words := f.Label
	if f.Computed {
		words += ", computed"
	}
	was, is := a.valueWords(f.Was), a.valueWords(f.Is)
	switch {
	case len(was) == 0:
		return words + ": with " + briefing.JoinNames(is)
	case len(is) == 0:
		return words + ": without " + briefing.JoinNames(was)
	case f.List:
		return words + ": without " + briefing.JoinNames(was) + ", with " + briefing.JoinNames(is)
	}
	return words + ": " + was[0] + a.own(" → ") + is[0]
}

func (a *App) valueWords(values []diff.Value) []string {
	words := make([]string, len(values))
	for i, v := range values {
		switch {
		case v.Quoted:
			v.Text, v.Quoted = a.quoted(v.Text), false
		case v.Own:
			v.Text = a.own(v.Text)
		}
		words[i] = v.String()
	}
	return words
}
