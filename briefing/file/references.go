package file

import (
	"fmt"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
)

// itemKind is a set of kinds of items that can have an id.
type itemKind uint16

const (
	itemJudgment itemKind = 1 << briefing.KindJudgment
	itemSource   itemKind = 1 << briefing.KindSource
	itemActor    itemKind = 1 << briefing.KindActor
	itemEvent    itemKind = 1 << briefing.KindEvent
	itemQuestion itemKind = 1 << briefing.KindQuestion
	itemClaim    itemKind = 1 << briefing.KindClaim
	anyItem               = itemJudgment | itemSource | itemActor | itemEvent | itemQuestion | itemClaim
)

// String returns the kinds as a message names them, as in "an actor or a source".
func (k itemKind) String() string {
	if k == anyItem {
		return article(briefing.KindNone.String())
	}
	var names []string
	for kind := briefing.KindNone; kind <= briefing.KindSource; kind++ {
		if k&(1<<kind) != 0 {
			names = append(names, article(kind.String()))
		}
	}
	return strings.Join(names, " or ")
}

// identity is what is known about the item with an id.
type identity struct {
	kind  itemKind
	valid bool // the item has been read and is in the briefing
	pos   briefing.Pos
}

// reference is an id that is used before its item is known.
type reference struct {
	pos   briefing.Pos
	kinds itemKind
	loss  loss
	item  string // where it is used
	key   string
	id    string
}

// declare records the id of an item. If the id is taken, it adds a problem and
// returns false.
func (d *decoder) declare(n *node, kind itemKind, id string) bool {
	if first, twice := d.ids[id]; twice {
		d.note(Problem{Pos: n.pos, Code: CodeDuplicateID, Item: id, Hint: "ids are unique in the whole file: choose another",
			Message: fmt.Sprintf("the id %q is taken by %s in line %d; this %s is left out", clean.Short(id), first.kind, first.pos.Line, d.frame().noun)})
		return false
	}
	d.ids[id] = identity{kind: kind, pos: n.pos}
	return true
}

// accept records that the item with id is valid. An item without an id gets one
// later; see [decoder.makeIDs].
func (d *decoder) accept(id string) {
	if id == "" {
		return
	}
	known := d.ids[id]
	known.valid = true
	d.ids[id] = known
}

// refersTo checks a reference. It returns false if the reference is certainly
// wrong. What cannot be known before the end of the file is checked by resolve.
func (d *decoder) refersTo(pos briefing.Pos, kinds itemKind, id string) bool {
	known := d.ids[id]
	if known.valid && known.kind&kinds != 0 {
		return true
	}
	r := reference{pos: pos, kinds: kinds, loss: d.loss(), item: d.item(), key: d.frame().key, id: id}
	if !IsID(id) || known.valid {
		d.unresolved(r)
		return false
	}
	d.pending = append(d.pending, r)
	return true
}

// refersInText records the references in a text for resolve. Nothing is left out
// because of a wrong one.
func (d *decoder) refersInText(pos briefing.Pos, text string) {
	for id := range briefing.ReferencedIDs(text) {
		if !d.ids[id].valid {
			d.pending = append(d.pending, reference{
				pos: pos, kinds: anyItem, loss: loss{what: lossLink}, item: d.item(), key: d.frame().key, id: id,
			})
		}
	}
}

// maxGuessing limits the work of guessing which ids are meant, in bytes compared.
// References after that get no such hint.
const maxGuessing = 20_000_000

// maxPending is how many references a file may have to items that come later or
// not at all.
const maxPending = 500_000

func (d *decoder) tooManyPending(n *node) error {
	if len(d.pending) <= maxPending {
		return nil
	}
	return d.refusal(n.pos, CodeTooManyValues, fmt.Sprintf("more than %d references to what is not yet known", maxPending), "put sources and actors first, and split the briefing")
}

// unresolved adds a problem for a reference to nothing or to the wrong kind of
// item.
func (d *decoder) unresolved(r reference) {
	if d.full() {
		return
	}
	p := Problem{Pos: r.pos, Code: CodeDanglingReference, Item: r.item}
	known, declared := d.ids[r.id]
	switch {
	case declared && !known.valid:
		p.Message = fmt.Sprintf("%q is left out, and %q refers to it", clean.Short(r.id), r.key)
		p.Hint = fmt.Sprintf("mend what is wrong with it first: line %d", known.pos.Line)
	case declared:
		p.Code = CodeWrongReferenceKind
		p.Message = fmt.Sprintf("%q is %s, and %q wants %s", r.id, known.kind, r.key, r.kinds)
		p.Hint = "refer to " + r.kinds.String()
	default:
		p.Message = fmt.Sprintf("nothing has the id %q", clean.Short(r.id))
		p.Hint = d.guess(r)
	}
	p.Message += r.loss.String()
	d.note(p)
}

// guess returns a hint for a reference to an id that no item has.
func (d *decoder) guess(r reference) string {
	// Of an id that is much longer than this one, only the length is compared.
	if d.guessing -= len(d.ids) * min(len(r.id), maxID); d.guessing >= 0 {
		best, ok := fold.NearestOf(r.id, func(yield func(string) bool) {
			for id, known := range d.ids {
				if known.kind&r.kinds != 0 && !yield(id) {
					return
				}
			}
		})
		if ok {
			return fmt.Sprintf(didYouMean+"%q?", best)
		}
	}
	return fmt.Sprintf("add %s with this id, or refer to another", r.kinds)
}

// exists reports whether there is a valid item with id that is of one of the
// kinds.
func (d *decoder) exists(id string, kinds itemKind) bool {
	known := d.ids[id]
	return known.valid && known.kind&kinds != 0
}
