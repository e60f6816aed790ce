package export

import (
	"io"

	"sitrep/briefing/file"
)

// writeJSON writes the briefing, or the requested part with what it refers to,
// so that it can be read back.
func writeJSON(w io.Writer, r *Request) (Losses, error) {
	if len(r.Only) == 0 && r.Keep == nil {
		var losses Losses
		losses.addPartial(r.partial())
		return losses, file.WriteJSON(w, r.Index.Briefing)
	}
	b, losses := excerpt(r)
	losses.addNotAskedFor(r)
	losses.addPartial(r.partial())
	return losses, file.WriteJSON(w, b)
}
