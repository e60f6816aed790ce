package cli

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing/file"
	"sitrep/briefing/importer"
)

// draftBase is the briefing that proposals are added to.
type draftBase struct {
	name string
	path string // of the file of the briefing; empty if it is no file
	text string
	doc  *file.Document
}

// mayReplace returns an error if the file that is written to is there, unless it is the
// briefing and has not changed since it was read: a model can take long. Another file may
// hold what somebody has reviewed.
func (b *draftBase) mayReplace(out string) error {
	if out == "" || out == standardOutput {
		return nil
	}
	to, err := os.Stat(out)
	if err != nil || !to.Mode().IsRegular() {
		return nil
	}
	if from, err := os.Stat(b.path); err != nil || !os.SameFile(from, to) {
		return withHint(fmt.Errorf("%s exists, and it is not the briefing that is read; nothing was written", out),
			"name another file; sitrep draft BRIEFING -o BRIEFING adds to one")
	}
	now, err := file.ReadBytes(b.path)
	if err != nil {
		return explain(b.path, err)
	}
	if string(now) != b.text {
		return withHint(fmt.Errorf("%s has changed meanwhile; nothing was written", b.path), "draft again, or write to another file with -o")
	}
	return nil
}

// readBase reads the briefing that files make. One briefing stays as it is, and
// anything else is imported.
func readBase(c *cobra.Command, s Streams, names []string) (*draftBase, error) {
	inputs, err := readInputs(s, names)
	if err != nil {
		return nil, err
	}
	if len(inputs) == 1 && importer.IsBriefing(inputs[0]) {
		return briefingBase(s, names[0], inputs[0])
	}
	defer s.progress(func() string { return "importing" })()
	result, err := importer.Import(inputs, importer.Options{Now: time.Now(), PDF: pdfConverter(c, s)})
	if err != nil {
		return nil, importError(err)
	}
	if err := tellLost(s.Err, result.Lost, false); err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := file.WriteYAML(&text, result.Document.Briefing); err != nil {
		return nil, err
	}
	return &draftBase{name: "what was imported", text: text.String(), doc: result.Document}, nil
}

// briefingBase reads a file that is a briefing.
func briefingBase(s Streams, path string, in importer.Input) (base *draftBase, err error) {
	base = &draftBase{name: in.Name, text: string(in.Data)}
	if path == standardInput {
		base.doc, err = file.Parse(in.Data, in.Name, nil)
	} else {
		base.path = path
		base.doc, err = file.LoadText(path, base.text)
	}
	if err != nil {
		return nil, explain(in.Name, err)
	}
	tellProblems(s.Err, base.doc)
	return base, nil
}
