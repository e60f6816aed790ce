package export

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// excerpter makes a briefing of the requested part of another.
type excerpter struct {
	request *Request
	index   *briefing.Index
	inside  map[string]bool // by id
	losses  Losses
}

// excerpt returns a briefing of the requested items and of the actors and
// sources that those name, all of them whole. References to other items become
// plain words in texts, other ids are left out, and both are counted as losses.
func excerpt(r *Request) (*briefing.Briefing, Losses) {
	e := &excerpter{request: r, index: r.Index, inside: map[string]bool{}}
	whole := r.Index.Briefing
	out := *whole
	out.BottomLine, out.Judgments, out.Gaps, out.Events, out.Questions = "", nil, nil, nil, nil
	if r.Wants(briefing.PartBrief) {
		out.BottomLine = whole.BottomLine
		for _, j := range r.Judgments() {
			out.Judgments = append(out.Judgments, *j)
			e.judgment(j)
		}
		for _, n := range r.Gaps() {
			out.Gaps = append(out.Gaps, whole.Gaps[n-1])
		}
	}
	if r.Wants(briefing.PartTimeline) {
		out.Events = slices.DeleteFunc(slices.Clone(whole.Events), func(v briefing.Event) bool { return !r.Keeps(briefing.KindEvent, v.ID) })
		for i := range out.Events {
			e.event(&out.Events[i])
		}
	}
	if r.Wants(briefing.PartClaims) {
		out.Questions = slices.DeleteFunc(slices.Clone(whole.Questions), func(q briefing.Question) bool { return !r.Keeps(briefing.KindQuestion, q.ID) })
		for i := range out.Questions {
			e.question(&out.Questions[i])
		}
	}
	e.askedFor()
	out.Actors = slices.DeleteFunc(slices.Clone(whole.Actors), func(a briefing.Actor) bool { return !e.inside[a.ID] })
	out.Sources = slices.DeleteFunc(slices.Clone(whole.Sources), func(s briefing.Source) bool { return !e.inside[s.ID] })
	e.sever(&out)
	return &out, e.losses
}

// askedFor adds the actors and sources that are requested themselves.
func (e *excerpter) askedFor() {
	if e.request.Wants(briefing.PartActors) {
		for _, a := range e.request.Actors() {
			e.need(a.ID)
		}
	}
	if e.request.Wants(briefing.PartSources) {
		for _, s := range e.request.Sources() {
			e.need(s.ID)
		}
	}
}

func (e *excerpter) judgment(j *briefing.Judgment) {
	e.inside[j.ID] = true
	e.evidence(j.Evidence)
}

func (e *excerpter) event(v *briefing.Event) {
	e.inside[v.ID] = true
	for _, p := range v.Actors {
		e.need(p.Actor)
	}
	e.evidence(v.Evidence)
	for _, a := range v.When.Alternatives {
		e.evidence(a.Evidence)
	}
}

func (e *excerpter) question(q *briefing.Question) {
	e.inside[q.ID] = true
	for i := range q.Claims {
		c := &q.Claims[i]
		e.inside[c.ID] = true
		for j := range c.Positions {
			p := &c.Positions[j]
			e.need(p.Holder)
			e.need(p.Via)
			for _, id := range p.Citing {
				e.need(id)
			}
			e.evidence(p.Evidence)
		}
	}
}

func (e *excerpter) evidence(list []briefing.Evidence) {
	for i := range list {
		e.need(list[i].Source)
	}
}

// need adds an actor or a source, and those that it names.
func (e *excerpter) need(id string) {
	if id == "" || e.inside[id] {
		return
	}
	if a := e.index.Actor(id); a != nil {
		e.inside[id] = true
		e.need(a.PartOf)
		e.evidence(a.Evidence)
	}
	if s := e.index.Source(id); s != nil {
		e.inside[id] = true
		e.need(s.Origin)
	}
}

// sever removes references to items outside the excerpt. The lists of b are
// copies already, except those of the questions.
func (e *excerpter) sever(b *briefing.Briefing) {
	e.text(&b.BottomLine)
	b.Gaps = slices.Clone(b.Gaps)
	for i := range b.Gaps {
		e.text(&b.Gaps[i])
	}
	for i := range b.Judgments {
		j := &b.Judgments[i]
		e.text(&j.Text)
		e.text(&j.Because)
		if j.Question != "" && !e.inside[j.Question] {
			j.Question = ""
			e.losses.Add("question of a judgment", 1)
		}
	}
	for i := range b.Events {
		e.text(&b.Events[i].Summary)
	}
	for i := range b.Actors {
		e.text(&b.Actors[i].Summary)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		e.text(&q.Summary)
		all := len(q.Events)
		q.Events = slices.DeleteFunc(slices.Clone(q.Events), func(id string) bool { return !e.inside[id] })
		e.losses.Add("event of a question", all-len(q.Events))
	}
}

// text turns references to items outside the excerpt into plain words.
func (e *excerpter) text(s *string) {
	if !strings.Contains(*s, "[[") {
		return
	}
	var b strings.Builder
	for _, span := range briefing.SplitReferences(*s) {
		switch {
		case span.ID == "":
			b.WriteString(span.Text)
		case !e.inside[span.ID] && !span.Labelled:
			b.WriteString(e.index.PlainText("[[" + span.ID + "]]"))
			e.losses.Add("reference to what is not asked for", 1)
		case !e.inside[span.ID]:
			b.WriteString(span.Text)
			e.losses.Add("reference to what is not asked for", 1)
		case !span.Labelled:
			b.WriteString("[[" + span.ID + "]]")
		default:
			b.WriteString("[[" + span.ID + "|" + span.Text + "]]")
		}
	}
	*s = b.String()
}
