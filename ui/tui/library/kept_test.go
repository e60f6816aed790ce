package library

import (
	"testing"

	"sitrep/briefing"
	"sitrep/ui/tui/tuitest"
)

// TestKeptIsCounted: what is kept in memory is counted, whatever was opened and
// listed again meanwhile.
func TestKeptIsCounted(t *testing.T) {
	m := tuitest.Reports(9)
	d := openFolder(t, m, 80, 24)
	for _, keys := range [][]string{{"enter"}, {"leave", "r"}, {"j", "j", "enter", "leave"}, {"/", "o", "n", "enter", "leave"}, {"G", "enter"}} {
		d.do(keys...)
		if d.list.open != nil {
			d.Drain(d.list.relist())
			d.renew(tuitest.Report(4, "GREEN"))
		}
		kept := int64(0)
		for _, b := range d.list.entries {
			if b.indexed != nil {
				kept += b.Size
			}
			if b.searcher != nil {
				kept += b.Size
			}
		}
		if kept != d.list.kept || kept == 0 {
			t.Errorf("after %v: %d bytes are kept, and %d counted", keys, kept, d.list.kept)
		}
	}
}

// TestKeptIsLimited: whatever is listed, searched, opened and saved again, no
// more is kept than the limit allows, beside the briefing that is open.
func TestKeptIsLimited(t *testing.T) {
	const share = 5
	m := tuitest.Reports(9)
	m.Size = maxKept / share
	d := openFolder(t, m, 80, 24)
	for _, keys := range [][]string{{"/", "o", "n", "e", "esc"}, {"enter", "leave"}, {"G", "enter", "leave"}, {"r"}, {"k", "enter", "leave", "r"}, {"/", "r", "enter", "leave"}} {
		d.do(keys...)
		indexes := map[*briefing.Index]bool{}
		for _, b := range d.list.entries {
			if b.indexed != nil {
				indexes[b.indexed.Index] = true
			}
			if b.searcher != nil {
				indexes[b.searcher.Index()] = true
			}
			if x := leftIn(b); x != nil {
				indexes[x] = true
			}
		}
		if len(indexes) > share || len(indexes) == 0 {
			t.Errorf("after %v %d indexes are kept, room is for %d", keys, len(indexes), share)
		}
	}
}
