package cli

import (
	"errors"
	"os"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/ui/settings"
	"sitrep/ui/tui"
)

// read gives the root command its work: the reader on a terminal, the text
// export anywhere else.
func read(root *cobra.Command, s Streams) {
	addLook(root)
	root.RunE = func(c *cobra.Command, args []string) error {
		chosen, err := readSettings(c, s)
		if err != nil {
			return err
		}
		doc, err := open(args, s)
		if err != nil {
			return err
		}
		if !s.Terminal || s.Getenv("TERM") == "dumb" {
			return writeExport(s, doc, exportOptions{format: "text", width: defaultWidth, ascii: isSet(c, asciiFlag)})
		}
		return show(doc, args, chosen)
	}
}

// show runs the reader.
func show(doc *briefing.Document, args []string, chosen *settings.Settings) error {
	o := readerOptions(chosen)
	if len(args) > 0 && args[0] != standardInput {
		path := args[0]
		o.Load = func() (*briefing.Document, error) { return briefing.Load(path) }
	}
	err := tui.New(doc, o).Run(tea.WithEnvironment(environment(os.Environ(), chosen)))
	if errors.Is(err, tea.ErrInterrupted) {
		return errInterrupted
	}
	return err
}

// environment is the environment as the terminal library is to see it: it goes
// by NO_COLOR, which a theme with colours, where one is in force, has overruled.
func environment(all []string, chosen *settings.Settings) []string {
	if chosen.Theme.Value == settings.Mono {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(variable string) bool { return strings.HasPrefix(variable, "NO_COLOR=") })
}
