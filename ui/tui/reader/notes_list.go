package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/data/notebook"
	"sitrep/ui/tui/dialog"
)

// listNotes lists what is in the notebook: marks, notes, and what the user thinks. What
// is on items that the briefing does not have comes last. While a part of the briefing
// is withheld, that is left out: it can be about what is withheld.
func (r *Reader) listNotes() {
	if !r.hasNotebook() {
		return
	}
	l := notesList{reader: r}
	book := r.notes.book
	for _, key := range book.Marks() {
		l.add("Marked", key, dialog.Item{})
	}
	for _, n := range book.Notes() {
		item := dialog.Item{Aside: joinedLines(n.Text)}
		if n.Quote != "" {
			item.Aside = r.quotedWords(n) + "\n" + item.Aside
		}
		l.add("Notes", n.On, item)
	}
	for _, key := range book.Judged() {
		l.add("Your view", key, dialog.Item{Aside: opinionWords(book.Judgment(key))})
	}
	title := "Notebook"
	if n := len(l.gone); n > 0 {
		title += ": " + briefing.Counted(n, "entry is", "entries are") + " on items that are gone"
	}
	r.Dialogs.Push(dialog.Notebook(title, "opens it", append(l.here, l.gone...)))
}

// notesList are the items of the list.
type notesList struct {
	reader     *Reader
	here, gone []dialog.Item
}

// add adds what is kept about an item.
func (l *notesList) add(group, key string, item dialog.Item) {
	r := l.reader
	ref, ok := notebook.ItemOf(r.notes.x, key)
	switch {
	case ok:
		item.Group, item.Key, item.Text, item.Result = group, ref.Kind.String(), page.Name(r.notes.x, ref), keptItem(ref)
		l.here = append(l.here, item)
	case !r.notes.limited:
		item.Group, item.Text, item.Key, item.Result = "On items that are gone", key, "gone", dialog.GoneMsg{}
		if group == "Marked" {
			item.Aside = "marked"
		}
		l.gone = append(l.gone, item)
	}
}

// keptItem returns the result for an item that is in the briefing.
func keptItem(ref briefing.Ref) tea.Msg {
	if ref.Kind == briefing.KindBottomLine {
		return nil // it has no page
	}
	return dialog.OpenMsg{Target: page.Target{Ref: ref}}
}

func opinionWords(j notebook.Judgment) string {
	var parts []string
	if j.Likelihood != "" {
		parts = append(parts, j.Likelihood.Words())
	}
	if j.Confidence != "" {
		parts = append(parts, string(j.Confidence)+" confidence")
	}
	return briefing.JoinNames(parts)
}
