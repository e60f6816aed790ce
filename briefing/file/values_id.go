package file

import (
	"fmt"

	"sitrep/briefing/clean"
)

// newID returns the value for the id of an item itself.
func newID(kind itemKind) value[string] {
	v := slugValue
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		return read(d, n, v) && (*v == "" || d.declare(n, kind, *v))
	}
	return v
}

// slugValue is an id that nothing refers to.
var slugValue = value[string]{
	read: func(d *decoder, n *node, v *string) bool {
		if !d.isScalar(n, anID.String) {
			return false
		}
		id := clean.Line(n.text)
		if id != "" && !IsID(id) {
			d.badID(n, id)
			return false
		}
		*v = id
		return true
	},
	write:  line.write,
	empty:  line.empty,
	schema: func(*schemas) schema { return slugSchema },
	facts:  addText,
	kind:   FactID,
}

// idOf returns the value for the id of another item of one of the kinds.
func idOf(kinds itemKind) value[string] {
	v := ofKind(FactReference, line)
	v.read = func(d *decoder, n *node, v *string) bool {
		if !d.isScalar(n, func() string { return "the id of " + kinds.String() }) {
			return false
		}
		id := clean.Line(n.text)
		if id != "" && !d.refersTo(n.pos, kinds, id) {
			return false
		}
		*v = id
		return true
	}
	v.schema = func(*schemas) schema { return slugSchema }
	v.prune = func(p *pruner, v *string) bool {
		if *v == "" || p.exists(*v, kinds) {
			return true
		}
		*v = ""
		return false
	}
	return v
}

// badID adds a problem that says why id is invalid.
func (d *decoder) badID(n *node, id string) {
	why := "small letters a to z, digits and hyphens only, no hyphen first"
	if len(id) > maxID {
		why = fmt.Sprintf("an id has at most %d bytes, and this has %d", maxID, len(id))
	}
	d.problem(n.pos, CodeBadID, fmt.Sprintf("%s is no id: %s", clean.Quoted(id), why), suggestSlug(id))
}
