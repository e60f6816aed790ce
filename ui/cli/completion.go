package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// shells lists the shells for which completions can be written.
var shells = []struct {
	name  string
	write func(root *cobra.Command, s Streams) error
	use   string // how to install its completions
}{
	{"bash", func(r *cobra.Command, s Streams) error { return r.GenBashCompletionV2(s.Out, true) },
		`sitrep completion bash > ~/.local/share/bash-completion/completions/sitrep`},
	{"zsh", func(r *cobra.Command, s Streams) error { return r.GenZshCompletion(s.Out) },
		`sitrep completion zsh > "${fpath[1]}/_sitrep"`},
	{"fish", func(r *cobra.Command, s Streams) error { return r.GenFishCompletion(s.Out, true) },
		`sitrep completion fish > ~/.config/fish/completions/sitrep.fish`},
	{"powershell", func(r *cobra.Command, s Streams) error { return r.GenPowerShellCompletionWithDesc(s.Out) },
		`sitrep completion powershell | Out-String | Invoke-Expression`},
}

func newCompletion(s Streams) *cobra.Command {
	var names, uses []string
	for _, shell := range shells {
		names = append(names, shell.name)
		uses = append(uses, "  "+shell.use)
	}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Write the completions for a shell",
		Long: "completion writes a script with which a shell completes the commands, options\nand values of sitrep. The shells are " +
			strings.Join(names, ", ") + ".",
		Example:   strings.Join(uses, "\n"),
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			hint := "for example: sitrep completion " + shells[0].name
			if len(args) != 1 {
				return usage(errors.New("completion takes one shell: "+strings.Join(names, ", ")), hint)
			}
			for _, shell := range shells {
				if shell.name == args[0] {
					return shell.write(c.Root(), s)
				}
			}
			return usage(fmt.Errorf("no completions for %q; there are some for %s", args[0], strings.Join(names, ", ")), hint)
		},
	}
}

func completeValues(c *cobra.Command, flag string, values []string) {
	// It fails only if the command does not have the option.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
