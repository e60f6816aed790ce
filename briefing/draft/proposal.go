package draft

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// proposal is one item of an answer: an actor, an event or a position, whichever is
// not nil. It refers to actors by name: the holder and the via of a position, and the
// actors of an event.
type proposal struct {
	pos      briefing.Pos // in the answer
	label    string       // for messages
	actor    *briefing.Actor
	event    *briefing.Event
	position *briefing.Position
	question string // of the position
	claim    string
}

// key returns what two proposals have in common that are the same item.
func (p *proposal) key() string {
	const sep = "\x00" // no clean text has it
	switch {
	case p.actor != nil:
		return "actor" + sep + fold.String(p.actor.Name)
	case p.event != nil:
		return "event" + sep + fold.String(p.event.Title) + sep + p.event.When.Date.String()
	}
	return "position" + sep + fold.String(p.claim) + sep + fold.String(p.position.Holder) + sep + string(p.position.Stance)
}

// evidence returns the evidence of the item.
func (p *proposal) evidence() *[]briefing.Evidence {
	switch {
	case p.actor != nil:
		return &p.actor.Evidence
	case p.event != nil:
		return &p.event.Evidence
	}
	return &p.position.Evidence
}

// merge adds proposals to a list. One of an item that the list has adds its evidence
// to that one's.
func merge(list, added []*proposal) []*proposal {
	known := map[string]*proposal{}
	for _, p := range list {
		known[p.key()] = p
	}
	for _, p := range added {
		key := p.key()
		first, ok := known[key]
		if !ok {
			known[key] = p
			list = append(list, p)
			continue
		}
		have := first.evidence()
		for _, e := range *p.evidence() {
			if !slices.Contains(*have, e) {
				*have = append(*have, e)
			}
		}
	}
	return list
}
