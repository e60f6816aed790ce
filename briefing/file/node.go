package file

import (
	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// The limits of a file. Each has a code of its own.
const (
	MaxFile       = 64 << 20  // bytes
	maxScalar     = 4 << 20   // bytes of one text
	maxRewritten  = 24 << 20  // bytes of texts beyond ASCII that cleaning changes: composing is slow
	maxValues     = 2_000_000 // values in all
	maxItemValues = 500_000   // values in one item, or under one key of the top level
	maxMappings   = 250_000   // items, positions, evidence: they take most memory for their size
	maxDepth      = 32        // lists and mappings in each other
)

// kind is the type of a value in the file.
type kind uint8

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindText
	kindList
	kindMapping
	kindRefused // text is the code that says why
)

// String returns the kind as a message names it.
func (k kind) String() string {
	return [...]string{"nothing", "true or false", "a number", "text", "a list", "a mapping", "a refused value"}[k]
}

// node is one value of a YAML or JSON file, with its key. Its strings are clean.
type node struct {
	kind   kind
	count  int32 // of kids
	pos    briefing.Pos
	keyPos briefing.Pos
	key    string  // in a mapping
	text   string  // of a scalar, as written
	change *change // how YAML has changed text; nil if it has not
	first  *node
	next   *node // in the same list or mapping
}

// kid returns the first value under key, or nil.
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

// arena allocates nodes in memory that is reused for the next value.
type arena struct {
	slabs [][]node
	used  int // nodes in use, in all slabs
	begun int // those of them that are not of the value that is read
	total int // nodes made since the start

	mappings  int // read since the start
	rewritten int // bytes of texts beyond ASCII that cleaning has changed

	texts *Texts
}

// isFull reports whether a limit on values is reached.
func (a *arena) isFull() bool {
	return a.total >= maxValues || a.used-a.begun >= maxItemValues || a.mappings >= maxMappings
}

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

// reset makes the memory of all nodes available again.
func (a *arena) reset() { a.used, a.begun = 0, 0 }

// append adds kid to the children of n, of which last is the last or nil, and
// returns kid.
func (n *node) append(last, kid *node) *node {
	if last == nil {
		n.first = kid
	} else {
		last.next = kid
	}
	n.count++
	return kid
}

// change is a place where YAML reads a text differently from what is written.
type change struct {
	kind changeKind
	pos  briefing.Pos
	rest string // the text from there
}

type changeKind uint8

const (
	commentAfter  changeKind = iota // a comment ends the text
	commentBefore                   // a comment comes before the text
	pathEscape                      // an escape swallows a letter of a path
)

// setText sets the text of n to s, cleaned, or marks n as refused if s is too
// long or too much text has been changed.
func (a *arena) setText(n *node, s string) {
	if len(s) > maxScalar || a.rewritten > maxRewritten && !clean.IsASCII(s) {
		n.kind, n.text = kindRefused, CodeTooLong
		return
	}
	if n.text = clean.Text(s); n.text != s && !clean.IsASCII(s) {
		a.rewritten += len(s)
	}
	n.text = a.texts.of(n.text)
}
