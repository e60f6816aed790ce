package library

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
)

// Mention is what a briefing of the library has on an item of an open one: a
// position, or an item that cites a source. Of the latter, only the briefing and
// Ref, Marking, Name, ByName and Versions are set. If versions of a briefing repeat it,
// Entry is the first of them.
type Mention struct {
	Statement
	Newest Entry  // the newest version that has it
	Name   string // of an item that cites a source
	Here   bool   // it stands so in the open briefing
}

// Across returns what the library has on an item of an open briefing, which need not
// be in the library. Of an actor these are all positions, and of a claim or a question
// the positions on it, in the order in which they were taken. Of a source it is what
// cites it in other briefings, the newest first. Of other items it is nothing.
// name is that of the file. x must not be used by another goroutine at the same time.
func (l *Library) Across(ctx context.Context, x *briefing.Index, name string, ref briefing.Ref) ([]Mention, error) {
	o := &opened{l, x, Entry{FolderEntry: file.FolderEntry{File: name}, Briefing: x.Briefing.ID}}
	switch ref.Kind {
	case briefing.KindActor, briefing.KindSource:
		same, err := o.same(ctx, ref)
		if err != nil || len(same.Items) == 0 {
			return nil, err
		}
		if ref.Kind == briefing.KindSource {
			return o.citing(ctx, same)
		}
		said, err := l.history(ctx, same, notWithdrawn)
		return o.mentions(ctx, said, err)
	case briefing.KindClaim, briefing.KindQuestion:
		said, err := o.saidOn(ctx, ref)
		return o.mentions(ctx, said, err)
	}
	return nil, nil
}

// opened is an open briefing and the library that it is compared with.
type opened struct {
	l  *Library
	x  *briefing.Index
	at Entry // its file and id
}

// versions returns the item in the versions of the briefing, the newest first.
func (o *opened) versions(ctx context.Context, ref briefing.Ref) (map[int64]bool, error) {
	from, value := "file.briefing", o.at.Briefing
	if value == "" {
		from, value = "file.name", o.at.File
	}
	ids := map[int64]bool{}
	err := o.l.each(ctx, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		ids[id] = true
		return err
	}, fmt.Sprintf(`SELECT item.id FROM file CROSS JOIN item
		ON item.id BETWEEN (file.day << %[1]d) + (file.id << %[2]d) AND (file.day << %[1]d) + (file.id << %[2]d) + %[3]d
		WHERE %[4]s = ? AND item.kind = ? AND item.ref = ?`, fileBits+numberBits, numberBits, maxItems-1, from), value, ref.Kind, ref.ID)
	return ids, err
}

// same returns the items of the library that are the same as an actor or a source
// of the briefing, or none if it is not certain which.
func (o *opened) same(ctx context.Context, ref briefing.Ref) (Same, error) {
	versions, err := o.versions(ctx, ref)
	if err != nil {
		return Same{}, err
	}
	own := keysOf(o.x, ref)
	all, err := o.l.alike(ctx, ref.Kind, own, slices.Collect(maps.Keys(versions)))
	if err != nil {
		return Same{}, err
	}
	var byName []*Same
	for i := range all {
		s := &all[i]
		keys := s.keys()
		switch {
		case conflict(idsOf(keys), idsOf(own)):
		case sharesID(keys, own), slices.ContainsFunc(s.Items, func(it SameItem) bool { return versions[it.id] }):
			s.markByName(own, versions)
			return *s, nil
		default:
			byName = append(byName, s)
		}
	}
	if len(byName) != 1 {
		return Same{}, nil
	}
	byName[0].markByName(own, versions)
	return *byName[0], nil
}

// markByName marks the items that only their names connect with those that are known,
// and with an item that has the keys.
func (s *Same) markByName(keys []string, known map[int64]bool) {
	having := map[string][]*SameItem{} // by ids and addresses
	asked := map[string]bool{}
	var next []string
	take := func(keys []string) {
		for _, k := range keys {
			if !isName(k) && !asked[k] {
				asked[k] = true
				next = append(next, k)
			}
		}
	}
	take(keys)
	for i := range s.Items {
		it := &s.Items[i]
		if it.ByName = !known[it.id]; !it.ByName {
			take(it.keys)
		}
		for _, k := range it.keys {
			if !isName(k) {
				having[k] = append(having[k], it)
			}
		}
	}
	for len(next) > 0 {
		k := next[len(next)-1]
		next = next[:len(next)-1]
		for _, it := range having[k] {
			if it.ByName {
				it.ByName = false
				take(it.keys)
			}
		}
	}
}

