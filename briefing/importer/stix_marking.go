package importer

import (
	"cmp"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// stixLabels are the markings of TLP 1 and 2 that the standard and OASIS
// define, and that may be missing in a bundle.
var stixLabels = map[string]briefing.TLP{
	"613f2e26-407d-48c7-9eca-b8e91df99dc9": "CLEAR", "34098fce-860f-48ae-8e50-ebd3cc5e41da": "GREEN",
	"f88d31f6-486f-44da-b317-01333bde0b82": "AMBER", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "RED",
	"94868c89-83c2-464b-929b-a1a8aa3c8487": "CLEAR", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "GREEN",
	"55d920b0-5e8b-4f79-9ee9-91f868d9b421": "AMBER", "939a9414-2ddd-4d32-a0cd-375ea402b003": "AMBER+STRICT",
	"e828b379-4e03-4974-9ac4-e53a884c97c1": "RED",
}

// tlpExtension is the extension of STIX for TLP 2.
const tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

// defineMarking reads a definition of a marking. If it is not TLP, it is lost.
func (r *stixReader) defineMarking(s *stixObject) {
	label := s.object.object("definition").text("tlp")
	label = cmp.Or(label, s.object.object("extensions").object(tlpExtension).text("tlp_2_0"))
	switch known, ok := stixLabels[strings.TrimPrefix(s.id, "marking-definition--")]; {
	case ok:
		r.markings[s.id] = known // whatever the file says about it
	case label != "":
		r.markings[s.id] = r.b.marking(label)
	default:
		r.markings[s.id] = ""
		r.b.lost.add("marking that is not TLP: " + clean.Short(clean.Line(cmp.Or(s.text("definition_type"), s.called, "unnamed"))))
	}
}

// setLabels sets the marking of every object to the highest of those for the
// whole object or some of its properties.
func (r *stixReader) setLabels() {
	for _, s := range r.objects {
		var labels []briefing.TLP
		for _, id := range s.texts("object_marking_refs") {
			labels = append(labels, r.label(id))
		}
		for _, part := range s.objects("granular_markings") {
			if id := part.text("marking_ref"); id != "" {
				labels = append(labels, r.label(id))
				r.b.lost.add("marking of a part of an object, which counts for all of it")
			}
		}
		for _, label := range labels {
			if label != "" && (s.label == "" || briefing.HigherTLP(s.label, label) == label) {
				s.label = label
			}
		}
	}
}

// label returns the label of a marking: "" if it is not TLP, and the highest if
// its definition is missing.
func (r *stixReader) label(id string) briefing.TLP {
	if label, ok := r.markings[id]; ok {
		return label
	}
	if label, ok := stixLabels[strings.TrimPrefix(id, "marking-definition--")]; ok {
		return label
	}
	r.b.lost.add("marking that is not in the file, read as TLP:RED")
	return briefing.TLPs[len(briefing.TLPs)-1].Value
}
