package cli

import (
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/ui/tui"
)

// read gives the root command its work: the reader on a terminal, the text
// export anywhere else.
func read(root *cobra.Command, s Streams) {
	root.RunE = func(_ *cobra.Command, args []string) error {
		doc, err := open(args, s)
		if err != nil {
			return err
		}
		if !s.Terminal || s.Getenv("TERM") == "dumb" {
			return writeExport(s, doc, exportOptions{format: "text", width: defaultWidth})
		}
		return show(doc, args)
	}
}

// show runs the reader.
func show(doc *briefing.Document, args []string) error {
	o := tui.Options{FollowTerminal: true}
	if len(args) > 0 && args[0] != standardInput {
		path := args[0]
		o.Load = func() (*briefing.Document, error) { return briefing.Load(path) }
	}
	err := tui.New(doc, o).Run()
	if errors.Is(err, tea.ErrInterrupted) {
		return errInterrupted
	}
	return err
}
