package briefing

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing/clean"
)

// TLP is a label of the Traffic Light Protocol 2.0 (FIRST, 2022), without its
// "TLP:" prefix. It is empty if the file has none. An unreadable label is kept
// as it is in the file, and counts as the highest.
type TLP string

// TLPs lists the labels from free to most restricted.
var TLPs = Scale[TLP]{
	{Value: "CLEAR", Label: "no limit on disclosure"},
	{Value: "GREEN", Label: "limited to the community"},
	{Value: "AMBER", Label: "limited to the organization and its clients, need to know"},
	{Value: "AMBER+STRICT", Label: "limited to the organization, need to know"},
	{Value: "RED", Label: "for the named recipients only"},
}

// ParseTLP parses a label as people write it: TLP:AMBER+STRICT, amber strict,
// WHITE. ok is false for anything else.
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

// String returns the label as the protocol writes it: TLP:AMBER. For no label
// and for an unreadable one it says so.
func (t TLP) String() string {
	const shown = 24 // characters, so that the message fits a line of 80 cells
	switch {
	case t == "":
		return "unmarked"
	case !TLPs.Has(t):
		return fmt.Sprintf("%s (unreadable: \"%s\")", t.Counted(), clean.Shorten(shown, clean.Line(string(t))))
	}
	return "TLP:" + string(t)
}

// Counted returns the label of the scale that t counts as: the highest if t is
// unreadable, and "" if there is none.
func (t TLP) Counted() TLP {
	if t == "" || TLPs.Has(t) {
		return t
	}
	return TLPs[len(TLPs)-1].Value
}

// rank orders all labels. An unreadable one is above the scale. No label is
// above CLEAR, so that what is unmarked never counts as free.
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

// Within reports whether something marked t may be shown to readers with this
// limit. It returns false for what is not marked.
func (t TLP) Within(limit TLP) bool {
	return TLPs.Has(t) && TLPs.Has(limit) && t.rank() <= limit.rank()
}

// HigherTLP returns the most restricted of the labels, or "" without any.
func HigherTLP(labels ...TLP) TLP {
	if len(labels) == 0 {
		return ""
	}
	return slices.MaxFunc(labels, func(a, b TLP) int { return a.rank() - b.rank() })
}
