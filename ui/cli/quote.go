package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

// quoteOptions are the flags of quote.
type quoteOptions struct {
	format string
	maxTLP marking
}

// quoteFormat is a way of writing a quote.
type quoteFormat struct {
	name  string
	write func(w io.Writer, s *briefing.Source, e *briefing.Evidence) error
}

var quoteFormats = []quoteFormat{
	{"yaml", func(w io.Writer, _ *briefing.Source, e *briefing.Evidence) error { return file.WriteEvidence(w, e) }},
	{"citation", func(w io.Writer, s *briefing.Source, e *briefing.Evidence) error {
		_, err := fmt.Fprintln(w, export.Citation(s, e, func(sign string) string { return sign }))
		return err
	}},
	{"plain", func(w io.Writer, _ *briefing.Source, e *briefing.Evidence) error {
		_, err := fmt.Fprintln(w, e.Quote)
		return err
	}},
}

func quoteFormatNames() []string {
	return briefing.Map(quoteFormats, func(f quoteFormat) string { return f.name })
}

func newQuote(s Streams) *cobra.Command {
	o := quoteOptions{}
	c := &cobra.Command{
		Use:   "quote [FILE] SOURCE WORDS",
		Short: "Write words of a source as evidence, to put into a briefing",
		Long: `quote looks up words in the text of a source and writes them as evidence in
YAML, just as they are there. "first … last" is everything from the first to
the next place of the last; ... will do for the sign. Where the same words are
in the text more than once, prefix or suffix tell the first place from the
others.`,
		Example: `  sitrep quote briefing.yaml ap 'Russia … 3,000 troops'
  sitrep quote -f citation ap 'the chief spokesman'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 || len(args) > 3 {
				return usage(errors.New("quote takes the id of a source and words, and before them a file if you like"),
					"for example: sitrep quote briefing.yaml ap 'first words … last words'")
			}
			return nil
		},
		ValidArgsFunction: completeIDs(s, &o.maxTLP, briefing.KindSource),
		RunE: func(_ *cobra.Command, args []string) error {
			return writeQuote(s, args[:len(args)-2], args[len(args)-2], args[len(args)-1], o)
		},
	}
	c.Flags().StringVarP(&o.format, "format", "f", quoteFormats[0].name, "write in this `FORMAT`: "+strings.Join(quoteFormatNames(), ", "))
	completeValues(c, "format", quoteFormatNames())
	maxTLPFlag(c, &o.maxTLP)
	return c
}

func writeQuote(s Streams, name []string, id, words string, o quoteOptions) error {
	at := slices.Index(quoteFormatNames(), o.format)
	if at < 0 {
		return usage(fmt.Errorf("no format %q", o.format), "there are "+strings.Join(quoteFormatNames(), ", "))
	}
	doc, err := open(name, s, o.maxTLP)
	if err != nil {
		return err
	}
	tellWithheld(s.Err, doc)
	x := doc.Index()
	source := x.Source(id)
	switch {
	case source == nil:
		return withHint(fmt.Errorf("no source %q in %s", id, doc.Name), suggestID(x, id))
	case source.Text == "":
		return withHint(fmt.Errorf("the source %q has no text", id), "add its text, or a text_file beside the briefing")
	}
	first, last := aroundEllipsis(words)
	start, end, ok := quote.Between(source.Text, first, last)
	if !ok {
		return withHint(fmt.Errorf("the text of %q does not have these words", id), notThere(x.SourceText(source), first, last))
	}
	found, ok := quote.Select(source.Text, start, end)
	if !ok {
		return withHint(errors.New("no quote leads to this place alone"), "take more words")
	}
	e := briefing.Evidence{Source: id, Quote: found.Words, Prefix: found.Prefix, Suffix: found.Suffix}
	return quoteFormats[at].write(s.Out, source, &e)
}

// aroundEllipsis returns the words before and after the first ellipsis, or all
// words and "" if there is none.
func aroundEllipsis(words string) (first, last string) {
	for _, sign := range []string{"…", "..."} {
		if first, last, ok := strings.Cut(words, sign); ok {
			return first, last
		}
	}
	return words, ""
}

// notThere returns a hint for words that are not in a text.
func notThere(text *quote.Text, first, last string) string {
	list := quote.NewWordList(text.Folded)
	for _, words := range []string{first, last} {
		sought := quote.Quote{Words: words}
		if strings.TrimSpace(words) == "" || text.Anchor(sought).State != quote.Missing {
			continue
		}
		if mistake := text.Mistake(sought); mistake != "" {
			return mistake
		}
		if near, _ := list.Nearest(words); near.End > near.Start {
			return "the nearest words are: " + list.Text[near.Start:near.End]
		}
	}
	return "copy the words from the text of the source: sitrep show writes it"
}
