package importer

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// mispHead matches the beginning of an event, alone or in a search result.
var mispHead = pattern(`^[\[{]\s*(\{\s*)?"(Event"\s*:\s*\{|response"\s*:\s*[\[{])`)

func isMISP(h *head) bool { return mispHead().Match(h.begin) }

// mispSystem is the system of MISP's UUIDs as external ids.
const mispSystem = "misp"

// readMISP reads one event or a list of them.
func readMISP(b *builder, in Input) error {
	value, err := parseJSON(in.Data)
	if err != nil {
		return err
	}
	if response := membersOf(value)["response"]; response != nil {
		value = response
	}
	if value.Kind() != '[' {
		value = jsontext.Value("[" + string(value) + "]")
	}
	found := false
	elements(value, func(v jsontext.Value) bool {
		event := membersOf(v)
		if inner := event["Event"]; inner != nil {
			event = membersOf(inner)
		}
		if event["info"] != nil {
			found = true
			b.mispEvent(event)
		} else {
			b.lost.add("object that is not an event")
		}
		return true
	})
	if !found {
		return unfit("export events as JSON of MISP", "there is no event in it")
	}
	return nil
}

// mispReader makes a briefing of one event: the event, a source for its record
// in MISP, and the sources and actors that it names.
type mispReader struct {
	b      *builder
	in     briefing.Briefing
	ids    *builder // makes ids
	event  briefing.Event
	record briefing.Source
	texts  []string // of the record
}

// mispLists are the members of an event that are read separately.
var mispLists = []string{"Attribute", "Object", "Galaxy", "EventReport", "RelatedEvent", "ShadowAttribute", "Sighting", "Relationship"}

func (b *builder) mispEvent(all members) {
	r := &mispReader{b: b, ids: newBuilder(Options{})}
	lists := members{}
	for _, name := range mispLists {
		lists[name] = all[name]
		delete(all, name)
	}
	o := b.decode(joinMembers(all))
	if o == nil {
		return
	}
	if r.head(o); r.in.Title == "" {
		b.lost.add("event without a title")
		return
	}
	if !b.entry(r.event.Title, r.event.When.Date) {
		return
	}
	r.in.TLP, r.event.Tags = r.tags(o)
	b.eachObject(lists["Galaxy"], r.galaxy)
	b.eachObject(lists["Attribute"], r.attribute)
	b.eachObject(lists["EventReport"], r.report)
	b.eachObject(lists["Object"], func(o object) {
		b.lost.add("object " + clean.Short(clean.Line(cmp.Or(o.text("name"), "without a name"))))
	})
	for _, name := range []string{"RelatedEvent", "ShadowAttribute", "Sighting", "Relationship"} {
		b.eachObject(lists[name], func(object) { b.lost.add(name) })
	}
	b.loseRest("event", o)
	r.finish()
}

// joinMembers returns the object with the given members.
func joinMembers(all members) jsontext.Value {
	out := []byte("{")
	for name, v := range all {
		if len(out) > 1 {
			out = append(out, ',')
		}
		out, _ = jsontext.AppendQuote(out, name) // an error would be about invalid UTF-8, which is replaced
		out = append(append(out, ':'), v...)
	}
	return append(out, '}')
}

// head reads the event's own fields.
func (r *mispReader) head(o object) {
	title, uuid := clean.Line(o.text("info")), clean.Line(o.text("uuid"))
	day, published := r.b.date(o.text("date")), unixDay(o.text("publish_timestamp"))
	if o.text("published") == "false" {
		published = edtf.Date{}
	}
	o.drop("id", "orgc_id", "org_id", "timestamp", "distribution", "sharing_group_id", "attribute_count", "proposal_email_lock", "locked",
		"disable_correlation", "event_creator_email", "protected", "extends_uuid", "analysis", "Org", "CryptographicKey", "sighting_timestamp")
	r.in.Title = title
	common := briefing.Common{ExternalIDs: mispID(uuid)}
	r.event = briefing.Event{
		ID: r.ids.id(title, "event"), Title: title, When: briefing.When{Date: cmp.Or(day, published)},
		Status: briefing.EventOccurred, Certainty: briefing.CertaintyReported, Common: common,
	}
	r.record = briefing.Source{ID: r.ids.id(title, "source"), Title: title, Kind: "report", Common: common,
		Publication: briefing.Publication{Published: cmp.Or(published, day)}}
	org := o.object("Orgc")
	if name := clean.Line(org.text("name")); name != "" {
		r.record.Publication.Publisher = name
		r.actor(briefing.Actor{Name: name, Kind: "organization", Common: briefing.Common{ExternalIDs: mispID(clean.Line(org.text("uuid")))}}, "reported it")
	}
}

// mispID returns an id of MISP as a list, empty if there is none.
func mispID(id string) []briefing.ExternalID {
	if id == "" {
		return nil
	}
	return []briefing.ExternalID{{System: mispSystem, ID: id}}
}

// unixDay returns the day of a number of seconds since 1970, or the zero Date.
func unixDay(s string) edtf.Date {
	seconds, err := strconv.ParseInt(s, 10, 64)
	if err != nil || seconds <= 0 {
		return edtf.Date{}
	}
	return dateOf(time.Unix(seconds, 0).UTC(), time.DateOnly)
}

