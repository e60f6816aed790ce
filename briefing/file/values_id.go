package file

import (
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// slugPattern is the shape of an id, as a regular expression.
const slugPattern = `^[a-z0-9][a-z0-9-]*$`

// isSlug reports whether s has the shape and the length of an id.
func isSlug(s string) bool {
	if s == "" || s[0] == '-' || len(s) > maxID {
		return false
	}
	for _, b := range []byte(s) {
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b != '-' {
			return false
		}
	}
	return true
}

// newID is the id of an item of a kind, which the item declares with it.
func newID(kind itemKind) value[string] {
	v := slugValue
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		return read(d, n, v) && (*v == "" || d.declare(n, kind, *v))
	}
	return v
}

// slugValue is an id that nothing in the file refers to.
var slugValue = value[string]{
	read: func(d *decoder, n *node, v *string) bool {
		if !d.isScalar(n, anID.String) {
			return false
		}
		id := clean.Line(n.text)
		if id != "" && !isSlug(id) {
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

// idOf is the id of another item, which is of one of the kinds.
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
		if *v == "" || p.stands(*v, kinds) {
			return true
		}
		*v = ""
		return false
	}
	return v
}

// maxID is the longest that an id can be, in bytes.
const maxID = 100

// badID notes that a text is no id, and why.
func (d *decoder) badID(n *node, id string) {
	why := "small letters a to z, digits and hyphens only, no hyphen first"
	if len(id) > maxID {
		why = fmt.Sprintf("an id has at most %d bytes, and this has %d", maxID, len(id))
	}
	d.problem(n.pos, CodeBadID, fmt.Sprintf("%s is no id: %s", clean.Quoted(id), why), suggestSlug(id))
}

func labelValue() value[string] {
	v := textValue(lineOf, schema{{"type", "string"}, {"maxLength", briefing.MaxName}})
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		if !read(d, n, v) {
			return false
		}
		if len(*v) > briefing.MaxName {
			d.note(Problem{Pos: n.pos, Code: CodeTooLong, Item: d.item(), Hint: "say the rest in a summary, a note or the text",
				Message: fmt.Sprintf("%q has %d bytes; it is cut after %d", d.frame().key, len(*v), briefing.MaxName)})
			*v = briefing.ShortLabel(*v)
		}
		return true
	}
	return v
}
