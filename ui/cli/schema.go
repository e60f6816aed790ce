package cli

import (
	"github.com/spf13/cobra"

	"sitrep/briefing/file"
)

func newSchema(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of a briefing",
		Long: `schema writes the JSON Schema (2020-12) of the format briefing/1. With it, an
editor that has a YAML language server completes keys and marks mistakes while
you write; the first line of what sitrep new writes says where the schema is.`,
		Example: "  sitrep schema > briefing.schema.json",
		Args:    noArguments,
		RunE:    func(*cobra.Command, []string) error { return file.WriteSchema(s.Out) },
	}
}
