package file

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// commonOf returns the fields that every item can have.
func commonOf[T any](common func(t *T) *briefing.Common) []field[T] {
	return []field[T]{
		at("external_ids", "Its ids in other systems: under the name of each, such as doi, stix or wikidata, an id or a list of ids.", func(t *T) *[]briefing.ExternalID { return &common(t).ExternalIDs }, externalIDs).called("Other ids"),
		at("tags", "Words to find it by.", func(t *T) *[]string { return &common(t).Tags }, lineList),
		at(draftKey, "True if a program proposed it and nobody has reviewed it yet.", func(t *T) *bool { return &common(t).Draft }, draft),
		at(markingKey, "Its own label of the Traffic Light Protocol; that of what it stands in, if it is left out.", func(t *T) *briefing.TLP { return &common(t).TLP }, tlpValue).called("Marking"),
	}
}

// lineList is a list of lines. Many tables have one.
var lineList = listOf(line)

// draft is true for what a program proposed. What cannot be read counts as true:
// nobody can know that it was reviewed.
var draft = func() value[bool] {
	v := asTerm(trueFalse, strconv.FormatBool, func(string) string { return "proposed by a program, not yet reviewed" })
	v.read = func(d *decoder, n *node, v *bool) bool {
		if n.kind == kindBool {
			*v = *v || strings.EqualFold(n.text, "true")
			return true
		}
		*v = true
		if !d.full() {
			d.note(Problem{Pos: n.pos, Code: CodeWrongKind, Item: d.item(), Hint: "write draft: true, or leave the key out",
				Message: fmt.Sprintf("found %s, expected %s; it counts as true", n.kind, aFlag)})
		}
		return true
	}
	return v
}()

// maxExternalID is the maximum length of an external id in bytes. Many are
// addresses.
const maxExternalID = clean.MaxAddress

// externalIDs are ids under the names of their systems, several as a list.
var externalIDs = value[[]briefing.ExternalID]{
	read: func(d *decoder, n *node, v *[]briefing.ExternalID) bool {
		if n.kind != kindMapping {
			d.wrongKind(n, "a mapping of systems to ids")
			return false
		}
		d.frame().entry = true
		var list []briefing.ExternalID
		seen := make(map[string]bool, n.count)
		for kid := n.first; kid != nil; kid = kid.next {
			if !d.isSystem(kid, seen) {
				continue
			}
			seen[kid.key] = true
			if kid.kind != kindList {
				list = d.externalID(kid, kid.key, list)
				continue
			}
			for id := kid.first; id != nil; id = id.next {
				list = d.externalID(id, kid.key, list)
			}
		}
		d.frame().entry = false
		*v = list
		return true
	},
	write: func(w *writer, v *[]briefing.ExternalID) {
		w.begin()
		for _, s := range briefing.BySystem(*v) {
			if w.text(s.System); len(s.IDs) == 1 {
				w.text(s.IDs[0])
			} else {
				writeList(w, s.IDs)
			}
		}
		w.end()
	},
	empty: func(v *[]briefing.ExternalID) bool { return len(*v) == 0 },
	schema: func(*schemas) schema {
		id := schema{{"type", []string{"string", "number"}}, {"maxLength", maxExternalID}}
		list := schema{{"type", "array"}, {"items", id}}
		return schema{{"type", "object"}, {"propertyNames", slugSchema}, {"additionalProperties", schema{{"anyOf", []schema{id, list}}}}}
	},
	facts: func(c *Facts, v *[]briefing.ExternalID) {
		for _, id := range *v {
			c.values = append(c.values, FactValue{Text: id.String()})
		}
	},
	kind: FactText, list: true,
}

// isSystem reports whether the key of n is the name of a system that is not in
// seen, and adds a problem if not. What may be a marking is taken as one.
func (d *decoder) isSystem(n *node, seen map[string]bool) bool {
	_, isLabel := n.label()
	switch {
	case isUnreadKey(n) || isLabel || strings.EqualFold(n.key, markingKey):
		d.markTwice(&d.frame().marking, n)
	case seen[n.key]:
		if !d.full() {
			d.problem(n.keyPos, CodeDuplicateKey, fmt.Sprintf("the key %q stands twice here", n.key), "write the ids as a list under one key")
		}
	case !IsID(n.key):
		if !d.full() {
			d.problem(n.keyPos, CodeBadID, fmt.Sprintf("%s is no name of a system: small letters a to z, digits and hyphens only, at most %d", clean.Quoted(n.key), maxID), suggestSlug(n.key))
		}
	default:
		return true
	}
	return false
}

// externalID returns list with the id that n is, or list itself if n is none.
func (d *decoder) externalID(n *node, system string, list []briefing.ExternalID) []briefing.ExternalID {
	var id string
	switch {
	case !exact.read(d, n, &id):
	case id == "":
		d.problem(n.pos, CodeMissingKey, "the id is empty", "leave it out, or write the id")
	case len(id) > maxExternalID:
		d.problem(n.pos, CodeTooLong, fmt.Sprintf("the id has %d bytes, and an id of another system at most %d", len(id), maxExternalID), "leave it out")
	default:
		return append(list, briefing.ExternalID{System: d.texts.of(system), ID: id})
	}
	return list
}
