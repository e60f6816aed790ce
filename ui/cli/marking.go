package cli

import (
	"fmt"
	"strings"

	"sitrep/briefing"
)

// checkMarking refuses a briefing that is marked higher than may be written. A
// briefing carries one label, so it is written whole or not at all.
func checkMarking(label briefing.TLP, most string) error {
	if most == "" {
		return nil
	}
	limit := briefing.TLP(strings.TrimPrefix(strings.ToUpper(most), "TLP:"))
	if !briefing.TLPs.Has(limit) {
		return usage(fmt.Errorf("no label %q", most), "the labels are "+strings.Join(briefing.TLPs.Values(), ", "))
	}
	if briefing.TLPs.Rank(label) > briefing.TLPs.Rank(limit) {
		return withHint(fmt.Errorf("withheld: 1 briefing, marked %s, above %s", label, limit), "nothing was written")
	}
	return nil
}
