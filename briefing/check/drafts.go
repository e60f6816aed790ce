package check

import (
	"fmt"
)

// drafts finds the items that a program proposed and nobody has reviewed.
func (c *checker) drafts() {
	for _, r := range c.x.Drafts() {
		c.add(CodeNotReviewed, c.x.Pos(r), r.ID, fmt.Sprintf("the %s %q is a draft of a program", r.Kind, r.ID),
			"sitrep review FILE shows it beside its source, to be taken or dropped")
	}
}
