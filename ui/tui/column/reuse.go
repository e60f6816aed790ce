package column

import (
	"slices"

	"sitrep/briefing/page"
)

// Reuse lets a column take over how another, which it replaces, has laid out the
// texts that are the same in both. A filter is typed letter by letter and changes
// none of them, and a text can have 100,000 links.
func Reuse(c, replaced Column) {
	f, ok := c.(*Flow)
	old, alike := replaced.(*Flow)
	if !ok || !alike {
		return
	}
	f.size = old.size
	for row, laid := range old.laid {
		if row >= f.rows.Len || !sameProse(f.rows.Block(row), old.rows.Block(row)) {
			continue
		}
		f.laid[row] = laid
		if extents, known := old.extents[row]; known {
			f.extents[row] = extents
		}
	}
}

// sameProse reports whether both blocks are running text, and the same.
func sameProse(a, b page.Block) bool {
	one, ok := a.(page.Prose)
	other, alike := b.(page.Prose)
	return ok && alike && one.Body == other.Body && slices.Equal(one.Spans, other.Spans)
}
