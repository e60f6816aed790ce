package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sitrep/briefing/file"
	"sitrep/ui/tui"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
)

func newReview(s Streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "review FILE",
		Short: "Take or drop what a program proposed",
		Long: `review opens the reader on the drafts of a briefing, the items with draft: true,
each beside the words that it rests on. t takes one: it loses the mark, and so
do the drafts that it needs, such as the claim and the holder of a position.
d drops one, and asks if other items go with it. e edits the file at the item,
u undoes, n goes on; the other screens are there as ever, and n leads back.

Each change is written to the file at once, whole or not at all. Everything else
in it stays as it is, comments and order too. What another program changes
meanwhile is shown, and never overwritten. Leave at any time: what is still a
draft is there the next time.

With --linear it goes line by line, with typed commands and whole sentences, for
screen readers and for terminals that draw badly.`,
		Example: `  sitrep review harbour.yaml
  sitrep draft page.html -o harbour.yaml; sitrep review harbour.yaml
  sitrep review --linear harbour.yaml`,
		Args:              checkReviewed,
		ValidArgsFunction: completeBriefings(s, 1),
	}
	addLookFlags(c)
	linearFlags(c)
	c.RunE = func(c *cobra.Command, args []string) (err error) {
		chosen, err := readSettings(c, s)
		if err != nil {
			return err
		}
		if isDesk(args[0]) {
			return usage(fmt.Errorf("%s is on a desk, and stays as it is", args[0]), "e in the reader saves a copy; sitrep publish puts what becomes of it on the desk")
		}
		if isFolder(args[0]) {
			return notOneFile(args[0])
		}
		byLine := isLinear(c, s, chosen)
		if !byLine && !drawable(s) {
			return usage(errors.New("review needs a terminal to draw on"), "sitrep review --"+linearFlag+" "+args[0]+" goes line by line; sitrep check "+args[0]+" lists the drafts as not-reviewed")
		}
		if err := canRewrite(args[0]); err != nil {
			return err
		}
		if byLine {
			return reviewLinearly(c, args[0], s, chosen)
		}
		o, end := withLibraries(s, readerOptions(chosen), marking{}, false)
		defer func() { err = errors.Join(err, end()) }()
		o.Open = opening(s, marking{}, nil) // nothing is read or noted while one reviews
		o.File = toReview(args[0])
		doc, err := readToReview(s, args[0], o.File)
		if err != nil {
			return explain(args[0], err)
		}
		return run(func() terminal.Model { return tui.New(doc, o) }, nil)
	}
	return c
}

// checkReviewed returns an error unless the arguments are one file.
func checkReviewed(_ *cobra.Command, args []string) error {
	const hint = "for example: sitrep review briefing.yaml"
	switch {
	case len(args) == 0:
		return usage(errors.New("review takes a file, because it writes what is taken and dropped to it; the built-in briefing is in none"), hint)
	case len(args) > 1:
		return usage(errors.New("review takes one file"), hint)
	case args[0] == standardInput:
		return usage(errors.New("review writes what is taken and dropped to the file, and standard input is none"), "save it first: sitrep draft … -o briefing.yaml")
	}
	return nil
}

func readToReview(s Streams, path string, f screen.File) (*file.Document, error) {
	defer s.progress(reading(path))()
	return f.Load()
}

// toReview returns a file that can be rewritten, and whose documents have their text.
func toReview(path string) screen.File {
	w := newWatched(path, marking{})
	f := w.file()
	f.Load = func() (*file.Document, error) {
		var text []byte
		doc, err := w.loadBy(func() (*file.Document, error) {
			var err error
			if text, err = file.ReadBytes(path); err != nil {
				return nil, err
			}
			return file.LoadText(path, string(text))
		})
		if err != nil {
			return nil, err
		}
		doc.Text = string(text)
		return doc, nil
	}
	f.Rewrite = func(old, text string) error { return rewrite(path, old, text) }
	return f
}
