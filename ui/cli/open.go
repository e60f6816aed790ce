package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"sitrep/briefing"
	"sitrep/data"
)

// standardInput is the file name that means standard input.
const standardInput = "-"

// open reads the briefing that the arguments name: the built-in one where
// there are none, standard input for a dash.
func open(args []string, s Streams) (*briefing.Document, error) {
	if len(args) == 0 {
		return briefing.Parse(data.JSON, data.Name, nil)
	}
	var doc *briefing.Document
	var err error
	if args[0] == standardInput {
		doc, err = briefing.Read(s.In, "standard input")
	} else {
		doc, err = briefing.Load(args[0])
	}
	return doc, explain(args[0], err)
}

// explain adds what to do next to an error of opening a file.
func explain(name string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return withHint(fmt.Errorf("%s: no such file", name), "sitrep without a file opens the built-in briefing")
	case errors.Is(err, fs.ErrPermission):
		return withHint(fmt.Errorf("%s: not allowed to read it", name), "see its permissions with ls -l")
	}
	return err
}
