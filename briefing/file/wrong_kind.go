package file

import (
	"fmt"

	"sitrep/briefing/clean"
)

// isScalar reports whether n is a text or a number, and adds a problem if not.
// want returns what is wanted; it is a function because it is hardly ever needed.
func (d *decoder) isScalar(n *node, want func() string) bool {
	if n.kind == kindText || n.kind == kindNumber {
		return true
	}
	d.wrongKind(n, want())
	return false
}

// wanted is a kind of value as a message names it.
type wanted string

func (w wanted) String() string { return string(w) }

const (
	aText    wanted = "text"
	aDate    wanted = "a date"
	aNumber  wanted = "a whole number"
	aDecimal wanted = "a number"
	aFlag    wanted = "true or false"
	anID     wanted = "an id"
)

// wrongKind adds a problem because n is not what is wanted.
func (d *decoder) wrongKind(n *node, want string) {
	switch {
	case d.full():
	case n.kind == kindNull && n.change != nil:
		d.problem(n.pos, CodeWrongKind, fmt.Sprintf("there is no value where %s is wanted: %s is a comment", want, clean.Quoted(n.change.rest)), "put the text in quotes if # begins it; else write a value, or leave the key out")
	case n.kind == kindNull && n.text != "":
		d.problem(n.pos, CodeWrongKind, fmt.Sprintf("%s without quotes is not %s but the sign for no value", n.text, want), fmt.Sprintf(`put it in quotes if it is text: "%s"; or leave the key out`, n.text))
	case n.kind == kindNull:
		d.problem(n.pos, CodeWrongKind, fmt.Sprintf("there is no value where %s is wanted", want), "write a value, or leave the key out")
	case n.kind == kindBool:
		d.problem(n.pos, CodeWrongKind, fmt.Sprintf("found %s, expected %s", n.kind, want), "put the word in quotes if it is text")
	case n.kind == kindRefused:
		refusal := refusals[n.text]
		d.problem(n.pos, n.text, refusal.message, refusal.hint)
	default:
		d.problem(n.pos, CodeWrongKind, fmt.Sprintf("found %s, expected %s", n.kind, want), d.kindHint(n, want))
	}
}

// kindHint returns what to write instead of n.
func (d *decoder) kindHint(n *node, want string) string {
	hint := d.frame().hint()
	switch {
	case !d.isYAML || want != aText.String():
	case n.kind == kindList:
		return hint + "; a text that begins with [, or with a hyphen, needs quotes"
	case n.kind == kindMapping:
		return hint + "; a text with a colon in it, or { before it, needs quotes"
	}
	return hint
}

// refusals are the messages and hints for values of [kindRefused], by code.
var refusals = map[string]struct{ message, hint string }{
	CodeAlias:   {"anchors, aliases and merge keys are not read", hintAlias + "; put a text that begins with & or * in quotes"},
	CodeTag:     {"tags are not read", "leave the tag out: the key says what the value is; put a text that begins with ! in quotes"},
	CodeTooLong: {fmt.Sprintf("more than %d MiB of text in one value, or %d MiB in all that must be composed", maxScalar>>20, maxRewritten>>20), "split the text, or save it in Unicode's form NFC"},
}