// saidOn returns the positions on a claim or question of the briefing, and on those of
// other briefings with the same text or an id in common.
func (o *opened) saidOn(ctx context.Context, ref briefing.Ref) ([]Statement, error) {
	ids, err := o.versions(ctx, ref)
	if err != nil {
		return nil, err
	}
	own := keysOf(o.x, ref)
	for _, k := range own {
		err := o.l.each(ctx, func(scan func(...any) error) error {
			var id int64
			var stored string
			err := scan(&id, &stored)
			if !conflict(idsOf(own), idsOf(strings.Split(stored, fieldEnd))) {
				ids[id] = true
			}
			return err
		}, "SELECT item.id, item.keys FROM key JOIN item ON item.id = key.item WHERE key.sum = ? ORDER BY key.item DESC LIMIT ?", sumOf(k), maxSame)
		if err != nil {
			return nil, err
		}
	}
	var all []Statement
	for id := range ids {
		first := id &^ (maxItems - 1) // of the file; positions come after what they are on
		list, err := o.l.statements(ctx, "position.item BETWEEN ? AND ? AND position."+ref.Kind.String()+" = ?"+notWithdrawn, first, id, id)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	if err := o.nameHolders(ctx, all); err != nil {
		return nil, err
	}
	all = onceForVersions(all)
	markChanges(all)
	return all, nil
}

// nameHolders sets the holders of positions, of which some may be the same. Of those
// with one name, the name is followed by an id.
func (o *opened) nameHolders(ctx context.Context, said []Statement) error {
	holders, here := map[int64]*SameItem{}, map[int64]bool{}
	for i := range said {
		s := &said[i]
		if s.series() == o.at.series() {
			here[s.holder] = true
		}
		if holders[s.holder] != nil {
			continue
		}
		var err error
		if holders[s.holder], err = o.l.sameItem(ctx, s.holder); err != nil {
			return err
		}
	}
	var items []*SameItem
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(holders))) {
		items = append(items, holders[id])
	}
	first := map[int64]int64{} // the first item that is the same
	all := groups(briefing.KindActor, items)
	called := map[string]int{} // how many holders have a name
	for _, same := range all {
		called[fold.String(same.Name)]++
	}
	for _, same := range all {
		if slices.ContainsFunc(same.Items, func(it SameItem) bool { return here[it.id] }) {
			same.markByName(nil, here)
		}
		for _, it := range same.Items {
			holder := holders[it.id]
			holder.ByName = it.ByName
			if called[fold.String(same.Name)] > 1 && len(same.IDs) > 0 {
				holder.Name += " (" + same.IDs[0] + ")"
			}
			first[it.id] = same.Items[0].id
		}
	}
	for i := range said {
		s := &said[i]
		it := holders[s.holder]
		s.Holder, s.ByName, s.holder = it.Name, it.ByName, first[s.holder]
	}
	return nil
}

// mentions returns positions as mentions.
func (o *opened) mentions(ctx context.Context, said []Statement, err error) ([]Mention, error) {
	if err != nil {
		return nil, err
	}
	entries := map[string]Entry{}
	out := make([]Mention, len(said))
	for i, s := range said {
		m := &out[i]
		*m = Mention{Statement: s, Newest: s.Entry}
		m.Here = s.series() == o.at.series() && o.has(&s)
		if s.Last == s.File {
			continue
		}
		last, known := entries[s.Last]
		if !known {
			if last, _, err = o.l.Entry(ctx, s.Last); err != nil {
				return nil, err
			}
			entries[s.Last] = last
		}
		m.Newest = last
	}
	return out, nil
}

// has reports whether the briefing has a position as it is in one of its versions.
func (o *opened) has(s *Statement) bool {
	st, ok := o.x.Stand(s.Ref.ID)
	if !ok || st.Position.Stance != s.Stance {
		return false
	}
	said := st.Position.Said
	if by := o.x.SaidBy(st.Position); !by.IsZero() {
		said = by
	}
	return said.String() == s.Said.String()
}

// citing returns what cites a source in other briefings, the newest first.
func (o *opened) citing(ctx context.Context, source Same) ([]Mention, error) {
	type item struct {
		briefing string
		ref      briefing.Ref
	}
	at := map[item]int{}
	var out []Mention
	var chunks chunkReader
	for _, one := range source.Items {
		id, err := o.l.ref(ctx, one.id)
		if err != nil {
			return nil, err
		}
		first := one.id &^ (maxItems - 1)
		err = o.l.each(ctx, func(scan func(...any) error) error {
			m := Mention{Statement: Statement{ByName: one.ByName, Versions: 1}}
			var err error
			var id, chunk int64
			var packed sql.RawBytes
			m.Entry, err = scanEntry(func(columns ...any) error { return scan(append(columns, &id, &chunk, &packed)...) })
			if err != nil || m.series() == o.at.series() {
				return err
			}
			it, err := chunks.at(id, chunk, packed)
			if err != nil {
				return err
			}
			m.Ref, m.Marking, m.Name = it.ref, it.marking, it.name
			key := item{m.series(), m.Ref}
			if i, ok := at[key]; ok {
				out[i].Versions++
				out[i].Entry = m.Entry
				return nil
			}
			m.Newest = m.Entry
			at[key] = len(out)
			out = append(out, m)
			return nil
		}, "SELECT "+columnsOf("file")+`, item.id, chunk.id, chunk.text
			FROM facets AS found CROSS JOIN item ON item.id = found.rowid`+joinChunk+` JOIN file ON file.id = `+fileID("item.id")+`
			WHERE facets MATCH ? AND found.rowid BETWEEN ? AND ? AND item.kind <> ?`+notWithdrawn+` ORDER BY found.rowid DESC`,
			matchTokens(query.Condition{Facets: []string{"source:" + fold.String(id)}}, ""), first, first+maxItems-1, briefing.KindSource)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ref returns the id that an item has in its briefing.
func (l *Library) ref(ctx context.Context, item int64) (id string, err error) {
	err = l.each(ctx, func(scan func(...any) error) error { return scan(&id) }, "SELECT ref FROM item WHERE id = ?", item)
	return id, err
}

// Part returns the part of the briefing in which the item is listed.
func (m *Mention) Part() briefing.Part { return briefing.PartOf(m.Ref.Kind) }

// Briefings returns the number of briefings that mentions are in. Versions count as
// one.
func Briefings(list []Mention) int {
	seen := map[string]bool{}
	for i := range list {
		seen[list[i].series()] = true
	}
	return len(seen)
}
