package export

import (
	"io"
	"strings"

	"sitrep/briefing/clean"
)

// Table writes rows as RFC 4180: every cell quoted, a row a line, CRLF at its end.
type Table struct{ stream }

// NewTable returns a table with these columns. All rows must have as many cells.
func NewTable(w io.Writer, columns []string) Table {
	t := Table{newStream(w)}
	t.write(columns)
	return t
}

// Row writes a row. Nothing in a cell is taken for a formula.
func (t Table) Row(cells []string) error {
	for i, cell := range cells {
		cells[i] = guarded(cell)
	}
	t.write(cells)
	_, err := t.out.Write(nil) // the first error
	return err
}

// Close writes what has not been written yet.
func (t Table) Close() error { return t.finish() }

// guarded returns content for a cell, with an apostrophe before anything that a
// spreadsheet would take for a formula (CWE-1236).
func guarded(s string) string {
	if clean.BeginsFormula(s) {
		return "'" + s
	}
	return s
}

// write writes a row of cells that are guarded where that is needed.
func (t Table) write(cells []string) {
	for i, cell := range cells {
		if i > 0 {
			t.raw(",")
		}
		t.raw(`"`)
		t.raw(markup(strings.ReplaceAll(inert(cell), `"`, `""`)))
		t.raw(`"`)
	}
	t.raw("\r\n")
}
