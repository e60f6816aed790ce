package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
)

// actions are what the actions in the table of keys do, by id. Those that move
// the cursor are in [column.Motions].
var actions = map[string]func(*App) tea.Cmd{
	"open":             act((*App).open),
	"right":            act((*App).right),
	"back":             act((*App).back),
	"left":             act((*App).left),
	"previous-item":    act(func(a *App) { a.sibling(column.Previous) }),
	"next-item":        act(func(a *App) { a.sibling(column.Next) }),
	"next-section":     act(func(a *App) { a.goSection(a.at + 1) }),
	"previous-section": act(func(a *App) { a.goSection(a.at - 1) }),
	"jump-back":        act((*App).jumpBack),
	"jump-forward":     act((*App).jumpForward),

	"view":         act((*App).turnView),
	"zoom-in":      act(func(a *App) { a.zoom(+1) }),
	"zoom-out":     act(func(a *App) { a.zoom(-1) }),
	"search":       act((*App).startSearch),
	"next-hit":     act(func(a *App) { a.nextHit(+1) }),
	"previous-hit": act(func(a *App) { a.nextHit(-1) }),
	"filter":       act((*App).startFilter),
	"related":      act((*App).related),
	"copy":         act((*App).copyMenu),
	"browse":       (*App).browse,
	"edit":         (*App).edit,
	"leave-out":    act((*App).whatIf),
	"effects":      act((*App).effects),

	"palette":    act((*App).palette),
	"help":       act((*App).help),
	"problems":   (*App).problems,
	"changes":    act((*App).listChanges),
	"reload":     (*App).reload,
	"mouse":      act((*App).turnMouse),
	"redraw":     func(*App) tea.Cmd { return tea.ClearScreen },
	"suspend":    (*App).suspend,
	"quit":       (*App).quitOrBack,
	keys.QuitNow: func(*App) tea.Cmd { return tea.Quit },
}

func act(f func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		f(a)
		return nil
	}
}

// press does what a key is bound to.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	switch action := a.bindings.Find(msg); action {
	case "":
		a.say(msg.String() + " is not bound; " + a.bindings.Of("help") + " shows every key")
	case keys.Section:
		if a.allowed(action) {
			a.goSection(a.bindings.SectionOf(msg))
		}
	default:
		return a.run(action)
	}
	return nil
}

// run does an action, if it can be done where the reader is.
func (a *App) run(action string) tea.Cmd {
	if !a.allowed(action) {
		return nil
	}
	if m, ok := column.Motions[action]; ok {
		a.move(m)
		return nil
	}
	return actions[action](a)
}