func (r *mispReader) actor(a briefing.Actor, role string) {
	a.ID = r.ids.id(a.Name, "actor")
	r.in.Actors = append(r.in.Actors, a)
	r.event.Actors = append(r.event.Actors, briefing.Participant{Actor: a.ID, Role: role})
}

// tags reads the tags of an object: its marking, and the others. Tags that
// belong to a galaxy are read as the galaxy.
func (r *mispReader) tags(o object) (label briefing.TLP, tags []string) {
	for _, tag := range o.list("Tag") {
		name, _ := tag.(string)
		if tag, ok := tag.(object); ok {
			name = tag.text("name")
		}
		name = clean.Line(name)
		switch lower := strings.ToLower(name); {
		case name == "" || strings.HasPrefix(lower, "misp-galaxy:"):
		case strings.HasPrefix(lower, "tlp:") && !strings.HasPrefix(lower, "tlp:ex:"):
			if l := r.b.marking(name); label == "" || briefing.HigherTLP(label, l) == l {
				label = l
			}
		default:
			tags = append(tags, name)
		}
	}
	return label, tags
}

// attribute reads an attribute. Links become sources, and texts and comments
// words of the record. Others, such as hashes and addresses, have no place.
func (r *mispReader) attribute(o object) {
	kind, value, comment := clean.Line(o.text("type")), strings.TrimSpace(o.text("value")), clean.Line(o.text("comment"))
	label, tags := r.tags(o)
	if kind == "link" {
		r.b.address(&value)
	}
	switch {
	case o.text("deleted") == "true":
		r.b.lost.add("deleted attribute")
	case kind == "link" && value == "": // counted as lost
	case kind == "link":
		s := briefing.Source{ID: r.ids.id(value, "link"), Title: value, Kind: "webpage", Publication: briefing.Publication{URL: value},
			Common: briefing.Common{ExternalIDs: mispID(clean.Line(o.text("uuid"))), Tags: tags, TLP: label}}
		r.in.Sources = append(r.in.Sources, s)
		r.event.Evidence = append(r.event.Evidence, briefing.Evidence{Source: s.ID, Note: comment})
	case (kind == "text" || kind == "comment") && value != "":
		r.words(value, comment, label)
		r.b.lost.addTimes("tag of a text", len(tags))
	default:
		r.b.lost.add("attribute " + clean.Short(cmp.Or(kind, "without a type")))
	}
}

// words adds a text to the record, and quotes it for the event.
func (r *mispReader) words(text, comment string, label briefing.TLP) {
	text = strings.TrimSpace(clean.Text(text))
	r.texts = append(r.texts, text)
	e := briefing.Evidence{Source: r.record.ID, Note: comment}
	if !strings.Contains(text, "\n\n") {
		e.Quote = text
	}
	r.event.Evidence = append(r.event.Evidence, e)
	if label != "" && briefing.HigherTLP(r.record.TLP, label) == label {
		r.record.TLP = label
	}
}

// report reads a report of an event, which is in Markdown.
func (r *mispReader) report(o object) {
	name := clean.Line(o.text("name"))
	label, tags := r.tags(o)
	s := briefing.Source{ID: r.ids.id(name, "report"), Title: cmp.Or(name, r.event.Title), Kind: "report", Text: strings.TrimSpace(clean.Text(o.text("content"))),
		Publication: briefing.Publication{Publisher: r.record.Publication.Publisher, Published: unixDay(o.text("timestamp"))},
		Common:      briefing.Common{ExternalIDs: mispID(clean.Line(o.text("uuid"))), Tags: tags, TLP: label}}
	if o.text("deleted") == "true" {
		r.b.lost.add("deleted report")
		return
	}
	r.in.Sources = append(r.in.Sources, s)
	r.event.Evidence = append(r.event.Evidence, briefing.Evidence{Source: s.ID})
}

func isActorGalaxy(kind string) bool {
	return strings.HasSuffix(kind, "threat-actor") || strings.HasSuffix(kind, "intrusion-set") || strings.HasSuffix(kind, "activity-group")
}

func (r *mispReader) galaxy(o object) {
	kind := clean.Line(o.text("type"))
	for _, cluster := range o.objects("GalaxyCluster") {
		name := clean.Line(cluster.text("value"))
		if !isActorGalaxy(kind) || name == "" {
			r.b.lost.add("galaxy " + clean.Short(cmp.Or(kind, "without a type")))
			continue
		}
		meta := cluster.object("meta")
		country := ""
		if all := meta.texts("country"); len(all) > 0 {
			country = all[0]
		}
		r.actor(briefing.Actor{
			Name: name, Kind: "group", Aka: lines(meta.texts("synonyms")), Country: country, Summary: withoutReferences(cluster.text("description")),
			Common: briefing.Common{ExternalIDs: mispID(clean.Line(cluster.text("uuid")))},
		}, "")
		r.b.loseRest("galaxy", meta)
	}
}

// finish merges the briefing of the event.
func (r *mispReader) finish() {
	r.record.Text = strings.Join(r.texts, "\n\n")
	if len(r.texts) == 0 {
		r.event.Evidence = append(r.event.Evidence, briefing.Evidence{Source: r.record.ID})
	}
	r.in.Sources = append([]briefing.Source{r.record}, r.in.Sources...)
	r.in.Events = []briefing.Event{r.event}
	r.b.merge(&r.in)
}
