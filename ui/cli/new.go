package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/importer"
)

// newName is the default name of the file that new writes.
const newName = "briefing.yaml"

// newOptions are the flags of new.
type newOptions struct {
	short bool
	from  bool
	out   string
	pdf   importer.Converter
}

func newTemplate(s Streams) *cobra.Command {
	o := newOptions{}
	c := &cobra.Command{
		Use:   "new [OUT]",
		Short: "Write a briefing to start from",
		Long: `new writes a briefing on an invented subject that shows every part of the format
once, with comments, to OUT or ` + newName + `. --short writes an empty one, with
comments where the parts go. With --from the arguments are files, as import
takes them: they become its sources and what else they say. It never overwrites
a file; - is standard output.`,
		Example: `  sitrep new
  sitrep new --short harbour.yaml
  sitrep new --from article.html feed.xml -o harbour.yaml
  sitrep new - | less`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case o.from && len(args) == 0:
				return usage(errors.New("--from takes at least one file"), "for example: sitrep new --from article.html -o "+newName)
			case o.from && o.short:
				return usage(errors.New("--from and --short are two ways to begin"), "take one of them")
			case !o.from && len(args) > 1:
				return usage(errors.New("new writes one file"), "for example: sitrep new "+newName)
			case len(args) > 0 && !o.from && o.out != "":
				return usage(errors.New("OUT is given twice"), "leave -o out")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.pdf = pdfConverter(c, s)
			return writeNew(s, args, o)
		},
	}
	f := c.Flags()
	f.BoolVar(&o.short, "short", false, "write an empty briefing, with comments where the parts go")
	f.BoolVar(&o.from, "from", false, "import the files that the arguments name")
	f.StringVarP(&o.out, "out", "o", "", "write to `OUT`")
	return c
}

// writeNew writes a new briefing to the file that the arguments or the options
// name.
func writeNew(s Streams, args []string, o newOptions) error {
	name := newName
	switch {
	case o.out != "":
		name = o.out
	case len(args) > 0 && !o.from:
		name = args[0]
	}
	write, err := newContent(s, args, name, o)
	if err != nil {
		return err
	}
	if name == standardOutput {
		return write(s.Out)
	}
	err = create(endBy, name, write)
	switch {
	case errors.Is(err, fs.ErrExist):
		return withHint(fmt.Errorf("%s exists, and sitrep new never overwrites", name), "name another: sitrep new OUT")
	case err != nil:
		return cannotWrite(name, err)
	}
	name = clean.Line(name)
	_, err = fmt.Fprintf(s.Err, "sitrep: %s is written\nnext: edit it, then sitrep check %s, then sitrep %s\n", name, name, name)
	return err
}

// newContent returns a function that writes the new briefing.
func newContent(s Streams, args []string, name string, o newOptions) (func(io.Writer) error, error) {
	switch {
	case o.from:
		result, _, err := imported(s, args, importOptions{pdf: o.pdf})
		if err != nil {
			return nil, err
		}
		if err := tellLost(s.Err, result.Lost, false); err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return file.WriteSkeleton(w, result.Document.Briefing) }, nil
	case o.short:
		id := file.Slug(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), "briefing")
		empty := file.Empty(id, time.Now())
		return func(w io.Writer) error { return file.WriteSkeleton(w, empty) }, nil
	}
	return func(w io.Writer) error { _, err := w.Write(file.Template()); return err }, nil
}
