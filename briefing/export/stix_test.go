package export_test

import (
	"encoding/json"
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

// stixProperties are the properties of each type that this program may write,
// the required ones first (STIX 2.1, sections 3.2 and 4 to 7).
var stixProperties = map[string][2]string{
	"marking-definition":   {"name extensions", ""},
	"extension-definition": {"created_by_ref modified name schema version extension_types", "description"},
	"identity":             {"modified name", "description roles identity_class sectors contact_information"},
	"incident":             {"modified name", "description"},
	"note":                 {"modified content object_refs", "abstract authors"},
	"opinion":              {"modified opinion object_refs", "explanation authors"},
	"report":               {"modified name published object_refs", "description report_types"},
	"relationship":         {"modified relationship_type source_ref target_ref", "description start_time stop_time"},
}

const (
	stixAlways = "type spec_version id created"
	stixCommon = "created_by_ref revoked labels confidence lang external_references object_marking_refs granular_markings extensions"
)

var (
	stixID        = regexp.MustCompile(`^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	stixTimestamp = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$`)
	stixName      = regexp.MustCompile(`^[a-z][a-z0-9_]{2,249}$`)
)

// checkSTIX checks a bundle against STIX 2.1, and for programs that read
// objects one by one: every reference is valid, and there are no cycles.
func checkSTIX(document any) []string {
	var s strict
	bundle := s.object("bundle", document, nil, names("type id objects"))
	s.oneOf("bundle type", bundle["type"], "bundle")
	s.matches("bundle id", bundle["id"], stixID)
	refs := map[string][]string{}
	for _, v := range s.list("objects", bundle["objects"]) {
		o, _ := v.(map[string]any)
		id, _ := o["id"].(string)
		if _, ok := refs[id]; ok {
			s.failf("%s comes twice", id)
		}
		refs[id] = s.stixObject(id, v)
	}
	for id, targets := range refs {
		for _, target := range targets {
			if _, ok := refs[target]; !ok {
				s.failf("%s refers to %s, which is not there", id, target)
			}
		}
	}
	s.noCircle(refs)
	return s.problems
}

// stixObject checks an object and returns the ids that it refers to.
func (s *strict) stixObject(id string, v any) []string {
	o, _ := v.(map[string]any)
	kind, _ := o["type"].(string)
	own, ok := stixProperties[kind]
	if !ok {
		s.failf("an object of type %q", kind)
		return nil
	}
	s.object(id, v, names(stixCommon+" "+own[1]), names(stixAlways+" "+own[0]))
	if s.matches(id, o["id"], stixID); !strings.HasPrefix(id, kind+"--") {
		s.failf("%s is of type %s", id, kind)
	}
	s.oneOf(id+" spec_version", o["spec_version"], "2.1")
	for _, name := range names("created modified published") {
		s.matches(id+" "+name, o[name], stixTimestamp)
	}
	for _, name := range names("name description content abstract explanation lang schema version relationship_type") {
		s.text(id+" "+name, o[name])
	}
	s.oneOf(id+" opinion", o["opinion"], "strongly-disagree", "disagree", "neutral", "agree", "strongly-agree")
	s.oneOf(id+" identity_class", o["identity_class"], "individual", "group", "system", "organization", "class", "unknown")
	s.integer(id+" confidence", o["confidence"], 0, 100)
	for _, name := range names("labels roles authors") {
		s.texts(id+" "+name, o[name])
	}
	s.externalReferences(id, o["external_references"])
	refs := append(s.texts(id+" object_refs", o["object_refs"]), s.texts(id+" object_marking_refs", o["object_marking_refs"])...)
	for _, name := range names("created_by_ref source_ref target_ref") {
		if target := s.matches(id+" "+name, o[name], stixID); target != "" {
			refs = append(refs, target)
		}
	}
	return append(refs, s.extensions(id, o["extensions"])...)
}

func (s *strict) externalReferences(id string, v any) {
	for _, v := range s.list(id+" external_references", v) {
		ref := s.object(id+" reference", v, names("description url external_id hashes"), names("source_name"))
		for name := range ref {
			s.text(id+" reference "+name, ref[name])
		}
		if len(ref) < 2 {
			s.failf("%s: a reference with nothing but a name", id)
		}
		if address, ok := ref["url"].(string); ok {
			if u, err := url.Parse(address); err != nil || u.Host == "" {
				s.failf("%s refers to %q", id, address)
			}
		}
	}
}

// extensions checks extensions and returns the ids of their definitions, except
// that of TLP 2.0, which OASIS publishes.
func (s *strict) extensions(id string, v any) (definitions []string) {
	if v == nil {
		return nil
	}
	for name, v := range v.(map[string]any) {
		s.matches(id+" extension", name, stixID)
		extension := v.(map[string]any)
		s.oneOf(id+" extension_type", extension["extension_type"], "property-extension")
		for property, value := range extension {
			s.matches(id+" property", property, stixName)
			if list, ok := value.([]any); ok && len(list) == 0 || value == "" || value == nil {
				s.failf("%s: %s is empty", id, property)
			}
		}
		if !strings.HasSuffix(name, tlpExtensionID) {
			definitions = append(definitions, name)
		}
	}
	return definitions
}

const tlpExtensionID = "60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

// noCircle tests that references have no cycles.
func (s *strict) noCircle(refs map[string][]string) {
	const open, done = 1, 2
	state := map[string]int{}
	var visit func(id string)
	visit = func(id string) {
		switch state[id] {
		case open:
			s.failf("references from %s lead back to it", id)
		case done:
		default:
			state[id] = open
			for _, target := range refs[id] {
				visit(target)
			}
			state[id] = done
		}
	}
	for id := range refs {
		visit(id)
	}
}

// stixObjects returns the objects of the bundle for a request, by type and the
// item that they represent, or else the id. Marking and extension are by type
// only.
func stixObjects(t testing.TB, r *export.Request) map[string]map[string]any {
	t.Helper()
	out, _ := writeFormat(t, "stix", r)
	document := decoded(t, out)
	mustPass(t, "stix", document)
	objects := map[string]map[string]any{}
	for _, v := range document.(map[string]any)["objects"].([]any) {
		o := v.(map[string]any)
		key := o["type"].(string)
		if item := itemOf(o); item != "" {
			key += " " + item
		} else if !strings.HasSuffix(key, "-definition") {
			key += " " + text(o["id"])
		}
		objects[key] = o
	}
	return objects
}

func itemOf(o map[string]any) string {
	for _, e := range mapOf(o["extensions"]) {
		if item := text(mapOf(e)["item"]); item != "" {
			return item
		}
	}
	return ""
}

func mapOf(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

func TestSTIXMarkings(t *testing.T) {
	ids := map[briefing.TLP]string{ // as published by OASIS
		"CLEAR":        "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
		"GREEN":        "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
		"AMBER":        "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
		"AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
		"RED":          "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
	}
	for _, label := range briefing.TLPs {
		b := everyField(t)
		clearMarkings(reflect.ValueOf(b).Elem())
		b.TLP = label.Value
		r := &export.Request{Index: briefing.NewIndex(b)}
		objects := stixObjects(t, r)
		got, _ := json.Marshal(objects["marking-definition"])
		want := `{"created":"2022-10-01T00:00:00.000Z","extensions":{"extension-definition--` + tlpExtensionID +
			`":{"extension_type":"property-extension","tlp_2_0":"` + strings.ToLower(string(label.Value)) + `"}},"id":"` + ids[label.Value] +
			`","name":"` + label.Value.String() + `","spec_version":"2.1","type":"marking-definition"}`
		if string(got) != want {
			t.Errorf("%s: %s\nwant %s", label.Value, got, want)
		}
		for key, o := range objects {
			marked, _ := json.Marshal(o["object_marking_refs"])
			maker := o["identity_class"] == "system" || key == "extension-definition" || key == "marking-definition"
			if !maker && string(marked) != `["`+ids[label.Value]+`"]` {
				t.Errorf("%s: %s is marked %s", label.Value, key, marked)
			}
		}
	}
}

func TestSTIXOpinions(t *testing.T) {
	objects := stixObjects(t, everyRequest(t))
	claim := objects["note storm"]["id"]
	for item, want := range map[string]string{
		"storm/ek": "agree", "storm/crews": "disagree", "storm/crews/2": "neutral", "storm/crews/3": "neutral",
	} {
		o := objects["opinion "+item]
		holder, _, _ := strings.Cut(strings.TrimPrefix(item, "storm/"), "/")
		refs, _ := o["object_refs"].([]any)
		if o["opinion"] != want || o["created_by_ref"] != objects["identity "+holder]["id"] || len(refs) != 1 || refs[0] != claim {
			t.Errorf("%s: %v by %v on %v", item, o["opinion"], o["created_by_ref"], refs)
		}
	}
	if objects["opinion storm/crews/4"] != nil || objects["note storm/crews/4"] == nil {
		t.Error("no comment is an opinion, or nothing")
	}
	if text, _ := objects["opinion storm/ek"]["explanation"].(string); !strings.Contains(text, "“It was closed.” [ambiguous]") {
		t.Errorf("explanation %q", text)
	}
}

func TestSTIXConfidenceComesFromConfidence(t *testing.T) {
	for level, want := range map[briefing.Confidence]any{"high": 85.0, "moderate": 50.0, "low": 15.0, "": nil} {
		r := everyRequest(t)
		r.Index.Briefing.Judgments[0].Confidence = level
		if got := stixObjects(t, r)["note j-open"]["confidence"]; got != want {
			t.Errorf("%q: %v", level, got)
		}
	}
}

func TestSTIXTimes(t *testing.T) {
	for _, c := range []struct{ issued, asOf, want string }{
		{"2024-10-29", "2024-10-28", "2024-10-29T00:00:00.000Z"},
		{"2024-10-29T08:30:05.25+02:00", "2024", "2024-10-29T06:30:05.250Z"},
		{"", "2024-10-28T18:00Z", "2024-10-28T18:00:00.000Z"},
		{"", "[..2024-10-28]", "2024-10-28T23:59:59.999Z"},
		{"", "XXXX", "1970-01-01T00:00:00.000Z"},
		{"-0043", "2024", "1970-01-01T00:00:00.000Z"},
	} {
		r := everyRequest(t)
		r.Index.Briefing.AsOf = edtfDate(t, c.asOf)
		r.Index.Briefing.Issued = r.Index.Briefing.AsOf
		if c.issued == "" {
			r.Index.Briefing.Issued = (&briefing.Briefing{}).Issued
		} else {
			r.Index.Briefing.Issued = edtfDate(t, c.issued)
		}
		report := stixObjects(t, r)["report harbour"]
		if report["published"] != c.want || report["created"] != c.want || report["modified"] != c.want {
			t.Errorf("%s, %s: %v", c.issued, c.asOf, report["published"])
		}
	}
}

func TestSTIXIdsAreThoseOfTheItems(t *testing.T) {
	ids := func(r *export.Request) map[string]any {
		out := map[string]any{}
		for key, o := range stixObjects(t, r) {
			out[key] = o["id"]
		}
		return out
	}
	first := ids(everyRequest(t))
	changed := everyRequest(t)
	changed.Index.Briefing.Title, changed.Index.Briefing.Version = "Another title", 4
	changed.Index.Briefing.Events[0].Title = "Another title"
	slices.Reverse(changed.Index.Briefing.Actors)
	changed.Index = briefing.NewIndex(changed.Index.Briefing)
	if second := ids(changed); !maps.Equal(first, second) {
		t.Error("the ids change with what the items say")
	}
	other := everyRequest(t)
	other.Index.Briefing.ID = "another"
	if ids(other)["incident closing"] == first["incident closing"] {
		t.Error("two briefings share the id of an item")
	}
	// These are in other systems and must not change.
	if first["incident closing"] != "incident--a1e69099-a70f-5f32-97f1-7fbf3e05b9ee" || first["report harbour"] != "report--db7e9cb1-e0e5-59cf-8396-51f4ff0bc27a" {
		t.Errorf("%v, %v", first["incident closing"], first["report harbour"])
	}
}

func TestSTIXRelations(t *testing.T) {
	objects := stixObjects(t, everyRequest(t))
	out, _ := writeFormat(t, "stix", everyRequest(t))
	var got []string
	for _, v := range decoded(t, out).(map[string]any)["objects"].([]any) {
		if o := v.(map[string]any); o["type"] == "relationship" && o["source_ref"] == objects["incident closing"]["id"] {
			got = append(got, o["relationship_type"].(string)+" "+o["target_ref"].(string)+" "+text(o["description"]))
		}
	}
	want := []string{
		"related-to " + text(objects["identity harbour-office"]["id"]) + " closes; explains",
		"related-to " + text(objects["identity crews"]["id"]) + " ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// Of an actor that is not requested, only the name may be written for an event
// or a position.
func TestSTIXNamesActorsThatAreNeeded(t *testing.T) {
	for part, items := range map[briefing.Part][]string{
		briefing.PartTimeline: {"crews", "harbour-office"},
		briefing.PartClaims:   {"crews", "ek"},
		briefing.PartBrief:    nil,
	} {
		r := everyRequest(t)
		r.Only = []briefing.Part{part}
		var got []string
		for _, o := range stixObjects(t, r) {
			if o["type"] == "identity" && itemOf(o) != "" {
				got = append(got, itemOf(o))
				if o["name"] == nil || o["description"] != nil || o["roles"] != nil || o["external_references"] != nil {
					t.Errorf("%s: %v", part, o)
				}
			}
		}
		if slices.Sort(got); !slices.Equal(got, items) {
			t.Errorf("%s: %q, want %q", part, got, items)
		}
	}
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

func TestSTIXReportHoldsWhatTheBriefingSays(t *testing.T) {
	objects := stixObjects(t, everyRequest(t))
	held := objects["report harbour"]["object_refs"].([]any)
	for key, o := range objects {
		apart := key == "report harbour" || key == "marking-definition" || key == "extension-definition" ||
			o["identity_class"] == "system"
		if slices.Contains(held, o["id"]) == apart {
			t.Errorf("%s is held by the report: %v", key, apart)
		}
	}
}
