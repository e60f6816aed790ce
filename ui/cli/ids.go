package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
)

func newIDs(s Streams) *cobra.Command {
	var most marking
	c := &cobra.Command{
		Use:   "ids [FILE] [KIND]",
		Short: "List the ids of a briefing with what they name",
		Long: `ids writes a line for each item of a briefing: its id, what it is, and its name.
KIND is ` + strings.Join(kindNames(), ", ") + `.`,
		Example: `  sitrep ids briefing.yaml
  sitrep ids briefing.yaml sources
  sitrep ids briefing.yaml | grep -i lavrov`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usage(errors.New("ids takes a file and a kind"), "for example: sitrep ids briefing.yaml sources")
			}
			return nil
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return kindNames(), cobra.ShellCompDirectiveNoFileComp
			}
			return completeBriefings(s, 1)(c, args, word)
		},
		RunE: func(_ *cobra.Command, args []string) error { return listIDs(s, args, most) },
	}
	maxTLPFlag(c, &most)
	return c
}

func listIDs(s Streams, args []string, most marking) error {
	kind := briefing.KindNone
	if n := len(args); n > 0 {
		if at := slices.Index(kindNames(), args[n-1]); at >= 0 {
			kind, args = itemKinds[at], args[:n-1]
		}
	}
	if len(args) > 1 {
		return usage(fmt.Errorf("no kind %q", args[1]), "there are "+strings.Join(kindNames(), ", "))
	}
	doc, err := open(args, s, most)
	if err != nil {
		return err
	}
	tellWithheld(s.Err, doc)
	rows := namedItems(doc.Index(), kind)
	idCells := 0
	for _, row := range rows {
		idCells = max(idCells, min(len(row.id), maxIDCells))
	}
	for _, row := range rows {
		if _, err := fmt.Fprintf(s.Out, "%-*s  %-9s  %s\n", idCells, row.id, row.kind, row.name); err != nil {
			return err
		}
	}
	return nil
}

// maxIDCells is the greatest width of the column of ids. After a longer id the
// next column is moved.
const maxIDCells = 40
