package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/ui/tui"
	"sitrep/ui/tui/external"
)

// The options of a reader whose user may do nothing but read.
const (
	confinedFlag = "confined"
	// servedFlag is for [newServe] alone, which keeps the index that the reader reads.
	servedFlag = "served"
)

// lowestMarking is what a confined reader shows unless it is told something else.
var lowestMarking = briefing.TLP(briefing.TLPs[0].Value)

func confinedFlags(c *cobra.Command) {
	c.Flags().Bool(confinedFlag, false, "for a user who may only read: starts no programs, writes nothing but the notebook, opens nothing but FILE or FOLDER; --"+maxTLPOption+" is "+string(lowestMarking)+" unless it is given")
	c.Flags().Bool(servedFlag, false, "the index is kept by the server that has started this reader")
	_ = c.Flags().MarkHidden(servedFlag) // there is such an option
}

// confine returns the highest marking that a confined reader shows: nothing but what is
// CLEAR unless something else is given. From then on the process starts no programs.
func confine(args []string, interactive bool, most marking) (marking, error) {
	switch {
	case len(args) > 0 && args[0] == standardInput:
		return most, usage(errors.New("a confined reader does not read standard input, where its keys come from"), "name a file or a folder")
	case !interactive:
		return most, withHint(errors.New("this is a reader for a terminal, and takes no commands"), "connect with ssh -t, and without a command")
	}
	if most.label == "" {
		most.label = lowestMarking
	}
	external.Forbid()
	return most, nil
}

// confinedOptions returns the options of a confined reader. What there is to say about
// the settings is for who has written them.
func confinedOptions(o tui.Options) tui.Options {
	o.Confined, o.Write, o.Library, o.Notice = true, nil, nil, ""
	return o
}
