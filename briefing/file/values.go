package file

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// The kinds of values that fields have; see [value].

// textValue returns the value for a string that clean makes from the text of a
// node.
func textValue(clean func(string) string, shape schema) value[string] {
	return value[string]{
		read: func(d *decoder, n *node, v *string) bool {
			ok := d.isScalar(n, aText.String)
			if ok {
				*v = clean(n.text)
			}
			return ok
		},
		write:  func(w *writer, v *string) { w.text(*v) },
		empty:  func(v *string) bool { return *v == "" },
		schema: func(*schemas) schema { return shape },
		facts:  addText, kind: FactText,
	}
}

// lineOf and bodyOf make a line, or a body, from the text of a node, which is
// clean already. Nearly always it needs no change.
func lineOf(s string) string {
	if strings.Contains(s, "\n") || strings.TrimFunc(s, unicode.IsSpace) != s {
		return clean.Line(s)
	}
	return s
}

func bodyOf(s string) string {
	if strings.TrimFunc(s, unicode.IsSpace) != s {
		return body(s)
	}
	return s
}

// body returns s cleaned and without surrounding white space.
func body(s string) string {
	return strings.TrimFunc(clean.Text(strings.TrimFunc(s, unicode.IsSpace)), unicode.IsSpace)
}

var (
	// line is text of one line.
	line = reportChange(textValue(lineOf, schema{{"type", "string"}}))
	// label is a line by which an item is named.
	label = reportChange(labelValue())
	// paragraphs is text of several lines.
	paragraphs = ofKind(FactBody, reportChange(textValue(bodyOf, schema{{"type", "string"}})))
	// exact is text of one line that must be read exactly as it is written.
	exact = rejectChange(line)
)

// reportChange returns v with a problem if YAML has changed the text.
func reportChange(v value[string]) value[string] {
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		ok := read(d, n, v)
		if ok {
			d.noteChange(n, loss{})
		}
		return ok
	}
	return v
}

// rejectChange returns v so that a text that YAML has changed is left out.
func rejectChange(v value[string]) value[string] {
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		if n.change == nil || n.kind == kindNull {
			return read(d, n, v)
		}
		d.noteChange(n, d.loss())
		return false
	}
	return v
}

// prose is text with references.
var prose = value[string]{
	read: func(d *decoder, n *node, v *string) bool {
		if !paragraphs.read(d, n, v) {
			return false
		}
		d.refersInText(n.pos, *v)
		return true
	},
	write:  paragraphs.write,
	empty:  paragraphs.empty,
	schema: paragraphs.schema,
	facts:  addText,
	kind:   FactProse,
	prune: func(p *pruner, v *string) bool {
		*v = p.pruneText(*v)
		return true
	},
}

// date is an EDTF date.
var date = value[edtf.Date]{
	read: func(d *decoder, n *node, v *edtf.Date) bool {
		if !d.isScalar(n, aDate.String) {
			return false
		}
		parsed, err := edtf.Parse(clean.Line(n.text))
		if err != nil {
			d.problem(n.pos, CodeBadDate, fmt.Sprintf("%s is no date: %s", clean.Quoted(n.text), errorText(err)), hintDate)
			return false
		}
		*v = parsed
		return true
	},
	write:  func(w *writer, v *edtf.Date) { w.text(v.String()) },
	empty:  func(v *edtf.Date) bool { return v.IsZero() },
	schema: func(*schemas) schema { return dateSchema },
	facts: func(c *Facts, v *edtf.Date) {
		c.values = append(c.values, FactValue{Text: v.String(), worded: v})
	},
	kind: FactDate,
}

func oneOf[T ~string](scale briefing.Scale[T]) value[T] {
	return asTerm(value[T]{
		read: func(d *decoder, n *node, v *T) bool {
			if !d.isScalar(n, func() string { return "one of " + strings.Join(scale.Values(), ", ") }) {
				return false
			}
			// Take the constant of the scale, so that the text of the file is not kept in
			// memory.
			if i := scale.Rank(T(n.text)); i >= 0 {
				*v = scale[i].Value
				return true
			}
			d.badTerm(n, scale.Values())
			return false
		},
		write:  func(w *writer, v *T) { w.text(string(*v)) },
		empty:  func(v *T) bool { return *v == "" },
		schema: func(*schemas) schema { return schema{{"type", "string"}, {"enum", scale.Values()}} },
	}, termText, func(text string) string { return scale.Label(T(text)) })
}

func termText[T ~string](v T) string { return string(v) }

// ofKind returns v with facts of another kind.
func ofKind(kind FactKind, v value[string]) value[string] {
	v.kind = kind
	return v
}

