package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/importer"
)

// loadInto returns the briefing to add to, or nil without a path.
func loadInto(path string) (*file.Document, error) {
	switch path {
	case "":
		return nil, nil
	case standardInput:
		return nil, usage(errors.New("--into takes the file of a briefing"), "standard input cannot be added to")
	}
	doc, err := file.Load(path)
	if err != nil {
		return nil, explain(path, err)
	}
	return doc, nil
}

// addInto adds new items to the file of a briefing, and reports them. into is
// the file as it was read.
func addInto(s Streams, result *importer.Result, into *file.Document, o importOptions) error {
	old, err := file.ReadBytes(o.into)
	if err != nil {
		return explain(o.into, err)
	}
	added := result.Document.Briefing
	text, err := file.Append(string(old), into, added)
	if err != nil {
		return importError(fmt.Errorf("%s: %w", o.into, err))
	}
	write := func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
	switch counts := countItems(added); {
	case o.out == standardOutput:
		if err := write(s.Out); err != nil {
			return err
		}
	case counts != "" || o.out != "":
		if err := save(cmp.Or(o.out, o.into), write); err != nil {
			return err
		}
	}
	tellAdded(s.Err, result)
	return nil
}

// tellAdded reports what was added, and what the briefing already had.
func tellAdded(w io.Writer, result *importer.Result) {
	const most = 10 // limit of ids listed
	_, _ = fmt.Fprintf(w, "sitrep: added: %s\n", cmp.Or(countItems(result.Document.Briefing), "nothing"))
	if present := result.Present; len(present) > 0 {
		names, more := present, ""
		if len(names) > most {
			names, more = names[:most], " …"
		}
		_, _ = fmt.Fprintf(w, "sitrep: already there, and left as it is: %s: %s%s\n", file.Count(len(present), "item"), strings.Join(names, ", "), more)
	}
}

// countItems returns the numbers of items of each kind in words.
func countItems(b *briefing.Briefing) string {
	var out []string
	for _, part := range []struct {
		n    int
		noun string
	}{
		{len(b.Judgments), "judgment"}, {len(b.Gaps), "gap"}, {len(b.Sources), "source"},
		{len(b.Actors), "actor"}, {len(b.Events), "event"}, {len(b.Questions), "question"},
	} {
		if part.n > 0 {
			out = append(out, file.Count(part.n, part.noun))
		}
	}
	return strings.Join(out, ", ")
}
