package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
)

// label returns the value of n as a label; ok is false if it is none.
func (n *node) label() (label briefing.TLP, ok bool) {
	if n.kind != kindText {
		return "", false
	}
	return briefing.ParseTLP(n.text)
}

// unreadable returns what n has in place of a label. It is never empty, and never
// a valid label.
func (n *node) unreadable() briefing.TLP {
	switch text := clean.Line(n.text); {
	case n.kind == kindText && text != "" || n.kind == kindNumber:
		return briefing.TLP(strings.Clone(text))
	case n.kind == kindText:
		return briefing.TLP(kindNull.String())
	}
	return briefing.TLP(n.kind.String())
}

// markTwice adds n to the marking *t, which is unreadable from then on: nobody
// can know which of two markings is meant, or what an unknown key means.
func (d *decoder) markTwice(t *briefing.TLP, n *node) {
	second, ok := n.label()
	if !ok {
		second = n.unreadable()
	}
	message := "this is a second marking"
	if n.key != markingKey || *t == "" {
		second = briefing.TLP(clean.Short(n.key)) + ": " + second
		message = fmt.Sprintf("%s has no key %s for a marking", article(d.frame().noun), clean.Quoted(n.key))
	}
	if _, ok := briefing.ParseTLP(string(second)); ok && second != "" && *t == "" {
		second += " under another key" // or it would be read as a label when it is written
	}
	addMarking(t, second)
	d.unreadableMarking(n.keyPos, message, "")
}

// addMarking adds other to the marking *t, or sets it if *t is empty.
func addMarking(t *briefing.TLP, other briefing.TLP) {
	if *t != "" && other != "" {
		other = *t + ", " + other
	}
	*t = cmp.Or(other, *t)
}

// unreadableMarking adds a problem for a marking whose label is not known.
func (d *decoder) unreadableMarking(pos briefing.Pos, message, text string) {
	if d.full() {
		return
	}
	hint := "write one marking, as tlp: and one of " + strings.Join(briefing.TLPs.Values(), ", ")
	if near, ok := fold.Nearest(strings.ToUpper(text), briefing.TLPs.Values()); ok {
		hint = fmt.Sprintf(didYouMean+"%q?", near)
	}
	d.note(Problem{Pos: pos, Code: CodeMarking, Item: d.item(), Hint: hint,
		Message: message + "; it counts as " + briefing.TLPs[len(briefing.TLPs)-1].Value.String()})
}

// isUnreadKey reports whether the key of n could not be read, or is a merge key.
func isUnreadKey(n *node) bool { return n.kind == kindRefused && n.key == "" || n.key == "<<" }

// isMarking reports whether an unknown key, or anything under it, may be meant as
// a marking, judging by the words of the key or because the value is a label. It
// is better to withhold too much than to lose a marking.
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
	if slices.ContainsFunc(markingWords, func(word string) bool { return strings.Contains(key, word) }) {
		return true
	}
	if near, ok := fold.Nearest(key, []string{markingKey}); ok && near == markingKey {
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

// markingWords are parts of the keys that other formats use for markings.
var markingWords = []string{
	markingKey, "trafficlight", "marking", "classif", "protectiv", "sensitivity", "caveat", "disseminat", "releasab", "handling", "secrecy",
}
