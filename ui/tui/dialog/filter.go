package dialog

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Completion is a possible completion of the word that is being typed.
type Completion struct {
	Text       string // the word when completed
	About      string
	Start, End int // the bytes that it replaces
}

type (
	// FilterMsg asks to filter by an expression.
	FilterMsg struct{ Expression string }
	// FilterClosedMsg asks for the filter that was on before the line was
	// opened.
	FilterClosedMsg struct{}
)

// Filter is the line at the foot of the frame in which an expression is typed,
// with its completions above it. The lists stay in sight.
type Filter struct {
	Complete func(expression string, cursor int) []Completion
	// Try filters the lists by expression, and returns what is left and what is
	// wrong with the expression. If it is wrong, the lists are filtered by
	// finished, the part before a last word that is still being typed.
	Try func(expression, finished string) (leaves, problem string)
	// Past are the earlier expressions, the latest last.
	Past []string

	Field
	completions []Completion
	at          int // the selected completion
	back        int // how many steps back in Past the expression is from; 0 if it is typed
	leaves      string
	problem     string
}

// Prepare puts an expression into the field.
func (f *Filter) Prepare(expression string) *Filter {
	f.Field = NewField(expression)
	f.refresh()
	return f
}

// Renew completes and tries the typed expression again.
func (f *Filter) Renew() {
	at := f.at
	f.refresh()
	f.at = min(at, max(len(f.completions)-1, 0))
}

func (f *Filter) refresh() {
	text := f.Field.Text()
	f.completions, f.at = f.Complete(text, f.Field.Cursor()), 0
	finished := ""
	if f.completing() {
		finished = text[:strings.LastIndexByte(text, ' ')+1]
	}
	f.leaves, f.problem = f.Try(text, finished)
}

// completionCells is the least width of the column of completions, and
// completionGap the space after the longest.
const (
	completionCells = 14
	completionGap   = 2
)

// column returns the width of the column of completions first to end in a line
// of the given cells.
func (f *Filter) column(t *style.Theme, first, end, cells int) int {
	column := completionCells
	for _, c := range f.completions[first:end] {
		column = max(column, t.Method.Of(c.Text)+completionGap)
	}
	return min(column, max(cells/2, completionCells))
}

// Key types, completes, or closes the line with the expression.
func (f *Filter) Key(msg tea.KeyPressMsg, _ *keys.Bindings) (tea.Msg, bool) {
	switch name := msg.String(); name {
	case "enter":
		if f.problem == "" {
			return f.closed(), true
		}
		if f.completing() {
			f.take()
		}
	case "esc":
		return FilterClosedMsg{}, true
	case "tab":
		f.take()
	default:
		if m, ok := typingMotions[name]; ok {
			f.move(m)
		} else if f.Field.Key(msg) {
			f.back = 0
			f.refresh()
		}
	}
	return nil, false
}

// closed returns the result when the line is closed without a choice: a valid
// expression is kept.
func (f *Filter) closed() tea.Msg {
	if f.problem != "" {
		return FilterClosedMsg{}
	}
	return FilterMsg{f.Field.Text()}
}

// move selects another completion. Up from the first one on an empty line
// recalls the last expression, and then earlier ones.
func (f *Filter) move(m column.Motion) {
	past := f.back
	switch {
	case m == column.Up && (past > 0 || f.Field.Text() == "" && f.at == 0):
		past = min(past+1, len(f.Past))
	case m == column.Down && past > 0:
		past--
	case m == column.Up || m == column.PageUp:
		f.at = max(f.at-1, 0)
	default:
		f.at = min(f.at+1, max(len(f.completions)-1, 0))
	}
	if past == f.back {
		return
	}
	f.back = past
	text := ""
	if past > 0 {
		text = f.Past[len(f.Past)-past]
	}
	f.Field = NewField(text)
	f.refresh()
}

// completing reports whether the last word can be completed. If so, an
// expression may be wrong only because it is not finished.
func (f *Filter) completing() bool {
	return len(f.completions) > 0 && f.Field.Cursor() == len(f.Field.Text())
}

// wrong reports whether the expression is wrong, apart from a last word that is
// not finished.
func (f *Filter) wrong() bool { return f.problem != "" && !f.completing() }

// take puts the selected completion into the field.
func (f *Filter) take() {
	if f.at < len(f.completions) {
		c := f.completions[f.at]
		f.Field.Replace(c.Start, c.End, c.Text)
		f.back = 0
		f.refresh()
	}
}

