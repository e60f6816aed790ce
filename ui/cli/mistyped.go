package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"sitrep/briefing/fold"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// oneFile checks the arguments of the root command: at most one file. More
// arguments can mean a mistyped command.
func oneFile(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		if _, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) && isWord(args[0]) {
			return noCommand(c.Root(), args[0])
		}
	}
	return atMostOne(c, args)
}

// mistyped adds a hint to the error for a file that does not exist: the command
// or option that may have been meant.
func mistyped(root *cobra.Command, args []string, err error) error {
	if len(args) == 0 || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if root.Flags().Lookup(args[0]) != nil {
		return withHint(fmt.Errorf("%s: no such file or command", args[0]), "did you mean sitrep --"+args[0]+"?")
	}
	if near, ok := fold.Nearest(args[0], commandNames(root)); ok {
		return withHint(fmt.Errorf("%s: no such file or command", args[0]), "did you mean sitrep "+near+"?")
	}
	return err
}

// isWord reports whether an argument looks like a command and not a path.
func isWord(arg string) bool { return arg != standardInput && !strings.ContainsAny(arg, `./\`) }

// plainFlagError returns an error in plain words for one that the flag package
// reports.
func plainFlagError(c *cobra.Command, err error) error {
	hint := c.CommandPath() + " --help lists the options"
	var unknown *pflag.NotExistError
	var lonely *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		hint, err = unknownFlag(c, unknown, hint)
	case errors.As(err, &lonely):
		err = fmt.Errorf("%s wants a value", flagNames(lonely.GetFlag()))
	case errors.As(err, &wrong):
		err = fmt.Errorf("%s wants %s, not %q", flagNames(wrong.GetFlag()), wantedBy(wrong), wrong.GetValue())
	case errors.As(err, &syntax):
		err = fmt.Errorf("%s is no option", syntax.GetSpecifiedFlag())
	}
	return usage(err, hint)
}

// unknownFlag returns the error for an unknown option. Its hint is the option
// with the nearest name, or else where to find help.
func unknownFlag(c *cobra.Command, err *pflag.NotExistError, usual string) (hint string, _ error) {
	name := err.GetSpecifiedName()
	if err.GetSpecifiedShortnames() != "" {
		return usual, fmt.Errorf("there is no option -%s", name)
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near, ok := fold.Nearest(name, names); ok {
		usual = "did you mean --" + near + "?"
	}
	return usual, fmt.Errorf("there is no option --%s", name)
}

func flagNames(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand + " or --" + f.Name
	}
	return "--" + f.Name
}

// wantedBy returns in words what value an option takes.
func wantedBy(err *pflag.InvalidValueError) string {
	switch err.GetFlag().Value.Type() {
	case "int":
		if errors.Is(err, strconv.ErrRange) {
			return "a smaller number"
		}
		return "a whole number"
	case "bool":
		return "true or false"
	}
	return err.GetFlag().Value.Type()
}
