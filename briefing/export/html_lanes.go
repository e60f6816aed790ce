package export

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// The lanes fit on paper: so many actors and dates, and so many signs in a cell.
// The table of the timeline has all of them.
const (
	laneActors = 12
	laneDates  = 24
	laneSigns  = 3
)

// laneDate is a date on the lanes.
type laneDate struct {
	words string
	ahead bool // after the cut-off
}

// lanes write who takes part in what, and when: actors down, dates across, as
// they are known and in their order. It is not to scale: most dates are no points
// in time.
func (h *htmlWriter) lanes(list []*briefing.Event) {
	dates, column := laneDatesOf(h.x, list)
	actors := laneActorsOf(h.x, column)
	if len(dates) < 2 || len(actors) == 0 {
		return
	}
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"Lanes\" tabindex=\"0\">\n<table class=\"matrix lanes\">\n<caption>")
	h.text("Who takes part when: the " + briefing.Counted(len(actors), "actor", "actors") + " with the most events, " +
		briefing.Counted(len(dates), "date", "dates") + " around the cut-off")
	h.raw("</caption>\n<thead><tr><th scope=\"col\">Actor</th>")
	for i, d := range dates {
		h.between("<th scope=\"col\" class=\""+"holder"+dates.border(i)+"\"><span>", d.words, "</span></th>")
	}
	h.raw("</tr></thead>\n<tbody>\n")
	for _, a := range actors {
		h.lane(a, dates, column)
	}
	h.raw("</tbody>\n</table>\n</div>\n")
}

type laneColumns []laneDate

// border is the class of the first date after the cut-off, behind that of its
// cell.
func (d laneColumns) border(i int) markup {
	if d[i].ahead && (i == 0 || !d[i-1].ahead) {
		return " ahead"
	}
	return ""
}

// laneDatesOf returns the dates around the cut-off, and in which column each
// event on them is.
func laneDatesOf(x *briefing.Index, list []*briefing.Event) (laneColumns, map[*briefing.Event]int) {
	var all laneColumns
	at := make([]int, len(list))
	ahead := -1
	for i, e := range list {
		d := laneDate{e.When.Date.Short(), x.Ahead(e)}
		if n := len(all); n == 0 || all[n-1] != d {
			all = append(all, d)
		}
		at[i] = len(all) - 1
		if ahead < 0 && d.ahead {
			ahead = at[i]
		}
	}
	if ahead < 0 {
		ahead = len(all)
	}
	from := max(0, min(ahead-laneDates*2/3, len(all)-laneDates))
	to := min(len(all), from+laneDates)
	column := map[*briefing.Event]int{}
	for i, e := range list {
		if at[i] >= from && at[i] < to {
			column[e] = at[i] - from
		}
	}
	return all[from:to], column
}

// laneActorsOf returns the actors that take part in the most events, those with
// none in a column left out.
func laneActorsOf(x *briefing.Index, column map[*briefing.Event]int) []*briefing.Actor {
	var all []*briefing.Actor
	for i := range x.Briefing.Actors {
		a := &x.Briefing.Actors[i]
		if len(x.TookPart(a.ID)) > 0 {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b *briefing.Actor) int {
		return cmp.Compare(len(x.TookPart(b.ID)), len(x.TookPart(a.ID)))
	})
	return slices.DeleteFunc(all[:min(len(all), laneActors)], func(a *briefing.Actor) bool {
		return !slices.ContainsFunc(x.TookPart(a.ID), func(e *briefing.Event) bool { _, ok := column[e]; return ok })
	})
}

func (h *htmlWriter) lane(a *briefing.Actor, dates laneColumns, column map[*briefing.Event]int) {
	cells := make([][]*briefing.Event, len(dates))
	for _, e := range h.x.TookPart(a.ID) {
		if i, ok := column[e]; ok {
			cells[i] = append(cells[i], e)
		}
	}
	h.raw("<tr><th scope=\"row\" dir=\"auto\">")
	h.linked(page.To(briefing.KindActor, a.ID), a.Name)
	h.raw("</th>")
	for i, events := range cells {
		h.raw("<td class=\"at" + dates.border(i) + "\">")
		for _, e := range events[:min(len(events), laneSigns)] {
			h.laneSign(e)
		}
		if more := len(events) - laneSigns; more > 0 {
			h.text("+" + strconv.Itoa(more))
		}
		h.raw("</td>")
	}
	h.raw("</tr>\n")
}

// laneSign is an event as a sign that leads to it and says its name.
func (h *htmlWriter) laneSign(e *briefing.Event) {
	linked := h.link(page.To(briefing.KindEvent, e.ID))
	h.raw("<span class=\"sign\" title=\"")
	h.text(page.Name(h.x, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID}))
	h.between("\">", page.EventSign(e), "</span>")
	h.endLink(linked)
}
