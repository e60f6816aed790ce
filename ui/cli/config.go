package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/briefing/clean"
	"sitrep/data/library"
	"sitrep/data/notebook"
)

func newConfig(s Streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Show the settings in force and where each comes from",
		Long: `config writes the settings in force as a settings file. Its comments say where
each value comes from: the default, a line of the file, a variable of the
environment, or a flag. Flags win over the environment (SITREP_THEME, then
NO_COLOR), and that over the file.

The file is sitrep/config.yaml in your configuration folder (~/.config on
Linux), or the one that SITREP_CONFIG names. What is wrong in it takes no effect
and is listed on standard error, as file:line:col: code: message; the exit code
is then 1. The last lines say where the indexes of folders are, and the
notebooks, and what has been received from desks. Of a desk it writes the paths
of files with secrets, and never a secret.`,
		Example: `  sitrep config
  sitrep config --theme light > ~/.config/sitrep/config.yaml`,
		ValidArgsFunction: cobra.NoFileCompletions,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(errors.New("config takes no file"), "SITREP_CONFIG=FILE sitrep config shows other settings")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			found, err := readSettings(c, s)
			if err != nil {
				return err
			}
			if err := found.Write(s.Out); err != nil {
				return err
			}
			if folder, err := library.CacheFolder(); err == nil {
				_, _ = fmt.Fprintf(s.Out, "# The indexes of folders are in %s; delete them when you like.\n", clean.Line(folder))
			}
			if folder, err := notebook.DefaultFolder(); err == nil {
				_, _ = fmt.Fprintf(s.Out, "# Notebooks are in %s; what you write is there alone.\n", clean.Line(folder))
			}
			if folder, err := desksFolder(); err == nil && len(found.Desks) > 0 {
				_, _ = fmt.Fprintf(s.Out, "# What has been received from desks is in %s, a folder each.\n", clean.Line(folder))
			}
			for _, p := range found.Problems {
				_, _ = fmt.Fprintln(s.Err, p)
				if p.Hint != "" {
					_, _ = fmt.Fprintln(s.Err, "  hint: "+p.Hint)
				}
			}
			if len(found.Problems) > 0 {
				return quietError{exitFailed}
			}
			return nil
		},
	}
	addLookFlags(c)
	return c
}
