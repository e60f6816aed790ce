package file

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Bridge closed: loose bolts found": "bridge-closed-loose-bolts-found",
		"Volodymyr Zelenskyĭ’s office":     "volodymyr-zelenskyis-office",
		"  --Ærø & Łódź--  ":               "aero-lodz",
		"Путин":                            "item-e4a8459c",
		"":                                 "item-811c9dc5",
		strings.Repeat("long ", 20):        "long-long-long-long-long-long-long-long-long",
		strings.Repeat("x", 100):           strings.Repeat("x", maxMadeID),
	} {
		if got := Slug(name, "item"); got != want {
			t.Errorf("Slug(%q) = %q, not %q", name, got, want)
		}
	}
}
