package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// checkOptions are the flags of check.
type checkOptions struct {
	format  string
	strict  bool
	explain string
}

const checkLong = `check reads briefings and prints every problem as file:line:col: code: message,
then a hint. Errors come first: what breaks the format, and quotes that do not
stand in their sources. What an editor would mend is a warning, and its message
begins with that word. Where parts of a briefing had to be left out, check does
not say what is missing from the rest. It exits with 1 when it finds an error.
Given a FOLDER it checks every briefing in it, of a desk (desk:NAME) the newest
version of each; - is standard input.`

func newCheck(s Streams) *cobra.Command {
	o := checkOptions{}
	c := &cobra.Command{
		Use:   "check FILE|FOLDER…",
		Short: "Find what is wrong with a briefing",
		Long:  checkLong,
		Example: `  sitrep check briefing.yaml
  sitrep check --strict -f github *.yaml   in a workflow: warnings fail it
  sitrep check reports                     every briefing in a folder
  sitrep check --explain quote-missing     what a code means, and what to do
  sitrep check --explain list              all codes`,
		ValidArgsFunction: completeBriefings(s, 0),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.explain != "" {
				return explainCode(s.Out, o.explain)
			}
			if len(args) == 0 {
				return usage(errors.New("check takes at least one file"), "for example: sitrep check briefing.yaml; - is standard input")
			}
			return checkFiles(s, args, o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", checkFormats[0].name, "print it in this `FORMAT`: "+checkFormatNames())
	f.BoolVar(&o.strict, "strict", false, "make warnings errors")
	f.StringVar(&o.explain, "explain", "", "explain a `CODE` instead; list names them all")
	completeValues(c, "format", strings.Split(checkFormatNames(), ", "))
	completeValues(c, "explain", codeNames())
	return c
}

// checked holds the problems of one file.
type checked struct {
	name     string
	problems []file.Problem
	withheld bool // by the limit of its desk
}

// checkFiles prints the problems of files, those of each as soon as it and all files
// before it have been checked.
func checkFiles(s Streams, names []string, o checkOptions) error {
	format, err := findCheckFormat(o.format)
	if err != nil {
		return err
	}
	files, err := listToCheck(s, names)
	if err != nil {
		return err
	}
	var done atomic.Int32
	end := func() {}
	if !s.Typed || !slices.Contains(names, standardInput) {
		end = s.progress(func() string { return checking(files, int(done.Load())) })
	}
	defer end()
	out := newCheckOutput(s, format, end, o.strict)
	one := s
	one.LineCells = nil // one progress line is shown for all files
	type result struct {
		checked
		ok bool
	}
	inFolder := 0
	err = inOrder(briefing.Map(files, func(f toCheck) string { return f.path }), func(i int) (r result) {
		defer done.Add(1)
		r.checked, r.ok = files[i].check(one)
		return r
	}, func(i int, r result) error {
		switch f := &files[i]; {
		case f.end && inFolder == 0:
			r.checked, r.ok = f.folderProblem(), true
		case f.end:
			inFolder = 0
		case f.inFolder && r.ok:
			inFolder++
		}
		if !r.ok {
			return nil
		}
		return out.file(r.checked)
	})
	end()
	if err = errors.Join(err, out.close()); err != nil {
		return fmt.Errorf("writing what is wrong: %w", err)
	}
	_, _ = fmt.Fprintf(s.Err, "%s in %s\n", out.total, file.Count(out.files, "file"))
	if out.total.Errors > 0 {
		return quietError{exitFailed}
	}
	return nil
}

// checkOutput writes and counts problems.
type checkOutput struct {
	writer checkWriter
	buffer *bufio.Writer
	strict bool   // warnings are errors
	first  func() // called before the first problem is written
	screen bool   // what is written goes to a terminal
	files  int
	total  file.Tally
}

func newCheckOutput(s Streams, format checkFormat, endProgress func(), strict bool) *checkOutput {
	out := &checkOutput{buffer: bufio.NewWriter(s.Out), strict: strict, screen: s.Terminal, first: func() {}}
	out.writer = format.open(out.buffer)
	if s.Terminal {
		out.first = endProgress // the problems and the progress line go to the same terminal
	}
	return out
}

func (c *checkOutput) file(one checked) error {
	c.files++
	for i := range one.problems {
		if c.strict {
			one.problems[i].Severity = file.Error
		}
		c.total.Add(one.problems[i])
	}
	if len(one.problems) == 0 {
		return nil
	}
	c.first()
	if err := c.writer.file(one); err != nil || !c.screen {
		return err
	}
	return c.buffer.Flush()
}

func (c *checkOutput) close() error {
	return errors.Join(c.writer.end(c.files, c.total), c.buffer.Flush())
}

// checking returns the text of the progress line after so many files.
func checking(files []toCheck, done int) string {
	at := min(done, len(files)-1)
	if files[at].end && at > 0 {
		at--
	}
	text := "checking " + clean.Line(files[at].name)
	if files[at].path == standardInput {
		text = "checking standard input"
	}
	if len(files) > 1 {
		text += fmt.Sprintf(" (%d of %d)", at+1, len(files))
	}
	return text
}

// checkFile returns the problems of one file. If it cannot be read as a briefing
// at all, that is its only problem.
func checkFile(s Streams, at located) checked {
	doc, err := load(nil, at, s)
	doc, err = at.redact(marking{}, doc, err)
	var refused *file.LoadError
	switch {
	case errors.As(err, &refused):
		return checked{name: refused.Problem.File, problems: []file.Problem{refused.Problem}}
	case err != nil:
		p := file.Problem{File: clean.Line(at.name), Severity: file.Error, Code: file.CodeUnreadable, Message: clean.Line(err.Error())}
		_, withheld := errors.AsType[*briefing.WithheldError](err)
		return checked{p.File, []file.Problem{p}, withheld}
	}
	return checked{name: doc.Name, problems: check.Document(doc)}
}

// explainCode writes what a code means, or what all codes mean.
func explainCode(w io.Writer, code string) error {
	if code == explainAll {
		var b strings.Builder
		for _, c := range check.Codes {
			fmt.Fprintf(&b, "%-30s %-8s %s\n", c.Code, c.Severity, c.Meaning)
		}
		_, err := io.WriteString(w, b.String())
		return err
	}
	found, near, ok := check.FindCode(code)
	if !ok {
		hint := "sitrep check --explain list names them all"
		if near != "" {
			hint = "did you mean " + near + "?"
		}
		return usage(fmt.Errorf("no code %q", code), hint)
	}
	_, err := fmt.Fprintf(w, "%s (%s)\n\n%s\n%s\n", found.Code, found.Severity, found.Meaning, found.Do)
	return err
}

// explainAll is the argument that means all codes.
const explainAll = "list"

func codeNames() []string {
	return append([]string{explainAll}, briefing.Map(check.Codes, func(c file.Code) string { return c.Code })...)
}
