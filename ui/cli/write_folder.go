package cli

import (
	"context"
	"fmt"

	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// writeFolder writes the list of the briefings in a folder as text: those with the
// newest as-of date first, and versions of one briefing as one.
func writeFolder(s Streams, arg string, most marking, ascii bool) error {
	wanted, err := placesOf(s, []string{arg})
	if err != nil {
		return err
	}
	libraries, end, err := openLibraries(s, wanted, most)
	if err != nil {
		return err
	}
	defer end()
	entries, err := libraries[0].Entries(context.Background(), 0)
	if err != nil {
		return err
	}
	folded, counts := library.Fold(entries)
	list := make([]file.FolderEntry, 0, len(counts))
	for at, i := 0, 0; i < len(counts); i++ {
		list = append(list, folded[at].FolderEntry)
		at += counts[i]
	}
	for _, e := range folded {
		if e.Withheld != "" {
			_, _ = fmt.Fprintf(s.Err, "sitrep: %s: %s\n", clean.Line(e.File), e.Withheld)
		}
	}
	r := &export.Request{Width: defaultWidth, ASCII: ascii}
	if err := export.WriteFolder(s.Out, r, libraries[0].Name(), list, counts); err != nil {
		return fmt.Errorf("writing the list: %w", err)
	}
	return nil
}
