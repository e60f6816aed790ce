package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

func newShow(s Streams) *cobra.Command {
	width := defaultWidth
	c := &cobra.Command{
		Use:   "show [FILE] ID",
		Short: "Write one item with its evidence as text",
		Long: `show writes one item of a briefing with everything under it and its evidence.
ID is the id of a judgment, event, actor, question, claim or source, or of a
position: claim/holder.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage(errors.New("show takes an id, and before it a file if you like"), "for example: sitrep show briefing.yaml nato")
			}
			return checkWidth(width)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			id := args[len(args)-1]
			doc, err := open(args[:len(args)-1], s)
			if err != nil {
				return err
			}
			x := briefing.NewIndex(doc.Briefing)
			ref, ok := x.Lookup(id)
			if !ok {
				return withHint(fmt.Errorf("no item %q in %s", id, doc.Name), suggestID(x, id))
			}
			return export.WriteItem(s.Out, &export.Request{Index: x, Width: width}, ref)
		},
	}
	c.Flags().IntVarP(&width, "width", "w", defaultWidth, "wrap text at so many `cells`; 0 does not wrap")
	return c
}

// suggestID is the hint for an id that is not there.
func suggestID(x *briefing.Index, id string) string {
	if near := x.NearestID(id); near != "" {
		return "did you mean " + near + "?"
	}
	return "sitrep export lists every item with its id"
}
