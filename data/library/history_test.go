package library

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
)

// actor returns an actor of an index that has such names and ids: "name" or
// "system:id".
func actor(id int64, name, _ string, has ...string) *SameItem {
	var keys []string
	for _, h := range has {
		if system, value, ok := strings.Cut(h, ":"); ok {
			keys = append(keys, key(keyID, "actor", system, value))
		} else {
			keys = append(keys, key(keyName, "actor", "person", h))
		}
	}
	return &SameItem{Name: name, id: id, keys: keys}
}

// TestSame divides actors; an asterisk marks those that only their name says are the same.
func TestSame(t *testing.T) {
	for _, test := range []struct {
		name  string
		items []*SameItem
		want  string
	}{
		{"by id", []*SameItem{actor(2, "a", "x", "ann", "w:1"), actor(1, "b", "y", "anna", "w:1")}, "a b"},
		{"by name", []*SameItem{actor(2, "a", "x", "ann"), actor(1, "b", "y", "ann", "annie")}, "a b*"},
		{"by other name", []*SameItem{actor(2, "a", "x", "ann", "annie"), actor(1, "b", "y", "annie", "w:1")}, "a* b"},
		{"versions", []*SameItem{actor(3, "a", "x", "ann"), actor(2, "a", "x", "ann"), actor(1, "a", "y", "ann")}, "a a a"},
		{"different", []*SameItem{actor(2, "a", "x", "ann", "w:1"), actor(1, "b", "y", "ann", "w:2")}, "a | b"},
		{"two systems", []*SameItem{actor(2, "a", "x", "ann", "w:1"), actor(1, "b", "y", "ann", "v:2")}, "a b*"},
		{"between two", []*SameItem{actor(3, "a", "x", "ann", "w:1"), actor(2, "b", "y", "ann"), actor(1, "c", "z", "ann", "w:2")}, "a | b | c"},
		{"between two by names", []*SameItem{actor(3, "a", "x", "ann", "w:1"), actor(2, "b", "y", "ann", "joan"), actor(1, "c", "z", "joan", "w:2")}, "a | b | c"},
		{"over several", []*SameItem{actor(4, "a", "x", "ann", "w:1"), actor(3, "b", "y", "ann", "jo"), actor(2, "c", "z", "jo", "joan"), actor(1, "d", "u", "joan", "w:2")}, "a | b | c | d"},
		{"of several ids", []*SameItem{actor(3, "a", "x", "ann", "w:1", "v:1"), actor(2, "b", "y", "bea", "w:1", "v:2"), actor(1, "c", "z", "cleo", "v:2")}, "a | b c"},
		{"without anything", []*SameItem{{Name: "a", id: 2}, {Name: "b", id: 1}}, "a | b"},
	} {
		var all []string
		for _, s := range groups(briefing.KindActor, test.items) {
			var one []string
			for _, item := range s.Items {
				name := item.Name
				if item.ByName {
					name += "*"
				}
				one = append(one, name)
			}
			all = append(all, strings.Join(one, " "))
		}
		if got := strings.Join(all, " | "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestManyOfOneName compares fifty thousand actors of one name, each with another name
// of its own. A quadratic loop would take minutes.
func TestManyOfOneName(t *testing.T) {
	var items []*SameItem
	for i := range int64(50_000) {
		items = append(items, actor(i, "a", strconv.Itoa(int(i)), "ann", fmt.Sprint("ann ", i)))
	}
	if got := groups(briefing.KindActor, items); len(got) != 1 || len(got[0].Items) != len(items) {
		t.Errorf("%d groups", len(got))
	}
	for i := range items {
		items[i] = actor(int64(i), "a", "", "ann", fmt.Sprint("w:", i))
	}
	if got := groups(briefing.KindActor, items); len(got) != len(items) {
		t.Errorf("%d groups", len(got))
	}
}

// stances writes a version of a briefing with positions of one actor: "claim stance
// date".
func stances(t *testing.T, dir, id string, version int, list ...string) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "format: briefing/1\nid: %s\ntitle: T\nas_of: 2024-%02d-20\nversion: %d\nbottom_line: B\nactors:\n- {id: lavrov, name: Sergei Lavrov, kind: person}\nquestions:\n- id: q\n  text: Q?\n  claims:\n", id, version, version)
	claims := map[string][]string{}
	for _, one := range list {
		claim, rest, _ := strings.Cut(one, " ")
		claims[claim] = append(claims[claim], rest)
	}
	for _, claim := range []string{"c", "d"} {
		fmt.Fprintf(&b, "  - id: %s\n    text: Claim %s holds.\n    positions:\n", claim, claim)
		for _, one := range claims[claim] {
			stance, said, _ := strings.Cut(one, " ")
			fmt.Fprintf(&b, "    - {holder: lavrov, stance: %s", stance)
			if said != "" {
				fmt.Fprintf(&b, ", said: %s", said)
			}
			b.WriteString("}\n")
		}
		if len(claims[claim]) == 0 {
			b.WriteString("    - {holder: nobody, stance: denies}\n")
		}
	}
	put(t, dir, fmt.Sprintf("%s-%02d.yaml", id, version), b.String())
}

// histories are briefings by version, and what a holder says in them. Each statement is
// "claim stance versions", with the stance before if it has changed.
var histories = []struct {
	name  string
	write func(put func(id string, version int, list ...string))
	want  []string
}{
	{"two changes", func(put func(string, int, ...string)) {
		for v := 1; v <= 12; v++ {
			switch {
			case v < 5:
				put("b", v, "c affirms 2024-01-02", "d denies 2024-01-02")
			case v < 9:
				put("b", v, "c denies 2024-05-02", "d denies 2024-01-02")
			default:
				put("b", v, "c affirms 2024-09-02", "d denies 2024-01-02")
			}
		}
	}, []string{"c affirms 4", "d denies 12", "c denies 4 affirms", "c affirms 4 denies"}},
	{"two changes, undated", func(put func(string, int, ...string)) {
		for v := 1; v <= 12; v++ {
			put("b", v, "c "+[]string{"affirms", "denies", "affirms"}[(v-1)/4])
		}
	}, []string{"c affirms 4", "c denies 4 affirms", "c affirms 4 denies"}},
	{"all are kept", func(put func(string, int, ...string)) {
		put("b", 1, "c affirms 2024-01-02")
		put("b", 2, "c affirms 2024-01-02", "c denies 2024-02-02")
		put("b", 3, "c affirms 2024-01-02", "c denies 2024-02-02")
	}, []string{"c affirms 3", "c denies 2 affirms"}},
	{"several at once", func(put func(string, int, ...string)) {
		put("b", 1, "c affirms", "c questions")
		put("b", 2, "c affirms", "c questions")
	}, []string{"c affirms 2", "c questions 2"}},
	{"removed", func(put func(string, int, ...string)) {
		put("b", 1, "c affirms 2024-01-02", "d denies 2024-01-02")
		put("b", 2, "d denies 2024-01-02")
	}, []string{"c affirms 1", "d denies 2"}},
	{"removed for one version", func(put func(string, int, ...string)) {
		put("b", 1, "c affirms")
		put("b", 2, "d denies")
		put("b", 3, "c affirms")
	}, []string{"c affirms 2", "d denies 1"}},
	{"another briefing", func(put func(string, int, ...string)) {
		put("b", 1, "c affirms")
		put("other", 2, "c denies")
	}, []string{"c affirms 1", "c denies 1 affirms"}},
}

// TestHistory follows what a holder says over versions and briefings.
func TestHistory(t *testing.T) {
	for _, test := range histories {
		dir := t.TempDir()
		test.write(func(id string, version int, list ...string) { stances(t, dir, id, version, list...) })
		l := open(t, dir, Options{})
		update(t, l)
		holders, err := l.Actors(t.Context(), "lavrov")
		if err != nil || len(holders) != 1 {
			t.Fatalf("%s: %v, %v", test.name, holders, err)
		}
		all, err := l.History(t.Context(), holders[0])
		if err != nil {
			t.Fatal(test.name, err)
		}
		var got []string
		for _, s := range all {
			got = append(got, strings.TrimSpace(fmt.Sprint(s.claim, " ", s.Stance, " ", s.Versions, " ", s.Before)))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
