package file

import (
	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// tlpValue is a label in any spelling that can be read. Anything else is kept as
// it is written, and counts as the highest label.
var tlpValue = func() value[briefing.TLP] {
	v := asTerm(oneOf(briefing.TLPs), termText, func(text string) string { return briefing.TLP(text).String() })
	v.read = func(d *decoder, n *node, v *briefing.TLP) bool {
		label, ok := n.label()
		switch {
		case *v != "":
			d.markTwice(v, n)
		case ok:
			*v = label
		default:
			*v = n.unreadable()
			d.unreadableMarking(n.pos, clean.Quoted(string(*v))+" is no label that can be read", n.text)
		}
		return true
	}
	return v
}()
