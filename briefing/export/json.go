package export

import (
	"io"

	"sitrep/briefing/file"
)

// writeJSON writes the briefing, or as much of it as is asked for together with
// what that refers to, so that it reads back.
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
