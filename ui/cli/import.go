package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/importer"
)

// importOptions are the flags of import.
type importOptions struct {
	format string
	pick   string
	list   bool
	out    string
	into   string
	strict bool
	pdf    importer.Converter
}

const importLong = `import makes a briefing from files of other programs and writes it as YAML to
standard output, or to the file OUT. The kind of a file is found by its content;
- is standard input. Several files make one briefing. Nothing is fetched, and
nothing is guessed: what a file does not say is not in the briefing. What has no
place in a briefing is counted on standard error.

With --into BRIEFING, what is new is added at the end of the lists of a briefing
that exists. It is written as a whole or not at all, and comments, order and
every other byte of it stay. What it has already, by an external id or an
address, is left as it is.`

func newImport(s Streams) *cobra.Command {
	o := importOptions{}
	c := &cobra.Command{
		Use:   "import FILE…",
		Short: "Make a briefing from articles, feeds, mails, citations, …",
		Long:  importLong + "\n\n" + importFormatHelp(),
		Example: `  sitrep import article.html -o briefing.yaml
  curl https://example.org/news.html | sitrep import - | sitrep -
  sitrep import --list feed.xml
  sitrep import --pick 1,3-5 feed.xml -o briefing.yaml
  sitrep import --into briefing.yaml bundle.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("import takes at least one file"), "for example: sitrep import article.html; - is standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.pdf = pdfConverter(c, s)
			return importFiles(s, args, o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", "", "read the files as this `KIND` instead of looking at them")
	f.StringVar(&o.pick, "pick", "", "take only these `ENTRIES`, such as 1,3-5")
	f.BoolVar(&o.list, "list", false, "list and number the entries, and write no briefing")
	f.StringVarP(&o.out, "out", "o", "", "write to `OUT` instead of standard output, which - is")
	f.StringVar(&o.into, "into", "", "add what is new to `BRIEFING`, and write it to -o instead, if that is given")
	f.BoolVar(&o.strict, "strict", false, "fail where a briefing has no place for something")
	completeValues(c, "format", importer.Names())
	return c
}

func importFormatHelp() string {
	var b strings.Builder
	b.WriteString("Kinds:\n")
	for _, f := range importer.Formats {
		fmt.Fprintf(&b, "  %-*s%s\n", nameCells, f.Name, hanging(f.Summary, nameIndent))
	}
	return strings.TrimRight(b.String(), "\n")
}

// imported makes a briefing from files. into is the briefing to add to, or nil.
func imported(s Streams, names []string, o importOptions) (result *importer.Result, into *file.Document, err error) {
	pick, last, err := parsePick(o.pick)
	if err != nil {
		return nil, nil, err
	}
	if _, err := importer.Find(o.format); o.format != "" && err != nil {
		return nil, nil, usage(err, "leave -f out to have it found")
	}
	inputs, err := readInputs(s, names)
	if err != nil {
		return nil, nil, err
	}
	into, err = loadInto(o.into)
	if err != nil {
		return nil, nil, err
	}
	saveMemory(softMemory)
	defer s.progress(func() string { return "importing" })()
	options := importer.Options{Format: o.format, Pick: pick, Now: time.Now(), PDF: o.pdf}
	if into != nil {
		options.Into = into.Briefing
	}
	result, err = importer.Import(inputs, options)
	if err == nil && last > len(result.Entries) {
		return nil, nil, usage(fmt.Errorf("--pick %s: there is no entry %d, only %d", o.pick, last, len(result.Entries)), "--list numbers them")
	}
	return result, into, importError(err)
}

// importFiles writes the briefing made from files, or lists what can be picked
// from them.
func importFiles(s Streams, names []string, o importOptions) error {
	result, into, err := imported(s, names, o)
	if err != nil {
		return err
	}
	if o.list {
		return listEntries(s.Out, result.Entries)
	}
	if err := tellLost(s.Err, result.Lost, o.strict); err != nil {
		return err
	}
	if o.into != "" {
		return addInto(s, result, into, o)
	}
	write := func(w io.Writer) error { return file.WriteYAML(w, result.Document.Briefing) }
	if o.out == "" || o.out == standardOutput {
		return write(s.Out)
	}
	return save(o.out, write)
}

func readInputs(s Streams, names []string) ([]importer.Input, error) {
	var out []importer.Input
	for _, name := range names {
		in := importer.Input{Name: name}
		var err error
		if name == standardInput {
			in.Name = "standard input"
			in.Data, err = io.ReadAll(io.LimitReader(s.In, importer.MaxFile+1))
		} else {
			in.Data, err = file.ReadBytes(name)
		}
		if err != nil {
			return nil, explain(name, err)
		}
		out = append(out, in)
	}
	return out, nil
}

// importError adds the hint of an error of package importer.
func importError(err error) error {
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		return withHint(err, hinted.Hint())
	}
	return err
}

// tellLost reports what has no place in a briefing. If strict is set, that is
// an error.
func tellLost(w io.Writer, lost []importer.Count, strict bool) error {
	total := 0
	for _, count := range lost {
		total += count.Times
		_, _ = fmt.Fprintf(w, "sitrep: not taken: %s\n", clean.Line(count.String()))
	}
	if strict && total > 0 {
		return withHint(errors.New("a briefing has no place for something"), "leave --strict out to import the rest")
	}
	return nil
}

func listEntries(w io.Writer, entries []importer.Entry) error {
	for i, e := range entries {
		if _, err := fmt.Fprintf(w, "%4d  %-12s  %s\n", i+1, e.Date.Short(), e.Title); err != nil {
			return err
		}
	}
	return nil
}

// parsePick parses --pick: numbers and ranges, separated by commas. pick is nil
// if s is empty. last is the largest start of a range.
func parsePick(s string) (pick func(n int) bool, last int, err error) {
	if s == "" {
		return nil, 0, nil
	}
	type span struct{ first, last int }
	var spans []span
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		a, err := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || a < 1 || b < a {
			return nil, 0, usage(fmt.Errorf("--pick %q is no list of entries", s), "for example --pick 1,3-5; --list numbers them")
		}
		spans = append(spans, span{a, b})
		last = max(last, a)
	}
	pick = func(n int) bool {
		return slices.ContainsFunc(spans, func(s span) bool { return s.first <= n && n <= s.last })
	}
	return pick, last, nil
}
