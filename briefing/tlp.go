package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// TLP is a label of the Traffic Light Protocol 2.0 (FIRST, 2022), without
// its "TLP:" prefix. It is empty where the file has none. What a file has in
// the place of a label, and no label can be read from, is kept as it stands:
// it counts as the highest.
type TLP string

// TLPs is the scale from free to most restricted.
var TLPs = Scale[TLP]{
	{Value: "CLEAR", Label: "no limit on disclosure"},
	{Value: "GREEN", Label: "limited to the community"},
	{Value: "AMBER", Label: "limited to the organization and its clients, need to know"},
	{Value: "AMBER+STRICT", Label: "limited to the organization, need to know"},
	{Value: "RED", Label: "for the named recipients only"},
}

// ParseTLP reads a label as people write it: TLP:AMBER+STRICT, amber strict,
// WHITE. Ok is false for anything else.
func ParseTLP(s string) (label TLP, ok bool) {
	const longest = 100 // bytes
	if len(s) > longest {
		return "", false
	}
	s = strings.ToUpper(strings.Join(strings.Fields(s), " "))
	if rest, prefixed := strings.CutPrefix(s, "TLP"); prefixed {
		s = strings.TrimLeft(rest, " :-_")
	}
	switch rest, strict := strings.CutPrefix(s, "AMBER"); {
	case s == "WHITE": // as version 1 called it
		return TLPs[0].Value, true
	case strict && strings.Trim(rest, " +-_") == "STRICT" && strings.HasSuffix(rest, "STRICT"):
		s = "AMBER+STRICT"
	}
	if i := TLPs.Rank(TLP(s)); i >= 0 {
		return TLPs[i].Value, true
	}
	return "", false
}

// String is the label as the protocol writes it: TLP:AMBER. It says so where
// there is none, and where none can be read.
func (t TLP) String() string {
	const shown = 24 // characters, so that all of it fits a line of 80 cells
	switch {
	case t == "":
		return "unmarked"
	case !TLPs.Has(t):
		return fmt.Sprintf("%s (unreadable: \"%s\")", t.Counted(), shortenTo(shown, CleanLine(string(t))))
	}
	return "TLP:" + string(t)
}

// Counted is the label of the scale that t counts as: the highest where it
// cannot be read. It is empty where there is none.
func (t TLP) Counted() TLP {
	if t == "" || TLPs.Has(t) {
		return t
	}
	return TLPs[len(TLPs)-1].Value
}

// rank is the position of a label among all: what cannot be read is above the
// scale, and what is not marked is never taken for what anybody may read.
func (t TLP) rank() int {
	const unmarked = 1
	switch i := TLPs.Rank(t); {
	case t == "":
		return unmarked
	case i < 0:
		return 2 * len(TLPs)
	default:
		return 2 * i
	}
}

// Within reports whether what is marked t may be shown to those who may see no
// more than limit. What is not marked may not.
func (t TLP) Within(limit TLP) bool {
	return TLPs.Has(t) && TLPs.Has(limit) && t.rank() <= limit.rank()
}

// HigherTLP is the most restricted of labels; of none, unmarked.
func HigherTLP(labels ...TLP) TLP {
	if len(labels) == 0 {
		return ""
	}
	return slices.MaxFunc(labels, func(a, b TLP) int { return a.rank() - b.rank() })
}

// markingKey is the key of a marking.
const markingKey = "tlp"

// tlpValue is a label in any form that can be read, in the one form; or else
// what stands in its place, which is the highest.
var tlpValue = func() value[TLP] {
	v := oneOf(TLPs)
	v.read = func(d *decoder, n *node, v *TLP) bool {
		label, ok := n.label()
		switch {
		case *v != "":
			d.markTwice(v, n)
		case ok:
			*v = label
		default:
			*v = n.unreadable()
			d.unreadableMarking(n.pos, inQuotes(string(*v))+" is no label that can be read", n.text)
		}
		return true
	}
	return v
}()

// label is the label that n is.
func (n *node) label() (label TLP, ok bool) {
	if n.kind != kindText {
		return "", false
	}
	return ParseTLP(n.text)
}

// unreadable is what n has in the place of a label. It is never empty, and
// never a label.
func (n *node) unreadable() TLP {
	switch text := CleanLine(n.text); {
	case n.kind == kindText && text != "" || n.kind == kindNumber:
		return TLP(strings.Clone(text))
	case n.kind == kindText:
		return TLP(kindNull.String())
	}
	return TLP(n.kind.String())
}

// markTwice adds n to the marking that t has, if any. Which of them is meant
// cannot be known, and nor can what a key means that is none: no label can be
// read.
func (d *decoder) markTwice(t *TLP, n *node) {
	second, ok := n.label()
	if !ok {
		second = n.unreadable()
	}
	message := "this is a second marking"
	if n.key != markingKey || *t == "" {
		second = TLP(shorten(n.key)) + ": " + second
		message = fmt.Sprintf("%s has no key %s for a marking", article(d.frame().noun), inQuotes(n.key))
	}
	addMarking(t, second)
	d.unreadableMarking(n.keyPos, message, "")
}

// addMarking adds a marking that t has beside its own, or in its place.
func addMarking(t *TLP, other TLP) {
	if *t != "" && other != "" {
		other = *t + ", " + other
	}
	*t = cmp.Or(other, *t)
}

// unreadableMarking notes that something is marked, and not with what.
func (d *decoder) unreadableMarking(pos Pos, message, text string) {
	if d.full() {
		return
	}
	hint := "write one marking, as tlp: and one of " + strings.Join(TLPs.Values(), ", ")
	if near, ok := Nearest(strings.ToUpper(text), TLPs.Values()); ok {
		hint = fmt.Sprintf(didYouMean+"%q?", near)
	}
	d.note(Problem{Pos: pos, Code: CodeMarking, Item: d.item(), Hint: hint,
		Message: message + "; it counts as " + TLPs[len(TLPs)-1].Value.String()})
}

// isUnreadKey reports whether the key of n is not known, or stands for others.
func isUnreadKey(n *node) bool { return n.kind == kindRefused && n.key == "" || n.key == "<<" }

// isMarking reports whether a key that the format does not have, or anything
// under it, may be meant as a marking: by its own words, or because the value is
// a label. It is better to withhold too much than to lose one.
func isMarking(n *node) bool {
	if isUnreadKey(n) {
		return true
	}
	key := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(n.key))
	for _, word := range markingWords {
		if strings.Contains(key, word) {
			return true
		}
	}
	if near, ok := Nearest(key, []string{markingKey}); ok && near == markingKey {
		return true
	}
	if _, ok := n.label(); ok {
		return true
	}
	for kid := n.first; kid != nil; kid = kid.next {
		if isMarking(kid) {
			return true
		}
	}
	return false
}

// markingWords are parts of the keys that markings have elsewhere.
var markingWords = []string{
	markingKey, "trafficlight", "marking", "classif", "protectiv", "sensitivity", "caveat", "disseminat", "releasab", "handling", "secrecy",
}
