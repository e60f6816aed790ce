package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Completion is one way to go on with what is being typed.
type Completion struct {
	Text       string // what stands there afterwards
	About      string
	Start, End int // the bytes that it takes the place of
}

// FilterMsg asks for the filter with an expression.
type FilterMsg struct{ Expression string }

// Filter is a dialog in which an expression is typed, with its completions,
// what it would leave, and what is wrong with it.
type Filter struct {
	Complete func(expression string, cursor int) []Completion
	// Try says what an expression leaves, or what is wrong with it.
	Try func(expression string) (leaves, problem string)

	field       Field
	completions []Completion
	flow        *column.Flow
	leaves      string
	problem     string
}

// Prepare puts an expression into the field.
func (f *Filter) Prepare(expression string) *Filter {
	f.field = NewField(expression)
	f.refresh()
	return f
}

// Renew completes and tries what has been typed once more.
func (f *Filter) Renew() {
	m := f.flow.Mark()
	f.refresh()
	f.flow.Restore(m)
}

func (f *Filter) refresh() {
	text := f.field.Text()
	f.leaves, f.problem = f.Try(text)
	f.completions = f.Complete(text, f.field.Cursor())
	blocks := make([]page.Block, 0, len(f.completions))
	for i, c := range f.completions {
		about := c.About
		if about == c.Text { // the value is a word already
			about = ""
		}
		blocks = append(blocks, page.Entry{
			Lead: []page.Span{{Text: c.Text, Role: page.Sign}}, LeadCells: completionCells,
			Body: []page.Span{{Text: about, Role: page.Muted}}, To: page.Target{Passage: i + 1},
		})
	}
	f.flow = column.NewFlow(column.Blocks(blocks))
}

// completionCells is the width of the column of completions.
const completionCells = 28

// Key types, completes, or closes the dialog with the expression.
func (f *Filter) Key(msg tea.KeyPressMsg, _ *keys.Bindings) (tea.Msg, bool) {
	switch name := msg.String(); name {
	case "enter":
		if f.problem == "" {
			return FilterMsg{f.field.Text()}, true
		}
		if f.unfinished() {
			f.take()
		}
	case "esc":
		return nil, true
	case "tab":
		f.take()
	default:
		if m, ok := typingMotions[name]; ok {
			f.flow.Move(m)
		} else if f.field.Key(msg) {
			f.refresh()
		}
	}
	return nil, false
}

// unfinished reports whether an expression is wrong only because its last word
// is still being typed, as far as the completions tell.
func (f *Filter) unfinished() bool {
	return f.problem != "" && len(f.completions) > 0 && f.field.Cursor() == len(f.field.Text())
}

// take puts the completion under the cursor into the field.
func (f *Filter) take() {
	if n := f.flow.Selected().Passage; n > 0 {
		c := f.completions[n-1]
		f.field.Replace(c.Start, c.End, c.Text)
		f.refresh()
	}
}

// TakesText is true: keys are text.
func (f *Filter) TakesText() bool { return true }

// Paste puts text into the field.
func (f *Filter) Paste(text string) {
	f.field.Insert(text)
	f.refresh()
}

// Size is as wide as text gets; its height does not change while typing.
func (f *Filter) Size(frame layout.Frame) (w, h int) { return frame.ListDialog(layout.MaxText) }

// Draw is the field, what the expression leaves or what is wrong with it, and
// the completions.
func (f *Filter) Draw(t *style.Theme, _ *keys.Bindings, r layout.Rect) []string {
	field, rest := layout.FieldAbove(layout.Inside(r))
	told, rest := layout.FieldAbove(rest)
	part, text := style.FooterText, f.leaves
	switch {
	case f.unfinished():
		text = f.problem
	case f.problem != "":
		part, text = style.Alarm, f.problem
	}
	sign := t.Method.PadRight(">", layout.Gutter)
	lines := []string{
		t.Paint(style.Cursor, sign) + f.field.Draw(t, field.W),
		t.Method.PadRight("", layout.Gutter) + t.Paint(part, t.Fit(text, told.W)),
	}
	f.flow.Resize(column.Size{Cells: rest.W, Lines: rest.H, Method: t.Method})
	lines = append(lines, f.flow.Draw(t, true)...)
	return t.Box("Filter", "enter applies, tab completes, esc leaves it as it was", lines[:layout.Inside(r).H], r.W)
}
