package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/search"
)

// showOptions are the flags of show.
type showOptions struct {
	where  string
	maxTLP marking
	width  int
	ascii  bool
}

func newShow(s Streams) *cobra.Command {
	o := showOptions{}
	c := &cobra.Command{
		Use:   "show [FILE] ID",
		Short: "Write one item, or all that fit an expression, with the evidence",
		Long: `show writes one item of a briefing with everything under it and its evidence.
ID is the id of a judgment, event, actor, question, claim or source, or of a
position: claim/holder. With --where, instead of an ID, it writes every item
that fits.`,
		Example: `  sitrep show lavrov
  sitrep show briefing.yaml kursk-stationed/rutte
  sitrep show --where 'stance:denies'`,
		ValidArgsFunction: completeIDs(s, &o.maxTLP, briefing.KindNone),
		Args: func(_ *cobra.Command, args []string) error {
			most := 2
			if o.where != "" {
				most = 1
			}
			if len(args) > most || len(args) == 0 && o.where == "" {
				return usage(errors.New("show takes an id, and before it a file if you like"), "for example: sitrep show briefing.yaml nato, or sitrep show --where stance:denies")
			}
			return checkWidth(o.width)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if o.where != "" {
				return showFitting(s, args, o)
			}
			return showItem(s, args[:len(args)-1], args[len(args)-1], o)
		},
	}
	asciiWriteFlag(c, &o.ascii)
	widthFlag(c, &o.width)
	c.Flags().StringVar(&o.where, "where", "", "write every item that fits this `EXPRESSION`; sitrep export --help says what one is")
	maxTLPFlag(c, &o.maxTLP)
	completeWhere(c, s, &o.maxTLP)
	return c
}

func openToShow(s Streams, file []string, o showOptions) (*file.Document, *export.Request, error) {
	doc, err := open(file, s, o.maxTLP)
	if err != nil {
		return nil, nil, err
	}
	tellWithheld(s.Err, doc)
	return doc, &export.Request{Index: doc.Index(), Width: o.width, ASCII: o.ascii}, nil
}

func showItem(s Streams, file []string, id string, o showOptions) error {
	doc, request, err := openToShow(s, file, o)
	if err != nil {
		return err
	}
	x := request.Index
	ref, ok := x.Lookup(id)
	if !ok {
		return withHint(fmt.Errorf("no item %q in %s", id, doc.Name), suggestID(x, id))
	}
	return export.WriteItems(s.Out, request, ref)
}

// showFitting writes the items that an expression selects, in the order of the
// lists.
func showFitting(s Streams, file []string, o showOptions) error {
	doc, request, err := openToShow(s, file, o)
	if err != nil {
		return err
	}
	x := request.Index
	selection, err := selected(x, o.where)
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
		return withHint(fmt.Errorf("nothing in %s fits %s", doc.Name, o.where), "sitrep without --where writes everything")
	}
	return export.WriteItems(s.Out, request, refs...)
}

// suggestID returns a hint for an id that no item has.
func suggestID(x *briefing.Index, id string) string {
	if near := x.NearestID(id); near != "" {
		return "did you mean " + near + "?"
	}
	if strings.ContainsAny(id, "./") { // no id has these
		return "a file comes first, and an id behind it; sitrep ids FILE lists them"
	}
	return "sitrep ids lists every item with its id"
}
