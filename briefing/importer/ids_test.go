package importer

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Bridge closed: loose bolts found": "bridge-closed-loose-bolts-found",
		"Volodymyr Zelenskyĭ’s office":     "volodymyr-zelenskyis-office",
		"  --Ærø & Łódź--  ":               "aero-lodz",
		"Путин":                            "",
		"":                                 "",
		strings.Repeat("long ", 20):        "long-long-long-long-long-long-long-long-long",
		strings.Repeat("x", 100):           strings.Repeat("x", maxSlug),
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, not %q", name, got, want)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	b := newBuilder(Options{})
	b.ids["moved"] = ofInto
	seen := map[string]bool{"moved": true}
	for _, name := range []string{"A", "a", "a 2", "A!", "Путин", "Медведев", "moved", "moved"} {
		id := b.id(name, "actor")
		if seen[id] {
			t.Errorf("%q gets %q, which is taken", name, id)
		}
		seen[id] = true
	}
}
