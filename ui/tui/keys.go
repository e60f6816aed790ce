package tui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// binding is an action with its keys. Help, the footer's hints and the
// README's table are made from this list.
type binding struct {
	key.Binding
	id    string // a slug that stays the same, for the settings
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
		bind(groupMove, "up", "move up", moves(column.Up), "k", "up"),
		bind(groupMove, "down", "move down", moves(column.Down), "j", "down"),
		bind(groupMove, "top", "go to the top", moves(column.Top), "g", "home"),
		bind(groupMove, "end", "go to the end", moves(column.Bottom), "G", "end"),
		bind(groupMove, "half-page-up", "go half a page up", moves(column.HalfUp), "ctrl+u"),
		bind(groupMove, "half-page-down", "go half a page down", moves(column.HalfDown), "ctrl+d"),
		bind(groupMove, "page-up", "go a page up", moves(column.PageUp), "b", "pgup"),
		bind(groupMove, "page-down", "go a page down", moves(column.PageDown), "space", "pgdown"),
		bind(groupMove, "previous-group", "go to the previous group", moves(column.PreviousGroup), "{"),
		bind(groupMove, "next-group", "go to the next group", moves(column.NextGroup), "}"),

		bind(groupGo, "open", "open what the cursor stands on", act((*App).open), "enter"),
		bind(groupGo, "right", "open it; in lanes, the matrix and side by side, go right", act((*App).right), "l", "right"),
		bind(groupGo, "back", "go back one step", act((*App).back), "esc", "backspace"),
		bind(groupGo, "left", "go back; in lanes, the matrix and side by side, go left", act((*App).left), "h", "left"),
		bind(groupGo, "previous-item", "go to the previous item, inside a page", siblings(column.Previous), "K"),
		bind(groupGo, "next-item", "go to the next item, inside a page", siblings(column.Next), "J"),
		bind(groupGo, "section", "go to a section", nil, sectionKeys()...),
		bind(groupGo, "next-section", "go to the next section", sections(+1), "tab", "]"),
		bind(groupGo, "previous-section", "go to the previous section", sections(-1), "shift+tab", "["),
		bind(groupGo, "jump-back", "jump back to the place before", act((*App).jumpBack), "ctrl+o", "alt+left"),
		bind(groupGo, "jump-forward", "jump forward again", act((*App).jumpForward), "alt+right"),

		bind(groupLook, "view", "show the other view: lanes of the timeline, matrix of the claims", act((*App).turnView), "v"),
		bind(groupLook, "zoom-in", "zoom in, in the lanes", zooms(+1), "+", "="),
		bind(groupLook, "zoom-out", "zoom out, in the lanes", zooms(-1), "-"),
		bind(groupLook, "search", "search this section or page; tab widens to the briefing, and to the folder", act((*App).startSearch), "/"),
		bind(groupLook, "next-hit", "go to the next hit", hits(+1), "n"),
		bind(groupLook, "previous-hit", "go to the previous hit", hits(-1), "N"),
		bind(groupLook, "filter", "filter the lists, in the language of --where", act((*App).startFilter), "F"),
		bind(groupLook, "related", "show everything related to the item", act((*App).related), "."),
		bind(groupLook, "copy", "copy the item: quote, text, Markdown, id, URL", act((*App).copyMenu), "y"),
		bind(groupLook, "browse", "open the source in the browser", (*App).browse, "o"),
		bind(groupLook, "edit", "open the file in the editor, at the item", (*App).edit, "e"),
		bind(groupLook, "leave-out", "leave a source or actor out, and see what falls; again, bring it back", act((*App).whatIf), "x"),
		bind(groupLook, "effects", "list what falls without what is left out", act((*App).effects), "X"),

		bind(groupApp, "palette", "find an action by its name", act((*App).palette), ":", "ctrl+p"),
		bind(groupApp, "help", "show every key", act((*App).help), "?"),
		bind(groupApp, "problems", "list the problems of the file, as check does", (*App).problems, "!"),
		bind(groupApp, "changes", "list what has changed since the briefing was opened", act((*App).listChanges), "D"),
		bind(groupApp, "reload", "reload the file", (*App).reload, "r"),
		bind(groupApp, "mouse", "turn the mouse on or off", act((*App).turnMouse), "M"),
		bind(groupApp, "redraw", "draw the screen anew", func(*App) tea.Cmd { return tea.ClearScreen }, "ctrl+l"),
		bind(groupApp, "suspend", "suspend; fg in the shell comes back", (*App).suspend, "ctrl+z"),
		bind(groupApp, "quit", "go back one level; at the top, quit", (*App).quitOrBack, "q"),
		bind(groupApp, fixed, "quit now", func(*App) tea.Cmd { return tea.Quit }, "ctrl+c"),
	}
}

func bind(group, id, name string, do func(*App) tea.Cmd, keys ...string) binding {
	return binding{key.NewBinding(key.WithKeys(keys...), key.WithHelp(shownKeys(keys, false), name)), id, group, name, do}
}

func act(f func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		f(a)
		return nil
	}
}

func moves(m column.Motion) func(*App) tea.Cmd { return act(func(a *App) { a.move(m) }) }

func siblings(m column.Motion) func(*App) tea.Cmd { return act(func(a *App) { a.sibling(m) }) }

func hits(step int) func(*App) tea.Cmd { return act(func(a *App) { a.nextHit(step) }) }

func zooms(step int) func(*App) tea.Cmd { return act(func(a *App) { a.zoom(step) }) }

// sectionKeys returns a digit for each section.
func sectionKeys() []string {
	keys := make([]string, len(sectionKinds))
	for i := range keys {
		keys[i] = strconv.Itoa(i + 1)
	}
	return keys
}

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
		if !a.allowed(b.id) {
			return nil
		}
		if b.do == nil {
			a.goSection(slices.Index(b.Keys(), msg.String()))
			return nil
		}
		return b.do(a)
	}
	a.say(msg.String() + " is not bound; " + a.keyOf("help") + " shows every key")
	return nil
}
