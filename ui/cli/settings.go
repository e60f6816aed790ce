package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/query"
	"sitrep/ui/settings"
	"sitrep/ui/tui"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/style"
)

// Flags that override settings.
const (
	themeFlag  = "theme"
	asciiFlag  = "ascii"
	linearFlag = "linear"
)

func addLookFlags(c *cobra.Command) {
	c.Flags().String(themeFlag, string(settings.Auto), "use these `COLOURS`: auto (by the terminal's background), dark, light or mono")
	completeValues(c, themeFlag, []string{string(settings.Auto), string(settings.Dark), string(settings.Light), string(settings.Mono)})
	c.Flags().Bool(asciiFlag, false, asciiHelp)
}

const asciiHelp = "draw the program's own signs in ASCII; the briefing's words stay as they are"

// readSettings returns the values in force. Flags of the command override the
// environment, which overrides the file.
func readSettings(c *cobra.Command, s Streams) (*settings.Settings, error) {
	out := settingsOf(s)
	if f := c.Flags().Lookup(themeFlag); f != nil && f.Changed {
		theme, err := settings.ParseTheme(f.Value.String())
		if err != nil {
			return nil, usage(err, "for example --"+themeFlag+" "+string(settings.Light))
		}
		out.Theme = settings.Choice[settings.Theme]{Value: theme, From: settings.Flag(themeFlag)}
	}
	if c.Flags().Changed(asciiFlag) {
		out.ASCII = settings.Choice[bool]{Value: isSet(c, asciiFlag), From: settings.Flag(asciiFlag)}
	}
	if c.Flags().Changed(linearFlag) {
		out.Linear.On = settings.Choice[bool]{Value: isSet(c, linearFlag), From: settings.Flag(linearFlag)}
	}
	if isSet(c, noNotebookFlag) {
		out.Notebook = settings.Choice[bool]{Value: false, From: settings.Flag(noNotebookFlag)}
	}
	return out, nil
}

// settingsOf returns the values of the file and the environment.
func settingsOf(s Streams) *settings.Settings {
	return settings.Read(settings.Environment{Getenv: s.Getenv, Folder: os.UserConfigDir, Actions: actions(), Check: checkView})
}

// checkView returns what is wrong with the expression of a saved filter, and a hint.
func checkView(expression string) (problem, hint string) {
	_, err := query.Views(nil).Parse(expression)
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		return wrong.Problem, wrong.Hint
	}
	return "", ""
}

// views returns the saved filters.
func views(s *settings.Settings) query.Views {
	return briefing.Map(s.Views, func(v settings.View) query.View { return query.View{Name: v.Name, Expression: v.Expression} })
}

// expandViews returns an expression in which the terms of saved filters stand for their
// names. Without names the settings are not read.
func expandViews(c *cobra.Command, s Streams, expression string) (string, error) {
	if out, err := query.Views(nil).Expand(expression); err == nil {
		return out, nil
	}
	chosen, err := readSettings(c, s)
	if err != nil {
		return "", err
	}
	return views(chosen).Expand(expression)
}

// isSet returns the value of a boolean flag.
func isSet(c *cobra.Command, name string) bool {
	on, err := c.Flags().GetBool(name)
	return err == nil && on
}

// actions returns the actions of the reader in the form that package settings
// takes.
func actions() []settings.Action {
	return briefing.Map(tui.Bindings(), func(a keys.Binding) settings.Action {
		return settings.Action{ID: a.ID, Keys: a.Keys(), Fixed: a.ID == keys.QuitNow}
	})
}

// readerOptions returns the settings in the form that package tui takes.
func readerOptions(s *settings.Settings) tui.Options {
	o := tui.Options{
		Theme: style.Options{
			Light: s.Theme.Value == settings.Light,
			Mono:  s.Theme.Value == settings.Mono,
			ASCII: s.ASCII.Value,
		},
		FollowTerminal: s.Theme.Value == settings.Auto,
		Mouse:          s.Mouse.Value,
		Columns:        slices.Index(settings.Layouts, s.Layout.Value),
		Keys:           s.KeysByAction(),
		Notice:         notice(s),
	}
	o.Write, o.Views = saveFromReader, views(s)
	return o
}

// notice returns what the reader shows at its start about invalid settings.
func notice(s *settings.Settings) string {
	n := len(s.Problems)
	switch n {
	case 0:
		return ""
	case 1:
		p := s.Problems[0]
		p.File = filepath.Base(p.File)
		return p.String()
	}
	return fmt.Sprintf("%d problems in the settings; sitrep config lists them", n)
}
