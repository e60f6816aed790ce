package cli

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/search"
)

// itemKinds are the kinds of items that have an id, in the order of the format.
var itemKinds = []briefing.Kind{
	briefing.KindJudgment, briefing.KindSource, briefing.KindActor, briefing.KindEvent,
	briefing.KindQuestion, briefing.KindClaim, briefing.KindPosition,
}

// kindNames returns the kinds of items in the plural, as they are used for
// arguments.
func kindNames() []string {
	return briefing.Map(itemKinds, func(k briefing.Kind) string { return k.String() + "s" })
}

// namedItem is an item with its name.
type namedItem struct{ id, kind, name string }

// namedItems lists the items of a kind, or of every kind, in the order of the
// screens.
func namedItems(x *briefing.Index, kind briefing.Kind) []namedItem {
	var out []namedItem
	for _, r := range search.New(x).Items() {
		if slices.Contains(itemKinds, r.Kind) && (kind == briefing.KindNone || kind == r.Kind) {
			name := clean.Line(x.Name(r))
			if x.Draft(r) {
				name = "(draft) " + name
			}
			out = append(out, namedItem{r.ID, r.Kind.String(), name})
		}
	}
	return out
}
