package export

import (
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
)

// WriteFolder writes the list of the briefings in a folder as text. Each entry is the
// newest of as many versions as versions says for it.
func WriteFolder(w io.Writer, r *Request, name string, list []file.FolderEntry, versions []int) error {
	return writeAsText(w, r, file.HighestListed(list), func(t *textWriter) {
		t.blocks([]page.Block{page.Title{Spans: []page.Span{{Text: name + ": " + countEntries(list)}}}})
		for i, l := range list {
			t.blocks([]page.Block{page.Blank{}, page.FolderEntryRow(l, versions[i])})
		}
	})
}

// countEntries counts the briefings in a list, those that are withheld, and the
// files that cannot be read.
func countEntries(list []file.FolderEntry) string {
	unreadable, withheld := 0, 0
	for _, l := range list {
		switch {
		case l.Why == "":
		case l.Withheld != "":
			withheld++
		default:
			unreadable++
		}
	}
	parts := []string{briefing.Counted(len(list)-unreadable-withheld, "briefing", "briefings")}
	if withheld > 0 {
		parts = append(parts, fmt.Sprintf("%d withheld", withheld))
	}
	if unreadable > 0 {
		parts = append(parts, fmt.Sprintf("%d cannot be read", unreadable))
	}
	return strings.Join(parts, ", ")
}
