package draft

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// actors knows the actors of a briefing and the proposed ones by their names.
type actors struct{ byName map[string]string }

func newActors(b *briefing.Briefing) *actors {
	a := &actors{byName: map[string]string{}}
	for i := range b.Actors {
		for _, name := range append([]string{b.Actors[i].Name}, b.Actors[i].Aka...) {
			a.byName[fold.String(name)] = b.Actors[i].ID
		}
	}
	return a
}

// actor returns the id of the actor that a member of a text is: one of the briefing or
// a proposed one with its name, or a new one. It returns "" if the words that name it
// cannot be quoted.
func (d *drafter) actor(s *briefing.Source, m *member) string {
	if m.id != "" {
		return m.id
	}
	key := fold.String(m.name)
	if id, ok := d.actors.byName[key]; ok {
		m.id = id
		return id
	}
	evidence, ok := d.quote(s, m.mention)
	if !ok {
		return ""
	}
	m.id = d.ids.make(m.name, "actor")
	if m.kind != briefing.ActorUnnamed { // other officials may speak in another source
		d.actors.byName[key] = m.id
	}
	d.out.Actors = append(d.out.Actors, briefing.Actor{ID: m.id, Name: m.name, Kind: m.kind, Aka: m.aka, Role: m.role, Country: m.country,
		Evidence: []briefing.Evidence{evidence}, Common: draft})
	return m.id
}

// namedIn returns the ids of the actors whose whole names are in some words, in their
// order.
func (d *drafter) namedIn(words string) (out []string) {
	const longest = 4 // words of a name
	fields := strings.Fields(words)
	for i := 0; i < len(fields); i++ {
		if !isCapital(fields[i]) {
			continue
		}
		for n := min(longest, len(fields)-i); n > 0; n-- {
			name := strings.TrimRight(strings.Join(fields[i:i+n], " "), ".,;:!?”\"’'")
			name = strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s")
			if id, ok := d.actors.byName[fold.String(name)]; ok {
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
				i += n - 1
				break
			}
		}
	}
	return out
}
