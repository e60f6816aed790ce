package tui

import (
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// TestKeptIsCounted: what is kept in memory is counted, whatever was opened and
// listed again meanwhile.
func TestKeptIsCounted(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	m.watch = &fakeWatch{}
	for _, keys := range [][]string{{"enter"}, {"esc", "r"}, {"j", "j", "enter", "esc"}, {"/", "o", "n", "enter", "esc", "esc"}, {"G", "enter"}} {
		d.press(keys...)
		if d.app.library.open != nil {
			d.drain(d.app.library.relist())
			d.app.renew(newIndexed(parse(t, []byte(report(4, "GREEN")), "x"), allPassages))
		}
		kept := int64(0)
		for _, b := range d.app.library.entries {
			if b.indexed != nil {
				kept += b.Size
			}
			if b.searcher != nil {
				kept += b.Size
			}
		}
		if kept != d.app.library.kept || kept == 0 {
			t.Errorf("after %v: %d bytes are kept, and %d counted", keys, kept, d.app.library.kept)
		}
	}
}

// TestKeptIsLimited: whatever is listed, searched, opened and saved again, no
// more is kept than the limit allows, beside the briefing that is open.
func TestKeptIsLimited(t *testing.T) {
	const share = 5
	f := reports(t, 9).folder()
	list := f.List
	f.List = func() ([]file.FolderFile, int, error) {
		files, more, err := list()
		for i := range files {
			files[i].Size = maxKept / share
		}
		return files, more, err
	}
	d := drive(t, NewFolder(f, Options{}), 80, 24)
	d.drain(d.app.Init())
	for _, keys := range [][]string{{"/", "o", "n", "e", "esc"}, {"enter", "esc"}, {"G", "enter", "esc"}, {"r"}, {"k", "enter", "esc", "r"}, {"/", "r", "enter", "esc", "esc"}} {
		d.press(keys...)
		indexes := map[*briefing.Index]bool{}
		for _, b := range d.app.library.entries {
			if b.indexed != nil {
				indexes[b.indexed.index] = true
			}
			if b.searcher != nil {
				indexes[b.searcher.Index()] = true
			}
			if b.left.index != nil {
				indexes[b.left.index] = true
			}
		}
		if len(indexes) > share || len(indexes) == 0 {
			t.Errorf("after %v %d indexes are kept, room is for %d", keys, len(indexes), share)
		}
	}
}
