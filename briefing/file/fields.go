package file

import (
	"fmt"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// The format is defined once, in tables: one for each part of a briefing
// (fields_*.go), with a row for each key. Reading, writing, pruning, the facts
// and the JSON Schema all follow the tables.

// value says how to read, write and describe values of type V.
type value[V any] struct {
	// read sets *v to the value of n. If n has no valid value, it adds a problem,
	// leaves *v empty and returns false.
	read   func(d *decoder, n *node, v *V) bool
	write  func(w *writer, v *V)
	empty  func(v *V) bool // reports whether there is nothing to write
	schema func(s *schemas) schema
	// prune removes from *v what p excludes, and returns false if *v itself must go.
	// If prune is nil, nothing is removed.
	prune func(p *pruner, v *V) bool
	// facts adds the values of *v to c, or whole facts if kind is zero. If facts is
	// nil, there are none.
	facts func(c *Facts, v *V)
	kind  FactKind
	list  bool // *v is a list
	// composed says that there may be facts under the values.
	composed bool
}

// field is a key of a part of a briefing, whose type is T.
type field[T any] struct {
	key         string
	doc         string
	label       string // shown to readers; made from the key if empty
	before      string // the key before which it is read, if that is not the next one
	required    bool   // the part is dropped if it is missing
	mustBeValid bool   // the part is dropped if it is invalid
	value       binding[T]
	element     func(d *decoder, n *node, t *T) // reads one element of a list of items
	omit        func(t *T) bool                 // reports whether it need not be written, because reading fills it in
}

// binding gives access to the value of a field in a T.
type binding[T any] interface {
	read(d *decoder, n *node, t *T) bool
	write(w *writer, t *T)
	empty(t *T) bool
	schema(s *schemas) schema
	prune(p *pruner, t *T) bool
	facts(c *Facts, key, label string, t *T)
	// kind returns what the values are, and reports whether there may be facts under
	// them.
	kind() (of FactKind, composed bool)
}

// bound is the binding of a member of T.
type bound[T, V any] struct {
	value value[V]
	in    func(t *T) *V
}

func (b bound[T, V]) read(d *decoder, n *node, t *T) bool { return b.value.read(d, n, b.in(t)) }

// write writes t as an object.
func (b bound[T, V]) write(w *writer, t *T)    { b.value.write(w, b.in(t)) }
func (b bound[T, V]) empty(t *T) bool          { return b.value.empty(b.in(t)) }
func (b bound[T, V]) schema(s *schemas) schema { return b.value.schema(s) }
func (b bound[T, V]) kind() (of FactKind, composed bool) {
	of = b.value.kind
	return of, b.value.composed || of == FactEvidence || of == 0
}
func (b bound[T, V]) prune(p *pruner, t *T) bool {
	return b.value.prune == nil || b.value.prune(p, b.in(t))
}

// at returns the field whose value is the member of T that member points to.
func at[T, V any](key, doc string, member func(t *T) *V, v value[V]) field[T] {
	return field[T]{key: key, doc: doc, value: bound[T, V]{v, member}}
}

func (f field[T]) require() field[T] {
	f.required, f.mustBeValid = true, true
	return f
}

func (f field[T]) requireValid() field[T] {
	f.mustBeValid = true
	return f
}

func (f field[T]) omitIf(omit func(t *T) bool) field[T] {
	f.omit = omit
	return f
}

// called returns f with a label that is not made from its key.
func (f field[T]) called(label string) field[T] {
	f.label = label
	return f
}

// readBefore returns f with a place in reading order that differs from the
// written order: before key.
func (f field[T]) readBefore(key string) field[T] {
	f.before = key
	return f
}

// table defines the keys of one part of a briefing.
type table[T any] struct {
	noun    string // what messages call the part
	nameKey string // the key whose value tells one from another
	doc     string
	fields  []field[T]
	pos     func(t *T) *briefing.Pos
	finish  func(t *T) // fills in defaults

	arranged sync.Once
	order    []int    // indexes of the fields in reading order
	labels   []string // of the fields
}

// row returns the index of the field with a key. A map would not be faster for
// tables this short, and would have to be built at every start of the program.
func (tb *table[T]) row(key string) (i int, ok bool) {
	for i := range tb.fields {
		if tb.fields[i].key == key {
			return i, true
		}
	}
	return 0, false
}

// read reads a mapping into *t. It returns false if the item must be dropped.
func (tb *table[T]) read(d *decoder, n *node, t *T) bool {
	if n.kind != kindMapping {
		d.wrongKind(n, "a mapping")
		return false
	}
	if tb.pos != nil {
		*tb.pos(t) = n.pos
	}
	d.frames = append(d.frames, frame{noun: tb.noun, nameKey: tb.nameKey, node: n})
	var seen uint64
	ok := true
	for kid := n.first; kid != nil; kid = kid.next {
		ok = tb.member(d, kid, t, &seen) && ok
	}
	ok = tb.complete(d, n, t, seen) && ok
	marking := d.frame().marking
	d.frames = d.frames[:len(d.frames)-1]
	if own := tb.marking(t); own != nil {
		addMarking(own, marking)
	} else {
		addMarking(&d.frame().marking, marking)
	}
	return ok
}

// member reads the value of one key. It returns false if the item must be dropped
// because of it.
func (tb *table[T]) member(d *decoder, n *node, t *T, seen *uint64) bool {
	i, known := tb.row(n.key)
	if !known {
		switch {
		case isUnreadKey(n):
			addMarking(&d.frame().marking, n.unreadable())
			tb.unknown(d, n)
		case isMarking(n):
			d.part(clean.Short(n.key), "", false)
			d.markTwice(&d.frame().marking, n)
		default:
			tb.unknown(d, n)
		}
		return true
	}
	f := &tb.fields[i]
	d.part(f.key, f.doc, f.mustBeValid)
	if *seen&(1<<i) != 0 && f.key != markingKey {
		if f.key == draftKey {
			f.value.read(d, n, t) // any of them may be the one that is meant
		}
		if d.full() {
			return true
		}
		d.note(Problem{Pos: n.keyPos, Code: CodeDuplicateKey, Item: d.item(),
			Message: fmt.Sprintf("the key %q stands twice here; the second is left out", f.key), Hint: "keep one of the two"})
		return true
	}
	*seen |= 1 << i
	if f.value.read(d, n, t) {
		if !f.required || !f.value.empty(t) {
			return true
		}
		d.problem(n.pos, CodeMissingKey, fmt.Sprintf("%q is empty", f.key), d.frame().hint())
	}
	return !f.mustBeValid
}

// complete adds a problem for each required key that was not seen, and fills in
// defaults. It returns false if the item must be dropped.
func (tb *table[T]) complete(d *decoder, n *node, t *T, seen uint64) bool {
	ok := true
	for i, f := range tb.fields {
		if !f.required || seen&(1<<i) != 0 {
			continue
		}
		if ok = false; !d.full() {
			d.part(f.key, f.doc, true)
			d.problem(n.pos, CodeMissingKey, fmt.Sprintf("the key %q is missing", f.key), d.frame().hint())
		}
	}
	if tb.finish != nil {
		tb.finish(t)
	}
	return ok
}

func (tb *table[T]) unknown(d *decoder, n *node) {
	d.part(clean.Short(n.key), "", false)
	switch {
	case d.full():
	case n.kind == kindRefused && n.text == CodeWrongKind:
		d.problem(n.keyPos, CodeWrongKind, "a key must be text", "write the key as one word")
	case n.kind == kindRefused && n.text == CodeSyntax:
		d.problem(n.keyPos, CodeSyntax, "the key is indented with spaces that are none of YAML, such as the no-break space", "indent with plain spaces (U+0020)")
	case n.key == "<<" || n.kind == kindRefused && n.key == "":
		d.problem(n.keyPos, CodeAlias, "anchors, aliases and merge keys are not read", hintAlias)
	default:
		hint := suggestKey(n.key, tb.keys(), tb.noun)
		if tb.noun == evidenceNoun && IsID(n.key) && !strings.HasPrefix(hint, didYouMean) {
			hint = fmt.Sprintf("next to other keys, write source: %s and quote: the words", n.key)
		}
		d.problem(n.keyPos, CodeUnknownKey, fmt.Sprintf("%s has no key %s", article(tb.noun), clean.Quoted(n.key)), hint)
	}
}

func (tb *table[T]) keys() []string {
	return briefing.Map(tb.fields, func(f field[T]) string { return f.key })
}

func (tb *table[T]) write(w *writer, t *T) {
	w.begin()
	for i := range tb.fields {
		f := &tb.fields[i]
		if f.value.empty(t) || f.omit != nil && f.omit(t) {
			continue
		}
		w.text(f.key)
		f.value.write(w, t)
	}
	w.end()
}

// object returns the value that is a mapping with the keys of the table.
func object[T any](tb *table[T]) value[T] {
	return value[T]{
		read:   tb.read,
		write:  tb.write,
		empty:  func(*T) bool { return false },
		schema: func(s *schemas) schema { return s.define(tb.noun, tb) },
		prune:  tb.prune,
	}
}

// shortForm is a value that is either a mapping with the keys of the table or
// something shorter.
type shortForm[T any] struct {
	table  *table[T]
	is     func(n *node) bool // reports whether n has the short form
	read   func(d *decoder, n *node, t *T) bool
	write  func(w *writer, t *T) bool // writes nothing and returns false if t needs the mapping
	empty  func(t *T) bool
	schema func(s *schemas) schema
}

func (short shortForm[T]) value() value[T] {
	long := object(short.table)
	return value[T]{
		read: func(d *decoder, n *node, t *T) bool {
			if short.is(n) {
				return short.read(d, n, t)
			}
			return long.read(d, n, t)
		},
		write: func(w *writer, t *T) {
			if !short.write(w, t) {
				long.write(w, t)
			}
		},
		empty:  short.empty,
		schema: func(s *schemas) schema { return schema{{"anyOf", []schema{short.schema(s), long.schema(s)}}} },
		prune:  long.prune,
	}
}

// setDefault sets *v to fallback if it is empty.
func setDefault[T ~string](v *T, fallback T) {
	if *v == "" {
		*v = fallback
	}
}
