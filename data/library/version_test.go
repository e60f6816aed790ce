package library

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

func TestVersionNames(t *testing.T) {
	for name, want := range map[string]Version{
		"gulf-2026@812.green.yaml":               {ID: "gulf-2026", Revision: 812, TLP: "GREEN"},
		"a@1.amber-strict.json":                  {ID: "a", Revision: 1, TLP: "AMBER+STRICT", JSON: true},
		"a@18446744073709551615.red.yaml":        {ID: "a", Revision: 1<<64 - 1, TLP: "RED"},
		"a@7.clear.withdrawn-2026-11-27.yaml":    {ID: "a", Revision: 7, TLP: "CLEAR", Withdrawn: "2026-11-27"},
		"a@7.clear.withdrawn-2026-11-31.yaml":    {},
		"a@7.clear.withdrawn-x.yaml":             {},
		"a@7.clear..yaml":                        {},
		"a@07.clear.yaml":                        {},
		"a@7.Clear.yaml":                         {},
		"a@7.yellow.yaml":                        {},
		"a@7.yaml":                               {},
		"a@7.clear.yml":                          {},
		"A@7.clear.yaml":                         {},
		"a@18446744073709551616.red.yaml":        {},
		"a@-1.red.yaml":                          {},
		"a@@1.red.yaml":                          {},
		"a.yaml":                                 {},
		"@1.red.yaml":                            {},
		"..@1.red.yaml":                          {},
		strings.Repeat("a", 101) + "@1.red.yaml": {},
		"a@1.red.withdrawn-2026-11-27.withdrawn-2026.yaml": {},
	} {
		v, ok := ParseVersion(name)
		if ok != (want.ID != "") || ok && (v != want || v.Name() != name) {
			t.Errorf("%s: %v %v", name, v, ok)
		}
	}
}

// putVersions writes files into a new folder and returns a library of it.
func putVersions(t *testing.T, files map[string]string) *Library {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := Open(folder, Options{Cache: t.TempDir(), Name: "desk:ops"})
	if err == nil {
		_, err = l.Update(context.Background(), func(Progress) {})
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

const goneVersion = "talks@9.green.withdrawn-2026-11-27.yaml"

// withWithdrawn returns a library with a version that says otherwise and was withdrawn.
func withWithdrawn(t *testing.T) *Library {
	t.Helper()
	return putVersions(t, map[string]string{"talks@3.green.yaml": talks(1), goneVersion: talks(5), "other@4.red.yaml": other("other", "wikidata: Q1", "affirms", "2025-01-01")})
}

func TestWithdrawnNotListed(t *testing.T) {
	ctx := context.Background()
	l := withWithdrawn(t)
	if l.Name() != "desk:ops" {
		t.Error("called", l.Name())
	}
	entries, err := l.Entries(ctx, 0)
	var names []string
	for _, e := range entries {
		names = append(names, e.File)
	}
	want := []string{"other@4.red.yaml", "talks@3.green.yaml"}
	if err != nil || !slices.Equal(names, want) {
		t.Errorf("the list has %q, %v", names, err)
	}
	if files, err := Files(l.path); err != nil || !slices.Equal(files, want) {
		t.Errorf("the folder has %q, %v", files, err)
	}
	if n, err := l.Count(ctx); err != nil || n != (Tally{Briefings: 2}) {
		t.Errorf("counted %v, %v", n, err)
	}
}

func TestWithdrawnNotFound(t *testing.T) {
	l := withWithdrawn(t)
	for _, expr := range []string{"version", "talks", "-nothing", "stance:affirms", "since:2000"} {
		q, err := Parse(expr, false)
		if err != nil {
			t.Fatal(expr, err)
		}
		n := 0
		err = l.Search(context.Background(), q, func(h *Hit) bool {
			if n++; h.File == goneVersion {
				t.Errorf("%s finds %v in what was withdrawn", expr, h.Ref)
			}
			return true
		})
		if err != nil || n == 0 {
			t.Errorf("%s finds %d, %v", expr, n, err)
		}
	}
}

func TestWithdrawnInHistory(t *testing.T) {
	ctx := context.Background()
	l := withWithdrawn(t)
	all, err := l.Actors(ctx, "Ann Lee")
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	said, err := l.History(ctx, all[0])
	var got []string
	for _, s := range said {
		got = append(got, s.File+" "+string(s.Stance)+" "+s.Withdrawn+" "+string(s.Before))
	}
	if want := []string{"talks@3.green.yaml denies  ", goneVersion + " affirms 2026-11-27 ", "other@4.red.yaml affirms  denies"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("the history is %q, %v", got, err)
	}
	doc, err := l.Load("other@4.red.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []briefing.Ref{{Kind: briefing.KindActor, ID: "lee"}, {Kind: briefing.KindSource, ID: "w"}, {Kind: briefing.KindQuestion, ID: "question"}, {Kind: briefing.KindClaim, ID: "c"}} {
		mentions, err := l.Across(ctx, doc.Index(), "other@4.red.yaml", ref)
		if err != nil || len(mentions) == 0 {
			t.Error(ref, err)
		}
		for _, m := range mentions {
			if m.File == goneVersion || m.Newest.File == goneVersion {
				t.Errorf("%v is mentioned in what was withdrawn", ref)
			}
		}
	}
}

// TestOtherThanItsName has files that are marked higher, or called otherwise, than
// what they came as.
func TestOtherThanItsName(t *testing.T) {
	text := talks(1) // GREEN
	item := strings.Replace(text, "kind: organization}", "kind: organization, tlp: RED}", 1)
	unreadable := strings.Replace(text, "tlp: GREEN", "tlp: GREENISH", 1)
	none := strings.Replace(text, "tlp: GREEN", "", 1)
	l := putVersions(t, map[string]string{"talks@1.green.yaml": text, "talks@2.clear.yaml": text, "talks@3.green.yaml": item, "talks@4.red.yaml": unreadable,
		"talks@5.clear.yaml": none, "other@6.green.yaml": text, "talks@7.red.yaml": item, "talks@8.amber.yaml": text, "talks.yaml": none})
	entries, err := l.Entries(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var read []string
	for _, e := range entries {
		if e.Why == "" {
			read = append(read, e.File)
		} else if doc, err := l.Load(e.File); err == nil || doc != nil {
			t.Errorf("%s is loaded", e.File)
		}
	}
	slices.Sort(read)
	if want := []string{"talks.yaml", "talks@1.green.yaml", "talks@7.red.yaml"}; !slices.Equal(read, want) {
		t.Errorf("%q can be read; want %q", read, want)
	}
	if _, err := l.Load("talks@2.clear.yaml"); err == nil || !strings.Contains(err.Error(), "it came as TLP:CLEAR and is marked TLP:GREEN") {
		t.Error(err)
	}
	if _, err := file.Load(l.File("talks@1.green.yaml")); err != nil {
		t.Error(err)
	}
}
