package cli

import (
	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// completeWhere completes an expression with the values of the briefing that the
// arguments name. most is read when it is called. A briefing that cannot be read has
// no values, and standard input is left to the command.
func completeWhere(c *cobra.Command, s Streams, most *marking) {
	// It fails only if the command does not have the option.
	_ = c.RegisterFlagCompletionFunc("where", func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
		x := completingIn(args, s, *most)
		if x == nil {
			return nil, directive
		}
		var out []cobra.Completion
		for _, completion := range query.NewFilter(search.New(x)).Complete(typed, len(typed)) {
			text := typed[:completion.Start] + completion.Text + typed[completion.End:]
			out = append(out, cobra.CompletionWithDesc(text, clean.Line(completion.Meaning)))
		}
		return out, directive
	})
}

// completeIDs completes the name of a file, and behind it the ids in that.
func completeIDs(s Streams, most *marking) cobra.CompletionFunc {
	files := completeBriefings(1)
	return func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) != 1 {
			return files(c, args, typed)
		}
		x := completingIn(args, s, *most)
		if x == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		const name = "id:"
		var out []cobra.Completion
		for _, completion := range query.NewFilter(search.New(x)).Complete(name+typed, len(name+typed)) {
			out = append(out, cobra.CompletionWithDesc(completion.Text, clean.Line(completion.Meaning)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// completingIn returns the briefing that the arguments name, as far as it may be
// shown, or nil if it cannot be read.
func completingIn(args []string, s Streams, most marking) *briefing.Index {
	if len(args) > 0 && args[0] == standardInput {
		return nil
	}
	doc, err := open(args, s, most)
	if err != nil {
		return nil
	}
	return doc.Index()
}
