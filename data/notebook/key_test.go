package notebook

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

func index(t *testing.T, text string) *briefing.Index {
	t.Helper()
	doc, err := file.Parse(text, data.Name, nil)
	must(t, err)
	return doc.Index()
}

// TestKeys finds every item of the built-in briefing by its key, and no other.
func TestKeys(t *testing.T) {
	x := index(t, string(data.Briefing))
	seen := map[string]briefing.Ref{}
	for ref := range Hashes(x) {
		k := KeyOf(x, ref)
		if other, twice := seen[k]; twice {
			t.Errorf("%v and %v have the key %q", ref, other, k)
		}
		seen[k] = ref
		if got, ok := ItemOf(x, k); !ok || got != ref {
			t.Errorf("the key %q of %v names %v, %v", k, ref, got, ok)
		}
	}
	const fewest = 50
	if len(seen) < fewest {
		t.Errorf("only %d items", len(seen))
	}
	for _, k := range []string{"", "gap", "gap ", "gap aaaaaaaaaaaa", "no-such-item", "troops-sent/nobody"} {
		if ref, ok := ItemOf(x, k); ok {
			t.Errorf("the key %q names %v", k, ref)
		}
	}
}

// TestHash changes a briefing, and tests which hashes change.
func TestHash(t *testing.T) {
	before := Hashes(index(t, string(data.Briefing)))
	changed := func(old, new string) map[briefing.Ref]bool {
		t.Helper()
		if !strings.Contains(string(data.Briefing), old) {
			t.Fatalf("the briefing has no %q", old)
		}
		y := index(t, strings.Replace(string(data.Briefing), old, new, 1))
		out := map[briefing.Ref]bool{}
		for ref, hash := range Hashes(y) {
			if hash != before[ref] {
				out[ref] = true
			}
		}
		return out
	}
	if got := changed("confidence: moderate", "confidence: high"); len(got) != 1 || !got[briefing.Ref{Kind: briefing.KindJudgment, ID: "judgment-sent"}] {
		t.Errorf("after another confidence: %v", got)
	}
	if got := changed("# The answer first.", "# The answer."); len(got) != 0 {
		t.Errorf("after another comment: %v", got)
	}
	// A position belongs to its claim too.
	got := changed("stance: denies", "stance: questions")
	kinds := map[briefing.Kind]int{}
	for ref := range got {
		kinds[ref.Kind]++
	}
	if len(got) != 2 || kinds[briefing.KindPosition] != 1 || kinds[briefing.KindClaim] != 1 {
		t.Errorf("after another stance: %v", got)
	}
}
