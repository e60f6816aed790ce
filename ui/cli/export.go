package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
)

// defaultWidth is the width of exported text in cells, unless -w is given.
const defaultWidth = 80

// exportOptions are the flags of export.
type exportOptions struct {
	format string
	only   string
	where  string
	maxTLP marking
	width  int
	out    string
	strict bool
	ascii  bool
	bom    bool
	full   bool
	force  bool
	notes  bool
	kept   notebookFolder // if notes are written or filtered by
}

const exportLong = `export writes a briefing to standard output, or to the file OUT, which is
written whole or not at all. Given a FOLDER it writes every briefing in it to a
file of its own in the folder OUT, of a desk (desk:NAME) the newest version of
each. Files that exist there are replaced only with
--force, and what cannot be read is named.`

func newExport(s Streams) *cobra.Command {
	o := exportOptions{}
	c := &cobra.Command{
		Use:   "export [FILE|FOLDER]",
		Short: "Write a briefing as text or in another format",
		Long:  exportLong + "\n\n" + formatHelp() + "\n\n" + expressionHelp(),
		Example: `  sitrep export briefing.yaml | less
  sitrep export --only timeline,claims -w 100
  sitrep export --where 'actor:nato stance:denies'
  sitrep export -f json -o briefing.json briefing.yaml
  sitrep export -f html -o briefing.html briefing.yaml
  sitrep export -f csv --bom --only timeline -o timeline.csv
  sitrep export -f html -o site reports    every briefing in a folder`,
		Args:              atMostOne,
		ValidArgsFunction: completeBriefings(s, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.prepare(c, s, args); err != nil {
				return err
			}
			if len(args) > 0 && isFolder(args[0]) {
				return exportFolder(s, args[0], o)
			}
			doc, err := open(args, s, o.maxTLP)
			if err != nil {
				return err
			}
			if o.out == standardOutput {
				o.out = ""
			}
			return writeExport(s, doc, o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", export.Formats[0].Name, "write in this `FORMAT`")
	f.StringVar(&o.where, "where", "", "write only what fits this `EXPRESSION`")
	f.BoolVar(&o.strict, "strict", false, "fail where the format has no place for something")
	f.StringVarP(&o.out, "out", "o", "", "write to `OUT` instead of standard output, which - is")
	completeValues(c, "format", export.Names())
	completeWhere(c, s, &o.maxTLP)
	onlyFlag(c, &o.only)
	maxTLPFlag(c, &o.maxTLP)
	widthFlag(c, &o.width)
	asciiWriteFlag(c, &o.ascii)
	f.BoolVar(&o.full, "full", false, "open and print everything in html, which is short without")
	f.BoolVar(&o.force, "force", false, "given a folder, replace files that exist in OUT")
	f.BoolVar(&o.notes, withNotesFlag, false, "write your notes, marks and views beside the items, in text, markdown and html")
	f.BoolVar(&o.bom, "bom", false, "begin csv with a byte order mark, so that Excel reads it as UTF-8")
	return c
}

// prepare puts the terms of saved filters in their place, and finds the notebooks if
// what is in them is to be written, or filtered by.
func (o *exportOptions) prepare(c *cobra.Command, s Streams, args []string) error {
	var err error
	if o.where, err = expandViews(c, s, o.where); err != nil {
		return whereError(err)
	}
	if !o.notes && !asksNotebook(o.where) {
		return nil
	}
	o.kept, err = keptNotebooks(c, s, len(args) > 0 && args[0] == standardInput)
	return err
}

// nameCells is the width of a column of names in the help, and nameIndent that of
// the indentation of their descriptions.
const (
	nameCells  = 12
	nameIndent = 2 + nameCells
)

func formatHelp() string {
	var b strings.Builder
	b.WriteString("Formats:\n")
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-*s%s\n", nameCells, f.Name, hanging(f.Summary, nameIndent))
	}
	return strings.TrimRight(b.String(), "\n")
}

// request returns the request for the options.
func (o exportOptions) request(doc *file.Document) (*export.Request, error) {
	only, err := export.ParseParts(o.only)
	if err != nil {
		return nil, usage(err, "for example --only timeline,claims")
	}
	if err := checkWidth(o.width); err != nil {
		return nil, err
	}
	r := &export.Request{Index: doc.Index(), Only: only, Width: o.width, Full: o.full, ASCII: o.ascii, BOM: o.bom}
	if err := o.kept.attach(doc, r.Index); err != nil {
		return nil, err
	}
	if o.notes {
		writeRemarks(r)
	}
	selection, err := selected(r.Index, o.where)
	if err != nil {
		return nil, err
	}
	if !selection.Everything() {
		r.Keep, r.Where = selection.Keep, o.where
	}
	return r, nil
}

// selected returns the items that an expression selects, or everything if it is
// empty.
func selected(x *briefing.Index, expression string) (query.Selection, error) {
	selection, err := query.Select(x, expression)
	return selection, whereError(err)
}

// whereError returns the error for an expression after --where.
func whereError(err error) error {
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		return usage(fmt.Errorf("--where: %w", err), wrong.Hint)
	}
	return err
}

// onePart returns the error for a format that holds one part of a briefing.
func onePart(format export.Format, err error) error {
	return usage(err, "for example sitrep export -f "+format.Name+" --only timeline")
}

func checkWidth(cells int) error {
	if cells < 0 || cells > 0 && cells < minWidth {
		return usage(fmt.Errorf("no text fits a width of %d", cells), fmt.Sprintf("take 0 for no wrapping, or %d and more", minWidth))
	}
	return nil
}

// fits returns an error if the format does not support an option.
func (o exportOptions) fits(format export.Format) error {
	switch {
	case o.ascii && !format.HasSigns():
		return usage(fmt.Errorf("%s has no signs of its own to write in ASCII", format.Name), "leave --"+asciiFlag+" out")
	case o.full && !format.HasShort():
		return usage(fmt.Errorf("%s has no short form that --full would open", format.Name), "leave --full out, or take -f html")
	case o.notes && !format.HasNotes():
		return usage(fmt.Errorf("%s has no place for notes that are not part of the briefing", format.Name), "leave --"+withNotesFlag+" out, or take -f text, markdown or html")
	case o.bom && !format.HasBOM():
		return usage(fmt.Errorf("%s has no byte order mark", format.Name), "leave --bom out, or take -f csv")
	}
	return nil
}

// writeExport writes a briefing with the options. It reports on standard error
// what was left out when the briefing was read, and what the format cannot
// represent.
func writeExport(s Streams, doc *file.Document, o exportOptions) error {
	saveMemory(softMemory)
	format, err := export.Find(o.format)
	if err != nil {
		return usage(err, "sitrep export --help says what each is for")
	}
	if err := o.fits(format); err != nil {
		return err
	}
	out, end := tellWriting(s, o.out, format.Name)
	defer end()
	request, err := o.request(doc)
	if err != nil {
		return err
	}
	var losses export.Losses
	write := func(w io.Writer) error {
		out.to = w
		losses, err = format.Write(out, request)
		if errors.Is(err, export.ErrOnePart) {
			return onePart(format, err)
		}
		if o.strict && o.out != "" && err == nil && len(losses) > 0 {
			return withHint(fmt.Errorf("%s has no place for: %s; nothing was written", format.Name, losses), strictHint)
		}
		return err
	}
	if o.out != "" {
		err = save(o.out, write)
	} else if err = write(s.Out); err != nil {
		err = fmt.Errorf("writing %s: %w", format.Name, err)
	}
	if err != nil {
		return err
	}
	end()
	tellProblems(s.Err, doc)
	tellWithheld(s.Err, doc)
	tellLeftOut(s.Err, leftOut(request))
	if len(losses) > 0 {
		_, _ = fmt.Fprintf(s.Err, "sitrep: %s has no place for: %s\n", format.Name, losses)
		if o.strict {
			_, _ = fmt.Fprintln(s.Err, "hint: "+strictHint)
			return quietError{exitFailed}
		}
	}
	return nil
}

// strictHint is the hint for --strict if the format cannot represent something.
const strictHint = "without --strict that is no failure; text has a place for everything, json for a whole briefing"

// tellWriting shows the progress of writing a format until end is called.
func tellWriting(s Streams, file, format string) (out *byteCounter, end func()) {
	out = &byteCounter{}
	end = s.progress(func() string { return "writing " + format + soFar(&out.bytes) })
	if s.Terminal && file == "" {
		out.first = end // the output and the progress line go to the same terminal
	}
	return out, end
}

// tellProblems reports on standard error that a file has problems.
func tellProblems(w io.Writer, doc *file.Document) {
	if n := len(doc.Problems); n > 0 {
		_, _ = fmt.Fprintf(w, "sitrep: %s has problems (%d); what is wrong was left out\nhint: sitrep check lists them\n", doc.Name, n)
	}
}
