package importer

import (
	"cmp"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// stixNotes makes questions of notes: a note is a claim that its author
// affirms, and each opinion on the note is a position on the claim.
type stixNotes struct {
	r    *stixReader
	list []*briefing.Question
	byID map[string]*briefing.Question
}

func newStixNotes(r *stixReader) *stixNotes {
	return &stixNotes{r: r, byID: map[string]*briefing.Question{}}
}

func (n *stixNotes) note(s *stixObject) {
	content := clean.Line(s.firstText("content", "description"))
	if content == "" {
		n.r.b.lost.add("note without a text")
		return
	}
	c := n.r.common(s)
	q := &briefing.Question{Text: clean.Line(s.firstText("abstract", "summary")), Status: briefing.QuestionOpen}
	q.TLP, c.TLP = c.TLP, ""
	about := ""
	for _, id := range s.texts("object_refs") {
		if e := n.r.eventOf(id); e != nil {
			q.Events = append(q.Events, e.ID)
		}
		if o := n.r.byID[id]; o != nil {
			about = cmp.Or(about, o.called)
		}
	}
	if about != "" {
		about = "What is noted about " + about
	}
	q.Text = cmp.Or(q.Text, about, content)
	q.ID = n.r.ids.id(q.Text, "question")
	claim := briefing.Claim{ID: n.r.ids.id(content, "claim"), Text: content, Common: c}
	evidence := n.r.references(s, &claim.Common)
	if holder := n.author(s); holder != "" {
		claim.Positions = []briefing.Position{{Holder: holder, Stance: briefing.Affirms, Said: n.r.day(s.text("created")), Evidence: evidence}}
	} else if len(evidence) > 0 {
		n.r.b.lost.addTimes("reference of a note without an author", len(evidence))
	}
	q.Claims = []briefing.Claim{claim}
	n.list, n.byID[s.id] = append(n.list, q), q
}

// author returns the id of an object's author, or "".
func (n *stixNotes) author(s *stixObject) string {
	if a, ok := n.r.actorOf(s.text("created_by_ref")); ok {
		return a.ID
	}
	names := lines(s.texts("authors"))
	if len(names) == 0 {
		return ""
	}
	name := briefing.JoinNames(names)
	key := "author " + name
	if _, ok := n.r.actorOf(key); !ok {
		n.r.addActor(briefing.Actor{ID: key, Name: name, Kind: briefing.ActorUnnamed})
	}
	a, _ := n.r.actorOf(key)
	return a.ID
}

// stixStances maps the values of an opinion to stances. Neutral means to take
// no side.
var stixStances = map[string]briefing.Stance{
	"strongly-agree": briefing.Affirms, "agree": briefing.Affirms, "neutral": briefing.Reports,
	"disagree": briefing.Denies, "strongly-disagree": briefing.Denies,
}

func (n *stixNotes) opinion(s *stixObject) {
	value := s.text("opinion")
	stance, ok := stixStances[value]
	holder := n.author(s)
	if !ok || holder == "" {
		n.r.b.lost.add("opinion without an author or a known value")
		return
	}
	if strings.HasPrefix(value, "strongly-") {
		n.r.b.lost.add("strength of an opinion")
	}
	p := briefing.Position{Holder: holder, Stance: stance, Said: n.r.day(s.text("created")), Note: clean.Line(s.firstText("explanation", "description")), Common: n.r.common(s)}
	p.Evidence = n.r.references(s, &p.Common)
	for _, id := range s.texts("object_refs") {
		q := n.byID[id]
		if q == nil {
			kind, _, _ := strings.Cut(id, "--")
			n.r.b.lost.add("opinion about something other than a note: " + clean.Short(clean.Line(kind)))
			continue
		}
		q.Claims[0].Positions = append(q.Claims[0].Positions, p)
	}
}

func (n *stixNotes) questions() []briefing.Question {
	return briefing.Map(n.list, func(q *briefing.Question) briefing.Question { return *q })
}
