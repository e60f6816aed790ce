package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/export"
	"sitrep/data/notebook"
)

// achOptions are the flags of ach.
type achOptions struct {
	format string
	maxTLP marking
	width  int
	ascii  bool
	bom    bool
}

const achLong = `ach writes the analysis of competing hypotheses on a question: hypotheses with
their inconsistency, least first, the evidence with its codes, what tells the
hypotheses apart most first, and on what the order depends. The codes and the
hypotheses of one's own come from the notebook, where the view ACH of the claims
puts them. It says whose judgment it is, and is in no export of the briefing.

QUESTION is the id of a question or of one of its claims. Without a notebook, or
for a briefing from standard input, the matrix is empty.`

func newACH(s Streams) *cobra.Command {
	o := achOptions{}
	names := export.AnalysisFormatNames()
	c := &cobra.Command{
		Use:   "ach [FILE] QUESTION",
		Short: "Write your analysis of competing hypotheses on a question",
		Long:  achLong,
		Example: `  sitrep ach kursk-presence
  sitrep ach briefing.yaml kursk-presence -f markdown > ach.md
  sitrep ach briefing.yaml kursk-presence -f csv --max-tlp GREEN > ach.csv`,
		ValidArgsFunction: completeIDs(s, &o.maxTLP, briefing.KindQuestion),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 {
				return usage(errors.New("ach takes the id of a question, and before it a file if you like"), "for example: sitrep ach briefing.yaml kursk-presence")
			}
			return checkWidth(o.width)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return writeACH(s, args[:len(args)-1], args[len(args)-1], o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", names[0], "write it in this `FORMAT`: "+strings.Join(names, ", "))
	f.BoolVar(&o.bom, "bom", false, "in csv, begin with a byte order mark, so that Excel reads it as UTF-8")
	maxTLPFlag(c, &o.maxTLP)
	widthFlag(c, &o.width)
	asciiWriteFlag(c, &o.ascii)
	completeValues(c, "format", names)
	return c
}

// writeACH writes the analysis of a question of a briefing.
func writeACH(s Streams, file []string, id string, o achOptions) error {
	names := export.AnalysisFormatNames()
	if !slices.Contains(names, o.format) {
		return usage(fmt.Errorf("no format %q; there are %s", o.format, strings.Join(names, ", ")), "sitrep ach --help says more")
	}
	doc, err := open(file, s, o.maxTLP)
	if err != nil {
		return err
	}
	tellWithheld(s.Err, doc)
	x := doc.Index()
	question := id
	if _, q := x.Claim(id); q != nil {
		question = q.ID
	}
	if x.Question(question) == nil {
		return withHint(fmt.Errorf("no question %q in %s", id, doc.Name), suggestID(x, id))
	}
	entered, by, err := entered(s, doc.Briefing.ID, question, len(file) > 0 && file[0] == standardInput)
	if err != nil {
		return err
	}
	request := &export.Request{Index: x, Width: o.width, ASCII: o.ascii && o.format == names[0], BOM: o.bom}
	analysis := export.Analysis{Matrix: ach.New(x, question, entered), By: by}
	if err := export.WriteAnalysis(s.Out, o.format, analysis, request); err != nil {
		return fmt.Errorf("writing the analysis: %w", err)
	}
	return nil
}

// entered returns what the notebook of a briefing has on a question, and says whose it is.
func entered(_ Streams, id, question string, piped bool) (a *ach.Analysis, by string, err error) {
	const empty = "No analysis of this question has been made: "
	if piped {
		return &ach.Analysis{}, empty + "a briefing from standard input has no notebook.", nil
	}
	path, err := notebook.DefaultFolder()
	if err != nil {
		return &ach.Analysis{}, empty + "there is no folder for notebooks.", nil
	}
	n := notebook.Folder{Path: path}.Open(id)
	if n == nil {
		return &ach.Analysis{}, empty + "a briefing with this id has no notebook.", nil
	}
	n.Take(n.Load()())
	if err := n.Err(); err != nil {
		return nil, "", withHint(fmt.Errorf("reading the notebook: %w", err), "the reader puts a notebook that cannot be read aside")
	}
	a = n.Analysis(question)
	if a.Empty() {
		return a, empty + "the notebook has no codes and no hypotheses for it.", nil
	}
	written := ""
	if info, err := os.Stat(n.Path()); err == nil {
		written = ", last written on " + info.ModTime().UTC().Format("2 January 2006") + " (UTC)"
	}
	return a, "The judgment of whoever keeps the notebook of this briefing" + written + ".", nil
}
