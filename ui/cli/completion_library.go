package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/data/library"
)

// completeFind completes an expression with the names of the language and their fixed
// values, and behind actor: with the ids in the index of the folder in which one is.
// After the first argument, folders and files can also be named.
func completeFind(s Streams, most *marking) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if list, ok := completeDesk(s, typed); ok && len(args) > 0 {
			return list, desksOnly
		}
		var out []cobra.Completion
		for _, c := range query.NewFilter(search.New(briefing.NewIndex(&briefing.Briefing{}))).Complete(typed, len(typed)) {
			out = append(out, cobra.CompletionWithDesc(typed[:c.Start]+c.Text+typed[c.End:], clean.Line(c.Meaning)))
		}
		const actor = "actor:"
		if at := strings.LastIndex(typed, actor); at >= 0 && !strings.ContainsAny(typed[at:], ` "`) {
			before := typed[:at+len(actor)]
			for _, named := range actorIDs(".", typed[len(before):], *most) {
				out = append(out, cobra.CompletionWithDesc(before+named.ID, clean.Short(named.Name)))
			}
		}
		directive := cobra.ShellCompDirectiveNoSpace
		if len(args) == 0 {
			directive |= cobra.ShellCompDirectiveNoFileComp
		}
		return out, directive
	}
}

// completeHistory completes an actor with the ids in the index of the folder in which
// one is, and after it folders and files.
func completeHistory(s Streams, most *marking) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			if list, ok := completeDesk(s, typed); ok {
				return list, desksOnly
			}
			return nil, cobra.ShellCompDirectiveDefault
		}
		var out []cobra.Completion
		for _, named := range actorIDs(".", typed, *most) {
			out = append(out, cobra.CompletionWithDesc(named.ID, clean.Short(named.Name)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// actorIDs returns the ids of actors that begin so, as far as the index of a folder
// knows them. It does not bring the index up to date, as a shell waits for it.
func actorIDs(folder, begin string, most marking) []library.Named {
	l, err := library.Open(folder, library.Options{Max: most.label})
	if err != nil {
		return nil
	}
	defer func() { _ = l.Close() }() // it was only read
	ids, err := l.ActorIDs(context.Background(), begin)
	if err != nil {
		return nil
	}
	return ids
}
