package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/search"
)

func newShow(s Streams) *cobra.Command {
	o, where := export.Request{}, ""
	c := &cobra.Command{
		Use:   "show [FILE] ID",
		Short: "Write one item, or all that fit an expression, with the evidence",
		Long: `show writes one item of a briefing with everything under it and its evidence.
ID is the id of a judgment, event, actor, question, claim or source, or of a
position: claim/holder. With --where it writes every item that fits.`,
		Example: `  sitrep show lavrov
  sitrep show briefing.yaml kursk-stationed/rutte
  sitrep show --where 'stance:denies'`,
		ValidArgsFunction: completeBriefings(1),
		Args: func(_ *cobra.Command, args []string) error {
			most := 2
			if where != "" {
				most = 1
			}
			if len(args) > most || len(args) == 0 && where == "" {
				return usage(errors.New("show takes an id, and before it a file if you like"), "for example: sitrep show briefing.yaml nato, or sitrep show --where stance:denies")
			}
			return checkWidth(o.Width)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if where != "" {
				return showFitting(s, args, where, o)
			}
			return showItem(s, args[:len(args)-1], args[len(args)-1], o)
		},
	}
	f := c.Flags()
	f.BoolVar(&o.ASCII, asciiFlag, false, asciiWriteHelp)
	f.IntVarP(&o.Width, "width", "w", defaultWidth, "wrap text at so many `CELLS`; 0 does not wrap")
	f.StringVar(&where, "where", "", "write every item that fits an `EXPRESSION`, in the language of the reader's filter")
	return c
}

func showItem(s Streams, file []string, id string, o export.Request) error {
	doc, err := open(file, s)
	if err != nil {
		return err
	}
	x := briefing.NewIndex(doc.Briefing)
	o.Index = x
	ref, ok := x.Lookup(id)
	if !ok {
		return withHint(fmt.Errorf("no item %q in %s", id, doc.Name), suggestID(x, id))
	}
	return export.WriteItems(s.Out, &o, ref)
}

// showFitting writes the items that an expression keeps, in the order in which
// they are listed.
func showFitting(s Streams, file []string, where string, o export.Request) error {
	doc, err := open(file, s)
	if err != nil {
		return err
	}
	x := briefing.NewIndex(doc.Briefing)
	o.Index = x
	selection, err := selected(x, where)
	if err != nil {
		return err
	}
	var refs []briefing.Ref
	for _, ref := range search.New(x).Items() {
		// A claim is written with its question, a position with its claim.
		if selection.Keep(ref) && ref.Kind != briefing.KindClaim && ref.Kind != briefing.KindPosition {
			refs = append(refs, ref)
		}
	}
	if len(refs) == 0 {
		return withHint(fmt.Errorf("nothing in %s fits %s", doc.Name, where), "sitrep without --where writes everything")
	}
	return export.WriteItems(s.Out, &o, refs...)
}

// suggestID is the hint for an id that is not there.
func suggestID(x *briefing.Index, id string) string {
	if near := x.NearestID(id); near != "" {
		return "did you mean " + near + "?"
	}
	return "sitrep export lists every item with its id"
}
