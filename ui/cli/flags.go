package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/query"
)

// Options that several commands have.

func widthFlag(c *cobra.Command, to *int) {
	c.Flags().IntVarP(to, "width", "w", defaultWidth, "wrap text at this many `CELLS`; 0 does not wrap")
}

func asciiWriteFlag(c *cobra.Command, to *bool) {
	c.Flags().BoolVar(to, asciiFlag, false, "write the program's own signs in ASCII; the briefing's words stay as they are")
}

func onlyFlag(c *cobra.Command, to *string) {
	c.Flags().StringVar(to, "only", "", "write only these `PARTS`, separated by commas: "+strings.Join(briefing.PartNames(), ", "))
	completeValues(c, "only", briefing.PartNames())
}

func expressionHelp() string {
	var b strings.Builder
	b.WriteString(`An EXPRESSION, as in the filter of the reader, is a list of terms: words, "a
phrase", and names with values, name:value,value. All terms must fit; of several
values one is enough. A hyphen negates a term, as in -tag:sport. An asterisk at
the end of a word, a tag or an id stands for any rest. @NAME stands for the
terms of a filter in the settings, under views. The names:
`)
	for _, f := range query.Fields() {
		meaning := f.Wants + ", such as " + f.Example
		if f.Example == "" {
			meaning = "without a value: " + f.Keeps
		}
		fmt.Fprintf(&b, "  %-*s%s\n", nameCells, f.Name, hanging(meaning, nameIndent))
	}
	return strings.TrimRight(b.String(), "\n")
}
