package file

import (
	"fmt"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// The format is written down once, in tables: one for each part of a briefing
// (fields_*.go), each with a row for each key. Reading, writing and the JSON
// Schema all go by the tables.

// value is a way to read, write and describe values that are held as V.
type value[V any] struct {
	// read sets *v to what n says. If n does not say a value, it notes a
	// problem, leaves *v empty and is false.
	read   func(d *decoder, n *node, v *V) bool
	write  func(w *writer, v *V)
	empty  func(v *V) bool // there is nothing to write
	schema func(s *schemas) schema
	// prune takes out of *v what is not to be there; nil: nothing. It is false if
	// *v itself is not to be there.
	prune func(p *pruner, v *V) bool
	// facts adds what *v says, as values of the kind; nil: nothing. Without a kind
	// it adds facts.
	facts func(c *Facts, v *V)
	kind  FactKind
	list  bool // *v is a list
}

// field is a key of the part of a briefing that is held as T.
type field[T any] struct {
	key      string
	doc      string
	label    string // what readers call it; from the key where it is left out
	before   string // the key before which one reads it, where that is not the next
	required bool   // the part falls without it
	vital    bool   // the part falls if it is wrong
	value    binding[T]
	element  func(d *decoder, n *node, t *T) // reads one element of a list of items
	omit     func(t *T) bool                 // it need not be written: reading fills it in
}

// binding is a value in its place in a T.
type binding[T any] interface {
	read(d *decoder, n *node, t *T) bool
	write(w *writer, t *T)
	empty(t *T) bool
	schema(s *schemas) schema
	prune(p *pruner, t *T) bool
	facts(c *Facts, key, label string, t *T)
	kind() FactKind
}

// bound binds a value to a member of T.
type bound[T, V any] struct {
	value value[V]
	in    func(t *T) *V
}

func (b bound[T, V]) read(d *decoder, n *node, t *T) bool { return b.value.read(d, n, b.in(t)) }
func (b bound[T, V]) write(w *writer, t *T)               { b.value.write(w, b.in(t)) }
func (b bound[T, V]) empty(t *T) bool                     { return b.value.empty(b.in(t)) }
func (b bound[T, V]) schema(s *schemas) schema            { return b.value.schema(s) }
func (b bound[T, V]) kind() FactKind                      { return b.value.kind }
func (b bound[T, V]) prune(p *pruner, t *T) bool {
	return b.value.prune == nil || b.value.prune(p, b.in(t))
}

// at makes the field that holds its value at member.
func at[T, V any](key, doc string, member func(t *T) *V, v value[V]) field[T] {
	return field[T]{key: key, doc: doc, value: bound[T, V]{v, member}}
}

func (f field[T]) require() field[T] {
	f.required, f.vital = true, true
	return f
}

func (f field[T]) decisive() field[T] {
	f.vital = true
	return f
}

func (f field[T]) omitIf(omit func(t *T) bool) field[T] {
	f.omit = omit
	return f
}

// called gives the field a label that is not its key.
func (f field[T]) called(label string) field[T] {
	f.label = label
	return f
}

// readBefore has the field read before another, where it is not written so.
func (f field[T]) readBefore(key string) field[T] {
	f.before = key
	return f
}

// table is the keys of one part of a briefing.
type table[T any] struct {
	noun    string // what messages call the part
	nameKey string // the key whose value tells one from another
	doc     string
	fields  []field[T]
	pos     func(t *T) *briefing.Pos
	finish  func(t *T) // fills in defaults

	arranged sync.Once
	order    []int    // of the fields as one reads them
	labels   []string // of the fields
}

// row is the index of a key in the fields. A table is too short for a map to be
// faster, and maps would have to be made at the start of every program.
func (tb *table[T]) row(key string) (i int, ok bool) {
	for i := range tb.fields {
		if tb.fields[i].key == key {
			return i, true
		}
	}
	return 0, false
}

// read reads a mapping into *t. It is false if t cannot stand.
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

// member reads the value of one key. It is false if t falls with it.
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
	d.part(f.key, f.doc, f.vital)
	if *seen&(1<<i) != 0 && f.key != markingKey {
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
	return !f.vital
}

// complete notes the required keys that were not seen, and fills in defaults.
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
		if tb.noun == evidenceNoun && isSlug(n.key) && !strings.HasPrefix(hint, didYouMean) {
			hint = fmt.Sprintf("next to other keys, write source: %s and quote: the words", n.key)
		}
		d.problem(n.keyPos, CodeUnknownKey, fmt.Sprintf("%s has no key %s", article(tb.noun), clean.Quoted(n.key)), hint)
	}
}

// keys are the keys of the table, in its order.
func (tb *table[T]) keys() []string {
	keys := make([]string, len(tb.fields))
	for i, f := range tb.fields {
		keys[i] = f.key
	}
	return keys
}

// write writes t as an object.
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

// object is the value that is a mapping by the table.
func object[T any](tb *table[T]) value[T] {
	return value[T]{
		read:   tb.read,
		write:  tb.write,
		empty:  func(*T) bool { return false },
		schema: func(s *schemas) schema { return s.define(tb.noun, tb) },
		prune:  tb.prune,
	}
}

// shortForm is the value that is a mapping by the table, or something shorter.
type shortForm[T any] struct {
	table  *table[T]
	is     func(n *node) bool // n is in the short form
	read   func(d *decoder, n *node, t *T) bool
	write  func(w *writer, t *T) bool // false, and nothing written, if t needs the mapping
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

// setDefault fills in what the file does not say.
func setDefault[T ~string](v *T, fallback T) {
	if *v == "" {
		*v = fallback
	}
}
