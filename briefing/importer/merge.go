package importer

import (
	"strings"

	"sitrep/briefing"
)

// merge adds all of a briefing. Ids that are taken are replaced, and so are
// references to them. References to missing items are lost.
func (b *builder) merge(in *briefing.Briefing) {
	m := merger{b, b.whole().TLP, in.TLP.Counted(), map[string]string{}}
	isFirst := b.isEmpty()
	if isFirst {
		m.head(in)
	} else if in.BottomLine != "" && in.BottomLine != b.whole().BottomLine {
		b.lost.add("bottom line")
	}
	made := &b.made
	judgments, sources, actors, events, questions := len(made.Judgments), len(made.Sources), len(made.Actors), len(made.Events), len(made.Questions)
	m.items(in)
	m.gaps(in.Gaps)
	if isFirst {
		m.text(&made.BottomLine)
	}
	for i := range made.Judgments[judgments:] {
		m.judgment(&made.Judgments[judgments+i])
	}
	for i := range made.Sources[sources:] {
		s := &made.Sources[sources+i]
		m.mark(&s.Common)
		m.reference("origin of a source", &s.Origin)
	}
	for i := range made.Actors[actors:] {
		m.actor(&made.Actors[actors+i])
	}
	for i := range made.Events[events:] {
		m.event(&made.Events[events+i])
	}
	for i := range made.Questions[questions:] {
		m.question(&made.Questions[questions+i])
	}
}

// isEmpty reports whether nothing has been read yet and there is no briefing to
// add to.
func (b *builder) isEmpty() bool {
	m := &b.made
	return b.Into == nil && m.ID == "" && m.Title == "" &&
		len(m.Judgments)+len(m.Gaps)+len(m.Sources)+len(m.Actors)+len(m.Events)+len(m.Questions) == 0
}

// merger adds one briefing to another.
type merger struct {
	*builder
	target, marking briefing.TLP      // of the briefing that is added to, and of the added one
	ids             map[string]string // new ids of items by their old ones
}

// head copies a briefing's own fields.
func (m *merger) head(in *briefing.Briefing) {
	made := &m.made
	made.ID, made.Title, made.AsOf, made.Issued, made.Version = in.ID, in.Title, in.AsOf, in.Issued, in.Version
	made.Language, made.Authors, made.TLP, made.BottomLine = in.Language, in.Authors, in.TLP, in.BottomLine
	m.readable(&made.TLP)
	m.target, m.marking = made.TLP, made.TLP
}

// items adds the items with unchanged references, and removes them from in,
// which can be large.
func (m *merger) items(in *briefing.Briefing) {
	for _, s := range in.Sources {
		m.ids[s.ID], _ = m.source(s)
	}
	in.Sources = nil
	for _, a := range in.Actors {
		m.ids[a.ID] = m.builder.actor(a)
	}
	in.Actors = nil
	for _, e := range in.Events {
		m.ids[e.ID] = m.builder.event(e)
	}
	in.Events = nil
	for _, q := range in.Questions {
		if id, known := m.has(q.ID, called{kind: briefing.KindQuestion, title: q.Text}, q.ExternalIDs); known {
			m.ids[q.ID] = id
			for _, c := range q.Claims {
				if m.ids[c.ID], known = m.has(c.ID, called{kind: briefing.KindClaim, title: c.Text}, c.ExternalIDs); !known {
					m.lost.add("claim of a question that is in the briefing already")
				}
			}
			continue
		}
		claims := q.Claims
		q.Claims = nil
		added := m.builder.question(q)
		m.ids[q.ID] = added.ID
		for _, c := range claims {
			m.ids[c.ID] = m.claim(added, c)
		}
	}
	for _, j := range in.Judgments {
		as := called{kind: briefing.KindJudgment, title: j.Text}
		id, known := m.has(j.ID, as, j.ExternalIDs)
		if !known {
			id = m.newID(j.ID, j.Text, "judgment")
			m.know(briefing.KindJudgment, j.ExternalIDs, id)
			m.called[id] = as
			m.take(len(j.Text) + len(j.Because))
		}
		m.ids[j.ID] = id
		if !known {
			j.ID = id
			m.made.Judgments = append(m.made.Judgments, j)
		}
	}
}

