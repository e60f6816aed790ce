package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
)

// marking is the highest label that may be written, as an option has it; empty
// where the option is not given.
type marking struct{ label briefing.TLP }

// maxTLPFlag adds the option --max-tlp.
func maxTLPFlag(c *cobra.Command, to *marking) {
	c.Flags().Var(to, "max-tlp", "write nothing of a briefing that is marked higher than this `LABEL`, or not marked")
	completeValues(c, "max-tlp", briefing.TLPs.Values())
}

// Set reads a label as files have it.
func (m *marking) Set(text string) error {
	label, ok := briefing.ParseTLP(text)
	if !ok {
		return errors.New("no label")
	}
	m.label = label
	return nil
}

func (m *marking) String() string { return string(m.label) }

// Type is what the option takes, as an error names it.
func (*marking) Type() string { return "one of " + strings.Join(briefing.TLPs.Values(), ", ") }

// check refuses a briefing that is marked higher than may be written. A
// briefing carries one label, so it is written whole or not at all.
func (m *marking) check(label briefing.TLP) error {
	switch {
	case m.label == "" || label.Within(m.label):
		return nil
	case label == "":
		return withHint(errors.New("withheld: 1 briefing, unmarked"), "nothing was written; mark it in the file: tlp: and one of "+strings.Join(briefing.TLPs.Values(), ", "))
	case !briefing.TLPs.Has(label):
		return withHint(errors.New("withheld: 1 briefing, whose marking cannot be read"), "nothing was written; sitrep check says what is wrong with it")
	}
	return withHint(fmt.Errorf("withheld: 1 briefing, marked %s, above %s", label, m.label), "nothing was written")
}
