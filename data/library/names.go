package library

import (
	"context"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
)

// maxNamed is how many items are looked at for [Library.ActorNames].
const maxNamed = 300_000

// ActorNames returns the ids and names of actors in the newest briefings, each once, for
// suggesting one that is similar to what was typed.
func (l *Library) ActorNames(ctx context.Context) ([]string, error) {
	var names []string
	seen := map[string]bool{}
	err := l.each(ctx, func(scan func(...any) error) error {
		var n Named
		err := scan(&n.ID, &n.Name)
		for _, name := range []string{n.ID, n.Name} {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
		return err
	}, "SELECT ref, name FROM (SELECT kind, ref, name FROM item ORDER BY id DESC LIMIT ?) WHERE kind = ?", maxNamed, briefing.KindActor)
	return names, err
}

// Named is an actor of a library by its id in a briefing.
type Named struct{ ID, Name string }

// maxCompleted is how many actors, each in a file, are looked at for [Library.ActorIDs].
const maxCompleted = 5000

// ActorIDs returns the ids of actors that begin so, those of the newest briefings
// first, for completing what is typed. Each id is returned once, with the name that it
// has last. It returns none for an empty beginning.
func (l *Library) ActorIDs(ctx context.Context, begin string) ([]Named, error) {
	if begin == "" {
		return nil, nil
	}
	var out []Named
	seen := map[string]bool{}
	err := l.each(ctx, func(scan func(...any) error) error {
		var n Named
		err := scan(&n.ID, &n.Name)
		if !seen[n.ID] && strings.HasPrefix(n.ID, begin) {
			seen[n.ID] = true
			out = append(out, n)
		}
		return err
	}, "SELECT item.ref, item.name FROM facets CROSS JOIN item ON item.id = facets.rowid WHERE facets MATCH ? AND item.kind = ? ORDER BY facets.rowid DESC LIMIT ?",
		matchTokens(query.Condition{Prefixes: []string{"id:" + fold.String(begin)}}, ""), briefing.KindActor, maxCompleted)
	return out, err
}

// ActorKind returns the kind of an actor, or "" for other items.
func (s *Same) ActorKind() briefing.ActorKind {
	begin := key(keyName, briefing.KindActor.String(), "")
	for _, k := range s.keys() {
		if rest, ok := strings.CutPrefix(k, begin); ok {
			kind, _, _ := strings.Cut(rest, partEnd)
			return briefing.ActorKind(kind)
		}
	}
	return ""
}
