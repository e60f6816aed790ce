package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	generated "sitrep/briefing/sample"
)

// TestEveryFormatMarksDrafts makes each item a draft: a format that has its words says
// that it is one.
func TestEveryFormatMarksDrafts(t *testing.T) {
	written := func(f output, draft string) string {
		doc, err := file.Parse(generated.OneOfEach, "b", nil)
		if err != nil || len(doc.Problems) > 0 {
			t.Fatal(err, doc.Problems)
		}
		x := doc.Index()
		if draft != "" {
			r, ok := x.Lookup(draft)
			if !ok {
				t.Fatal(draft)
			}
			x.Common(r).Draft = true
			x = briefing.NewIndex(doc.Briefing)
		}
		var out bytes.Buffer
		if _, err := f.Write(&out, &Request{Index: x, Only: f.only, Full: true, Width: 80}); err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(out.String(), "\r\n ", "") // folded lines
	}
	// A table says so in a column of its own, about the item of the row.
	says := func(text string) int {
		text = strings.ToLower(text)
		return strings.Count(text, "draft") + strings.Count(text, `"true"`)
	}
	words := map[string]string{"j": "Judgmentword", "s": "Sourceword", "a": "Actorword", "e": "Eventword", "q": "Questionword", "c": "Claimword", "c/a": "Positionword"}
	for _, f := range outputs(t) {
		without := written(f, "")
		for id, word := range words {
			t.Run(fmt.Sprint(f.name, " ", id), func(t *testing.T) {
				switch {
				case !strings.Contains(without, word):
					t.Skip("it has no place for it")
				case f.name == "csv-claims" && id == "a":
					t.Skip("the table of actors has it")
				}
				if with := written(f, id); says(with) <= says(without) {
					t.Errorf("it does not say that it is a draft:\n%s", with)
				}
			})
		}
	}
}
