package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/pane"
)

// binding is an action with its keys. Help, the footer's hints and the
// README's table are made from this list.
type binding struct {
	key.Binding
	group string
	name  string // of the action, as a sentence without its full stop
	do    func(*App) tea.Cmd
}

// The groups of bindings, in the order of the help.
const (
	groupMove = "Move"
	groupGo   = "Go"
	groupLook = "Look closer"
	groupApp  = "Program"
)

// newBindings is every key of the reader, in the order of the help.
func newBindings() []binding {
	return []binding{
		bind(groupMove, "k/↑", "move up", moves(pane.Up), "k", "up"),
		bind(groupMove, "j/↓", "move down", moves(pane.Down), "j", "down"),
		bind(groupMove, "g/home", "go to the top", moves(pane.Top), "g", "home"),
		bind(groupMove, "G/end", "go to the end", moves(pane.Bottom), "G", "end"),
		bind(groupMove, "ctrl+u", "go half a page up", moves(pane.HalfUp), "ctrl+u"),
		bind(groupMove, "ctrl+d", "go half a page down", moves(pane.HalfDown), "ctrl+d"),
		bind(groupMove, "b/pgup", "go a page up", moves(pane.PageUp), "b", "pgup"),
		bind(groupMove, "space/pgdn", "go a page down", moves(pane.PageDown), "space", "pgdown"),
		bind(groupMove, "{", "go to the previous group", moves(pane.PreviousGroup), "{"),
		bind(groupMove, "}", "go to the next group", moves(pane.NextGroup), "}"),

		bind(groupGo, "enter/l/→", "open what the cursor stands on", act((*App).open), "enter", "l", "right"),
		bind(groupGo, "esc/h/←", "go back one step", act((*App).back), "esc", "h", "left", "backspace"),
		bind(groupGo, "K", "go to the previous item, inside a page", siblings(pane.Up), "K"),
		bind(groupGo, "J", "go to the next item, inside a page", siblings(pane.Down), "J"),
		bind(groupGo, "1–5", "go to a section", nil, "1", "2", "3", "4", "5"),
		bind(groupGo, "tab/]", "go to the next section", sections(+1), "tab", "]"),
		bind(groupGo, "shift+tab/[", "go to the previous section", sections(-1), "shift+tab", "["),
		bind(groupGo, "ctrl+o/alt+←", "jump back to the place before", act((*App).jumpBack), "ctrl+o", "alt+left"),
		bind(groupGo, "alt+→", "jump forward again", act((*App).jumpForward), "alt+right"),

		bind(groupLook, "/", "search this section or page; tab widens to the whole briefing", act((*App).startSearch), "/"),
		bind(groupLook, "n", "go to the next hit", hits(+1), "n"),
		bind(groupLook, "N", "go to the previous hit", hits(-1), "N"),
		bind(groupLook, "F", "filter the lists, in the language of --where", act((*App).startFilter), "F"),
		bind(groupLook, ".", "show everything related to the item", act((*App).related), "."),
		bind(groupLook, "y", "copy the item: quote, text, Markdown, id, URL", act((*App).copyMenu), "y"),
		bind(groupLook, "x", "leave a source or actor out, and see what falls; again, bring it back", act((*App).whatIf), "x"),
		bind(groupLook, "X", "list what falls without what is left out", act((*App).effects), "X"),

		bind(groupApp, ":/ctrl+p", "find an action by its name", act((*App).palette), ":", "ctrl+p"),
		bind(groupApp, "?", "show every key", act((*App).help), "?"),
		bind(groupApp, "!", "list the problems of the file", act((*App).problems), "!"),
		bind(groupApp, "r", "reload the file", (*App).reload, "r"),
		bind(groupApp, "ctrl+l", "draw the screen anew", func(*App) tea.Cmd { return tea.ClearScreen }, "ctrl+l"),
		bind(groupApp, "ctrl+z", "suspend; fg in the shell comes back", func(*App) tea.Cmd { return tea.Suspend }, "ctrl+z"),
		bind(groupApp, "q", "go back one level; at the top, quit", (*App).quitOrBack, "q"),
		bind(groupApp, "ctrl+c", "quit now", func(*App) tea.Cmd { return tea.Quit }, "ctrl+c"),
	}
}

func bind(group, shown, name string, do func(*App) tea.Cmd, keys ...string) binding {
	return binding{key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, name)), group, name, do}
}

func act(f func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		f(a)
		return nil
	}
}

func moves(m pane.Motion) func(*App) tea.Cmd { return act(func(a *App) { a.move(m) }) }

func siblings(m pane.Motion) func(*App) tea.Cmd { return act(func(a *App) { a.sibling(m) }) }

func hits(step int) func(*App) tea.Cmd { return act(func(a *App) { a.nextHit(step) }) }

func sections(step int) func(*App) tea.Cmd {
	return act(func(a *App) { a.goSection(a.at + step) })
}

// press runs what a key is bound to.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	for i := range a.bindings {
		b := &a.bindings[i]
		if !key.Matches(msg, b.Binding) {
			continue
		}
		if b.do == nil {
			a.goSection(int(msg.String()[0] - '1'))
			return nil
		}
		return b.do(a)
	}
	a.say(msg.String() + " is not bound; ? shows every key")
	return nil
}