// mark gives an item without a marking that of its own briefing, if it differs
// from that of the target.
func (m *merger) mark(c *briefing.Common) {
	m.readable(&c.TLP)
	if c.TLP != "" || m.marking == m.target {
		return
	}
	if c.TLP = m.marking; m.marking == "" {
		m.lost.add("item of a briefing without a marking")
	}
}

// readable replaces an unreadable marking by the one that it counts as.
func (m *merger) readable(label *briefing.TLP) {
	if *label != label.Counted() {
		m.lost.add(unreadMarking)
		*label = label.Counted()
	}
}

// gaps adds gaps, which cannot have a marking of their own.
func (m *merger) gaps(gaps []string) {
	there := map[string]bool{}
	for _, gap := range m.whole().Gaps {
		there[gap] = true
	}
	for _, gap := range gaps {
		if m.marking != m.target {
			m.lost.add("gap of a briefing with another marking")
			continue
		}
		if m.text(&gap); !there[gap] {
			m.made.Gaps = append(m.made.Gaps, gap)
		}
	}
}

// reference replaces the old id of an item, and reports whether the item
// exists.
func (m *merger) reference(what string, id *string) bool {
	if *id == "" {
		return true
	}
	now := m.ids[*id]
	if now == "" && m.builder.ids[*id] >= ofInto {
		now = *id // of the briefing that is added to
	}
	if now == "" {
		m.lost.add(what + " that is not there")
	}
	*id = now
	return now != ""
}

// text replaces the ids in a text with references.
func (m *merger) text(s *string) {
	if !strings.Contains(*s, "[[") {
		return
	}
	var out strings.Builder
	rest := *s
	for {
		before, reference, after, ok := briefing.CutReference(rest)
		out.WriteString(before)
		if !ok {
			break
		}
		hasLabel := strings.Contains(rest[len(before):len(rest)-len(after)], "|")
		rest = after
		id := reference.ID
		switch {
		case !m.reference("reference", &id):
			out.WriteString(reference.Text)
		case !hasLabel:
			out.WriteString("[[" + id + "]]")
		default:
			out.WriteString("[[" + id + "|" + reference.Text + "]]")
		}
	}
	*s = out.String()
}

// kept returns the elements for which keep returns true.
func kept[T any](list []T, keep func(*T) bool) []T {
	out := list[:0]
	for i := range list {
		if keep(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}

func (m *merger) evidence(list *[]briefing.Evidence) {
	*list = kept(*list, func(e *briefing.Evidence) bool { return m.reference("source of evidence", &e.Source) })
}

func (m *merger) judgment(j *briefing.Judgment) {
	m.mark(&j.Common)
	m.text(&j.Text)
	m.text(&j.Because)
	m.reference("question of a judgment", &j.Question)
	m.evidence(&j.Evidence)
}

func (m *merger) actor(a *briefing.Actor) {
	m.mark(&a.Common)
	m.reference("actor to belong to", &a.PartOf)
	m.text(&a.Summary)
	m.evidence(&a.Evidence)
}

func (m *merger) event(e *briefing.Event) {
	m.mark(&e.Common)
	m.text(&e.Summary)
	e.Actors = kept(e.Actors, func(p *briefing.Participant) bool { return m.reference("actor of an event", &p.Actor) })
	m.evidence(&e.Evidence)
	for i := range e.When.Alternatives {
		m.evidence(&e.When.Alternatives[i].Evidence)
	}
}

func (m *merger) question(q *briefing.Question) {
	m.mark(&q.Common)
	m.text(&q.Summary)
	q.Events = kept(q.Events, func(id *string) bool { return m.reference("event of a question", id) })
	for i := range q.Claims {
		c := &q.Claims[i]
		m.readable(&c.TLP)
		c.Positions = kept(c.Positions, m.position)
	}
}

// position reports whether a position can be kept. Without the actor that it is
// known through, its words would be attributed to the holder itself.
func (m *merger) position(p *briefing.Position) bool {
	m.readable(&p.TLP)
	p.Citing = kept(p.Citing, func(id *string) bool { return m.reference("basis of a position", id) })
	m.evidence(&p.Evidence)
	return m.reference("holder of a position", &p.Holder) && m.reference("actor through whom a position is known", &p.Via)
}
