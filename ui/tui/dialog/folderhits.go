package dialog

import (
	"sitrep/briefing/clean"
	"sitrep/briefing/search"
)

type (
	// EntryHitMsg asks for the place of a hit in a briefing of the folder, by the
	// name of its file. Without a query it asks for the briefing.
	EntryHitMsg struct {
		Name string
		HitMsg
	}
	// HitsClosedMsg says that the list of hits in the folder has been closed.
	HitsClosedMsg struct{}
)

// EntryHits is what a briefing of a folder holds of a query.
type EntryHits struct {
	Heading string // names the briefing
	Name    string // of its file
	Title   string
	Named   bool // its title, or the name of its file, holds the query
	First   []EntryHit
}

// EntryHit is a hit that does not keep its briefing in memory.
type EntryHit struct {
	search.Hit
	ItemName string
	Marking  string // in front of the name
}

// FolderHits lists the hits in all briefings of a folder. find also sets the
// title and what is said of an empty list; note says how far the search is.
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
