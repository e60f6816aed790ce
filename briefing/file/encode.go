package file

import (
	"io"

	"sitrep/briefing"
)

// WriteJSON writes b in the format briefing/1 as JSON, indented, in the order
// of the format's keys. What is empty, and what reading fills in by itself, is
// left out. Reading it gives an equal briefing.
func WriteJSON(w io.Writer, b *briefing.Briefing) error {
	out := newWriter(w)
	briefingTable.write(out, b)
	return out.finish()
}
