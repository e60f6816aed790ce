package library

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Keys say by what an item can be the same as one in another briefing: its ids in
// other systems and, for a source, its address; or its kind and name. Two items
// with different ids of one system are never the same; see same.go.
const (
	keyID   = "id"
	keyName = "name"
	keyURL  = "url"
)

// key returns a key of these parts: the sort of key, the kind of item, and the rest.
func key(parts ...string) string { return strings.Join(parts, partEnd) }

// isName reports whether a key says no more than a name.
func isName(key string) bool { return strings.HasPrefix(key, keyName+partEnd) }

// sumOf returns what the index has for a key.
func sumOf(key string) int64 {
	sum := sha256.Sum256([]byte(key))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// keysOf returns the keys of an actor, a source, a claim or a question.
func keysOf(x *briefing.Index, ref briefing.Ref) []string {
	var keys []string
	add := func(parts ...string) { keys = append(keys, key(parts...)) }
	name := func(kind, text string) {
		if folded := fold.String(text); folded != "" {
			add(keyName, ref.Kind.String(), kind, folded)
		}
	}
	switch ref.Kind {
	case briefing.KindActor:
		a := x.Actor(ref.ID)
		name(string(a.Kind), a.Name)
		for _, other := range a.Aka {
			name(string(a.Kind), other)
		}
	case briefing.KindSource:
		s := x.Source(ref.ID)
		name(string(s.Kind), s.Title)
		if s.Publication.URL != "" {
			add(keyURL, ref.Kind.String(), s.Publication.URL)
		}
	case briefing.KindClaim, briefing.KindQuestion:
		name("", x.Name(ref))
	default:
		return nil
	}
	if c := x.Common(ref); c != nil {
		for _, id := range c.ExternalIDs {
			add(keyID, ref.Kind.String(), id.System, id.ID)
		}
	}
	return keys
}

// storedName returns the name of an item as the index stores it beside its chunk: of
// what is asked for by name, and of what positions are on.
func (it *item) storedName() string {
	switch it.ref.Kind {
	case briefing.KindActor, briefing.KindSource, briefing.KindClaim, briefing.KindQuestion:
		return it.name
	}
	return ""
}

// storedKeys returns the keys of an item as the index stores them. The texts of claims
// and questions are long, and only compared by their sums.
func (it *item) storedKeys() string {
	keys := it.keys
	if it.ref.Kind != briefing.KindActor && it.ref.Kind != briefing.KindSource {
		keys = slices.DeleteFunc(slices.Clone(keys), isName)
	}
	return strings.Join(keys, fieldEnd)
}
