package export

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// stixWriter writes a bundle of STIX 2.1 (OASIS, 10 June 2021): a report, an
// identity for every actor, an incident for every event, notes for questions,
// claims, judgments and gaps, and an opinion for every position.
//
// Events are incidents because no other object of the standard means something
// that happened and is drawn by programs. The standard has no property for its
// time, so the date is in the description. A holder that does not comment gets
// a note and no opinion, since even a neutral opinion would be one.
//
// What the standard has no property for is in a property extension, which the
// bundle defines: every item in the format briefing/1, so that a bundle can be
// read back.
//
// Nothing refers to an object outside the bundle, and references have no
// cycles, so that a program can read the objects one by one. Ids are made from
// those of the briefing and its items, times from its date of issue.
type stixWriter struct {
	*jsonWriter
	request *Request
	index   *briefing.Index
	losses  Losses

	ids        stixIDs
	stamp      string // created and modified
	tool       string // id of this program as an identity
	authors    string // id of the briefing's authors, or of the program if it has none
	written    []string
	full       bytes.Buffer      // memory of the last item in full
	fullWriter *bufio.Writer     // writes to full
	inside     map[string]string // item ids to object ids, for all objects in the bundle
	cited      map[string]bool   // by source id
}

// stixPlaces includes the kind of a text, so that a lost text counts once, not
// twice.
var stixPlaces = places{
	"briefing": "id title as_of issued version language authors tlp",
	"judgment": "id text likelihood confidence because question " + citedFacts + commonKeys,
	"event": "id title date said note alternatives alternatives.note status certainty place country coordinates actors actors.role summary " +
		citedFacts + commonKeys,
	"question": "id text summary status events " + commonKeys,
	"claim":    "id text figure " + commonKeys,
	"position": "holder stance said via citing hedge quotation credibility note " + citedFacts + commonKeys,
	"actor":    "id name kind part_of role aka country summary " + citedFacts + commonKeys,
	"source": "id title kind publisher authors credit place published accessed url archive_url language " +
		"reliability reliability_note origin status text_kind " + commonKeys,
}

func writeSTIX(w io.Writer, r *Request) (Losses, error) {
	s := newSTIX(w, r)
	s.object(func() {
		s.field("type", "bundle")
		s.field("id", s.ids.of("bundle", ""))
		s.key("objects").array(func() {
			s.markingDefinitions()
			s.makers()
			s.actors()
			if r.Wants(briefing.PartTimeline) {
				s.events()
			}
			if r.Wants(briefing.PartClaims) {
				s.questions()
			}
			if r.Wants(briefing.PartBrief) {
				s.judgments()
				s.gaps()
			}
			s.report()
		})
	})
	s.losses.addOthers(r, stixPlaces, allParts...)
	s.losses.addNotAskedFor(r)
	return s.losses, s.finish()
}

func newSTIX(w io.Writer, r *Request) *stixWriter {
	b := r.Index.Briefing
	s := &stixWriter{
		jsonWriter: newJSONWriter(w), request: r, index: r.Index,
		ids:    stixIDs(briefingUUID(b)),
		stamp:  stixTime(b),
		inside: map[string]string{}, cited: map[string]bool{},
	}
	s.fullWriter = bufio.NewWriter(&s.full)
	s.tool = stixID("identity", nameUUID(namespace, "sitrep"))
	s.authors = s.tool
	if len(b.Authors) > 0 {
		s.authors = s.ids.of("identity", "/authors")
	}
	return s
}

// stixIDs makes the ids of a briefing's objects.
type stixIDs [16]byte

func (ids stixIDs) of(kind, item string) string { return stixID(kind, nameUUID(ids, item)) }

func stixID(kind string, id [16]byte) string { return kind + "--" + uuidText(id) }

// stixTime returns when the briefing was issued, or else its cut-off, at the
// start of that day. It returns the epoch for a date outside the years of the
// standard.
func stixTime(b *briefing.Briefing) string {
	const layout, lastYear = "2006-01-02T15:04:05.000Z", 9999
	date := b.Issued
	if date.IsZero() {
		date = b.AsOf
	}
	at, latest, ok, hasLatest := date.Bounds()
	if !ok && hasLatest {
		at, ok = latest, true
	}
	if !ok || at.Year() < 0 || at.Year() > lastYear {
		at = time.Unix(0, 0).UTC()
	}
	return at.Format(layout)
}