// Paste inserts text into the field.
func (f *Filter) Paste(text string) {
	f.Field.Paste(text)
	f.back = 0
	f.refresh()
}

// Rect returns the foot of the frame, with as many lines as the completions
// need.
func (f *Filter) Rect(_ *style.Theme, frame layout.Frame) layout.Rect {
	return frame.AtFoot(layout.PromptLines + min(len(f.completions), frame.MostCompletions()))
}

// Click selects a completion, or takes the one that is already selected.
func (f *Filter) Click(_, y int, r layout.Rect) (tea.Msg, bool) {
	_, list := layout.Prompted(r)
	if first, end := f.shown(list.H); y >= list.Y && first+y-list.Y < end {
		at := first + y - list.Y
		if at == f.at {
			f.take()
		} else {
			f.at = at
		}
	}
	return nil, false
}

// Scroll selects another completion.
func (f *Filter) Scroll(m column.Motion) {
	switch m {
	case column.ScrollUp:
		f.at = max(f.at-1, 0)
	case column.ScrollDown:
		f.at = min(f.at+1, max(len(f.completions)-1, 0))
	}
}

// shown returns the range of completions shown in the given lines: the page
// with the selected one.
func (f *Filter) shown(lines int) (first, end int) {
	if lines <= 0 {
		return 0, 0
	}
	first = f.at / lines * lines
	return first, min(first+lines, len(f.completions))
}

// Draw draws a rule with the keys that apply, the completions, and the line to
// type in with what the expression leaves or what is wrong with it.
func (f *Filter) Draw(t *style.Theme, _ *keys.Bindings, r layout.Rect) []string {
	_, list := layout.Prompted(r)
	first, end := f.shown(list.H)
	lines := []string{f.rule(t, r.W, first, end)}
	column := f.column(t, first, end, r.W)
	for i := first; i < first+list.H; i++ {
		if i >= end {
			lines = append(lines, strings.Repeat(" ", r.W))
			continue
		}
		c := f.completions[i]
		sign := " "
		if i == f.at {
			sign = t.Paint(style.Cursor, t.Signs.Cursor) // the terminal's cursor is in the line below
		}
		about := c.About
		if about == c.Text { // the value explains itself
			about = ""
		}
		lines = append(lines, sign+t.Spread(r.W-1, []style.Piece{{Text: " "}, {Part: style.HeaderText, Text: t.Method.PadRight(t.Cut(c.Text, column-1), column)},
			{Part: style.FooterText, Text: about, Cuts: true}}, nil))
	}
	return append(lines, f.prompt(t, r.W))
}

// rule draws the line between the lists and the completions.
func (f *Filter) rule(t *style.Theme, cells, first, end int) string {
	pieces := []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "}, {Part: style.CrumbHere, Text: "Filter "}}
	if all := len(f.completions); end-first < all {
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: " " + strconv.Itoa(first+1) + t.Sign("–") + strconv.Itoa(end) + " of " + strconv.Itoa(all) + " "})
	}
	up, down := "↑", "↓"
	if t.ASCII {
		up, down = "up", "down"
	}
	hints := [][2]string{{"enter", "keeps it"}, {"esc", "as before"}, {"tab", "completes"}}
	switch {
	case f.wrong():
		hints = hints[1:]
	case f.problem != "":
		hints = [][2]string{{"enter tab", "complete"}, {"esc", "as before"}}
	}
	if len(f.completions) > 1 && f.back == 0 {
		hints = append(hints, [2]string{up + " " + down, "pick"})
	}
	if len(f.Past) > 0 && (f.Field.Text() == "" || f.back > 0) {
		hints = append(hints, [2]string{up, "last filter"})
	}
	for _, h := range hints {
		pieces = append(pieces, style.Piece{Part: style.FooterKey, Text: " " + h[0]}, style.Piece{Part: style.FooterText, Text: " " + h[1] + " ", Drops: true})
	}
	return t.SpreadFill(cells, pieces, t.Signs.Rule)
}

// prompt draws the line to type in. The expression has the room that it needs.
// The rest says what it leaves or, once it is finished, what is wrong with it.
func (f *Filter) prompt(t *style.Theme, cells int) string {
	part, told := style.FooterText, f.leaves
	if f.wrong() {
		part, told = style.Alarm, f.problem
	}
	field := layout.GrowingField(cells, t.Method.Of(f.Field.Text()), t.Method.Of("  "+told+" "))
	return t.Paint(style.Cursor, "> ") + f.Field.Draw(t, field) + t.Paint(part, t.Fit("  "+told, layout.PromptRest(cells, field)))
}
