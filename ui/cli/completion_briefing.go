package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/data/notebook"
)

// completeWhere completes an expression with the values of the briefing that
// the arguments name. most is read when the completion runs, after the flags
// are parsed. A briefing that cannot be read has no values, and standard input
// is left to the command.
func completeWhere(c *cobra.Command, s Streams, most *marking) {
	// It fails only if the command does not have the option.
	_ = c.RegisterFlagCompletionFunc("where", func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
		x := completingIn(args, s, *most)
		if x == nil {
			return nil, directive
		}
		var completions []query.Completion
		if chosen, err := readSettings(c, s); err == nil {
			completions = views(chosen).Complete(typed, len(typed))
		}
		if _, err := keptNotebooks(c, s, false); err == nil {
			x.SetRemarks(&notebook.Beside{}) // its names are completed
		}
		var out []cobra.Completion
		for _, completion := range append(completions, query.NewFilter(search.New(x)).Complete(typed, len(typed))...) {
			text := typed[:completion.Start] + completion.Text + typed[completion.End:]
			out = append(out, cobra.CompletionWithDesc(text, clean.Line(completion.Meaning)))
		}
		return out, directive
	})
}

// completeIDs completes the name of a file, and after it the ids of a kind in
// that file, or all ids. Without a file it completes the ids of the built-in
// briefing.
func completeIDs(s Streams, most *marking, kind briefing.Kind) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		if list, ok := completeDesk(s, typed); ok && len(args) == 0 {
			return list, desksOnly
		}
		x := completingIn(args, s, *most)
		if x == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []cobra.Completion
		for _, item := range namedItems(x, kind) {
			if strings.HasPrefix(item.id, typed) {
				out = append(out, cobra.CompletionWithDesc(item.id, clean.Short(item.name)))
			}
		}
		if len(args) == 0 {
			return out, cobra.ShellCompDirectiveDefault // a file can be named first
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
	s.Offline = true // a shell waits for the completions
	doc, err := open(args, s, most)
	if err != nil {
		return nil
	}
	return doc.Index()
}
