package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Note is the foot of the frame, in which a note is typed. What it is about stays in
// sight.
type Note struct {
	Title string // what it is about
	// Kept returns the result for the typed text.
	Kept func(text string) tea.Msg
	Field
}

// Prepare puts the text of an earlier note into the field.
func (n *Note) Prepare(text string) *Note {
	n.Field = NewField(text)
	return n
}

// Key types, or closes the dialog.
func (n *Note) Key(msg tea.KeyPressMsg, _ *keys.Bindings) (tea.Msg, bool) {
	switch msg.String() {
	case "enter":
		return n.Kept(n.Field.Text()), true
	case "esc":
		return nil, true
	}
	n.Field.Key(msg)
	return nil, false
}

// Rect returns the foot of the frame, with the lines that the text needs as far as
// there is room.
func (n *Note) Rect(t *style.Theme, f layout.Frame) layout.Rect {
	lines, _ := n.Field.wrapped(t, layout.TextCells(f.W), 0)
	return f.AtFoot(1 + min(len(lines), max(f.MostCompletions(), 1)))
}

// Draw draws a rule with the keys that apply, and the text.
func (n *Note) Draw(t *style.Theme, _ *keys.Bindings, r layout.Rect) []string {
	cells := layout.TextCells(r.W)
	lines, at := n.Field.wrapped(t, cells, max(r.W-layout.Gutter, 0))
	keeps := "keeps it"
	if strings.TrimSpace(n.Field.Text()) == "" {
		keeps = "keeps none"
	}
	pieces := []style.Piece{{Part: style.RuleOn, Text: t.Signs.RuleOn + t.Signs.RuleOn + " "}, {Part: style.CrumbHere, Text: "Note "},
		{Part: style.Crumb, Text: n.Title, Cuts: true}, {Text: " "},
		{Part: style.FooterKey, Text: " enter"}, {Part: style.FooterText, Text: " " + keeps + " "},
		{Part: style.FooterKey, Text: " esc"}, {Part: style.FooterText, Text: " as before "}}
	out := []string{t.SpreadFill(r.W, pieces, t.Signs.Rule)}
	room := max(r.H-1, 0)
	first := min(max(at-room+1, 0), max(len(lines)-room, 0))
	for _, line := range lines[first:min(first+room, len(lines))] {
		out = append(out, t.Method.PadRight("", min(layout.Gutter, r.W))+line)
	}
	return out[:min(len(out), r.H)]
}

// wrapped returns the text with the cursor on lines of at most the given cells, each
// padded to all, and the line of the cursor.
func (f *Field) wrapped(t *style.Theme, cells, all int) (lines []string, cursor int) {
	text := append(f.text[:len(f.text):len(f.text)], ' ') // for a cursor behind the text
	for start := 0; start < len(text); {
		end := lineEnd(t, text, start, cells)
		padding := t.Method.PadRight("", max(all-t.Method.Of(string(text[start:end])), 0))
		if f.cursor >= start && f.cursor < end {
			cursor = len(lines)
			lines = append(lines, string(text[start:f.cursor])+t.Under(string(text[f.cursor]))+string(text[f.cursor+1:end])+padding)
		} else {
			lines = append(lines, string(text[start:end])+padding)
		}
		start = end
	}
	return lines, cursor
}

// lineEnd returns where a line that begins at start ends: behind the last space that
// fits, or in a word that does not fit by itself.
func lineEnd(t *style.Theme, text []rune, start, cells int) int {
	used, space := 0, 0
	for i := start; i < len(text); i++ {
		if used += max(t.Method.Of(string(text[i])), 0); used > cells && i > start {
			if space > start {
				return space
			}
			return i
		}
		if text[i] == ' ' {
			space = i + 1
		}
	}
	return len(text)
}
