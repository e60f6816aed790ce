package library

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
)

// groups divides items into those that are the same: first by ids and addresses,
// then by names.
func groups(kind briefing.Kind, items []*SameItem) []Same {
	g := grouping{of: make([]int, len(items)), ids: make([]idSet, len(items))}
	alike := map[string]int{} // items with the same keys, as versions of a briefing have
	byID, byName := map[string][]int{}, map[string][]int{}
	for i, item := range items {
		stored := strings.Join(item.keys, fieldEnd)
		first, ok := alike[stored]
		if g.of[i] = first; ok && stored != "" {
			continue
		}
		alike[stored], g.of[i], g.ids[i] = i, i, idsOf(item.keys)
		for _, k := range item.keys {
			if isName(k) {
				byName[k] = append(byName[k], i)
			} else {
				byID[k] = append(byID[k], i)
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(byID)) {
		g.joinByID(byID[k])
	}
	parts := make([]int, len(items)) // of what more than the name says is the same
	for i := range items {
		parts[i] = g.root(i)
	}
	g.joinByName(byName)
	at, known := map[int]int{}, map[int]int{}
	var out []Same
	for i, item := range items {
		root := g.root(i)
		if _, ok := at[root]; !ok {
			at[root] = len(out)
			out = append(out, Same{Name: item.Name, Kind: kind})
		}
		if part, ok := known[root]; !ok || len(g.ids[part]) == 0 && len(g.ids[parts[i]]) > 0 {
			known[root] = parts[i] // whom the others are taken for
		}
	}
	for i, item := range items {
		root := g.root(i)
		item.ByName = parts[i] != known[root]
		same := &out[at[root]]
		same.Items = append(same.Items, *item)
	}
	for i := range out {
		out[i].IDs = idsIn(out[i].keys())
	}
	return out
}

// grouping puts items into groups. Each group has a root, which holds its ids.
type grouping struct {
	of  []int
	ids []idSet
}

func (g *grouping) root(i int) int {
	for g.of[i] != i {
		g.of[i] = g.of[g.of[i]]
		i = g.of[i]
	}
	return i
}

// joinByID makes one group of the groups of some items, but for those that another
// id says are different.
func (g *grouping) joinByID(list []int) {
	first := g.root(list[0])
	for _, i := range list[1:] {
		if r := g.root(i); r != first && !conflict(g.ids[first], g.ids[r]) {
			g.of[r] = first
			g.ids[first] = g.ids[first].with(g.ids[r])
		}
	}
}

// joinByName joins groups that have a name in common. A name that groups of different
// ids have says nothing, nor does a group without ids that could be one or the other
// of two. Then groups that are different would come together by others, none of which
// can be told to be wrong, and are left apart.
func (g *grouping) joinByName(byName map[string][]int) {
	var clear [][]int
	near := map[int]idSet{} // the ids of what a group shares a name with
	vague := map[int]bool{}
	for _, k := range slices.Sorted(maps.Keys(byName)) {
		roots, ids, ok := g.under(byName[k])
		if !ok || len(roots) < 2 {
			continue
		}
		clear = append(clear, roots)
		for _, r := range roots {
			if len(g.ids[r]) == 0 && len(ids) > 0 {
				vague[r] = vague[r] || conflict(near[r], ids)
				near[r] = near[r].with(ids)
			}
		}
	}
	joined := grouping{slices.Clone(g.of), slices.Clone(g.ids)}
	wrong := map[int]bool{}
	for _, roots := range clear {
		roots = slices.DeleteFunc(roots, func(r int) bool { return vague[r] })
		for _, r := range roots[min(1, len(roots)):] {
			first, r := joined.root(roots[0]), joined.root(r)
			if first == r {
				continue
			}
			wrong[first] = wrong[first] || wrong[r] || conflict(joined.ids[first], joined.ids[r])
			joined.of[r] = first
			joined.ids[first] = joined.ids[first].with(joined.ids[r])
		}
	}
	for i := range g.of {
		if r := joined.root(i); !wrong[r] {
			g.of[i] = r
		}
	}
}

// under returns the roots of some items and their ids. ok is false if they are
// different.
func (g *grouping) under(list []int) (roots []int, ids idSet, ok bool) {
	seen := map[int]bool{}
	for _, i := range list {
		r := g.root(i)
		if seen[r] {
			continue
		}
		seen[r] = true
		if conflict(ids, g.ids[r]) {
			return nil, nil, false
		}
		roots, ids = append(roots, r), ids.with(g.ids[r])
	}
	return roots, ids, true
}

// idSet holds the ids of each system.
type idSet map[string][]string

// with returns the ids of both sets. It may change neither.
func (s idSet) with(other idSet) idSet {
	if len(s) == 0 {
		return other
	}
	all, own := s, false
	for system, list := range other {
		for _, id := range list {
			if !slices.Contains(all[system], id) {
				if !own {
					all, own = maps.Clone(s), true
				}
				all[system] = append(slices.Clip(all[system]), id)
			}
		}
	}
	return all
}

func distinct(keys []string) []string {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// idsOf returns the ids among keys.
func idsOf(keys []string) idSet {
	out := idSet{}
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
	for system, list := range idsOf(keys) {
		for _, id := range list {
			out = append(out, system+":"+id)
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}

// conflict reports whether two sets have ids in one system, and none in common there.
func conflict(a, b idSet) bool {
	for system, list := range a {
		if theirs := b[system]; len(theirs) > 0 && !slices.ContainsFunc(list, func(id string) bool { return slices.Contains(theirs, id) }) {
			return true
		}
	}
	return false
}

// sharesID reports whether two sets of keys have an id or address in common.
func sharesID(a, b []string) bool {
	return slices.ContainsFunc(a, func(k string) bool { return !isName(k) && slices.Contains(b, k) })
}
