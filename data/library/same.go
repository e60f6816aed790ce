package library

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// maxSame is the limit of items that are compared to find which are the same.
const maxSame = 100_000

// Actors returns the actors of the library that a text names: by id, by name or
// other name, or by an id in another system. Different people of one name are
// different results. If there are none, it returns the actors whose names hold the
// words of the text.
func (l *Library) Actors(ctx context.Context, text string) ([]Same, error) {
	folded := fold.String(text)
	if folded == "" {
		return nil, nil
	}
	var keys []string
	for _, kind := range briefing.ActorKinds.Values() {
		keys = append(keys, key(keyName, briefing.KindActor.String(), kind, folded))
	}
	if system, id, ok := strings.Cut(text, ":"); ok {
		keys = append(keys, key(keyID, briefing.KindActor.String(), system, id))
	}
	seeds, err := l.actors(ctx, "facets", matchFacets(query.Condition{Facets: []string{"id:" + folded}}), nil)
	if err != nil {
		return nil, err
	}
	all, err := l.alike(ctx, briefing.KindActor, keys, seeds)
	words := fold.NewWords(text, false)
	if err != nil || len(all) > 0 || words.Empty() {
		return all, err
	}
	seeds, err = l.actors(ctx, "words", phrase("own", words.Tokens()), func(stored string) bool {
		f, _, ok := find(stored, words)
		return ok && f.name == search.FieldName
	})
	if err != nil {
		return nil, err
	}
	return l.alike(ctx, briefing.KindActor, nil, seeds)
}

// actors returns the ids of the actors that an FTS5 expression finds in a table and
// that accept, if it is not nil, returns true for.
func (l *Library) actors(ctx context.Context, table, match string, accept func(stored string) bool) ([]int64, error) {
	var ids []int64
	var texts texts
	err := l.each(ctx, func(scan func(...any) error) error {
		var id int64
		var at place
		var packed []byte
		if err := scan(&id, &at.chunk, &at.start, &at.size, &packed); err != nil {
			return err
		}
		stored, err := texts.at(at, packed)
		if accept == nil || accept(stored) {
			ids = append(ids, id)
		}
		return err
	}, "SELECT item.id, item.chunk, start, size, chunk.text FROM "+table+" AS found CROSS JOIN item ON item.id = found.rowid JOIN chunk ON chunk.id = item.chunk WHERE "+
		table+" MATCH ? AND item.kind = ? ORDER BY found.rowid DESC LIMIT ?", match, briefing.KindActor, maxSame)
	return ids, err
}

// alike returns the items of a kind that have one of the keys, the items with
// these ids, and all that are the same as one of them, those of the newest briefing
// first.
func (l *Library) alike(ctx context.Context, kind briefing.Kind, keys []string, ids []int64) ([]Same, error) {
	found := map[int64]*SameItem{}
	asked := map[string]bool{}
	for len(keys)+len(ids) > 0 && len(found) < maxSame {
		for _, k := range keys {
			if asked[k] {
				continue
			}
			asked[k] = true
			err := l.each(ctx, func(scan func(...any) error) error {
				var id int64
				err := scan(&id)
				ids = append(ids, id)
				return err
			}, "SELECT item FROM key WHERE sum = ? ORDER BY item DESC LIMIT ?", sumOf(k), maxSame)
			if err != nil {
				return nil, err
			}
		}
		keys = keys[:0]
		for _, id := range ids {
			if found[id] != nil {
				continue
			}
			item, err := l.sameItem(ctx, id)
			if err != nil {
				return nil, err
			}
			found[id] = item
			keys = append(keys, item.keys...)
		}
		ids = ids[:0]
	}
	items := make([]*SameItem, 0, len(found))
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(found))) {
		items = append(items, found[id])
	}
	return groups(kind, items), nil
}

// sameItem returns an item with its keys.
func (l *Library) sameItem(ctx context.Context, id int64) (*SameItem, error) {
	item := &SameItem{id: id}
	err := l.each(ctx, func(scan func(...any) error) error {
		var stored string
		err := scan(&item.Name, &stored)
		if stored != "" {
			item.keys = strings.Split(stored, fieldEnd)
		}
		return err
	}, "SELECT name, keys FROM item WHERE id = ?", id)
	return item, err
}

