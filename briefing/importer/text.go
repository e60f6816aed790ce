package importer

import (
	"path/filepath"
	"strings"

	"sitrep/briefing"
)

func isText(h *head) bool { return len(h.begin) > 0 && h.isUTF8() }

// readText adds plain text or Markdown as a source. A heading in the first line is
// its title.
func readText(b *builder, in Input) error {
	text := strings.TrimPrefix(string(in.Data), "\ufeff")
	if strings.TrimSpace(text) == "" {
		return unfit("", "there is no text in it")
	}
	s := briefing.Source{Title: strings.TrimSuffix(filepath.Base(in.Name), filepath.Ext(in.Name)), Text: strings.TrimSpace(text)}
	if first, _, _ := strings.Cut(s.Text, "\n"); strings.HasPrefix(first, "# ") {
		s.Title = strings.TrimPrefix(first, "# ")
	}
	if b.entry(s.Title, s.Publication.Published) {
		b.source(s)
	}
	return nil
}
