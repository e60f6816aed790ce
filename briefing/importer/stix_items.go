package importer

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// common returns the fields of an object that any item can have.
func (r *stixReader) common(s *stixObject) briefing.Common {
	return briefing.Common{
		ExternalIDs: []briefing.ExternalID{{System: "stix", ID: s.id}},
		Tags:        append(s.texts("labels"), s.texts(strings.ReplaceAll(s.kind, "-", "_")+"_types")...),
		TLP:         r.ownLabel(s),
	}
}

// peek returns a text without removing it.
func (o object) peek(name string) string {
	s, _ := o[name].(string)
	return s
}

// ownLabel returns the marking of an object if it is not that of the briefing.
func (r *stixReader) ownLabel(s *stixObject) briefing.TLP {
	if s.label == r.in.TLP {
		return ""
	}
	return s.label
}

// references reads the external references of an object: ids in other systems,
// and documents, which become sources and are returned as evidence.
func (r *stixReader) references(s *stixObject, c *briefing.Common) (evidence []briefing.Evidence) {
	if s.mentioned != "" {
		evidence = append(evidence, briefing.Evidence{Source: s.mentioned})
	}
	for _, ref := range s.objects("external_references") {
		name, address, words, id := clean.Line(ref.text("source_name")), ref.text("url"), clean.Line(ref.text("description")), clean.Line(ref.text("external_id"))
		if id != "" {
			c.ExternalIDs = append(c.ExternalIDs, briefing.ExternalID{System: file.Slug(cmp.Or(name, "id"), "id"), ID: id})
		}
		if address == "" && id == "" && words == "" {
			r.b.lost.add("external reference to nothing")
			continue
		}
		if address != "" || id == "" {
			source := r.source(briefing.Source{Title: cmp.Or(name, address), Kind: "document", Publication: briefing.Publication{URL: address}, Common: briefing.Common{TLP: r.ownLabel(s)}})
			evidence = append(evidence, briefing.Evidence{Source: source, Note: words})
			words = ""
		}
		if words != "" {
			r.b.lost.add("description of an external id")
		}
		r.b.loseRest("external reference", ref)
	}
	return evidence
}

// source adds a source, once for each address or title, and returns its id.
func (r *stixReader) source(s briefing.Source) string {
	key := s.Title + "\n" + s.Publication.URL
	if _, ok := r.sources[key]; !ok {
		s.ID = r.ids.id(s.Title, "source")
		r.sources[key] = s.ID
		r.in.Sources = append(r.in.Sources, s)
	}
	return r.sources[key]
}

// reports sets the title, the date and the marking of the briefing from the
// first report, and makes a source of each.
func (r *stixReader) reports() {
	for _, s := range r.objects {
		if s.kind != "report" || s.own != nil {
			continue
		}
		published := r.day(s.text("published"))
		if r.in.Title == "" {
			r.in.Title, r.in.AsOf, r.in.TLP = s.called, published, r.briefingLabel(s)
		}
		c := r.common(s)
		source := briefing.Source{
			Title: s.called, Kind: "report", Text: clean.Text(s.text("description")),
			Publication: briefing.Publication{Published: published, Language: s.text("lang")},
		}
		if by := r.byID[s.text("created_by_ref")]; by != nil {
			source.Publication.Publisher = by.called
		}
		for _, e := range r.references(s, &c) {
			if e.Note != "" {
				r.b.lost.add("description of an external reference of a report")
			}
		}
		source.Common = c
		id := r.source(source)
		for _, held := range s.texts("object_refs") {
			if o := r.byID[held]; o != nil && o.mentioned == "" {
				o.mentioned = id
			}
		}
	}
}

// briefingLabel returns the marking of a briefing made of a report. If an
// object has no marking, the result is not CLEAR.
func (r *stixReader) briefingLabel(report *stixObject) briefing.TLP {
	isUnmarked := func(s *stixObject) bool { return s.label == "" && s.kind != "relationship" }
	if slices.ContainsFunc(r.objects, isUnmarked) {
		return briefing.HigherTLP(report.label, "")
	}
	return report.label
}

// identityKinds maps classes of identities to kinds of actors. Other classes
// are unnamed: a class, a system, or not known.
var identityKinds = map[string]briefing.ActorKind{
	"individual": briefing.ActorPerson, "organization": "organization", "organisation": "organization", "group": "group",
}

// actor adds an identity, a threat actor or an intrusion set. STIX does not say
// whether a threat actor is one person or several, so it is a group.
func (r *stixReader) actor(s *stixObject) {
	a := briefing.Actor{
		ID: s.id, Name: s.called, Kind: "group", Aka: lines(s.texts("aliases")),
		Role: clean.Line(strings.Join(s.texts("roles"), ", ")), Summary: withoutReferences(s.text("description")), Common: r.common(s),
	}
	if s.kind == "identity" {
		a.Kind = cmp.Or(identityKinds[s.text("identity_class")], briefing.ActorUnnamed)
	}
	a.Evidence = r.references(s, &a.Common)
	if a.Name == "" {
		r.b.lost.add(s.kind + " without a name")
		return
	}
	r.addActor(a)
}

