package dialog

import (
	"sitrep/briefing/clean"
	"sitrep/briefing/search"
)

type (
	// EntryHitMsg asks to show a hit in a briefing of the folder, given by its
	// file name. Without a query it asks to open the briefing.
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
	Name    string // of its file
	Title   string
	Named   bool // its title or file name matches the query
	First   []EntryHit
}

// EntryHit is a hit that does not keep its briefing in memory.
type EntryHit struct {
	search.Hit
	ItemName string
	Marking  string // before the name
}

// FolderHits lists the hits in all briefings of a folder. find also sets the
// title and the text for an empty list. note says how far the search has got.
func FolderHits(note func() string, find func(p *Picker, typed string) []EntryHits) *Picker {
	p := &Picker{Typing: true, Marks: true, KeyCells: kindCells, Enter: "opens it", Note: note, Closed: HitsClosedMsg{}}
	p.Find = func(typed string) []Item {
		var items []Item
		for _, b := range find(p, typed) {
			items = append(items, b.items(typed)...)
		}
		return items
	}
	return p.Prepare()
}

func (b *EntryHits) items(query string) []Item {
	var items []Item
	if b.Named {
		items = append(items, Item{Group: b.Heading, Key: "briefing", Text: b.Title, Aside: clean.Line(b.Name), Result: EntryHitMsg{Name: b.Name}})
	}
	for i, h := range b.First {
		item := Item{Group: b.Heading, Result: EntryHitMsg{b.Name, HitMsg{h.Hit, query}}}
		item.fillHit(h.Hit, h.ItemName, h.Marking, i > 0 && b.First[i-1].Ref == h.Ref)
		items = append(items, item)
	}
	return items
}
