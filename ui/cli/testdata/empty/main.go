// Command empty is the least that a Bubble Tea program with the imports of the
// reader can be: what the reader's start is measured against.
package main

import (
	"fmt"
	"os"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	_ "github.com/spf13/cobra"
	_ "go.yaml.in/yaml/v4"
)

const framesPerSecond = 120

// model counts keys, so that each has something to draw.
type model struct{ keys int }

var quit = key.NewBinding(key.WithKeys("q"))

func (model) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	p, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	if key.Matches(p, quit) {
		return m, tea.Quit
	}
	return model{m.keys + 1}, nil
}

func (m model) View() tea.View {
	v := tea.NewView(lipgloss.NewStyle().Bold(true).Render("READY " + strconv.Itoa(m.keys)))
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(model{}, tea.WithFPS(framesPerSecond)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
