package dialog

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
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
		item.Group, item.Key, item.Text = placeOf(&m), page.KindLabel(m.Ref.Kind), m.Marking+m.Name
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
	item.Text, item.Aside = m.Marking+whenOf(&m)+", "+words, placeOf(&m)
	return item
}

// placeOf returns where something stands: the title of the briefing, its versions,
// date, label and file, and whether only a name connects it.
func placeOf(m *library.Mention) string {
	if m.Here {
		return "in this briefing" + versionsOf(m)
	}
	b := &m.Newest
	text := b.Title + versionsOf(m)
	if !b.AsOf.IsZero() {
		text += ", as of " + b.AsOf.Words()
	}
	text += ", " + b.TLP.String() + ", " + clean.Line(b.File)
	if m.ByName {
		text += "; by name"
	}
	return text
}

// versionsOf returns in which versions of a briefing something stands, to be put after
// its title.
func versionsOf(m *library.Mention) string {
	first, last := m.Version, m.Newest.Version
	switch {
	case m.Versions == 1 && last == 0:
		return ""
	case m.Versions == 1:
		return ", version " + strconv.Itoa(last)
	case first == last:
		return ", " + strconv.Itoa(m.Versions) + " files"
	}
	return ", versions " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// whenOf returns when a position was taken, in words.
func whenOf(m *library.Mention) string {
	switch {
	case m.SaidBy:
		return "by " + m.Said.Words()
	case !m.Said.IsZero():
		return m.Said.Words()
	case !m.AsOf.IsZero():
		return "as of " + m.AsOf.Words()
	}
	return "no date"
}
