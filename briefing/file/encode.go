package file

import (
	"io"

	"sitrep/briefing"
)

// WriteJSON writes b in the format briefing/1 as indented JSON, in the order of
// the format's keys. It leaves out empty values and those that reading fills in.
// Reading the output gives an equal briefing.
func WriteJSON(w io.Writer, b *briefing.Briefing) error {
	out := newWriter(w)
	briefingTable.write(out, b)
	return out.finish()
}
