package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
)

// actions maps the ids of actions to what they do. Actions that move the cursor
// are in [column.Motions], and those of the whole program in package screen.
var actions = map[string]func(*Reader) tea.Cmd{
	"open":             act((*Reader).open),
	"right":            act((*Reader).right),
	"back":             (*Reader).back,
	"left":             (*Reader).left,
	"previous-item":    act(func(r *Reader) { r.sibling(column.Previous) }),
	"next-item":        act(func(r *Reader) { r.sibling(column.Next) }),
	"next-section":     act(func(r *Reader) { r.goSection(r.at + 1) }),
	"previous-section": act(func(r *Reader) { r.goSection(r.at - 1) }),
	"jump-back":        act(func(r *Reader) { r.jump(r.history.back, "no earlier place") }),
	"jump-forward":     act((*Reader).jumpForward),

	"view":         act((*Reader).turnView),
	"alone":        act(func(r *Reader) { r.TurnAlone(r.here().wish()) }),
	"wider":        act(func(r *Reader) { r.Widen(r.here().wish(), +1) }),
	"narrower":     act(func(r *Reader) { r.Widen(r.here().wish(), -1) }),
	"zoom-in":      act(func(r *Reader) { r.zoom(+1) }),
	"zoom-out":     act(func(r *Reader) { r.zoom(-1) }),
	"sort":         act((*Reader).sortCodes),
	"search":       act((*Reader).startSearch),
	"next-hit":     act(func(r *Reader) { r.nextHitOrDraft(+1, column.Next) }),
	"previous-hit": act(func(r *Reader) { r.nextHitOrDraft(-1, column.Previous) }),
	"filter":       act((*Reader).startFilter),
	"related":      act((*Reader).related),
	"across":       (*Reader).across,
	"copy":         act((*Reader).copyMenu),
	"select":       act((*Reader).startSelecting),
	"browse":       (*Reader).browse,
	"edit":         (*Reader).edit,
	"leave-out":    act((*Reader).whatIf),
	"export":       act((*Reader).chooseExport),
	"effects":      act((*Reader).effects),
	keys.Code:      act(func(r *Reader) { r.codeNamed("") }),
	"hypothesis":   act((*Reader).editHypothesis),

	"take": (*Reader).takeDraft,
	"drop": (*Reader).askToDrop,

	"mark":      act((*Reader).markItem),
	"note":      act((*Reader).noteOn),
	"judge":     act((*Reader).judge),
	"turn-read": func(r *Reader) tea.Cmd { return r.undoStepOr((*Reader).turnRead) },
	"undo":      func(r *Reader) tea.Cmd { return r.undoStepOr((*Reader).undo) },
	"notebook":  act((*Reader).listNotes),

	"palette":   act(func(r *Reader) { r.Palette("palette", r.names(), r.can, r.savedFilters()...) }),
	"problems":  (*Reader).problems,
	"changes":   act((*Reader).listChanges),
	"open-file": act(func(r *Reader) { r.Palette("open-file", r.names(), r.can) }),
	"reload":    (*Reader).reload,
	"quit":      (*Reader).quitOrBack,
}

// withArgument maps the ids of actions with an argument typed in the palette to
// what they do. Those of the whole program are in package screen.
var withArgument = map[string]func(*Reader, string) tea.Cmd{
	"copy":    (*Reader).copyNamed,
	keys.Code: func(r *Reader, code string) tea.Cmd { r.codeNamed(code); return nil },
	"export":  func(r *Reader, format string) tea.Cmd { r.export(format); return nil },
	"filter":  (*Reader).applyFilter,
}

func act(f func(*Reader)) func(*Reader) tea.Cmd {
	return func(r *Reader) tea.Cmd {
		f(r)
		return nil
	}
}

// undoStepOr undoes the last step of a review, or calls do if there is no review.
func (r *Reader) undoStepOr(do func(*Reader)) tea.Cmd {
	if r.review != nil {
		return r.undoStep()
	}
	do(r)
	return nil
}

// can reports whether an action does something in the briefing.
func (r *Reader) can(action string) bool {
	switch action {
	case "sort":
		return r.analysed() != nil
	case "take", "drop":
		return r.review != nil
	case "turn-read", "undo":
		return r.review != nil || r.notes.book != nil
	case "mark", "note", "judge", "notebook":
		return r.notes.book != nil
	}
	return true
}

// press passes a key to the prompt, to the selection, or to the action that it
// is bound to.
func (r *Reader) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case r.review != nil && r.review.writing:
		if len(r.review.held) < maxHeld {
			r.review.held = append(r.review.held, msg)
		}
		return nil
	case r.find.typing:
		return r.searchKey(msg)
	case r.selects != nil:
		return r.selectKey(msg)
	case r.Keys.Find(msg) == keys.Section:
		if n := r.Keys.SectionOf(msg); n < len(r.sections) {
			r.goSection(n)
		} else { // a briefing that is opened over a review has one less
			r.Unbound(msg)
		}
		return nil
	case r.Keys.Find(msg) == keys.Code:
		r.codeAs(r.Keys.NumberOf(keys.Code, msg))
		return nil
	}
	return r.Press(msg, r.run)
}

// run runs an action.
func (r *Reader) run(action string) tea.Cmd {
	if cmd, ok := r.Run(action, r.here().focused()); ok {
		return cmd
	}
	return actions[action](r)
}

// runTyped runs an action with what was typed after its verb.
func (r *Reader) runTyped(msg dialog.RunMsg) tea.Cmd {
	if cmd, ok := r.RunTyped(msg); ok {
		return cmd
	}
	if do, ok := withArgument[msg.Action]; ok && msg.Argument != "" {
		return do(r, msg.Argument)
	}
	return r.run(msg.Action)
}
