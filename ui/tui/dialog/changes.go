package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// GoneMsg says that the chosen item is no longer in the briefing.
type GoneMsg struct{}

// compared is two versions of a briefing and the theme to show them in.
type compared struct {
	report *diff.Report
	theme  *style.Theme
}

// Changes lists what has changed from one version of a briefing to another. open
// returns the result for an item of the later one.
func Changes(title string, r *diff.Report, t *style.Theme, open func(briefing.Part, briefing.Ref) tea.Msg) *Picker {
	return list(Picker{Title: title, Enter: "opens it", None: "nothing that has changed says that", KeyCells: changeCells},
		compared{r, t}.items(open))
}

// changeCells is the width of the column for changeWords.
const changeCells = 9

// changeWords are the words for the kinds of change.
var changeWords = map[diff.Change]string{diff.Added: "new", diff.Gone: "gone", diff.Changed: "changed"}

func (c compared) items(open func(briefing.Part, briefing.Ref) tea.Msg) []Item {
	r := c.report
	var items []Item
	for _, f := range r.Head {
		items = append(items, Item{Group: "The briefing itself", Key: changeWords[diff.Changed], Text: c.factWords(f)})
	}
	r.Each(func(p briefing.Part, i diff.Item) {
		item := Item{
			Group: p.Title(), Key: changeWords[i.Change],
			Text: page.Name(r.Index(i), i.Ref), Aside: c.factsWords(i),
		}
		switch {
		case i.Change == diff.Gone:
			item.Result = GoneMsg{}
		case i.Ref.Kind != briefing.KindBottomLine:
			item.Result = open(p, i.Ref)
		}
		items = append(items, item)
	})
	return items
}

// factsWords returns the facts that differ, a line each, or a hint that a new
// item can be opened.
func (c compared) factsWords(i diff.Item) string {
	if i.Change != diff.Changed {
		return ""
	}
	return strings.Join(briefing.Map(c.report.Facts(i), c.factWords), "\n")
}

// factWords returns a fact that differs: "Status: expected → occurred".
func (c compared) factWords(f diff.Fact) string {
	words := f.Label
	if f.Computed {
		words += ", computed"
	}
	was, is := c.valueWords(f.Was), c.valueWords(f.Is)
	switch {
	case len(was) == 0:
		return words + ": with " + briefing.JoinNames(is)
	case len(is) == 0:
		return words + ": without " + briefing.JoinNames(was)
	case f.List:
		return words + ": without " + briefing.JoinNames(was) + ", with " + briefing.JoinNames(is)
	}
	return words + ": " + was[0] + c.theme.Sign(" → ") + is[0]
}

func (c compared) valueWords(values []diff.Value) []string {
	words := make([]string, len(values))
	for i, v := range values {
		switch {
		case v.Quoted:
			v.Text, v.Quoted = quoted(c.theme, v.Text), false
		case v.Own:
			v.Text = c.theme.Sign(v.Text)
		}
		words[i] = v.String()
	}
	return words
}
