package dialog

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
	"sitrep/briefing/search"
)

type (
	// EntryHitMsg asks to open a briefing of the folder, given by its file name,
	// at a hit. Without a query it asks for the item of the hit and, if it has
	// none, for the briefing.
	EntryHitMsg struct {
		Name string
		HitMsg
	}
	// HitsClosedMsg says that the list of hits in the folder has been closed.
	HitsClosedMsg struct{}
)

// EntryHits are the hits for a query in one briefing of a folder.
type EntryHits struct {
	Heading string // the name of the briefing
	Hits    []EntryHit
}

// EntryHit is a hit that does not keep its briefing in memory.
type EntryHit struct {
	search.Hit
	Name     string // of the file
	ItemName string
	Marking  string // before the name
}

// FolderHits lists the hits in all briefings of a folder. find also sets the
// title and the text for an empty list. late says that the hits are still those of
// what was typed before: they can be read, not chosen. marks returns what is
// highlighted, and note how much has been found.
func FolderHits(note func() string, marks func(typed string) fold.Query, find func(p *Picker, typed string) (hits []EntryHits, late bool)) *Picker {
	p := &Picker{Typing: true, Marks: marks, KeyCells: kindCells, Enter: "opens it", Note: note, Closed: HitsClosedMsg{}}
	p.Find = func(typed string) []Item {
		var items []Item
		hits, late := find(p, typed)
		for _, b := range hits {
			items = append(items, b.items()...)
		}
		for i := 0; late && i < len(items); i++ {
			items[i].Result = nil
		}
		return items
	}
	return p.Prepare()
}

func (b *EntryHits) items() []Item {
	items := make([]Item, len(b.Hits))
	for i, h := range b.Hits {
		item := &items[i]
		item.Group = b.Heading
		if h.Ref.Kind == briefing.KindNone { // the briefing itself
			item.Key, item.Text, item.Aside = "briefing", h.Marking+h.ItemName, clean.Line(h.Name)
			item.Result = EntryHitMsg{Name: h.Name}
			continue
		}
		again := h.Field != "" && i > 0 && b.Hits[i-1].Ref == h.Ref
		item.fillHit(h.Hit, h.ItemName, h.Marking, again)
		item.Result = EntryHitMsg{h.Name, HitMsg{h.Hit, h.words()}}
	}
	return items
}

// words returns the words of the hit as the search in a briefing finds them. Case
// does not count there unless there is a capital.
func (h *EntryHit) words() string {
	if h.End <= h.Start || h.End > len(h.Text) {
		return ""
	}
	return strings.ToLower(h.Text[h.Start:h.End])
}
