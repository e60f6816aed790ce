package file

import (
	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// The limits of a file. Each is a refusal with a code of its own.
const (
	maxFile       = 64 << 20  // bytes
	maxScalar     = 4 << 20   // bytes of one text
	maxValues     = 3_000_000 // values in all
	maxItemValues = 800_000   // values in one item, or under one other key
	maxMappings   = 250_000   // items, positions, evidence: what takes most memory for its size
	maxDepth      = 32        // lists and mappings in each other
)

// kind is what a value is before it has a meaning.
type kind uint8

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindText
	kindList
	kindMapping
	kindRefused // text says by which code
)

// String is the kind as a message names it.
func (k kind) String() string {
	return [...]string{"nothing", "true or false", "a number", "text", "a list", "a mapping", "a refused value"}[k]
}

// node is one value of a file, YAML or JSON, and the key it stands under. Its
// strings are clean.
type node struct {
	kind   kind
	count  int32 // of kids
	pos    briefing.Pos
	keyPos briefing.Pos
	key    string  // in a mapping
	text   string  // of a scalar, as written
	change *change // that YAML has made to the words of text
	first  *node
	next   *node // in the same list or mapping
}

// kid is the first value under key; nil if there is none.
func (n *node) kid(key string) *node {
	for kid := n.first; kid != nil; kid = kid.next {
		if kid.key == key {
			return kid
		}
	}
	return nil
}

// slabSize is how many nodes are allocated at once.
const slabSize = 512

// arena makes the nodes of one value after the other in the same memory.
type arena struct {
	slabs [][]node
	used  int // nodes in use, all of the slabs before included
	total int // nodes made since the start

	mappings int // read since the start
}

// isFull reports whether a limit of values is reached.
func (a *arena) isFull() bool {
	return a.total >= maxValues || a.used >= maxItemValues || a.mappings >= maxMappings
}

// make is a new node.
func (a *arena) make(k kind, pos briefing.Pos) *node {
	slab, at := a.used/slabSize, a.used%slabSize
	if slab == len(a.slabs) {
		a.slabs = append(a.slabs, make([]node, slabSize))
	}
	a.used++
	a.total++
	n := &a.slabs[slab][at]
	*n = node{kind: k, pos: pos}
	return n
}

// reset takes all nodes back.
func (a *arena) reset() { a.used = 0 }

// append puts kid behind last, the last kid of n or nil, and returns kid.
func (n *node) append(last, kid *node) *node {
	if last == nil {
		n.first = kid
	} else {
		last.next = kid
	}
	n.count++
	return kid
}

// change is where the words of a text are not read as they are written.
type change struct {
	kind changeKind
	pos  briefing.Pos
	rest string // what stands there
}

type changeKind uint8

const (
	commentAfter  changeKind = iota // a comment ends the text
	commentBefore                   // a comment stands where the text could have begun
	pathEscape                      // an escape eats a letter of a path
)

// setText cleans s into the node, or refuses it for its length.
func (n *node) setText(s string) {
	if len(s) > maxScalar {
		n.kind, n.text = kindRefused, CodeTooLong
		return
	}
	n.text = clean.Text(s)
}