func (d *decoder) badTerm(n *node, terms []string) {
	if d.full() {
		return
	}
	d.problem(n.pos, CodeBadValue, fmt.Sprintf("%s is not one of %s", clean.Quoted(n.text), strings.Join(terms, ", ")), suggestTerm(n.text, terms))
}

func number(low, high int) value[int] {
	return asTerm(value[int]{
		read: func(d *decoder, n *node, v *int) bool {
			if !d.isScalar(n, aNumber.String) {
				return false
			}
			i, err := strconv.Atoi(n.text)
			if err == nil && n.kind == kindText {
				d.problem(n.pos, CodeWrongKind, "found text, expected a whole number", "take the quotes away")
				return false
			}
			if err != nil || i < low || i > high {
				d.problem(n.pos, CodeBadValue, fmt.Sprintf("%s is no whole number from %d to %d", clean.Quoted(n.text), low, high), "write it in digits")
				return false
			}
			*v = i
			return true
		},
		write:  func(w *writer, v *int) { w.number(*v) },
		empty:  func(v *int) bool { return *v == 0 },
		schema: func(*schemas) schema { return schema{{"type", "integer"}, {"minimum", low}, {"maximum", high}} },
	}, strconv.Itoa, nil)
}

// checked returns the value for a line that must pass check.
func checked(code, hint string, shape schema, check func(s string) error) value[string] {
	v := textValue(lineOf, shape)
	read := v.read
	v.read = func(d *decoder, n *node, v *string) bool {
		var s string
		if !read(d, n, &s) {
			return false
		}
		if s != "" {
			if err := check(s); err != nil {
				d.problem(n.pos, code, fmt.Sprintf("%s %s", clean.Quoted(s), errorText(err)), hint)
				return false
			}
		}
		*v = s
		return true
	}
	return v
}

// listOf returns the value for a list. Elements that are invalid are left out.
func listOf[V any](each value[V]) value[[]V] {
	var listed func(c *Facts, v *[]V)
	if each.facts != nil {
		listed = func(c *Facts, v *[]V) {
			c.values = slices.Grow(c.values, len(*v))
			for i := range *v {
				each.facts(c, &(*v)[i])
			}
		}
	}
	return value[[]V]{
		facts: listed, kind: each.kind, list: true, composed: each.composed,
		read: func(d *decoder, n *node, v *[]V) bool {
			if n.kind != kindList {
				d.wrongKind(n, "a list")
				return false
			}
			f := len(d.frames) - 1
			before := d.frames[f]
			d.frames[f].entry = true
			list := make([]V, 0, n.count)
			for kid := n.first; kid != nil; kid = kid.next {
				list = readInto(d, kid, list, each)
			}
			before.marking = d.frames[f].marking
			d.frames[f] = before
			if *v = list; len(list) == 0 {
				*v = nil
				return d.emptyList(n)
			}
			return true
		},
		write: func(w *writer, v *[]V) {
			w.beginList()
			for i := range *v {
				each.write(w, &(*v)[i])
			}
			w.endList()
		},
		empty: func(v *[]V) bool { return len(*v) == 0 },
		prune: func(p *pruner, v *[]V) bool {
			if each.prune != nil && len(*v) > 0 {
				*v = pruneList(p, *v, each)
			}
			return true
		},
		schema: func(s *schemas) schema {
			return schema{{"type", "array"}, {"items", filled(each.schema(s))}}
		},
	}
}

// readInto returns list with the value of n appended, or list itself if n is
// invalid or empty.
func readInto[V any](d *decoder, n *node, list []V, each value[V]) []V {
	if len(list) == cap(list) {
		// Double the capacity. append grows long lists by only a quarter, and the lists
		// at the top level are long and would be copied more often.
		const few = 8
		list = slices.Grow(list, max(few, len(list)))
	}
	var zero V
	list = append(list, zero)
	last := len(list) - 1
	if !each.read(d, n, &list[last]) {
		return list[:last]
	}
	if each.empty(&list[last]) {
		d.problem(n.pos, CodeMissingKey, "an entry of the list is empty", "leave it out, or write something")
		return list[:last]
	}
	return list
}

// emptyList adds a problem and returns false if the item needs at least one
// entry.
func (d *decoder) emptyList(n *node) bool {
	f := d.frame()
	if !f.mustBeValid {
		return true
	}
	message := fmt.Sprintf("%q is empty", f.key)
	if n.count > 0 {
		message = fmt.Sprintf("no entry of %q can be used", f.key)
	}
	d.problem(n.pos, CodeEmptyList, message, "a question needs at least one claim")
	return false
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
