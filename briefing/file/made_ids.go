package file

import (
	"strconv"

	"sitrep/briefing"
)

// makeIDs gives an id to every judgment, event, question and claim that has none.
// It is made of the text, so that it stays the same as long as the text does.
func (d *decoder) makeIDs() {
	for item := range d.briefing.Items() {
		if item.ID != nil && *item.ID == "" {
			d.makeID(item)
		}
	}
}

func (d *decoder) makeID(item briefing.Item) {
	item.Common.MadeID = true
	base, id := Slug(briefing.PlainText(item.Text), item.Kind.String()), item.ID
	*id = base
	for _, taken := d.ids[*id]; taken; _, taken = d.ids[*id] {
		d.made[base]++
		*id = base + "-" + strconv.Itoa(d.made[base]+1)
	}
	d.ids[*id] = identity{kind: 1 << item.Kind, pos: item.Pos, valid: true}
}

// numberPositions numbers the positions that a holder takes on one claim, if there
// are several.
func numberPositions(b *briefing.Briefing) {
	taken := map[string]int{}
	for i := range b.Questions {
		for k := range b.Questions[i].Claims {
			list := b.Questions[i].Claims[k].Positions
			if len(list) < 2 {
				continue
			}
			clear(taken)
			for j := range list {
				taken[list[j].Holder]++
				if n := taken[list[j].Holder]; n > 1 {
					list[j].Number = n
				}
			}
		}
	}
}
