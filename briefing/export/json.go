package export

import (
	"io"

	"sitrep/briefing"
)

func writeJSON(w io.Writer, r *Request) (Losses, error) {
	return nil, briefing.WriteJSON(w, r.Index.Briefing)
}
