package importer

import (
	"strings"

	"sitrep/briefing/file"
)

// take counts an item with some bytes of text. It panics with an error for
// [safely] if a briefing has no room for it.
func (b *builder) take(bytes int) {
	b.items++
	if b.bytes += bytes; b.bytes > file.MaxFile {
		panic(errLarge)
	}
	fits(b.items)
}

// fits panics like take if there are too many items.
func fits(items int) {
	if items > maxEntries {
		panic(tooMany())
	}
}

const hintLarge = "take a part of it, with --pick if it has entries, or split the file"

var errLarge = unfit(hintLarge, "what comes out has more than the %d MiB that a briefing can have", file.MaxFile>>20)

// limitedText is a text of at most the size of a briefing.
type limitedText struct{ strings.Builder }

func (t *limitedText) Write(p []byte) (int, error) {
	if t.Len()+len(p) > file.MaxFile {
		return 0, errLarge
	}
	return t.Builder.Write(p)
}
