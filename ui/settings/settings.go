// Package settings reads what a user has chosen for every run: a theme, signs
// in ASCII, the mouse, keys. The values come from a small file, the environment
// and flags, the later ones winning, and each records its origin. The file is
// read like a briefing, with the same limits. Invalid settings are left out and
// reported with their lines, so that they cannot keep a briefing from being
// read.
//
// The package changes nothing itself, writes no file, and does not depend on
// the screen.
package settings

import (
	"fmt"
	"path/filepath"
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Theme is a choice of colours.
type Theme string

// The themes.
const (
	Auto  Theme = "auto"  // by the terminal's background
	Dark  Theme = "dark"  // for a dark background
	Light Theme = "light" // for a light one
	Mono  Theme = "mono"  // no colours
)

// Themes are all themes; the first is the default.
var Themes = []Theme{Auto, Dark, Light, Mono}

// Layouts are the choices for the number of columns: as many as fit, or a fixed
// number if they fit. The first is the default.
var Layouts = []string{"auto", "one", "two", "three"}

// Origin is the origin of a value.
type Origin struct {
	name string
	line int32 // of a file; 0 elsewhere
}

// String returns the origin in few words: "default", "config.yaml:3", "NO_COLOR",
// "--theme".
func (o Origin) String() string {
	if o.line > 0 {
		return fmt.Sprintf("%s:%d", o.name, o.line)
	}
	return o.name
}

var byDefault = Origin{name: "default"}

// Choice is a value with its origin.
type Choice[T any] struct {
	Value T
	From  Origin
}

// Action is something that keys can be bound to.
type Action struct {
	ID   string
	Keys []string // the default
	// Fixed says that these keys cannot be changed or given to another action.
	Fixed bool
}

// Bound is an action with its keys.
type Bound struct {
	Action string // its id
	Keys   []string
	From   Origin
	Lost   []Loss
	Fixed  bool // cannot be changed
}

// Loss is a default key of an action that the file has given to another one.
type Loss struct{ Key, To string }

// Settings are the values in force.
type Settings struct {
	Theme Choice[Theme]
	ASCII Choice[bool] // the program's own signs in ASCII
	Mouse Choice[bool] // on from the start
	// Notebook is whether a notebook is kept beside each briefing.
	Notebook Choice[bool]
	// Layout is one of [Layouts].
	Layout Choice[string]
	// PDF is the command that converts a PDF to text: a program with its
	// arguments, which reads the PDF from its standard input. It is empty if
	// there is none.
	PDF    Choice[[]string]
	Linear Linear
	// Drafters are the commands that sitrep draft can ask, in the order of the file.
	Drafters []Choice[Drafter]
	// Desks are the libraries that teams share, in the order of the file.
	Desks []Choice[Desk]
	// Views are the saved filters, in the order of the file.
	Views []View
	Keys  []Bound // of every action, in the order of the actions

	// File is the path of the file, or empty if there is no folder for it.
	// Found reports whether it exists.
	File  string
	Found bool
	// Problems are in the order of the file. Their texts are clean.
	Problems []file.Problem
}

// Linear are the settings for reading line by line.
type Linear struct {
	// On is whether briefings are read line by line even without the flag.
	On Choice[bool]
	// Speak is a command that speaks what it gets on its standard input: a program with
	// its arguments. It is empty if there is none.
	Speak Choice[[]string]
}

// View is a filter that is saved under a name.
type View struct {
	Name, Expression string
	From             Origin
}

// Environment is what settings are read from, except flags.
type Environment struct {
	Getenv func(name string) string
	// Folder returns a user's folder for settings, like [os.UserConfigDir].
	Folder  func() (string, error)
	Actions []Action
	// Check returns what is wrong with the expression of a view, and a hint, or "". It
	// can be nil.
	Check func(expression string) (problem, hint string)
}

// KeysByAction returns the keys of every action.
func (s *Settings) KeysByAction() map[string][]string {
	out := make(map[string][]string, len(s.Keys))
	for _, b := range s.Keys {
		out[b.Action] = b.Keys
	}
	return out
}

// ParseTheme returns the theme with the given name. Its error lists all themes.
func ParseTheme(name string) (Theme, error) {
	if t := Theme(name); slices.Contains(Themes, t) {
		return t, nil
	}
	return "", fmt.Errorf("no theme %q; there are %s", clean.Line(name), themeNames())
}

// Flag returns the origin of a value set by a flag.
func Flag(name string) Origin { return Origin{name: "--" + name} }

// The variables that choose a theme. NO_COLOR, if set to anything, asks all
// programs for no colours (no-color.org).
const (
	themeVariable   = "SITREP_THEME"
	noColorVariable = "NO_COLOR"
	fileVariable    = "SITREP_CONFIG"
)

func (s *Settings) environment(getenv func(string) string) {
	if getenv(noColorVariable) != "" {
		s.Theme = Choice[Theme]{Mono, Origin{name: noColorVariable}}
	}
	name := getenv(themeVariable)
	if name == "" {
		return
	}
	theme, err := ParseTheme(name)
	if err != nil {
		s.Problems = append(s.Problems, file.Problem{File: themeVariable, Severity: file.Error,
			Code: file.CodeBadValue, Message: err.Error(), Hint: suggestTheme(name)})
		return
	}
	s.Theme = Choice[Theme]{theme, Origin{name: themeVariable}}
}

func (s *Settings) inFile(at briefing.Pos) Origin {
	return Origin{clean.Line(filepath.Base(s.File)), at.Line}
}
