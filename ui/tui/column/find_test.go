package column

import (
	"slices"
	"testing"

	"sitrep/briefing/fold"
	"sitrep/briefing/page"
)

// TestFindRows asks that the rows with the words of a query are those that it
// is in when each is looked at alone.
func TestFindRows(t *testing.T) {
	f := NewFlow(Blocks([]page.Block{
		page.Prose{Spans: []page.Span{{Text: "The bridge, the Bridge and the bridge."}}},
		page.Blank{},
		page.Many{Len: 3, At: func(i int) page.Block {
			return page.Prose{Spans: []page.Span{{Text: []string{"old", "bridges", ""}[i]}}}
		}},
		page.Fact{Label: "Place", Value: []page.Span{{Text: "Brücke  am"}}},
		page.Prose{Spans: []page.Span{{Text: "See"}}},
	}))
	for _, words := range []string{"", "bridge", "Bridge", "old bridges", "brucke am", "am see", "e", "see", "xyz"} {
		q := fold.NewQuery(words)
		got := f.Find(q)
		want := f.Rows(func(_ page.Target, text string) bool { return q.In(text) })
		if !slices.Equal(got, want) {
			t.Errorf("%q: rows %v, want %v", words, got, want)
		}
	}
	if got := f.Find(fold.NewQuery("bridge")); !slices.Equal(got, []int{0, 3}) {
		t.Errorf("rows %v", got)
	}
}
