package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sitrep/ui/tui"
)

func newMan(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Write the manual page",
		Long: `man writes the manual page of sitrep in roff, the format of the program man:
every command with its options, the keys of the reader, exit codes, environment.`,
		Example: `  sitrep man > ~/.local/share/man/man1/sitrep.1
  sitrep man | man -l -`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.WriteString(s.Out, manPage(c.Root()))
			return err
		},
	}
}

// fact is a row of a table in the manual page.
type fact struct{ name, text string }

var exitFacts = []fact{
	{"0", "It went well."},
	{"1", "It failed, check or config found an error, find or history nothing, draft refused something, or publish did not publish something."},
	{"2", "Its arguments are not understood."},
	{"128 and more", "A signal ended it; its number is added to 128: 130 for an interrupt."},
}

var variableFacts = []fact{
	{"TERM", "Where it is dumb or empty, sitrep writes the text and draws no screens; --linear reads there too."},
	{"NO_COLOR", "Where it is set, screens have no colour, unless SITREP_THEME or a flag asks for some. No meaning is lost without."},
	{"SITREP_THEME", "The colours: auto, dark, light or mono."},
	{"XDG_CACHE_HOME", "The folder for the indexes of folders, instead of ~/.cache."},
	{"SITREP_CONFIG", "The settings file, instead of the usual one."},
	{"VISUAL, EDITOR", "The editor that the key e opens; the first that is set counts. It can have arguments."},
	{"BROWSER", "The program that the key o opens, instead of the desktop's: one program, without arguments."},
}

var fileFacts = []fact{
	{"~/.config/sitrep/config.yaml", "The settings: the colours, the keys, the mouse, the programs that import and draft run, the desks. On macOS and Windows it is in the folder that those keep settings in. sitrep config says what is in force and where it comes from."},
	{"~/.cache/sitrep/library", "The indexes of folders, one for each folder and each highest marking: what list, find and history read instead of the files. They can be deleted at any time, and are built again from the files. On macOS and Windows they are in the folder that those keep caches in; with XDG_CACHE_HOME in that."},
	{"~/.local/share/sitrep/desks", "What has been received from desks, a folder each: the versions of briefings, which are read and searched without the network. With XDG_DATA_HOME in that; on macOS and Windows in the folder of the settings."},
	{"~/.config/sitrep/authorized_keys, ssh_host_ed25519_key", "The keys that sitrep serve lets in, and its own, which is made at its first start. The notebooks of those who read are in ~/.local/share/sitrep/served."},
	{newName, "The briefing that sitrep new writes, unless it is told another name. A briefing is one file, in YAML or JSON; the texts of its sources can be in files in its folder or below."},
}

func manPage(root *cobra.Command) string {
	var r roff
	r.request("TH", strings.ToUpper(root.Name()), "1", buildDay(), root.Name()+" "+version(), "User Commands")
	r.section("Name")
	r.WriteString(escapeRoff(root.Name()) + ` \- ` + escapeRoff(strings.ToLower(root.Short[:1])+root.Short[1:]) + "\n")
	r.section("Synopsis")
	for _, line := range usageLines(root) {
		r.request("B", line)
		r.WriteString(".br\n")
	}
	r.section("Description")
	r.text(root.Long)
	r.section("Options")
	options(&r, root)
	r.section("Commands")
	for _, c := range listed(root) {
		r.request("SS", usageLines(c)[0])
		r.text(c.Long)
		options(&r, c)
		r.WriteString(".PP\nExamples:\n")
		r.example(c.Example)
	}
	keyTable(&r)
	facts(&r, "Exit status", exitFacts)
	facts(&r, "Environment", variableFacts)
	facts(&r, "Files", fileFacts)
	r.section("Examples")
	r.example(root.Example)
	return r.String()
}

func options(r *roff, c *cobra.Command) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" && c.HasParent() {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if value != "" {
			term += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" {
			text += " (default " + f.DefValue + ")"
		}
		r.entry(term, text)
	})
}

func keyTable(r *roff) {
	r.section("Keys")
	group := ""
	for _, k := range tui.Bindings() {
		if k.Group != group {
			group = k.Group
			r.request("SS", group)
		}
		r.entry(k.Help().Key, k.Name)
	}
}

func facts(r *roff, section string, list []fact) {
	r.section(section)
	for _, f := range list {
		r.entry(f.name, f.text)
	}
}