func (r *stixReader) addActor(a briefing.Actor) {
	r.actors[a.ID] = len(r.in.Actors)
	a.ID = r.ids.id(a.Name, "actor")
	r.in.Actors = append(r.in.Actors, a)
}

func (r *stixReader) actorOf(id string) (a *briefing.Actor, ok bool) {
	i, ok := r.actors[id]
	if !ok {
		return nil, false
	}
	return &r.in.Actors[i], true
}

// eventOf returns the event made of an object, or nil.
func (r *stixReader) eventOf(id string) *briefing.Event {
	if i, ok := r.events[id]; ok {
		return &r.in.Events[i]
	}
	return nil
}

// withoutReferences returns a text without references.
func withoutReferences(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(clean.Text(s), "[[", "[ ["))
}

// lines cleans single-line texts.
func lines(list []string) []string {
	for i := range list {
		list[i] = clean.Line(list[i])
	}
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

func (r *stixReader) day(s string) edtf.Date {
	day, _, _ := strings.Cut(s, "T")
	return r.b.date(day)
}

// event adds a campaign, an incident or an event that has a date, its own or in
// an extension.
func (r *stixReader) event(s *stixObject) {
	p := s.period()
	extensions := s.object.object("extensions")
	for _, id := range slices.Sorted(maps.Keys(extensions)) {
		if e, ok := extensions[id].(object); ok {
			p = p.or(e.period())
			e.drop("extension_type")
			r.b.loseRest(s.kind, e)
		}
	}
	when := r.date(p)
	c := r.common(s)
	e := briefing.Event{
		ID: s.id, Title: s.called, When: briefing.When{Date: when}, Status: cmp.Or(stixStatuses[p.status], briefing.EventOccurred), Certainty: briefing.CertaintyReported,
		Summary: withoutReferences(s.text("description")), Evidence: r.references(s, &c), Common: c,
	}
	if e.Title == "" || when.IsZero() {
		r.b.lost.add(s.kind + " without a name or a date")
		return
	}
	r.events[e.ID] = len(r.in.Events)
	e.ID = r.ids.id(e.Title, "event")
	r.in.Events = append(r.in.Events, e)
}

// stixStatuses maps the states of events in the extension of OASIS.
var stixStatuses = map[string]briefing.EventStatus{
	"occurred": briefing.EventOccurred, "ongoing": briefing.EventOngoing, "pending": briefing.EventExpected, "not-occurred": briefing.EventCancelled,
}

// stixPeriod is when something happened.
type stixPeriod struct {
	firstSeen, lastSeen, start, end, fidelity, status string
}

// period reads the properties that say when something happened.
func (o object) period() stixPeriod {
	o.drop("end_time_fidelity")
	return stixPeriod{o.text("first_seen"), o.text("last_seen"), o.text("start_time"), o.text("end_time"), o.text("start_time_fidelity"), o.text("status")}
}

// or returns p with its empty fields taken from q.
func (p stixPeriod) or(q stixPeriod) stixPeriod {
	return stixPeriod{
		cmp.Or(p.firstSeen, q.firstSeen), cmp.Or(p.lastSeen, q.lastSeen), cmp.Or(p.start, q.start), cmp.Or(p.end, q.end),
		cmp.Or(p.fidelity, q.fidelity), cmp.Or(p.status, q.status),
	}
}

// fidelities maps a precision to the number of characters of a timestamp.
var fidelities = map[string]int{"year": len("2006"), "month": len("2006-01"), "day": len("2006-01-02")}

// date returns a period in days, or as precise as it says. If only the first
// sighting is given, its end is unknown.
func (r *stixReader) date(p stixPeriod) edtf.Date {
	begin, end := cmp.Or(p.firstSeen, p.start), cmp.Or(p.lastSeen, p.end)
	n := cmp.Or(fidelities[p.fidelity], fidelities["day"])
	begin, end = begin[:min(n, len(begin))], end[:min(n, len(end))]
	if begin == end || end == "" && p.firstSeen == "" {
		return r.b.date(begin)
	}
	return r.b.date(begin + "/" + end)
}

// relationship joins actors with events and with what they are part of. Other
// relationships are counted by type.
func (r *stixReader) relationship(s *stixObject) {
	kind, from, to := s.text("relationship_type"), s.text("source_ref"), s.text("target_ref")
	words := s.text("description")
	event, actor := r.eventOf(from), to
	if event == nil {
		event, actor = r.eventOf(to), from
	}
	child, isActor := r.actorOf(actor)
	switch {
	case event != nil && isActor:
		role := clean.Line(words)
		if role == "" && kind != "related-to" {
			role = strings.ReplaceAll(clean.Line(kind), "-", " ")
		}
		event.Actors = append(event.Actors, briefing.Participant{Actor: child.ID, Role: role})
		return
	case (kind == "part-of" || kind == "member-of") && event == nil:
		if child, isActor = r.actorOf(from); isActor && child.PartOf == "" {
			if parent, ok := r.actorOf(to); ok && from != to {
				child.PartOf = parent.ID
				return
			}
		}
	}
	r.b.lost.add("relationship " + clean.Short(clean.Line(cmp.Or(kind, "without a type"))))
}
