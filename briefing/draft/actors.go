package draft

import (
	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// actors knows the actors of a briefing and the proposed ones by their names.
type actors struct{ byName map[string]string }

func newActors(b *briefing.Briefing) *actors {
	a := &actors{byName: map[string]string{}}
	for i := range b.Actors {
		for _, name := range append([]string{b.Actors[i].Name}, b.Actors[i].Aka...) {
			a.add(name, b.Actors[i].ID)
		}
	}
	return a
}

func (a *actors) add(name, id string) { a.byName[fold.String(name)] = id }

// find returns the id of the actor with a name, or "" if there is none.
func (a *actors) find(name string) string { return a.byName[fold.String(name)] }