// groups divides items into those that are the same: first by ids, then by names. A
// name that items of different ids have says nothing.
func groups(kind briefing.Kind, items []*SameItem) []Same {
	g := grouping{of: make([]int, len(items)), keys: make([][]string, len(items))}
	alike := map[string]int{} // items with the same keys, as versions of a briefing have
	for i, item := range items {
		slices.Sort(item.keys)
		first, ok := alike[strings.Join(item.keys, fieldEnd)]
		if !ok {
			first = i
			alike[strings.Join(item.keys, fieldEnd)] = i
		}
		g.of[i], g.keys[i] = first, item.keys
	}
	for _, sort := range []string{keyID, keyURL, keyName} {
		having := map[string][]int{}
		for i, item := range items {
			for _, k := range item.keys {
				if strings.HasPrefix(k, sort+partEnd) {
					having[k] = append(having[k], i)
				}
			}
		}
		for _, k := range slices.Sorted(maps.Keys(having)) {
			g.join(having[k], sort == keyName, items)
		}
	}
	at := map[int]int{}
	var out []Same
	for i, item := range items {
		root := g.root(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, Same{Name: item.Name, Kind: kind})
		}
		out[n].Items = append(out[n].Items, *item)
	}
	for i := range out {
		out[i].IDs = idsIn(out[i].keys())
	}
	return out
}

// grouping puts items into groups. Each group has a root, which holds its keys.
type grouping struct {
	of   []int
	keys [][]string
}

func (g *grouping) root(i int) int {
	for g.of[i] != i {
		g.of[i] = g.of[g.of[i]]
		i = g.of[i]
	}
	return i
}

// join makes one group of the groups of some items, unless their ids say that they
// are different. By name, it joins none of them in that case.
func (g *grouping) join(list []int, byName bool, items []*SameItem) {
	if byName { // those that have an id are whom the others are taken for
		if i := slices.IndexFunc(list, func(i int) bool { return len(ids(g.keys[g.root(i)])) > 0 }); i > 0 {
			list[0], list[i] = list[i], list[0]
		}
	}
	first := g.root(list[0])
	all, others := slices.Clone(g.keys[first]), map[int]bool{first: true}
	var joined []int
	for _, i := range list[1:] {
		r := g.root(i)
		if others[r] {
			continue
		}
		others[r] = true
		if conflict(all, g.keys[r]) {
			if byName {
				return
			}
			continue
		}
		all = distinct(append(all, g.keys[r]...))
		joined = append(joined, r)
	}
	if byName && len(joined) > 0 {
		for _, i := range list {
			items[i].ByName = items[i].ByName || g.root(i) != first
		}
	}
	for _, r := range joined {
		g.of[r] = first
	}
	g.keys[first] = all
}

func distinct(keys []string) []string {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Same are items of different briefings that are the same actor or source.
type Same struct {
	Name  string // in the newest of the briefings
	Kind  briefing.Kind
	IDs   []string // in other systems, as system:id
	Items []SameItem
}

// SameItem is one of them.
type SameItem struct {
	Name   string
	ByName bool // only its kind and name say that it is the same as the others
	id     int64
	keys   []string
}

func (s *Same) keys() []string {
	var all []string
	for _, item := range s.Items {
		all = append(all, item.keys...)
	}
	return distinct(all)
}

// ids returns the ids of each system among keys.
func ids(keys []string) map[string][]string {
	out := map[string][]string{}
	for _, k := range keys {
		const systemAt, parts = 2, 4 // the sort, the kind, the system, the id
		if p := strings.SplitN(k, partEnd, parts); len(p) == parts && p[0] == keyID {
			out[p[systemAt]] = append(out[p[systemAt]], p[parts-1])
		}
	}
	return out
}

func idsIn(keys []string) []string {
	var out []string
	for system, list := range ids(keys) {
		for _, id := range list {
			out = append(out, system+":"+id)
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}

// conflict reports whether two sets of keys have ids in one system, and none in
// common there.
func conflict(a, b []string) bool {
	other := ids(b)
	for system, list := range ids(a) {
		if theirs := other[system]; len(theirs) > 0 && !slices.ContainsFunc(list, func(id string) bool { return slices.Contains(theirs, id) }) {
			return true
		}
	}
	return false
}

// sharesID reports whether two sets of keys have an id or address in common.
func sharesID(a, b []string) bool {
	return slices.ContainsFunc(a, func(k string) bool { return !isName(k) && slices.Contains(b, k) })
}
