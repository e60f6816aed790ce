package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/data/library"
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
		Use:   "show [FILE|FOLDER] ID",
		Short: "Write one item, or all that fit an expression, with the evidence",
		Long: `show writes one item of a briefing with everything under it and its evidence.
ID is the id of a judgment, event, actor, question, claim or source, or of a
position: claim/holder. With --where, instead of an ID, it writes every item
that fits. Given a FOLDER, or a desk (desk:NAME), it takes the newest briefing
in it that has the ID.`,
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
		RunE: func(c *cobra.Command, args []string) error {
			if o.where != "" {
				var kept notebookFolder
				where, err := expandViews(c, s, o.where)
				if err != nil {
					return whereError(err)
				}
				o.where = where
				if asksNotebook(o.where) {
					if kept, err = keptNotebooks(c, s, len(args) > 0 && args[0] == standardInput); err != nil {
						return err
					}
				}
				return showFitting(s, args, o, kept)
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
	if len(file) > 0 && isFolder(file[0]) {
		newest, err := newestWith(s, file[0], id, o.maxTLP)
		if err != nil {
			return err
		}
		file = []string{newest}
	}
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

// newestWith returns the path of the newest briefing in a folder that has an item with an
// id, and reports on standard error which it is.
func newestWith(s Streams, folder, id string, most marking) (path string, err error) {
	wanted, err := placesOf(s, []string{folder})
	if err != nil {
		return "", err
	}
	libraries, end, err := openLibraries(s, wanted, most)
	if err != nil {
		return "", err
	}
	defer end()
	q, err := library.Parse(query.ForID(id), false)
	if err != nil {
		return "", err
	}
	for h, err := range hits(libraries, q) {
		switch {
		case err != nil:
			return "", err
		case h.Ref.ID == id && slices.Contains(itemKinds, h.Ref.Kind):
			_, _ = fmt.Fprintf(s.Err, "sitrep: from %s\n", clean.Line(h.path))
			return h.path, nil
		}
	}
	return "", withHint(fmt.Errorf("no item %q in %s", id, folder), "sitrep find "+clean.Short(id)+" "+folder+" looks for the word")
}

// showFitting writes the items that an expression selects, in the order of the
// lists.
func showFitting(s Streams, file []string, o showOptions, kept notebookFolder) error {
	doc, request, err := openToShow(s, file, o)
	if err != nil {
		return err
	}
	x := request.Index
	if err := kept.attach(doc, x); err != nil {
		return err
	}
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
