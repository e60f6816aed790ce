package notebook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/data"
)

// TestLastRead keeps versions of a briefing, and gets the last one back if it is
// another.
func TestLastRead(t *testing.T) {
	f := tempFolder(t)
	f.Versions = filepath.Join(t.TempDir(), "state", "read")
	text := string(data.Briefing)
	first, second := index(t, text), index(t, strings.Replace(text, "confidence: moderate", "confidence: high", 1))
	digest := func(x *briefing.Index) string { return Digest(x.Briefing, Hashes(x)) }
	id := first.Briefing.ID

	last, err := f.LastRead(id, "", digest(first))
	if err != nil || last != (LastRead{}) {
		t.Fatalf("before the first: %v, %v", last, err)
	}
	must(t, f.KeepRead(first.Briefing, "", digest(first), last))
	before := time.Now().Add(-72 * time.Hour).Truncate(time.Second)
	must(t, os.Chtimes(f.version(id, ""), before, before))

	// The same again: only the time changes.
	last, err = f.LastRead(id, "", digest(first))
	if err != nil || !last.When.Equal(before) || last.Briefing != nil {
		t.Fatalf("the same: %v, %v", last, err)
	}
	was, err := os.ReadFile(f.version(id, ""))
	must(t, err)
	must(t, f.KeepRead(first.Briefing, "", digest(first), last))
	if is, err := os.ReadFile(f.version(id, "")); err != nil || string(is) != string(was) {
		t.Errorf("it was written again: %v", err)
	}

	// Another one.
	last, err = f.LastRead(id, "", digest(second))
	if err != nil || last.When.Equal(before) || last.Briefing == nil {
		t.Fatalf("another: %v, %v", last, err)
	}
	if got := digest(briefing.NewIndex(last.Briefing)); got != digest(first) {
		t.Error("what was kept is not the first version")
	}
	// With a limit of the marking there is another one, or none.
	if last, err := f.LastRead(id, "CLEAR", digest(second)); err != nil || last != (LastRead{}) {
		t.Errorf("with a limit: %v, %v", last, err)
	}
	must(t, os.WriteFile(f.version(id, ""), []byte("other\nH4sInothing"), 0o600))
	if _, err := f.LastRead(id, "", digest(second)); err == nil {
		t.Error("garbage is a version")
	}
}
