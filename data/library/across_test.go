package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
)

// talks returns version n of a briefing, from 1 to 12. Its minister denies that there
// are talks until version 4, affirms it until version 8, and denies it again.
func talks(n int) string {
	stance, said := "denies", "2024-01-05"
	switch {
	case n > 8:
		stance, said = "denies", "2024-09-01"
	case n > 4:
		stance, said = "affirms", "2024-05-01"
	}
	return fmt.Sprintf(`format: briefing/1
id: talks
title: The talks, version %[1]d
as_of: 2024-%02[1]d-20
version: %[1]d
tlp: %[4]s
bottom_line: Talks.
actors:
- {id: minister, name: Ann Lee, kind: person, external_ids: {wikidata: Q1}}
- {id: union, name: The Union, kind: organization}
sources:
- {id: wire, title: Wire report on the talks, kind: report}
questions:
- id: q
  text: Are there talks?
  claims:
  - id: there-are
    text: There are talks.
    positions:
    - {holder: minister, stance: %[2]s, said: %[3]s, evidence: [{source: wire}]}
    - {holder: union, stance: reports, said: 2024-01-01}
`, n, stance, said, map[bool]string{true: "AMBER", false: "GREEN"}[n == 12])
}

// other returns another briefing with the same claim. Its person is called as the
// minister and has these external ids.
func other(id, externalIDs, stance, said string) string {
	return fmt.Sprintf(`format: briefing/1
id: %[1]s
title: Briefing %[1]s
as_of: %[4]s
version: 1
tlp: RED
bottom_line: Talks.
actors:
- {id: lee, name: ann  LEE, kind: person, external_ids: {%[2]s}}
sources:
- {id: w, title: Wire report on the talks, kind: report}
questions:
- id: question
  text: are there talks?
  claims:
  - id: c
    text: There  are TALKS.
    positions:
    - {holder: lee, stance: %[3]s, said: %[4]s, evidence: [{source: w}]}
`, id, externalIDs, stance, said)
}

// manyTalks puts twelve versions and some other briefings into a folder.
func manyTalks(t *testing.T) *Library {
	dir := t.TempDir()
	for n := 1; n <= 12; n++ {
		put(t, dir, fmt.Sprintf("talks-%02d.yaml", n), talks(n))
	}
	put(t, dir, "same.yaml", other("same", "wikidata: Q1", "questions", "2024-10-01"))
	put(t, dir, "named.yaml", other("named", "", "denies", "2024-11-01"))
	put(t, dir, "other.yaml", other("other", "wikidata: Q2", "affirms", "2024-10-15"))
	l := open(t, dir, Options{})
	update(t, l)
	return l
}

