// Package cli is the command line, with one file for each command. It reads
// briefings, selects what to do with them, and turns errors into a line with a
// hint and an exit code. Packages tui and export do the showing and writing.
package cli

import (
	"fmt"
	"os"
	"strings"

	"sitrep/briefing"
	"sitrep/ui/tui/terminal"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// System returns the streams of the process.
func System() Streams {
	s := Streams{
		In:       os.Stdin,
		Out:      os.Stdout,
		Err:      os.Stderr,
		Getenv:   os.Getenv,
		Terminal: term.IsTerminal(os.Stdout.Fd()),
		Typed:    term.IsTerminal(os.Stdin.Fd()),
	}
	if term.IsTerminal(os.Stderr.Fd()) {
		s.LineCells = lineCells
	}
	return s
}

// lineCells returns the width in cells of the terminal that standard error is, or
// 0 while this program is not in its foreground.
func lineCells() int {
	cells, _, err := term.GetSize(os.Stderr.Fd())
	if err != nil || !foreground(os.Stderr) {
		return 0
	}
	return cells
}

// Main runs the program and returns its exit code.
func Main(args []string, s Streams) int {
	out := newSink(s.Out)
	s.Out, s.Err = out, newSink(s.Err)
	err := execute(args, s)
	if lost := out.Close(); lost != nil && (err == nil || err.Error() == "") {
		err = fmt.Errorf("writing to standard output: %w", lost)
	}
	report(s.Err, err)
	return exitCode(err)
}

// execute runs a command. It turns a panic into an error.
func execute(args []string, s Streams) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = terminal.NewCrash(r)
		}
	}()
	root := newRoot(s, neededBy(args))
	root.SetArgs(args)
	return root.Execute()
}

// commands lists all commands but help, in the order of the help.
var commands = []command{
	{"export", newExport}, {"show", newShow}, {"find", newFind}, {"history", newHistory}, {"check", newCheck}, {"diff", newDiff}, {"ach", newACH}, {"ids", newIDs}, {"quote", newQuote},
	{"new", newTemplate}, {"import", newImport}, {"draft", newDraft}, {"review", newReview}, {"publish", newPublish}, {"withdraw", newWithdraw}, {"serve", newServe}, {"schema", newSchema}, {"config", newConfig}, {"man", newMan}, {"completion", newCompletion}, {"licenses", newLicenses},
}

// command is the name of a command and the function that builds it.
type command struct {
	name  string
	build func(Streams) *cobra.Command
}

// neededBy returns the commands that arguments need: the one that they begin with, none
// if they are files, and all of them otherwise. Building all of them takes a twentieth of
// an export of the built-in briefing.
func neededBy(args []string) []command {
	if len(args) == 0 {
		return nil
	}
	for i, c := range commands {
		if c.name == args[0] {
			if c.name == "man" {
				return commands
			}
			return commands[i : i+1]
		}
	}
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") || strings.HasPrefix(arg, "_") || arg == helpCommand {
			return commands
		}
	}
	return nil
}

// allNames returns the names of all commands, with spaces between.
func allNames() string {
	return strings.Join(briefing.Map(commands, func(c command) string { return c.name }), " ")
}

// newRoot returns the root command, which reads a briefing, with some of the others. It uses no templates
// of cobra, because then the linker would keep everything that a template might
// call, which is a sixth of the program.
func newRoot(s Streams, others []command) *cobra.Command {
	root := &cobra.Command{
		Use:           "sitrep [FILE|FOLDER|DESK]",
		Short:         "Read structured news briefings in the terminal",
		Long:          longHelp,
		Example:       examples,
		Version:       fullVersion(),
		Args:          oneFile,
		SilenceErrors: true,
		SilenceUsage:  true,

		ValidArgsFunction: completeBriefings(s, 1),
		Annotations:       map[string]string{namesKey: allNames()},
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetFlagErrorFunc(plainFlagError)
	root.SetHelpFunc(writeHelp)
	root.CompletionOptions.DisableDefaultCmd = true
	cobra.EnableCommandSorting = false
	read(root, s)
	for _, other := range others {
		root.AddCommand(other.build(s))
	}
	help := newHelp(s)
	root.SetHelpCommand(help)
	root.AddCommand(help)
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = "show this help"
	}
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "show the version, the commit and the version of Go"
	return root
}

const longHelp = `sitrep opens a briefing as tabbed panes: the brief, the timeline, the actors,
the claims and the sources. Enter leads from any statement to the exact words
in a source that support it; Esc leads back. ? lists every key.

Without FILE it opens the built-in briefing; - is standard input. Given a FOLDER
it lists the briefings in it; Enter opens one, Esc leads back to the list. A
file with a syntax error opens with the lines around it; e edits it there. When
standard output is not a terminal it writes the same as plain text. --linear
reads line by line, for screen readers: a command a line, whole sentences back.

A DESK is a library that a team shares over the network: desk:NAME, with a name
under desks: in the settings, wherever a folder can be named; desk:NAME/ID is
the newest version of a briefing on it. A file that is called so is ./desk:NAME.`

const examples = `  sitrep                            read the built-in briefing
  sitrep briefing.yaml              read one of yours
  sitrep reports                    list the briefings in a folder
  sitrep desk:ops                   list those of a team, and follow them
  sitrep | less                     the same as plain text
  sitrep import page.html -o b.yaml make a briefing from an article
  sitrep --theme light --ascii      in other colours, with plain signs
  sitrep --linear briefing.yaml     line by line, for a screen reader
  sitrep export -f json -o b.json   the same for a machine`
