package importer

import (
	"cmp"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// stixID matches an id of STIX.
var stixID = pattern(`"[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-`)

func isSTIX(h *head) bool {
	return len(h.begin) > 0 && (h.begin[0] == '{' || h.begin[0] == '[') && stixID().Match(h.begin)
}

// stixReader reads a bundle of STIX 2.0 or 2.1. It makes a briefing of the
// objects for which a briefing has a place. That briefing is then merged.
type stixReader struct {
	b        *builder
	in       briefing.Briefing
	objects  []*stixObject // those that are read, in the order of the file
	byID     map[string]*stixObject
	markings map[string]briefing.TLP // by the ids of their definitions; empty for markings other than TLP
	ownMaker string                  // id of the authors in the output of package export
	ids      *builder                // makes ids
	sources  map[string]string       // ids by titles and addresses
	actors   map[string]int          // indexes by object id
	events   map[string]int
}

// stixObject is an object for which a briefing has a place.
type stixObject struct {
	object
	kind, id, modified string
	called             string   // its name
	own                *ownItem // what package export has put into it, or nil
	label              briefing.TLP
	mentioned          string // id of the source of a report that refers to it
}

func readSTIX(b *builder, in Input) error {
	value, err := parseJSON(in.Data)
	if err != nil {
		return err
	}
	list := value
	if value.Kind() == '{' {
		if list = membersOf(value)["objects"]; list == nil {
			list = slices.Concat([]byte("["), value, []byte("]"))
		}
	}
	r := &stixReader{
		b: b, byID: map[string]*stixObject{}, markings: map[string]briefing.TLP{},
		ids: newBuilder(Options{}), sources: map[string]string{}, actors: map[string]int{}, events: map[string]int{},
	}
	if err := r.collect(list); err != nil {
		return err
	}
	if len(r.objects) == 0 {
		return unfit("a briefing has a place for reports, identities, threat actors, campaigns, incidents, notes", "a briefing has no place for anything in it")
	}
	r.setLabels()
	own, err := r.ownBriefing()
	if err != nil {
		return err
	}
	r.reports()
	title, asOf := r.in.Title, r.in.AsOf
	if own != nil {
		title, asOf = own.Briefing.Title, own.Briefing.AsOf
	}
	if !b.entry(cmp.Or(title, in.Name), asOf) {
		return nil
	}
	if own != nil {
		b.loseProblems(own)
		b.merge(own.Briefing)
	}
	if r.items(); len(r.in.Sources)+len(r.in.Actors)+len(r.in.Events)+len(r.in.Questions) > 0 {
		b.merge(&r.in)
	}
	return nil
}

// stixKinds are the types of objects that are read, in the order in which they
// become items. Others are counted.
var stixKinds = []string{
	"identity", "threat-actor", "intrusion-set", "campaign", "incident", "event", "location", "note", "opinion", "relationship", "report",
}

// collect decodes the objects that are read, and counts the others. Of several
// versions of an object it keeps the latest.
func (r *stixReader) collect(list jsontext.Value) error {
	tooMany := false
	elements(list, func(v jsontext.Value) bool {
		o := r.b.decode(v)
		if o == nil {
			return true
		}
		s := &stixObject{object: o, kind: clean.Line(o.text("type")), id: o.text("id"), modified: o.text("modified"), own: ownOf(v)}
		s.called = clean.Line(o.text("name"))
		switch {
		case s.kind == "marking-definition":
			r.defineMarking(s)
		case s.kind == "extension-definition" || s.kind == "bundle" || isOwnTool(s):
		case !slices.Contains(stixKinds, s.kind) || s.id == "":
			r.b.lost.add(clean.Short(cmp.Or(s.kind, "object without a type")))
		case o.text("revoked") == "true":
			r.b.lost.add("revoked " + s.kind)
		default:
			r.keep(s)
		}
		tooMany = len(r.objects) > maxItems
		return !tooMany
	})
	if tooMany {
		return unfit("split it", "more than %d objects", maxItems)
	}
	return nil
}

func (r *stixReader) keep(s *stixObject) {
	old := r.byID[s.id]
	if old == nil {
		r.byID[s.id] = s
		r.objects = append(r.objects, s)
		return
	}
	r.b.lost.add("older version of an object")
	if s.modified >= old.modified {
		*old = *s
	}
}

// isOwnTool reports whether an object is this program itself.
func isOwnTool(s *stixObject) bool { return s.id == "identity--7bb0f184-9006-5e7a-b43a-521064d34961" }

// items makes items of the objects of other programs, in an order in which
// references come later, and counts what is left.
func (r *stixReader) items() {
	slices.SortStableFunc(r.objects, func(a, b *stixObject) int {
		return slices.Index(stixKinds, a.kind) - slices.Index(stixKinds, b.kind)
	})
	notes := newStixNotes(r)
	for _, s := range r.objects {
		if r.isOurs(s) {
			continue
		}
		switch s.kind {
		case "identity", "threat-actor", "intrusion-set":
			r.actor(s)
		case "campaign", "incident", "event":
			r.event(s)
		case "note":
			notes.note(s)
		case "opinion":
			notes.opinion(s)
		case "relationship":
			r.relationship(s)
		case "location":
			r.b.lost.add(s.kind)
			continue
		}
		s.drop("spec_version", "created", "created_by_ref", "object_refs", "object_marking_refs", "granular_markings", "extensions",
			"lang", "published", "revoked")
		r.b.loseRest(s.kind, s.object)
		s.object = nil // it may be large
	}
	r.in.Questions = notes.questions()
}
