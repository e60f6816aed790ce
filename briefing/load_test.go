package briefing

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing/edtf"
)

// sameBriefing compares all of a briefing but where its parts stand in a file.
var sameBriefing = cmp.Options{
	cmp.Comparer(func(a, b Pos) bool { return true }),
	cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() }),
}

func TestYAMLAndJSONAreTheSame(t *testing.T) {
	want := generate(200)
	data := jsonOf(t, want)
	for name, text := range map[string][]byte{"json": data, "yaml": yamlOf(t, data)} {
		doc, err := Parse(text, name, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range doc.Problems {
			t.Error(p)
		}
		if diff := cmp.Diff(want, doc.Briefing, sameBriefing); diff != "" {
			t.Errorf("%s: read back is different:\n%s", name, diff)
		}
	}
}