// tlpMarkings are the ids of the marking definitions for TLP 2.0 that OASIS has
// published (cti-stix-common-objects).
var tlpMarkings = map[briefing.TLP]string{
	"CLEAR":        "94868c89-83c2-464b-929b-a1a8aa3c8487",
	"GREEN":        "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
	"AMBER":        "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
	"AMBER+STRICT": "939a9414-2ddd-4d32-a0cd-375ea402b003",
	"RED":          "e828b379-4e03-4974-9ac4-e53a884c97c1",
}

// The extension for TLP 2.0, and the time of its markings, as published.
const (
	tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
	tlpCreated   = "2022-10-01T00:00:00.000Z"
	stixVersion  = "2.1"
)

// marking returns the id of the definition of a label, or "" without a label.
func marking(label briefing.TLP) string {
	if id := tlpMarkings[label.Counted()]; id != "" {
		return "marking-definition--" + id
	}
	return ""
}

// markingDefinitions writes the definitions of the labels in the briefing.
func (s *stixWriter) markingDefinitions() {
	for _, label := range s.index.Labels() {
		s.object(func() {
			s.field("type", "marking-definition")
			s.field("spec_version", stixVersion)
			s.field("id", marking(label))
			s.field("created", tlpCreated)
			s.field("name", label.String())
			s.key("extensions").object(func() {
				s.extension(tlpExtension, func() { s.field("tlp_2_0", strings.ToLower(string(label))) })
			})
		})
	}
}

func (s *stixWriter) extension(id string, fill func()) {
	s.key(id).object(func() {
		s.field("extension_type", "property-extension")
		fill()
	})
}

// briefingExtension is the id of the extension that holds what the standard has
// no property for.
var briefingExtension = sync.OnceValue(func() string {
	return stixID("extension-definition", nameUUID(namespace, briefing.Format))
})

const (
	toolName         = "sitrep"
	toolCreated      = "2026-11-01T00:00:00.000Z" // the same in every bundle, like the ids
	extensionVersion = "1.0.0"
	extensionSchema  = "item is the id and kind the sort of a thing in a briefing; in_full is all that the format briefing/1 says of it, " +
		"without the things in it, which name it. A name that begins with computed_ holds what a program worked out."
)

// makers writes the program and the briefing's authors, and the program's
// extension.
func (s *stixWriter) makers() {
	s.common(stixObject{kind: "identity", id: s.tool, stamp: toolCreated}, func() {
		s.field("name", toolName)
		s.field("identity_class", "system")
	}, nil)
	s.common(stixObject{kind: "extension-definition", id: briefingExtension(), creator: s.tool, stamp: toolCreated}, func() {
		s.field("name", briefing.Format)
		s.field("schema", extensionSchema)
		s.field("version", extensionVersion)
		s.fields("extension_types", []string{"property-extension"})
	}, nil)
	if authors := s.index.Briefing.Authors; len(authors) > 0 {
		s.common(stixObject{kind: "identity", id: s.authors, marked: true, label: s.index.Briefing.TLP}, func() {
			s.field("name", briefing.JoinNames(authors))
			s.field("identity_class", "unknown")
		}, nil)
	}
}

// stixObject is what all objects have.
type stixObject struct {
	kind    string
	id      string
	creator string
	stamp   string // created and modified, if they are not the briefing's
	marked  bool   // with a TLP label and the briefing's language
	label   briefing.TLP
	labels  []string
	sources func() // external references, or nil
	named   bool   // only a name
}

// common writes an object: what all objects have, then its own members, then
// those beyond the standard.
func (s *stixWriter) common(o stixObject, own, beyond func()) {
	s.written = append(s.written, o.id)
	stamp := cmp.Or(o.stamp, s.stamp)
	s.object(func() {
		s.field("type", o.kind)
		s.field("spec_version", stixVersion)
		s.field("id", o.id)
		s.field("created_by_ref", o.creator)
		s.field("created", stamp)
		s.field("modified", stamp)
		if o.marked && o.kind != "relationship" {
			s.field("lang", s.index.Briefing.Language)
		}
		if o.marked {
			s.fields("object_marking_refs", withoutEmpty([]string{marking(o.label)}))
		}
		s.fields("labels", withoutEmpty(o.labels))
		own()
		if o.sources != nil {
			s.key("external_references").array(o.sources)
		}
		if beyond != nil {
			s.key("extensions").object(func() { s.extension(briefingExtension(), beyond) })
		}
	})
}

