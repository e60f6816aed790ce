package cli

import (
	"io"

	"github.com/spf13/cobra"

	"sitrep/data"
)

func newLicenses(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Write the licences of what sitrep is built from",
		Long: `licenses writes the full licence texts of Go and of every module that is linked
into sitrep, on any system, each with its version.`,
		Example: `  sitrep licenses | less
  sitrep licenses > LICENSES.txt`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(s.Out, data.Licenses)
			return err
		},
	}
}
