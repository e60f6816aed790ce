package export

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

func (h *htmlWriter) partHead(p briefing.Part) {
	h.partStart(p)
	h.partTitle(p)
}

func (h *htmlWriter) partStart(p briefing.Part) {
	h.between("<section class=\""+markup(p)+"\" id=\"", h.own(string(p)), "\">\n")
}

func (h *htmlWriter) partTitle(p briefing.Part) {
	count, note := h.request.count(p)
	h.raw("<h2>" + markup(p.Title()))
	if count > 0 {
		h.between(" <span class=\"count\">", joinFacts(" ", strconv.Itoa(count), note), "</span>")
	}
	h.raw("</h2>\n")
}

func (h *htmlWriter) endPart() { h.raw("</section>\n") }

// timelineTable writes the timeline at a glance, divided at the briefing's
// cut-off.
func (h *htmlWriter) timelineTable(list []*briefing.Event) {
	asOf := h.x.Briefing.AsOf
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"Timeline, table\" tabindex=\"0\">\n<table class=\"timeline\">\n<caption>")
	h.text(briefing.Counted(len(list), "event", "events") + " in the order of their dates")
	h.raw("</caption>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\">Event</th>" +
		"<th scope=\"col\" class=\"more\">Actors</th></tr></thead>\n<tbody>\n")
	future := false
	for _, e := range list {
		if !future && h.x.Ahead(e) {
			future = true
			h.raw("</tbody>\n<tbody>\n<tr class=\"cutoff\"><th scope=\"rowgroup\" colspan=\"3\">After the cut-off, ")
			h.text(asOf.Words())
			h.raw("</th></tr>\n")
		}
		h.timelineRow(e)
	}
	h.raw("</tbody>\n</table>\n</div>\n")
}

func (h *htmlWriter) timelineRow(e *briefing.Event) {
	h.between("<tr><td class=\"when\">", e.When.Date.Words(), "</td><th scope=\"row\" dir=\"auto\">")
	h.eventInShort(e)
	h.raw("</th><td class=\"more\">")
	h.timelineActors(e.Actors)
	h.raw("</td></tr>\n")
}

// eventInShort writes an event on one line, with a word beside its sign if it
// is only alleged, expected or the like.
func (h *htmlWriter) eventInShort(e *briefing.Event) {
	h.between("<span class=\"sign\" aria-hidden=\"true\">", page.EventSign(e), "</span> ")
	h.linked(page.To(briefing.KindEvent, e.ID), e.Title)
	if status := statusInShort(e); status != "" {
		h.between(" <span class=\"caution\">", status, "</span>")
	}
	h.cites(e.Evidence)
}

// statusInShort says that an event is only alleged, or has not simply occurred.
func statusInShort(e *briefing.Event) string {
	status, alleged := "", ""
	if e.Status != briefing.EventOccurred {
		status = briefing.EventStatuses.Label(e.Status)
	}
	if e.Certainty == briefing.CertaintyAlleged {
		alleged = briefing.Certainties.Label(e.Certainty)
	}
	return joinFacts(", ", alleged, status)
}

// maxInTimeline is the limit of actors in a row of the timeline. The event has
// all of them.
const maxInTimeline = 20

func (h *htmlWriter) timelineActors(all []briefing.Participant) {
	named := all[:min(len(all), maxInTimeline)]
	names := briefing.Map(named, func(p briefing.Participant) string { return h.x.ActorName(p.Actor) })
	separator := markup(briefing.NameSeparator(names))
	for i, p := range named {
		if i > 0 {
			h.raw(separator)
		}
		h.linked(page.To(briefing.KindActor, p.Actor), names[i])
	}
	if more := len(all) - len(named); more > 0 {
		h.raw(separator)
		h.text("and " + strconv.Itoa(more) + " more")
	}
}