// item writes the object of an item of the briefing. beyond writes what the
// program has computed about it.
func (s *stixWriter) item(o stixObject, kind briefing.Kind, item string, own, beyond func()) {
	ref := briefing.Ref{Kind: kind, ID: item}
	o.marked, o.label = true, s.index.TLPWithin(ref)
	o.id = s.ids.of(o.kind, item)
	s.inside[item] = o.id
	common := s.index.Common(ref)
	if common == nil { // a gap
		common = &briefing.Common{}
	}
	if evidence := o.sources; len(common.ExternalIDs) > 0 && !o.named {
		o.sources = func() {
			s.externalIDs(common.ExternalIDs)
			if evidence != nil {
				evidence()
			}
		}
	}
	s.common(o, own, func() {
		s.field("item", item)
		s.field("kind", kind.String())
		if beyond != nil {
			beyond()
		}
		if full := s.ofItem(ref, o.named); full != nil {
			s.key("in_full")
			s.inFull(full)
		}
	})
}

// externalIDs writes the ids of an item in other systems as external
// references. Unlike those for evidence they have no description.
func (s *stixWriter) externalIDs(list []briefing.ExternalID) {
	for _, e := range list {
		s.object(func() {
			s.field("source_name", e.System)
			s.field("external_id", e.ID)
		})
	}
}

// ofItem returns the item of an object, or nil for a gap. If named is set, the
// item is an actor of which only the name is needed.
func (s *stixWriter) ofItem(r briefing.Ref, named bool) any {
	switch r.Kind {
	case briefing.KindJudgment:
		return s.index.Judgment(r.ID)
	case briefing.KindActor:
		a := s.index.Actor(r.ID)
		if named {
			return &briefing.Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, Common: briefing.Common{Draft: a.Draft, TLP: a.TLP}}
		}
		return a
	case briefing.KindEvent:
		return s.index.Event(r.ID)
	case briefing.KindQuestion:
		return s.index.Question(r.ID)
	case briefing.KindClaim:
		c, _ := s.index.Claim(r.ID)
		return c
	case briefing.KindPosition:
		stand, _ := s.index.Stand(r.ID)
		return stand.Position
	}
	return nil
}

// inFull writes an item in the format briefing/1, for programs that read it.
func (s *stixWriter) inFull(item any) {
	s.full.Reset()
	if err := file.WriteItem(s.fullWriter, item); err != nil && s.err == nil {
		s.err = err
	}
	s.copyOf(s.full.Bytes())
}

// present returns the objects of items that are in the bundle, or the authors
// if there are none, since the standard requires at least one.
func (s *stixWriter) present(items ...string) []string {
	out := briefing.Once(briefing.Map(items, func(item string) string { return s.inside[item] }))
	out = slices.DeleteFunc(out, func(id string) bool { return id == "" })
	if len(out) == 0 {
		return []string{s.authors}
	}
	return out
}

// evidence returns a function that writes the external references for evidence,
// or nil for none.
func (s *stixWriter) evidence(list []briefing.Evidence, others ...briefing.Alternative) func() {
	if len(list) == 0 && !slices.ContainsFunc(others, func(a briefing.Alternative) bool { return len(a.Evidence) > 0 }) {
		return nil
	}
	return func() {
		for i := range list {
			s.citation(&list[i], "")
		}
		for i := range others {
			for j := range others[i].Evidence {
				s.citation(&others[i].Evidence[j], "for the date "+others[i].Date.Words())
			}
		}
	}
}

func (s *stixWriter) citation(e *briefing.Evidence, purpose string) {
	c := cite(s.index, e)
	s.cited[e.Source] = true
	s.object(func() {
		name := e.Source
		address := ""
		if source := s.index.Source(e.Source); source != nil {
			name = source.Title
			address = source.Publication.URL
		}
		s.field("source_name", name)
		s.field("description", joinFacts("; ", purpose, c.String()))
		if encoded, err := clean.EncodeURL(address); err == nil {
			s.field("url", encoded)
		}
		s.field("external_id", e.Source)
	})
}

func withoutEmpty(list []string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
