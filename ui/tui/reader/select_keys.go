package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// selectionMove is the effect of a key on a selection: which end it moves, by
// what unit, and in which direction.
type selectionMove struct {
	other   bool
	by      column.Unit
	forward bool
}

// selectionMoves maps ids of actions, and keys without an action, to moves.
var selectionMoves = map[string]selectionMove{
	"left": {false, column.ByWord, false}, "right": {false, column.ByWord, true},
	"up": {false, column.BySentence, false}, "down": {false, column.BySentence, true},
	"H": {true, column.ByWord, false}, "L": {true, column.ByWord, true}, "shift+left": {true, column.ByWord, false}, "shift+right": {true, column.ByWord, true},
	"K": {true, column.BySentence, false}, "J": {true, column.BySentence, true}, "shift+up": {true, column.BySentence, false}, "shift+down": {true, column.BySentence, true},
}

// selectKey handles a key while words are being selected.
func (r *Reader) selectKey(msg tea.KeyPressMsg) tea.Cmd {
	key, action := msg.String(), r.Keys.Find(msg)
	if move, ok := selectionMoves[key]; ok {
		r.moveSelection(move)
		return nil
	}
	if key == swapEnds {
		r.selects.flow.SwapEnds()
		return nil
	}
	if move, ok := selectionMoves[action]; ok {
		r.moveSelection(move)
		return nil
	}
	switch action {
	case "select", "back", "quit":
		r.endSelecting()
	case "copy":
		start, end := r.selects.flow.SelectedText()
		r.Dialogs.Push(dialog.CopyWords(r.index, r.Theme, r.selects.source, start, end))
	case "note":
		r.noteOnWords()
	case "help", "numbers", "theme", "mouse", "redraw", "suspend":
		return r.run(action)
	default:
		r.Say(key + " does nothing while words are selected; " + r.Keys.Of("back") + " ends that")
	}
	return nil
}

func (r *Reader) moveSelection(m selectionMove) {
	if r.selects.flow.MoveSelection(m.other, m.by, m.forward) {
		return
	}
	switch ofStart := r.selects.flow.StartMoves() != m.other; {
	case ofStart == m.forward:
		r.Say("no word would be left; " + swapEnds + " has the other end move")
	case m.forward:
		r.Say("this is the end of the text")
	default:
		r.Say("this is the start of the text")
	}
}
