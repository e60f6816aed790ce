package notebook

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Of the filters that were used, the latest maxFilters are kept, beside the versions that
// were read: for this machine only, one a line.
const (
	maxFilters     = 50
	maxFiltersFile = 64 << 10 // bytes
)

func (f Folder) filters() string { return filepath.Join(f.Versions, "filters.txt") }

// Filters returns the filters that were used, the latest last. It returns nil if none are
// kept or they cannot be read.
func (f Folder) Filters() []string {
	if f.Versions == "" {
		return nil
	}
	text, err := file.ReadStart(f.filters(), maxFiltersFile)
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(text) {
		if line = clean.Line(strings.TrimSpace(line)); line != "" {
			out = append(out, line)
		}
	}
	return out[max(0, len(out)-maxFilters):]
}

// KeepFilter keeps a filter as the latest.
func (f Folder) KeepFilter(filter string) error {
	if f.Versions == "" || filter == "" || len(filter) > maxFiltersFile/maxFilters {
		return nil
	}
	all := append(slices.DeleteFunc(f.Filters(), func(s string) bool { return s == filter }), filter)
	if err := os.MkdirAll(f.Versions, onlyForUser); err != nil {
		return err
	}
	return f.Write(f.filters(), func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(all[max(0, len(all)-maxFilters):], "\n")+"\n")
		return err
	})
}
