package briefing

import (
	"iter"
	"strconv"
	"strings"
	"testing"
)

func TestListActors(t *testing.T) {
	for _, c := range []struct{ name, actors, want string }{
		{"by kind", "person:a state:b group:c state:d", "b0 d0 a0 c0"},
		{"under what they are part of", "person:a<b state:b person:c<a", "b0 a1 c2"},
		{"in a circle", "state:a<b state:b<a person:c<b state:d", "a0 b1 c2 d0"},
		{"on the way to a circle", "state:c<a state:d<c state:a<b state:b<a", "a0 c1 d2 b1"},
		{"part of itself", "state:a<a", "a0"},
		{"part of nothing that is there", "state:a<z", "a0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &Briefing{}
			for actor := range strings.FieldsSeq(c.actors) {
				kind, rest, _ := strings.Cut(actor, ":")
				id, of, _ := strings.Cut(rest, "<")
				b.Actors = append(b.Actors, Actor{ID: id, Name: id, Kind: ActorKind(kind), PartOf: of})
			}
			if got := depths(NewIndex(b).ListActors(), func(a *Actor) string { return a.ID }); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestListSources(t *testing.T) {
	for _, c := range []struct{ name, sources, want string }{
		{"in the order of the file", "b a", "b0 a0"},
		{"under what they copy", "a<b b c<a", "b0 a1 c2"},
		{"in a circle", "a<b b<a c d<b", "c0 a0 b1 d2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &Briefing{}
			for source := range strings.FieldsSeq(c.sources) {
				id, of, _ := strings.Cut(source, "<")
				b.Sources = append(b.Sources, Source{ID: id, Title: id, Origin: of})
			}
			if got := depths(NewIndex(b).ListSources(), func(s *Source) string { return s.ID }); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// depths writes things with how deep they stand. It also breaks off at each of
// them: a list that went on after that would panic.
func depths[T any](list iter.Seq2[*T, int], id func(*T) string) string {
	var out []string
	for t, depth := range list {
		out = append(out, id(t)+strconv.Itoa(depth))
	}
	for last := range out {
		seen := 0
		for range list {
			if seen++; seen > last {
				break
			}
		}
	}
	return strings.Join(out, " ")
}
