package library

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// harbour returns a version of a briefing with events that are called like their ids.
func harbour(version int, asOf string, events ...string) string {
	text := fmt.Sprintf("format: briefing/1\nid: harbour\ntitle: The port\nas_of: %s\nversion: %d\ntlp: GREEN\nevents:\n", asOf, version)
	for _, id := range events {
		text += fmt.Sprintf("- {id: %s, title: An %s broke out, when: %s}\n", id, id, asOf)
	}
	return text
}

// TestRepeatedHits looks for words in briefings with several versions. The items of one
// day are found in the order in which their files came into the index, so each order of
// that is tried.
func TestRepeatedHits(t *testing.T) {
	files := map[string]string{
		"harbour@2.green.yaml":                       harbour(1, "2026-11-26", "fire", "flood", "storm"),
		"harbour@9.green.yaml":                       harbour(2, "2026-11-27", "fire", "flood", "strike"),
		"harbour@11.green.yaml":                      harbour(3, "2026-11-27", "fire", "strike", "riot"),
		"harbour@14.green.withdrawn-2026-11-28.yaml": harbour(4, "2026-11-27", "fire", "panic"),
		"other@12.green.yaml":                        strings.ReplaceAll(harbour(1, "2026-11-27", "fire"), "harbour", "other"),
		"other@13.red.yaml":                          strings.ReplaceAll(strings.ReplaceAll(harbour(2, "2026-11-27", "fire"), "harbour", "other"), "GREEN", "RED"),
		"alone.yaml":                                 strings.ReplaceAll(harbour(0, "2026-11-27", "fire"), "id: harbour", ""),
	}
	names := []string{"harbour@2.green.yaml", "harbour@9.green.yaml", "harbour@11.green.yaml", "harbour@14.green.withdrawn-2026-11-28.yaml", "other@12.green.yaml", "other@13.red.yaml", "alone.yaml"}
	for turn := range names {
		order := slices.Concat(names[turn:], names[:turn])
		if turn%2 == 1 {
			slices.Reverse(order)
		}
		l := open(t, t.TempDir(), Options{Max: "AMBER"})
		for _, name := range order {
			put(t, l.path, name, files[name])
			if _, err := l.UpdateFiles(t.Context(), []string{name}, func(Progress) {}); err != nil {
				t.Fatal(err)
			}
		}
		for expr, want := range map[string][]string{
			"fire":             {"alone.yaml:event:fire", "harbour@11.green.yaml:event:fire", "other@12.green.yaml:event:fire"},
			"flood":            {"harbour@9.green.yaml:event:flood"},
			"storm":            {"harbour@2.green.yaml:event:storm"},
			"strike":           {"harbour@11.green.yaml:event:strike"},
			"riot":             {"harbour@11.green.yaml:event:riot"},
			"panic":            nil,
			"until:2026-11-26": {"harbour@2.green.yaml:event:fire", "harbour@2.green.yaml:event:flood", "harbour@2.green.yaml:event:storm"},
		} {
			for _, typing := range []bool{false, true} {
				got := found(t, l, expr, typing)
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Errorf("%q finds %q, want %q; files in the order %q", expr, got, want, order)
				}
			}
		}
	}
}

// TestRepeatedHitsOfNamedFiles wants a hit in each file that is named.
func TestRepeatedHitsOfNamedFiles(t *testing.T) {
	folder := t.TempDir()
	names := []string{"a.yaml", "b.yaml"}
	for i, name := range names {
		put(t, folder, name, harbour(i+1, "2026-11-27", "fire"))
	}
	l, err := OpenFiles(context.Background(), folder, names, Options{}, func(Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	if got := found(t, l, "fire", false); len(got) != len(names) {
		t.Errorf("found %q", got)
	}
}

// TestSearchesEndEarly ends searches after some hits, while the index is read ahead.
func TestSearchesEndEarly(t *testing.T) {
	folder := t.TempDir()
	const briefings, versions = 60, 3
	for n := range briefings * versions {
		put(t, folder, fmt.Sprintf("%d.yaml", n), strings.Replace(harbour(1+n/briefings, "2026-11-27", "fire", "flood"), "harbour", fmt.Sprintf("harbour-%d", n%briefings), 1))
	}
	l := open(t, folder, Options{})
	update(t, l)
	for most := range briefings {
		q, err := Parse("fire", most%2 == 0)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		if err := l.Search(t.Context(), q, func(*Hit) bool { n++; return n <= most }); err != nil || n != most+1 {
			t.Errorf("%d hits, %v; want %d", n, err, most+1)
		}
	}
	if got := found(t, l, "fire", false); len(got) != briefings {
		t.Errorf("%d hits in all, want %d", len(got), briefings)
	}
}
