package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
)

// diffFormats lists the formats in which changes can be written.
var diffFormats = []string{"text", "json"}

// diffOptions are the flags of diff.
type diffOptions struct {
	format   string
	only     string
	maxTLP   marking
	width    int
	ascii    bool
	exitCode bool
}

func newDiff(s Streams) *cobra.Command {
	o := diffOptions{}
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what has changed from one version of a briefing to another",
		Long: `diff compares two versions of a briefing in its own terms: which events, claims,
positions and sources are new or gone, what of the others has changed, and what
follows from it: what is contested, origins, flags, quotes that are not found.
Things with the same id are the same. So are those without one, if their texts
are all but equal. OLD or NEW can be - for standard input.`,
		Example: `  sitrep diff monday.yaml tuesday.yaml
  git show HEAD:briefing.yaml | sitrep diff - briefing.yaml
  sitrep diff --only claims,sources -w 100 monday.yaml tuesday.yaml
  sitrep diff --exit-code monday.yaml tuesday.yaml > /dev/null || echo changed`,
		Args:              twoVersions,
		ValidArgsFunction: completeBriefings(s, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			return writeDiff(s, args[0], args[1], o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", diffFormats[0], "write in this `FORMAT`: "+strings.Join(diffFormats, " or "))
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 1 if something has changed in what is written")
	completeValues(c, "format", diffFormats)
	onlyFlag(c, &o.only)
	maxTLPFlag(c, &o.maxTLP)
	widthFlag(c, &o.width)
	asciiWriteFlag(c, &o.ascii)
	return c
}

func twoVersions(_ *cobra.Command, args []string) error {
	const hint = "for example: sitrep diff monday.yaml tuesday.yaml"
	switch {
	case len(args) != 2:
		return usage(errors.New("diff takes two files: the old version and the new one"), hint)
	case args[0] == standardInput && args[1] == standardInput:
		return usage(errors.New("only one of the two can be standard input"), hint)
	}
	return nil
}

// writeDiff writes the changes from one file to another.
func writeDiff(s Streams, before, now string, o diffOptions) error {
	saveMemory(diffMemory)
	only, err := export.ParseParts(o.only)
	if err != nil {
		return usage(err, "for example --only timeline,claims")
	}
	if err := checkWidth(o.width); err != nil {
		return err
	}
	if !slices.Contains(diffFormats, o.format) {
		return usage(fmt.Errorf("no format %q; there are %s", o.format, strings.Join(diffFormats, ", ")), "sitrep diff --help says more")
	}
	var versions [2]*file.Document
	texts := &file.Texts{}
	for i, name := range []string{before, now} {
		doc, err := openWith(texts, []string{name}, s, o.maxTLP)
		if err != nil {
			return err
		}
		defer tellProblems(s.Err, doc)
		defer tellWithheld(s.Err, doc)
		versions[i] = doc
	}
	texts = nil // so that what only the reading needed is free while comparing
	end := s.progress(func() string { return "comparing" })
	report := diff.Compare(versions[0].Index(), versions[1].Index())
	end()
	write := export.WriteChanges
	if o.format != diffFormats[0] {
		write = export.WriteChangesJSON
	}
	request := &export.Request{Only: only, Width: o.width, ASCII: o.ascii}
	if err := write(s.Out, export.Changes{Report: report, Old: versions[0].Name, New: versions[1].Name}, request); err != nil {
		return fmt.Errorf("writing what has changed: %w", err)
	}
	asked := report.Only(request.Wants)
	if o.exitCode && !asked.Empty() {
		return quietError{exitFailed}
	}
	return nil
}
