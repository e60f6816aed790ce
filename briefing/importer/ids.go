package importer

import (
	"cmp"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
)

// ofInto marks the counts for ids of the briefing that is added to.
const ofInto = 1 << 30

func (b *builder) id(name, noun string) string {
	for _, scheme := range []string{"https://", "http://", "www."} { // an address instead of a name
		name = strings.TrimPrefix(name, scheme)
	}
	base := file.Slug(name, noun)
	for {
		b.ids[base]++
		n := b.ids[base]
		if n == 1 {
			return base
		}
		if n > ofInto {
			n -= ofInto - 1
		}
		id := base + "-" + strconv.Itoa(n)
		if _, used := b.ids[id]; !used {
			b.ids[id] = 1
			return id
		}
	}
}

// newID returns a new id for an item with a name. It keeps the id given by the
// file, if that is valid and free.
func (b *builder) newID(given, name, fallback string) string {
	if _, taken := b.ids[given]; isID(given) && !taken {
		b.ids[given] = 1
		return given
	}
	return b.id(cmp.Or(given, name), fallback)
}

// isID reports whether s can be an id.
func isID(s string) bool {
	const most = 100 // bytes
	return s != "" && s[0] != '-' && len(s) <= most && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// nameKey returns a key that is equal for the spellings of an actor's name.
func nameKey(name string) string { return fold.String(name) }

// keep records the ids, names and external ids of a briefing.
func (b *builder) keep(into *briefing.Briefing) {
	for item := range into.Items() {
		if item.ID != nil {
			b.ids[*item.ID] = ofInto
			b.called[*item.ID] = called{kind: item.Kind, title: item.Text}
			b.know(item.Kind, item.Common.ExternalIDs, *item.ID)
		}
	}
	for i := range into.Sources {
		s := &into.Sources[i]
		if s.Publication.URL != "" {
			b.know(briefing.KindSource, []briefing.ExternalID{{System: addressSystem, ID: s.Publication.URL}}, s.ID)
		}
	}
	for i := range into.Actors {
		a := &into.Actors[i]
		for _, name := range append([]string{a.Name}, a.Aka...) {
			b.names[nameKey(name)] = a.ID
		}
	}
	for i := range into.Events {
		e := &into.Events[i]
		b.called[e.ID] = called{briefing.KindEvent, e.Title, e.When.Date}
	}
}
