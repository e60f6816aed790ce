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
	for item := range b.Items() {
		if item.ID != nil {
			n.taken[*item.ID] = true
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
