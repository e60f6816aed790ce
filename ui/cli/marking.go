package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// marking is the highest label that may be shown, as an option has it; empty
// where the option is not given. Whatever reads a briefing passes it through
// [marking.redact].
type marking struct{ label briefing.TLP }

// maxTLPFlag adds the option --max-tlp.
func maxTLPFlag(c *cobra.Command, to *marking) {
	c.Flags().Var(to, "max-tlp", "leave out all that is marked higher than this `LABEL`; of a briefing that is itself, or is not marked, everything")
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

// redact is what may be shown of a briefing that was read, or of why it was not.
func (m marking) redact(doc *file.Document, err error) (*file.Document, error) {
	if m.label == "" {
		return doc, err
	}
	var refused *file.LoadError
	if errors.As(err, &refused) {
		return nil, refused.WithoutWords()
	}
	if err != nil {
		return nil, err
	}
	return doc.Redact(m.label)
}

// tellWithheld says on standard error how much of a briefing was withheld.
func tellWithheld(w io.Writer, doc *file.Document) {
	if text := doc.Withheld.String(); text != "" {
		_, _ = fmt.Fprintf(w, "sitrep: %s: %s\n", doc.Name, text)
	}
}
