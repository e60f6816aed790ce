package column

import (
	"slices"
	"strings"
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

// TestReadSome demands that a call of Read ends after as much text as a key can wait
// for, whether many rows have it or few, and that all of them are read in the end.
func TestReadSome(t *testing.T) {
	for _, rowBytes := range []int{1, 1000, readBytes / 2, 3 * readBytes} {
		const rows = 100
		text, made := strings.Repeat("x", rowBytes), 0
		f := NewFlow(Rows{Len: rows, Block: func(int) page.Block {
			made += rowBytes
			return page.Prose{Spans: []page.Span{{Text: text}}}
		}})
		calls := 0
		for more := true; more; calls++ {
			before := made
			more = f.Read()
			if most := readBytes + rowBytes; made-before > most {
				t.Fatalf("rows of %d bytes: a call reads %d bytes, want at most %d", rowBytes, made-before, most)
			}
			if calls > rows {
				t.Fatalf("rows of %d bytes: Read does not end", rowBytes)
			}
		}
		if made != rows*rowBytes {
			t.Errorf("rows of %d bytes: %d bytes read, want %d", rowBytes, made, rows*rowBytes)
		}
	}
}
