package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// newName is the default name of the file that new writes.
const newName = "briefing.yaml"

func newTemplate(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "new [OUT]",
		Short: "Write a briefing to start from",
		Long: `new writes a briefing on an invented subject that shows every part of the format
once, with comments, to OUT or ` + newName + `. It never overwrites a file; - is
standard output.`,
		Example: `  sitrep new
  sitrep new harbour.yaml
  sitrep new - | less`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage(errors.New("new writes one file"), "for example: sitrep new "+newName)
			}
			return nil
		},
		ValidArgsFunction: completeBriefings(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name := newName
			if len(args) > 0 {
				name = args[0]
			}
			if name == standardOutput {
				_, err := s.Out.Write(file.Template())
				return err
			}
			err := create(endBySignal, name, func(w io.Writer) error {
				_, err := w.Write(file.Template())
				return err
			})
			switch {
			case errors.Is(err, fs.ErrExist):
				return withHint(fmt.Errorf("%s exists, and sitrep new never overwrites", name), "name another: sitrep new OUT")
			case err != nil:
				return cannotWrite(name, err)
			}
			name = clean.Line(name)
			_, err = fmt.Fprintf(s.Err, "sitrep: %s is written\nnext: edit it, then sitrep check %s, then sitrep %s\n", name, name, name)
			return err
		},
	}
}
