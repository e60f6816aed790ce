package screen

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// themes are the themes that a key cycles through. [byTerminal] is not among
// them.
var themes = []string{"dark", "light", "mono"}

// byTerminal is the theme that follows the terminal's background.
const byTerminal = "auto"

// nextTheme changes to the next theme.
func (s *Screen) nextTheme() tea.Cmd {
	at := 0
	switch {
	case s.options.Mono:
		at = 2
	case s.options.Light:
		at = 1
	}
	return s.changeTheme(themes[(at+1)%len(themes)])
}

// changeTheme changes to the theme with the given name until the program ends.
func (s *Screen) changeTheme(name string) tea.Cmd {
	name = strings.ToLower(name)
	if name != byTerminal && !slices.Contains(themes, name) {
		s.Say("no theme " + strconv.Quote(name) + "; there are " + strings.Join(themes, ", ") + " and " + byTerminal)
		return nil
	}
	s.options.Light, s.options.Mono = name == "light", name == "mono"
	s.follow = name == byTerminal
	s.restyle()
	s.Say("the colours are " + name + "; --theme " + name + " and the settings keep them")
	return s.Init()
}
