package export

import (
	"strings"

	"sitrep/briefing"
)

// Citation returns the quote of e in quotation marks, followed by its place in
// the source. sign converts the program's own signs.
func Citation(s *briefing.Source, e *briefing.Evidence, sign func(string) string) string {
	parts := []string{s.Title}
	for _, part := range []string{s.Publication.Publisher, sign(s.Publication.Published.Words()), e.Locator, s.Publication.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return sign("“") + e.Quote + sign("”") + " (" + strings.Join(parts, ", ") + ")"
}