// across returns what Across finds, a line each.
func across(t *testing.T, l *Library, name string, ref briefing.Ref) []string {
	t.Helper()
	doc, err := l.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	list, err := l.Across(t.Context(), doc.Index(), name, ref)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range list {
		line := strings.Join([]string{m.Said.String(), m.Holder, string(m.Stance), m.Name, fmt.Sprintf("%s:%s %d-%d", m.Newest.File, m.Ref.ID, m.Version, m.Newest.Version)}, " ")
		if m.Before != "" {
			line += " was " + string(m.Before)
		}
		if m.ByName {
			line += " by name"
		}
		if m.Here {
			line += " here"
		}
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return out
}

func TestAcross(t *testing.T) {
	l := manyTalks(t)
	minister := []string{
		"2024-01-05 Ann Lee denies talks-04.yaml:there-are/minister 1-4",
		"2024-05-01 Ann Lee affirms talks-08.yaml:there-are/minister 5-8 was denies",
		"2024-09-01 Ann Lee denies talks-12.yaml:there-are/minister 9-12 was affirms",
		"2024-10-01 ann LEE questions same.yaml:c/lee 1-1 was denies",
	}
	withID := strings.NewReplacer("Ann Lee", "Ann Lee (wikidata:Q1)", "ann LEE", "ann LEE (wikidata:Q1)").Replace
	here := func(list []string, n int, marks ...string) []string {
		list = slices.Clone(list)
		list[n] += strings.Join(append([]string{""}, marks...), " ")
		return list
	}
	person := func(id string) briefing.Ref { return briefing.Ref{Kind: briefing.KindActor, ID: id} }
	claim := func(id string) briefing.Ref { return briefing.Ref{Kind: briefing.KindClaim, ID: id} }
	for _, c := range []struct {
		name string
		ref  briefing.Ref
		want []string
	}{
		{"talks-12.yaml", person("minister"), here(minister, 2, "here")},
		{"talks-06.yaml", person("minister"), here(minister, 1, "here")},
		{"same.yaml", person("lee"), here(minister, 3, "here")},
		{"other.yaml", person("lee"), []string{"2024-10-15 ann LEE affirms other.yaml:c/lee 1-1 here"}},
		{"named.yaml", person("lee"), []string{"2024-11-01 ann LEE denies named.yaml:c/lee 1-1 here"}}, // of whom there are two
		{"talks-12.yaml", person("union"), []string{"2024-01-01 The Union reports talks-12.yaml:there-are/union 1-12 here"}},
		{"talks-12.yaml", claim("there-are"), []string{
			"2024-01-01 The Union reports talks-12.yaml:there-are/union 1-12 here",
			withID(minister[0]), withID(minister[1]), withID(minister[2]) + " here", withID(minister[3]),
			"2024-10-15 ann LEE (wikidata:Q2) affirms other.yaml:c/lee 1-1",
			"2024-11-01 ann LEE denies named.yaml:c/lee 1-1",
		}},
		{"named.yaml", briefing.Ref{Kind: briefing.KindSource, ID: "w"}, []string{
			"Ann Lee denies: There are talks. talks-12.yaml:there-are/minister 1-12 by name",
			"ann LEE affirms: There are TALKS. other.yaml:c/lee 1-1 by name",
			"ann LEE questions: There are TALKS. same.yaml:c/lee 1-1 by name",
		}},
		{"named.yaml", briefing.Ref{Kind: briefing.KindBottomLine}, nil},
	} {
		if got := across(t, l, c.name, c.ref); !slices.Equal(got, c.want) {
			t.Errorf("%s, %v:\n%s\nwant\n%s", c.name, c.ref, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	if q, c := across(t, l, "talks-12.yaml", briefing.Ref{Kind: briefing.KindQuestion, ID: "q"}), across(t, l, "talks-12.yaml", claim("there-are")); !slices.Equal(q, c) {
		t.Errorf("the question has\n%s\nthe only claim\n%s", strings.Join(q, "\n"), strings.Join(c, "\n"))
	}
}

// TestAcrossByName has an actor in two briefings whom only the name says to be the same,
// and nothing of a briefing that is marked too high.
func TestAcrossByName(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.yaml", talks(1))
	put(t, dir, "b.yaml", strings.NewReplacer("ann  LEE, kind: person", "the UNION, kind: organization", "RED", "AMBER").Replace(other("b", "", "denies", "2024-02-02")))
	put(t, dir, "c.yaml", strings.Replace(other("c", "", "denies", "2024-02-03"), "ann  LEE, kind: person", "the union, kind: organization", 1))
	ref := briefing.Ref{Kind: briefing.KindActor, ID: "union"}
	want := []string{
		"2024-01-01 The Union reports a.yaml:there-are/union 1-1 here",
		"2024-02-02 the UNION denies b.yaml:c/lee 1-1 was reports by name",
		"2024-02-03 the union denies c.yaml:c/lee 1-1 by name",
	}
	for most, n := range map[briefing.TLP]int{"": 3, "AMBER": 2} {
		l := open(t, dir, Options{Max: most})
		update(t, l)
		if got := across(t, l, "a.yaml", ref); !slices.Equal(got, want[:n]) {
			t.Errorf("up to %q:\n%s", most, strings.Join(got, "\n"))
		}
		if got := across(t, l, "a.yaml", briefing.Ref{Kind: briefing.KindClaim, ID: "there-are"}); len(got) != n+1 || !strings.HasSuffix(got[2], "by name") {
			t.Errorf("up to %q, on the claim:\n%s", most, strings.Join(got, "\n"))
		}
	}
}

// TestAcrossVersions takes an item of versions of a briefing for the same by its id,
// whatever it is called, also if the open file is not in the folder.
func TestAcrossVersions(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	put(t, dir, "a.yaml", talks(1))
	put(t, elsewhere, "b.yaml", strings.NewReplacer("There are talks", "They talk", "The Union", "The League").Replace(talks(5)))
	l, from := open(t, dir, Options{}), open(t, elsewhere, Options{})
	update(t, l)
	doc, err := from.Load("b.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[briefing.Ref]int{{Kind: briefing.KindActor, ID: "union"}: 1, {Kind: briefing.KindClaim, ID: "there-are"}: 2} {
		list, err := l.Across(t.Context(), doc.Index(), "b.yaml", ref)
		if err != nil || len(list) != want || list[0].ByName || !list[0].Here {
			t.Errorf("%v: %+v, %v", ref, list, err)
		}
	}
}
