package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/data/library"
)

// desksOnly is the directive for completions of desks: the id of a briefing may follow.
const desksOnly = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace

// completeBriefings completes the names of files that can be briefings, and of desks, up
// to the number of arguments in most. If most is 0, there is no limit.
func completeBriefings(s Streams, most int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if most > 0 && len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		if list, ok := completeDesk(s, typed); ok {
			return list, desksOnly
		}
		return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeDesk completes a word that begins the name of a desk, and no file's: with the
// names of desks or, behind the name of one and a slash, with the ids of the briefings
// that have been received from it. ok is false for any other word. It asks no desk, as
// a shell waits for it.
func completeDesk(s Streams, typed string) (list []cobra.Completion, ok bool) {
	if !isDesk(typed) {
		if typed == "" || !strings.HasPrefix(deskPrefix, typed) {
			return nil, false
		}
		if files, err := filepath.Glob(typed + "*"); err != nil || len(files) > 0 {
			return nil, false
		}
	}
	chosen := settingsOf(s)
	names := briefing.Map(deskNames(chosen), func(name string) string { return deskPrefix + name })
	if name, _ := splitDesk(typed); typed != deskPrefix+name && isDesk(typed) { // a slash follows
		names = nil
		if c, err := findDesk(s, name); err == nil {
			names = briefing.Map(deskIDs(c.Folder), func(id string) string { return deskPrefix + name + "/" + id })
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, typed) }), true
}

// deskIDs returns the ids of the briefings that have been received from a desk.
func deskIDs(folder string) []string {
	names, err := library.Files(folder)
	if err != nil {
		return nil
	}
	var ids []string
	for _, name := range names {
		if v, ok := library.ParseVersion(name); ok {
			ids = append(ids, v.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// completeWithdraw completes the ids of the briefings on all desks, and the names of
// desks.
func completeWithdraw(s Streams) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var out []cobra.Completion
		for _, name := range deskNames(settingsOf(s)) {
			if c, err := findDesk(s, name); err == nil && !isDesk(typed) {
				out = append(out, deskIDs(c.Folder)...)
			}
			if len(args) > 0 || isDesk(typed) {
				out = append(out, deskPrefix+name)
			}
		}
		out = slices.DeleteFunc(out, func(word string) bool { return !strings.HasPrefix(word, typed) || slices.Contains(args, word) })
		slices.Sort(out)
		return slices.Compact(out), cobra.ShellCompDirectiveNoFileComp
	}
}
