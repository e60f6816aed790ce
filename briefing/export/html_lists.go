package export

import (
	"slices"

	"sitrep/briefing"
)

// list writes a part that is a list: what shows it at a glance, and its items.
func (h *htmlWriter) list(p briefing.Part, items []briefing.Ref) {
	h.partHead(p)
	end := func() {}
	switch {
	case p == briefing.PartSources:
		h.exactness()
	case len(items) == 0:
	case p == briefing.PartTimeline:
		list := h.request.Events()
		h.lanes(list)
		h.timelineTable(list)
		h.detailsOf("", "Every event with its circumstances")
		end = h.endDetails
	case p == briefing.PartActors:
		h.detailsOf("", "What each says and takes part in")
		end = h.endDetails
	case p == briefing.PartClaims:
		h.matrices(h.request.Questions())
		h.raw("<div class=\"list-of-questions\">\n")
		end = func() { h.raw("</div>\n") }
	}
	writeItems(h, h.stream, h.x, items)
	end()
	h.endPart()
}

func (h *htmlWriter) item(ref briefing.Ref) {
	switch ref.Kind {
	case briefing.KindEvent:
		h.event(h.x.Event(ref.ID))
	case briefing.KindActor:
		h.actor(h.x.Actor(ref.ID))
	case briefing.KindQuestion:
		h.question(h.x.Question(ref.ID))
	case briefing.KindSource:
		h.source(h.x.Source(ref.ID))
	}
}

// prepare looks up the quotes for an item. That of an actor has all that it says.
func (h *htmlWriter) prepare(ref briefing.Ref) {
	h.x.LookUp(ref)
	if ref.Kind == briefing.KindActor {
		for _, s := range h.x.Says(ref.ID) {
			h.x.LookUp(s.Ref())
		}
	}
}

func (h *htmlWriter) fork(s stream, x *briefing.Index) *htmlWriter {
	return &htmlWriter{s, h.request.withIndex(x), x, slices.Clone(h.cited), slices.Clone(h.short)}
}

func (h *htmlWriter) join(other *htmlWriter) {
	addAll(h.cited, other.cited)
	addAll(h.short, other.short)
}
