package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/ach"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// HypothesisMsg asks to keep a hypothesis of one's own for a question, or to take it
// away if its text is empty.
type HypothesisMsg struct{ Question, ID, Text string }

// Hypothesis is the line at the foot of the frame in which an own hypothesis is typed.
type Hypothesis struct {
	Field
	question string
	of       ach.Hypothesis
}

// NewHypothesis returns the line for a hypothesis, which is new if it has no text.
func NewHypothesis(question string, h ach.Hypothesis) *Hypothesis {
	return &Hypothesis{NewField(h.Text), question, h}
}

// Key types, or closes the line.
func (h *Hypothesis) Key(msg tea.KeyPressMsg, _ *keys.Bindings) (tea.Msg, bool) {
	switch msg.String() {
	case "enter":
		text := strings.Join(strings.Fields(h.Field.Text()), " ")
		if text == h.of.Text {
			return nil, true
		}
		return HypothesisMsg{h.question, h.of.ID, text}, true
	case "esc":
		return nil, true
	}
	h.Field.Key(msg)
	return nil, false
}

// Rect returns the foot of the frame.
func (h *Hypothesis) Rect(_ *style.Theme, frame layout.Frame) layout.Rect {
	return frame.AtFoot(layout.PromptLines)
}

// Draw draws a rule with the keys that apply, and the line to type in.
func (h *Hypothesis) Draw(t *style.Theme, _ *keys.Bindings, r layout.Rect) []string {
	title, enter := "A hypothesis of your own ", " adds it "
	if h.of.Text != "" {
		title, enter = "Your hypothesis ", " changes it "
		if strings.TrimSpace(h.Field.Text()) == "" {
			enter = " takes it away "
		}
	}
	pieces := []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "}, {Part: style.CrumbHere, Text: title}}
	for _, hint := range [][2]string{{"enter", enter}, {"esc", " as before "}} {
		pieces = append(pieces, style.Piece{Part: style.FooterKey, Text: " " + hint[0]}, style.Piece{Part: style.FooterText, Text: hint[1], Drops: true})
	}
	return []string{t.SpreadFill(r.W, pieces, t.Signs.Rule), t.Paint(style.Cursor, t.Method.PadRight(">", layout.Gutter)) + h.Field.Draw(t, layout.PromptRest(r.W, 0))}
}
