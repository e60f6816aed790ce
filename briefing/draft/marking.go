package draft

import "sitrep/briefing"

// markings has the markings of the sources that have one of their own, by id.
type markings map[string]briefing.TLP

func markingsOf(b *briefing.Briefing) markings {
	out := markings{}
	for i := range b.Sources {
		if s := &b.Sources[i]; s.TLP != "" {
			out[s.ID] = s.TLP
		}
	}
	return out
}

// mark marks an item as high as the sources of its evidence that have a marking of
// their own: its words say what is in them.
func (m markings) mark(item *briefing.Common, evidence []briefing.Evidence) {
	for _, e := range evidence {
		if label := m[e.Source]; label != "" {
			item.TLP = briefing.HigherTLP(item.TLP, label)
		}
	}
}

// markAll marks all items of b. A claim and a question are marked at least as high as
// the positions in them.
func (m markings) markAll(b *briefing.Briefing) {
	for i := range b.Actors {
		m.mark(&b.Actors[i].Common, b.Actors[i].Evidence)
	}
	for i := range b.Events {
		m.mark(&b.Events[i].Common, b.Events[i].Evidence)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		for k := range q.Claims {
			c := &q.Claims[k]
			for n := range c.Positions {
				p := &c.Positions[n]
				m.mark(&p.Common, p.Evidence)
				m.mark(&c.Common, p.Evidence)
				m.mark(&q.Common, p.Evidence)
			}
		}
	}
}
