package dialog

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/data/library"
)

type (
	// MentionMsg asks to open the briefing of a mention at its item.
	MentionMsg struct{ Mention library.Mention }
	// AcrossClosedMsg says that the list of mentions has been closed.
	AcrossClosedMsg struct{}
)

// changeSign stands before a position with which its holder changes the stance.
const changeSign = "!"

// stanceCells is the width of the column for changeSign and the sign of a stance.
const stanceCells = 4

// Across lists what briefings of a folder have on an item of a kind. find returns it,
// and sets the title and the text for an empty list. note says how much there is.
func Across(kind briefing.Kind, note func() string, find func(p *Picker) []library.Mention) *Picker {
	p := &Picker{KeyCells: stanceCells, Enter: "opens it", Note: note, Closed: AcrossClosedMsg{}, Marks: fold.NewQuery}
	if kind == briefing.KindSource {
		p.KeyCells = kindCells
	}
	p.Find = func(typed string) []Item {
		var items []Item
		query := fold.NewQuery(typed)
		for _, m := range find(p) {
			item := mentionItem(kind, m)
			if query.Empty() || query.In(strings.Join([]string{item.Group, item.Key, item.Text, item.Aside}, "\n")) {
				items = append(items, item)
			}
		}
		if typed != "" {
			p.None = "nothing here says that"
		}
		return items
	}
	return p.Prepare()
}

func mentionItem(kind briefing.Kind, m library.Mention) Item {
	item := Item{Result: MentionMsg{m}}
	if m.Stance == "" { // it cites a source
		item.Group, item.Key, item.Text = m.Where(), page.KindLabel(m.Ref.Kind), m.Marking+m.Name
		return item
	}
	item.Key = "  " + m.Stance.Sign()
	words := briefing.Stances.Label(m.Stance)
	if m.Before != "" {
		item.Key = changeSign + " " + m.Stance.Sign()
		words += " (was: " + briefing.Stances.Label(m.Before) + ")"
	}
	if kind == briefing.KindActor {
		item.Group = m.Question
	} else {
		words = m.Holder + " " + words
	}
	if kind != briefing.KindClaim {
		words += ": " + m.Claim
	}
	item.Text, item.Aside = m.Marking+m.When()+", "+words, m.Where()
	return item
}
