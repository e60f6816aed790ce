package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep/briefing/fold"

	"github.com/spf13/cobra"
)

// helpCells is the width of the help in cells.
const helpCells = 80

func writeHelp(c *cobra.Command, _ []string) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", strings.TrimSpace(c.Long))
	b.WriteString("\nUsage:\n")
	for _, line := range usageLines(c) {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	if list := listed(c); len(list) > 0 {
		b.WriteString("\nCommands:\n")
		for _, sub := range list {
			fmt.Fprintf(&b, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	if flags := c.LocalFlags(); flags.HasAvailableFlags() {
		fmt.Fprintf(&b, "\nOptions:\n%s", flags.FlagUsagesWrapped(helpCells))
	}
	if c.Example != "" {
		fmt.Fprintf(&b, "\nExamples:\n%s\n", c.Example)
	}
	_, _ = io.WriteString(c.OutOrStdout(), b.String())
}

// hanging wraps a text and indents its lines to cell indent, except the first,
// whose indent is already written.
func hanging(text string, indent int) string {
	var b strings.Builder
	at := indent
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
		case at+1+len(word) > helpCells:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += len(word)
	}
	return b.String()
}

func usageLines(c *cobra.Command) []string {
	words := c.Use
	if c.HasParent() {
		words = c.Parent().CommandPath() + " " + c.Use
	}
	if c.HasAvailableSubCommands() {
		return []string{words, c.CommandPath() + " COMMAND"}
	}
	return []string{words}
}

// listed returns the subcommands of a command that the help lists.
func listed(c *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(c.Commands()), func(sub *cobra.Command) bool { return !sub.IsAvailableCommand() })
}

const helpCommand = "help"

func newHelp(Streams) *cobra.Command {
	return &cobra.Command{
		Use:     helpCommand + " [COMMAND]",
		Short:   "Say what a command is for",
		Long:    "help says what a command is for and how it is called, as COMMAND --help does.",
		Example: "  sitrep help export",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(c.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			if len(args) == 0 {
				writeHelp(root, nil)
				return nil
			}
			for _, sub := range root.Commands() {
				if sub.Name() == args[0] && len(args) == 1 {
					sub.InitDefaultHelpFlag()
					writeHelp(sub, nil)
					return nil
				}
			}
			return noCommand(root, strings.Join(args, " "))
		},
	}
}

// namesKey is the annotation of the root command with the names of all commands but
// help, which need not have been built.
const namesKey = "commands"

func commandNames(root *cobra.Command) []string { return strings.Fields(root.Annotations[namesKey]) }

func noCommand(root *cobra.Command, name string) error {
	err := fmt.Errorf("no command %q", name)
	if near, ok := fold.Nearest(name, commandNames(root)); ok {
		return usage(err, "did you mean sitrep "+near+"?")
	}
	return usage(err, "there are "+strings.Join(commandNames(root), ", "))
}
