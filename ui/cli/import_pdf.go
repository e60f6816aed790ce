package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing/importer"
	"sitrep/ui/tui/external"
)

// pdfLimits limits the program that converts a PDF to text.
var pdfLimits = external.Limits{Time: time.Minute, Output: importer.MaxFile}

// pdfConverter returns a function that converts a PDF with the program in the
// settings. It reads them only when called.
func pdfConverter(c *cobra.Command, s Streams) importer.Converter {
	return func(data []byte) ([]byte, error) {
		found, err := readSettings(c, s)
		if err != nil {
			return nil, err
		}
		command := found.PDF.Value
		if len(command) == 0 {
			err := errors.New("no program is set that makes text of a PDF (import: pdf: in the settings)")
			return nil, withHint(err, "in "+found.File+`, write import: {pdf: [pdftotext, -enc, UTF-8, "-", "-"]}; sitrep config shows what is in force`)
		}
		text, err := external.Filter(command, data, pdfLimits)
		if err != nil {
			return nil, withHint(err, fmt.Sprintf("try it: %s; import: pdf: in the settings names it", command[0]))
		}
		return text, nil
	}
}
