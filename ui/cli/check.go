package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/briefing"
)

func newCheck(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE…",
		Short: "Find what is wrong with a briefing",
		Long: `check reads briefings and prints every problem as file:line:col: code: message,
then a hint. It exits with 1 when it finds an error.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("check takes at least one file"), "for example: sitrep check briefing.yaml; - is standard input")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			failed := false
			for _, name := range args {
				failed = checkFile(s, name) || failed
			}
			if failed {
				return quietError{exitFailed}
			}
			return nil
		},
	}
}

// checkFile prints the problems of one file; true says that it has errors.
func checkFile(s Streams, name string) bool {
	doc, err := open([]string{name}, s)
	if err != nil {
		report(s.Err, err)
		return true
	}
	failed := false
	for _, p := range briefing.Check(doc) {
		failed = failed || p.Severity == briefing.Error
		_, _ = fmt.Fprintln(s.Out, p)
		if p.Hint != "" {
			_, _ = fmt.Fprintln(s.Out, "  hint: "+p.Hint)
		}
	}
	return failed
}
