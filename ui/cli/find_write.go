package cli

import (
	"bufio"
	"iter"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/data/library"
)

// hitRow is a hit as it is written in JSON and CSV.
type hitRow struct {
	File    string `json:"file"`
	Title   string `json:"title"`
	AsOf    string `json:"as_of,omitempty"`
	TLP     string `json:"tlp,omitempty"`
	Kind    string `json:"kind"`
	ID      string `json:"id,omitempty"`
	Marking string `json:"marking,omitempty"`
	Field   string `json:"field,omitempty"`
	Text    string `json:"text"`
}

var hitColumns = []string{"file", "title", "as_of", "tlp", "kind", "id", "marking", "field", "text"}

func newHitRow(h found) hitRow {
	return hitRow{clean.Line(h.path), h.Title, h.AsOf, string(h.TLP.Counted()), kindName(h.Hit), h.Ref.ID, strings.TrimSpace(h.Marking), string(h.Field), strings.TrimSpace(h.Text)}
}

func (r hitRow) cells() []string {
	return []string{r.File, r.Title, r.AsOf, r.TLP, r.Kind, r.ID, r.Marking, r.Field, r.Text}
}

// writeHits writes hits, up to the limit, and returns how many.
func writeHits(s Streams, list iter.Seq2[found, error], o findOptions) (n int, err error) {
	write, end := hitWriter(s, o)
	for h, err := range list {
		if err == nil {
			err = write(h)
		}
		if err != nil {
			return n, err
		}
		if n++; n == o.limit {
			break
		}
	}
	return n, end()
}

// hitWriter returns functions that write a hit in the chosen format, and what comes
// after the last one.
func hitWriter(s Streams, o findOptions) (write func(found) error, end func() error) {
	switch o.format {
	case asJSON:
		list := newJSONList(s.Out)
		return func(h found) error { return list.add(newHitRow(h)) }, list.close
	case asCSV:
		table := export.NewTable(s.Out, hitColumns)
		return func(h found) error { return table.Row(newHitRow(h).cells()) }, table.Close
	}
	if p := newPainter(s, o.theme); p.on {
		return func(h found) error { return p.hit(h, o.ascii) }, func() error { return nil }
	}
	out := bufio.NewWriter(s.Out)
	flush := out.Flush
	if s.Terminal {
		return func(h found) error { _, _ = out.WriteString(hitLine(h, o.ascii)); return flush() }, flush
	}
	return func(h found) error { _, err := out.WriteString(hitLine(h, o.ascii)); return err }, flush
}

// hitLine returns the line for a hit.
func hitLine(h found, ascii bool) string {
	before, words, after := hitWords(h.Hit, ascii)
	return clean.Line(h.path) + ":" + idOf(h.Hit) + ": " + before + words + after + "\n"
}

// hit writes the line for a hit in colours.
func (p painter) hit(h found, ascii bool) error {
	before, words, after := hitWords(h.Hit, ascii)
	p.paint(pathLook, clean.Line(h.path))
	p.plain(":")
	p.paint(idLook, idOf(h.Hit))
	p.plain(": " + before)
	if words != "" {
		p.paint(wordsLook, words)
	}
	p.plain(after + "\n")
	return p.out.err
}

// hitWords returns the text of a hit after its marking, divided at the words.
func hitWords(h *library.Hit, ascii bool) (before, words, after string) {
	before, words, after = strings.TrimLeft(h.Text[:h.Start], " "), h.Text[h.Start:h.End], strings.TrimRight(h.Text[h.End:], " ")
	if ascii { // only where the text was cut, which Excerpt says so
		const cut = "…"
		if rest, ok := strings.CutPrefix(before, cut); ok {
			before = "..." + rest
		}
		if rest, ok := strings.CutSuffix(after, cut); ok {
			after = rest + "..."
		}
	}
	return h.Marking + before, words, after
}
