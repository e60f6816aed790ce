package linear

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// partKinds returns the parts in the order of the reader's sections. The names of parts
// and views are those that the notebook keeps a place under.
func partKinds() []partKind {
	return []partKind{
		{briefing.PartBrief, []view{{"list", listOf(page.Brief, briefing.KindJudgment)}}},
		{briefing.PartTimeline, []view{{"list", listOf(page.Timeline, briefing.KindEvent)}, {"lanes", (*Reader).lanes}}},
		{briefing.PartActors, []view{{"list", listOf(page.Actors, briefing.KindActor)}}},
		{briefing.PartClaims, []view{{"list", listOf(page.Claims, briefing.KindClaim)}, {"matrix", (*Reader).matrix}, {achView, (*Reader).hypotheses}}},
		{briefing.PartSources, []view{{"list", listOf(page.Sources, briefing.KindSource)}}},
	}
}

// listOf returns a function that makes the list of a part.
func listOf(blocks func(*briefing.Index) []page.Block, of briefing.Kind) func(*Reader) *list {
	return func(r *Reader) *list {
		x := r.listing()
		return newListed("", blocks(x), page.None(x, of))
	}
}

// addParts makes the parts, each at its beginning.
func (r *Reader) addParts() {
	kinds := partKinds()
	for i := range kinds {
		p := &part{kind: &kinds[i]}
		r.parts = append(r.parts, p)
		r.turnTo(p, 0)
	}
}

// turnTo shows a view of a part.
func (r *Reader) turnTo(p *part, view int) {
	v := p.kind.views[view]
	make := func() *list {
		l := v.make(r)
		l.title = p.kind.title()
		if view > 0 {
			l.title += ", " + v.name
		}
		return l
	}
	l := make()
	l.remake = make
	p.view, p.trail = view, []*list{l}
}

// goPart goes to a part as it was left, or from a page in it to its list.
func (r *Reader) goPart(n int) {
	n = (n + len(r.parts)) % len(r.parts)
	if n == r.at && len(r.here().trail) > 1 {
		r.leave()
		r.here().trail = r.here().trail[:1]
	} else if n != r.at {
		r.leave()
		r.at = n
	}
	r.sayPart()
}

// sayPart says which part it is and what is in it, and the row.
func (r *Reader) sayPart() {
	r.line(sentence(r.here().trail[0].title + ": " + r.counts(r.here().kind.part)))
	if len(r.here().trail) > 1 {
		r.line(sentence("In " + r.path()))
	}
	r.sayFilter()
	r.sayRow()
}

// sayRow says the row that is read, with the heading of its group.
func (r *Reader) sayRow() {
	c := r.cursor()
	if row := c.list.row(); row != nil {
		c.heading(row.group)
	}
	c.say()
}

// path returns what is open, from the outside in.
func (r *Reader) path() string {
	return strings.Join(briefing.Map(r.here().trail[1:], func(l *list) string { return quotedWords(l.title) }), ", in it ")
}

// counts returns what is in a part.
func (r *Reader) counts(p briefing.Part) string {
	x := r.index
	all := func(list []string) string {
		return cmp.Or(and(slices.DeleteFunc(list, func(s string) bool { return s == "" })), "nothing")
	}
	some := func(n int, one string) string {
		if n == 0 {
			return ""
		}
		return briefing.Counted(n, one, one+"s")
	}
	b := x.Briefing
	switch p {
	case briefing.PartBrief:
		line := ""
		if b.BottomLine != "" {
			line = "the bottom line"
		}
		return all([]string{line, some(len(b.Judgments), "judgment"), some(r.contested(), "contested question"), some(len(b.Gaps), "gap")})
	case briefing.PartTimeline:
		return briefing.Counted(len(b.Events), "event", "events")
	case briefing.PartActors:
		return briefing.Counted(len(b.Actors), "actor", "actors")
	case briefing.PartClaims:
		claims := 0
		for i := range b.Questions {
			claims += len(b.Questions[i].Claims)
		}
		text := briefing.Counted(claims, "claim", "claims") + " in " + briefing.Counted(len(b.Questions), "question", "questions")
		if n := r.contested(); n > 0 {
			text += ", " + strconv.Itoa(n) + " contested"
		}
		return text
	case briefing.PartSources:
		return briefing.Counted(len(b.Sources), "source", "sources")
	}
	return "drafts, " + r.review.Progress()
}

func (r *Reader) contested() int {
	n := 0
	for i := range r.index.Briefing.Questions {
		if r.index.Contested(&r.index.Briefing.Questions[i]) {
			n++
		}
	}
	return n
}

// sayFilter says that the lists show a part only.
func (r *Reader) sayFilter() {
	if !r.narrow.on.Empty() {
		r.line("The filter " + r.narrow.on.String() + " is on; F alone shows everything again.")
	}
	if len(r.narrow.without) > 0 {
		r.line(sentence("Left out: " + r.names(r.narrow.without)))
	}
}

// turnView shows the part's next view, or the one with that name.
func (r *Reader) turnView(name string) {
	p := r.here()
	views := p.kind.views
	next := (p.view + 1) % len(views)
	if name != "" {
		next = slices.IndexFunc(views, func(v view) bool { return strings.EqualFold(v.name, name) })
	}
	names := and(briefing.Map(views, func(v view) string { return v.name }))
	switch {
	case len(views) == 1:
		r.line(p.kind.title() + " has only this view.")
		return
	case next < 0:
		r.line("No view is called so; here there are " + names + ".")
		return
	}
	r.leave()
	item := p.trail[0].row()
	if len(p.trail) > 1 && !p.trail[1].target.IsZero() {
		item = &row{to: p.trail[1].target}
	}
	if item != nil && views[next].name == achView {
		r.analyse(item.to)
	}
	r.turnTo(p, next)
	if item != nil && views[next].name != achView {
		r.keep(item.to)
	}
	r.line(sentence(p.trail[0].title + ", view " + strconv.Itoa(next+1) + " of " + strconv.Itoa(len(views))))
	r.sayRow()
}

// keep goes to the row of an item, or of what is around it.
func (r *Reader) keep(item page.Target) {
	for t := item; !t.IsZero(); t = page.Around(r.index, t) {
		if n := r.list().find(t); n >= 0 {
			r.list().at = n
			return
		}
	}
}
