package dialog

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
)

// GettingReady is shown until a large briefing can be searched.
const GettingReady = "the texts are being read"

// MaxHits is the limit of listed hits.
const MaxHits = 500

type (
	// HitMsg asks to show a hit in the briefing.
	HitMsg struct {
		Hit   search.Hit
		Query string
	}
	// WidenMsg asks to search all briefings of the folder.
	WidenMsg struct{ Typed string }
)

// Hits lists the hits in the whole briefing, by section. find returns nil while
// the briefing cannot be searched yet. If inFolder is set, tab widens the
// search to the folder.
func Hits(typed string, inFolder bool, find func(typed string) (*briefing.Index, *search.Results)) *Picker {
	p := &Picker{Title: "Search the whole briefing", Enter: "opens it", Typing: true, Marks: fold.NewQuery, KeyCells: kindCells}
	p.Find = func(typed string) []Item {
		x, results := find(typed)
		if p.None = GettingReady; results == nil {
			return nil
		}
		p.None = "nothing found"
		return hitItems(x, results, typed)
	}
	if inFolder {
		p.Widens = func(typed string) tea.Msg { return WidenMsg{typed} }
	}
	return p.Prepare().Type(typed)
}

func hitItems(x *briefing.Index, results *search.Results, typed string) []Item {
	var items []Item
	for i := range min(results.Len(), MaxHits) {
		part := results.Part(i)
		_, n := results.In(part)
		group := part.Title() + "  " + strconv.Itoa(n)
		if results.Len() > MaxHits {
			group += "  (the first " + strconv.Itoa(MaxHits) + " of all are listed)"
		}
		items = append(items, Item{Group: group, Fill: func(item *Item) {
			h := results.At(i)
			again := i > 0 && results.Ref(i-1) == h.Ref
			item.fillHit(h, x.Name(h.Ref), page.Marking(x, h.Ref), again)
			item.Result = HitMsg{h, typed}
		}})
	}
	return items
}

// fillHit sets the place and the words of a hit. name and marking are those of
// the item with the hit. again leaves out the name, because the hit before is
// in the same item.
func (item *Item) fillHit(h search.Hit, name, marking string, again bool) {
	if h.Field != "" && (h.Text != name || again) {
		item.Aside = string(h.Field) + ": " + h.Text
	}
	if !again {
		item.Key, item.Text = page.KindLabel(h.Ref.Kind), marking+name
	}
}
