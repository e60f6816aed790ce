package diff

import "sitrep/briefing"

// pairs are the ids that items have in the other version, where that is not the
// same id. An item that the other version does not have, although it has one with
// the id, has "".
type pairs map[briefing.Ref]string

// kindsWithMadeIDs lists the kinds of items that need no id. Questions are before
// the claims on them.
var kindsWithMadeIDs = []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindQuestion, briefing.KindClaim}

// pairMadeIDs pairs the items whose ids were made of their texts. Such an id
// changes with the text, and two items with much the same text swap theirs when
// they swap places. Items are the same if they have the same text, the same id, or
// texts that are all but equal.
func (r *Report) pairMadeIDs() {
	for _, kind := range kindsWithMadeIDs {
		m := matcher{old: madeItems(r.Old, r.New, kind), now: madeItems(r.New, r.Old, kind)}
		if len(m.old) == 0 && len(m.now) == 0 {
			continue
		}
		for n, was := range m.run() {
			ref := m.now[n].ref
			if was < 0 {
				r.oldIDs[ref] = ""
			} else if old := m.old[was].ref; old != ref {
				r.oldIDs[ref], r.newIDs[old] = old.ID, ref.ID
			}
		}
		for n, item := range m.old {
			if !m.paired[n] {
				r.newIDs[item.ref] = ""
			}
		}
	}
}

// madeItems returns the items of a kind with made ids. It leaves out those whose id
// is that of an item of the other version by hand, which is the same then.
func madeItems(x, other *briefing.Index, kind briefing.Kind) []madeItem {
	var out []madeItem
	for item := range x.Briefing.Items() {
		if item.Kind != kind || !item.Common.MadeID {
			continue
		}
		ref := briefing.Ref{Kind: kind, ID: *item.ID}
		if c := other.Common(ref); c == nil || c.MadeID {
			out = append(out, newMadeItem(x, ref, item.Text))
		}
	}
	return out
}

// before returns what an item of the new version is in the old one.
func (r *Report) before(ref briefing.Ref) (was briefing.Ref, ok bool) {
	return r.oldIDs.counterpart(ref, r.New, r.Old)
}

// after returns what an item of the old version is in the new one.
func (r *Report) after(ref briefing.Ref) (is briefing.Ref, ok bool) {
	return r.newIDs.counterpart(ref, r.Old, r.New)
}

// counterpart returns what an item of x is in the other version.
func (p pairs) counterpart(ref briefing.Ref, x, other *briefing.Index) (briefing.Ref, bool) {
	if len(p) > 0 && ref.Kind == briefing.KindPosition {
		if s, ok := x.Stand(ref.ID); ok {
			claim, ok := p.counterpart(briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}, x, other)
			if !ok {
				return ref, false
			}
			ref.ID = claim.ID + ref.ID[len(s.Claim.ID):]
		}
	}
	if id, known := p[ref]; known {
		ref.ID = id
	}
	got, ok := other.Lookup(ref.ID)
	return ref, ok && got.Kind == ref.Kind
}

// sameID reports whether ids in the old and the new version name the same item.
func (r *Report) sameID(was, is string) bool {
	if len(r.oldIDs) > 0 {
		if ref, ok := r.New.Lookup(is); ok {
			if id, known := r.oldIDs[ref]; known {
				return id == was
			}
		}
	}
	return was == is
}
