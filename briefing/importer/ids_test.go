package importer

import "testing"

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
