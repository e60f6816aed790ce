package file

import (
	"strconv"

	"sitrep/briefing"
)

// makeIDs gives an id to every judgment, event, question and claim that has none.
// It is made of the text, so that it stays the same as long as the text does.
func (d *decoder) makeIDs() {
	b := d.briefing
	for i := range b.Judgments {
		d.makeID(&b.Judgments[i].ID, &b.Judgments[i].Common, briefing.KindJudgment, b.Judgments[i].Text, b.Judgments[i].Pos)
	}
	for i := range b.Events {
		d.makeID(&b.Events[i].ID, &b.Events[i].Common, briefing.KindEvent, b.Events[i].Title, b.Events[i].Pos)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		d.makeID(&q.ID, &q.Common, briefing.KindQuestion, q.Text, q.Pos)
		for k := range q.Claims {
			d.makeID(&q.Claims[k].ID, &q.Claims[k].Common, briefing.KindClaim, q.Claims[k].Text, q.Claims[k].Pos)
		}
	}
}

func (d *decoder) makeID(id *string, common *briefing.Common, kind briefing.Kind, text string, pos briefing.Pos) {
	if *id != "" {
		return
	}
	common.MadeID = true
	base := Slug(briefing.PlainText(text), kind.String())
	*id = base
	for _, taken := d.ids[*id]; taken; _, taken = d.ids[*id] {
		d.made[base]++
		*id = base + "-" + strconv.Itoa(d.made[base]+1)
	}
	d.ids[*id] = identity{kind: 1 << kind, pos: pos, valid: true}
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
