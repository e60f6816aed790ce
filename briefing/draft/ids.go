package draft

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// ids makes ids for proposals, as importing does: slugs of names and texts that no
// other item has.
type ids struct {
	taken map[string]bool
	last  map[string]int // the last number that a slug got
}

// newIDs returns ids that differ from those of all items of b.
func newIDs(b *briefing.Briefing) *ids {
	n := &ids{taken: map[string]bool{}, last: map[string]int{}}
	for i := range b.Judgments {
		n.taken[b.Judgments[i].ID] = true
	}
	for i := range b.Sources {
		n.taken[b.Sources[i].ID] = true
	}
	for i := range b.Actors {
		n.taken[b.Actors[i].ID] = true
	}
	for i := range b.Events {
		n.taken[b.Events[i].ID] = true
	}
	for i := range b.Questions {
		n.taken[b.Questions[i].ID] = true
		for k := range b.Questions[i].Claims {
			n.taken[b.Questions[i].Claims[k].ID] = true
		}
	}
	return n
}

// make returns a new id for a name or text. noun names the kind of item, for texts
// in other scripts.
func (n *ids) make(text, noun string) string {
	base := file.Slug(text, noun)
	id := base
	for n.last[base] = max(n.last[base], 1); n.taken[id]; id = base + "-" + strconv.Itoa(n.last[base]) {
		n.last[base]++
	}
	n.taken[id] = true
	return id
}
