package reader

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
)

// hints returns the actions that apply at the focus, the most useful first and
// the best known last, since the footer cuts the end.
func (r *Reader) hints() []keys.Hint {
	if r.selects != nil {
		return r.selectHints()
	}
	return r.placeHints()
}

// placeHints returns the hints while no words are being selected.
func (r *Reader) placeHints() []keys.Hint {
	var hints hintList
	add := hints.add
	s := r.here()
	c, t := s.focused(), r.subject()
	inPage := len(s.trail) > 0
	_, count := c.Place()
	rows := inPage || count > 0 || !c.Selected().IsZero()
	item := t.Ref.Kind != briefing.KindNone
	parted := rows && r.Parted(s.wish())
	_, zooms := c.(column.Zoomer)

	r.reviewHints(add)
	if r.analysed() != nil {
		hints = append(hints, keys.Hint{Word: "code", Typed: r.Keys.All(keys.Code)})
	}
	add(r.analysed() != nil, "own hypothesis", "hypothesis")
	add(r.analysed() != nil, "sort", "sort")
	add(r.analysed() != nil, "depends on", "effects")
	add(r.find.query != "", "hits", "next-hit", "previous-hit")
	add(inPage, "back", "back")
	add(rows && !c.Selected().IsZero(), "open", "open")
	add(zooms, "zoom", "zoom-in", "zoom-out")
	add(rows, "search", "search")
	add(rows && !inPage || !r.narrow.on.Empty(), "filter", "filter")
	add(item || t.Passage > 0, "copy", "copy")
	add(r.showsText(), "select", "select")
	add(item, "related", "related")
	add(r.notes.keeps(t.Ref), "note", "note")
	add(r.leadsAcross(), "across", "across")
	add(inPage, "next", "next-item", "previous-item")
	add(rows && len(s.kind.views) > 1, s.kind.views[s.nextView()].name, "view")
	add(r.hasAddress(), "browser", "browse")
	add(r.canEdit(), "edit", "edit")
	add(r.leavesOut(t), "what-if", "leave-out")
	add(r.notes.keeps(t.Ref), "mark", "mark")
	add(true, "all", "palette")
	add(r.file.write != nil, "export", "export")
	add(len(r.sectionKinds) > 1, "section", "next-section")
	add(parted, "alone", "alone")
	add(inPage, "jump back", "jump-back")
	add(rows && !inPage, "group", "previous-group", "next-group")
	if r.sideways() {
		add(rows, "move", "left", "down", "up", "right")
	} else {
		add(rows, "move", "down", "up")
	}
	add(parted, "width", "narrower", "wider")
	leaves := "quit"
	switch {
	case r.parent.Searched:
		leaves = "folder"
	case r.parent.Ask != nil:
		leaves = "back"
	}
	add(!inPage, leaves, "quit")
	return hints
}

// hintList is a list of hints, each once.
type hintList []keys.Hint

func (l *hintList) add(applies bool, word string, ids ...string) {
	if applies && !slices.ContainsFunc(*l, func(h keys.Hint) bool { return len(h.IDs) > 0 && h.IDs[0] == ids[0] }) {
		*l = append(*l, keys.Hint{Word: word, IDs: ids})
	}
}

// reviewHints adds the hints of a review.
func (r *Reader) reviewHints(add func(applies bool, word string, ids ...string)) {
	if r.review == nil {
		return
	}
	_, draft := r.draftHere()
	add(draft, "take", "take")
	add(draft, "drop", "drop")
	add(draft, "edit", "edit")
	add(r.review.Steps() > 0, "undo", "turn-read")
	add(r.find.query == "" && r.inReview(), "next", "next-hit")
	add(r.find.query == "" && !r.inReview(), "review", "next-hit")
}

// leadsAcross reports whether the open page is of an item, in a file, that other
// briefings can have something on.
func (r *Reader) leadsAcross() bool {
	_, ok := r.acrossItem()
	return ok && r.file.Path != "" && len(r.here().trail) > 0
}

// hasAddress reports whether the source at the cursor, or the one of the first
// passage that the item there rests on, has an address.
func (r *Reader) hasAddress() bool {
	t := r.subject()
	if behind := page.PassageBehind(r.index, t); behind.Passage > 0 {
		t = behind
	}
	s := r.index.Source(t.Ref.ID)
	if t.Passage > 0 {
		s = r.index.Passages[t.Passage-1].Source
	}
	return s != nil && s.Address() != ""
}

// canEdit reports whether there is a file to edit, or one can be made.
func (r *Reader) canEdit() bool {
	return r.doc.Withheld.Limit == "" && (r.doc.Path != "" || r.file.Text != nil)
}

// swapEnds is the key that makes the other end of a selection move.
const swapEnds = "o"

// selectHints returns the keys while words are being selected.
func (r *Reader) selectHints() []keys.Hint {
	moves, other := "end", "start"
	if r.selects.flow.StartMoves() {
		moves, other = other, moves
	}
	hints := []keys.Hint{
		{Word: moves + " by word", IDs: []string{"left", "right"}},
		{Word: "copy", IDs: []string{"copy"}},
	}
	if r.notes.book != nil {
		hints = append(hints, keys.Hint{Word: "note", IDs: []string{"note"}})
	}
	return append(hints,
		keys.Hint{Word: "by sentence", IDs: []string{"down", "up"}},
		keys.Hint{Word: other, Typed: "H L"},
		keys.Hint{Word: "swap", Typed: swapEnds},
		keys.Hint{Word: "done", IDs: []string{"back"}},
	)
}
