package briefing

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing/sample"
)

// everyKey is a briefing in which every key of the format stands.
func everyKey(t *testing.T) *sample.EveryKey {
	t.Helper()
	var schema bytes.Buffer
	if err := WriteSchema(&schema); err != nil {
		t.Fatal(err)
	}
	k, err := sample.NewEveryKey(schema.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestRedact marks each item in turn: not a word of it stays, not even its id,
// and every other word does.
func TestRedact(t *testing.T) {
	k := everyKey(t)
	whole := string(k.File())
	for _, item := range k.Items {
		doc, err := Parse(k.File(item), "x", nil)
		if err != nil || len(doc.Problems) > 0 {
			t.Fatal(err, doc.Problems)
		}
		before := string(jsonOf(t, doc.Briefing))
		redacted, err := doc.Redact("GREEN")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before, string(jsonOf(t, doc.Briefing))); diff != "" {
			t.Errorf("%s %s: the briefing itself has changed:\n%s", item.Noun, item.ID, diff)
		}
		checkRoundTrip(t, redacted.Briefing)
		got := string(jsonOf(t, redacted.Briefing))
		gone := 0
		for word := range strings.FieldsFuncSeq(whole, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
			if !strings.HasPrefix(word, "zq") {
				continue
			}
			withheld := slices.Contains(item.Words, word)
			if strings.Contains(got, word) == withheld {
				t.Errorf("%s %s: %s is there: %t", item.Noun, item.ID, word, !withheld)
			}
			if withheld {
				gone++
			}
		}
		if gone == 0 || redacted.Withheld.String() == "" {
			t.Errorf("%s %s: nothing is withheld: %s", item.Noun, item.ID, redacted.Withheld)
		}
	}
	if len(k.Items) < 20 {
		t.Errorf("only %d items", len(k.Items))
	}
}
