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

// marking is the value of --max-tlp: the highest label that may be shown, or
// empty if the option is not given. Every briefing that is read passes through
// [marking.redact].
type marking struct{ label briefing.TLP }

// maxTLPOption is the name of the option that says what may be shown.
const maxTLPOption = "max-tlp"

// maxTLPFlag adds the option --max-tlp.
func maxTLPFlag(c *cobra.Command, to *marking) {
	c.Flags().Var(to, maxTLPOption, "leave out all that is marked higher than this `LABEL`, and the whole of a briefing that is itself marked higher, or not at all")
	completeValues(c, maxTLPOption, briefing.TLPs.Values())
}

// Set parses a label.
func (m *marking) Set(text string) error {
	label, ok := briefing.ParseTLP(text)
	if !ok {
		return errors.New("no label")
	}
	m.label = label
	return nil
}

func (m *marking) String() string { return string(m.label) }

// Type returns the name of the option's value for error messages.
func (*marking) Type() string { return "one of " + strings.Join(briefing.TLPs.Values(), ", ") }

// redact returns the part of a briefing that may be shown, or the error from
// reading it, without words of the file.
func (m marking) redact(doc *file.Document, err error) (*file.Document, error) {
	return file.RedactLoaded(doc, err, m.label)
}

// tellWithheld reports on standard error how much of a briefing is withheld.
func tellWithheld(w io.Writer, doc *file.Document) {
	if text := doc.Withheld.String(); text != "" {
		_, _ = fmt.Fprintf(w, "sitrep: %s: %s\n", doc.Name, text)
	}
}
