package library

import (
	"context"
	"database/sql"
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
	seeds, err := l.actors(ctx, "facets", matchTokens(query.Condition{Facets: []string{"id:" + folded}}, ""), nil)
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
	var chunks chunkReader
	take := func(scan func(...any) error) error {
		var id, of int64
		var packed sql.RawBytes
		if accept == nil {
			err := scan(&id)
			ids = append(ids, id)
			return err
		}
		if err := scan(&id, &of, &packed); err != nil {
			return err
		}
		it, err := chunks.at(id, of, packed)
		if accept(it.fields) {
			ids = append(ids, id)
		}
		return err
	}
	columns, join := "item.id", ""
	if accept != nil {
		columns, join = columns+", chunk.id, chunk.text", joinChunk
	}
	err := l.each(ctx, take, "SELECT "+columns+" FROM "+table+" AS found CROSS JOIN item ON item.id = found.rowid"+join+
		" WHERE "+table+" MATCH ? AND item.kind = ? ORDER BY found.rowid DESC LIMIT ?", match, briefing.KindActor, maxSame)
	return ids, err
}

// alike returns the items of a kind that have one of the keys, the items with
// these ids, and all that are the same as one of them, those of the newest briefing
// first.
func (l *Library) alike(ctx context.Context, kind briefing.Kind, keys []string, ids []int64) ([]Same, error) {
	found := map[int64]*SameItem{}
	asked := map[string]bool{}
	take := func(item *SameItem) {
		if found[item.id] == nil {
			found[item.id] = item
			keys = append(keys, item.keys...)
		}
	}
	for _, id := range ids {
		item, err := l.sameItem(ctx, id)
		if err != nil {
			return nil, err
		}
		take(item)
	}
	for len(keys) > 0 && len(found) < maxSame {
		k := keys[0]
		if keys = keys[1:]; asked[k] {
			continue
		}
		asked[k] = true
		err := l.each(ctx, func(scan func(...any) error) error {
			item, err := scanSame(scan)
			take(item)
			return err
		}, "SELECT item.id, item.name, item.keys FROM key CROSS JOIN item ON item.id = key.item WHERE key.sum = ? ORDER BY key.item DESC LIMIT ?", sumOf(k), maxSame)
		if err != nil {
			return nil, err
		}
	}
	items := make([]*SameItem, 0, len(found))
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(found))) {
		items = append(items, found[id])
	}
	return groups(kind, items), nil
}

// sameItem returns an item with its keys.
func (l *Library) sameItem(ctx context.Context, id int64) (item *SameItem, err error) {
	item = &SameItem{id: id}
	err = l.each(ctx, func(scan func(...any) error) error {
		item, err = scanSame(scan)
		return err
	}, "SELECT id, name, keys FROM item WHERE id = ?", id)
	return item, err
}

func scanSame(scan func(...any) error) (*SameItem, error) {
	item := &SameItem{}
	var stored string
	err := scan(&item.id, &item.Name, &stored)
	if stored != "" {
		item.keys = strings.Split(stored, fieldEnd)
	}
	return item, err
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
