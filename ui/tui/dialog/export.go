package dialog

import (
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// ExportScope is the part of a briefing to export, selected by an expression.
// An empty Where selects everything.
type ExportScope struct{ Text, Where string }

// ExportMsg asks to write a briefing to a file.
type ExportMsg struct {
	Format  string
	Where   string
	Part    briefing.Part // for formats that hold one part
	File    string
	Option  bool // as [export.Format.Option]
	Replace bool // overwrite an existing file
}

// Export is a dialog to choose a format, a scope and a file.
type Export struct {
	stem   string
	part   briefing.Part
	scopes []ExportScope
	scope  int
	option bool // for formats that have one

	Field
	proposed string // as the name of the file
	flow     *column.Flow
}

// NewExport returns the dialog for the briefing with the given id. part is the
// part on the screen, and format is the format selected at first, with its
// option if it has one.
func NewExport(id string, part briefing.Part, scopes []ExportScope, format string, option bool) *Export {
	e := &Export{stem: id, part: part, scopes: scopes, option: option}
	blocks := make([]page.Block, len(export.Formats))
	at := 1
	for i, f := range export.Formats {
		blocks[i] = page.Entry{Lead: []page.Span{{Text: f.Name, Role: page.Sign}}, LeadCells: kindCells,
			Body: []page.Span{{Text: f.Summary, Role: page.Muted}}, To: page.Target{Passage: i + 1}}
		if f.Name == format {
			at = i + 1
		}
	}
	rows := column.Blocks(blocks)
	rows.Entries = func(row int) int { return row + 1 }
	e.flow = column.NewFlow(rows)
	e.flow.Select(page.Target{Passage: at})
	e.propose()
	return e
}

func (e *Export) format() export.Format { return export.Formats[max(e.flow.Selected().Passage, 1)-1] }

// propose writes a file name into the field. If a name was typed, only its
// extension changes.
func (e *Export) propose() {
	f := e.format()
	name := e.stem
	if f.OnePart() {
		name += "-" + string(e.part)
	}
	name += f.Extension
	typed := e.Field.Text()
	if stem, ok := strings.CutSuffix(typed, filepath.Ext(e.proposed)); ok && typed != e.proposed {
		e.Field = NewField(stem + f.Extension)
	} else if ok {
		e.Field = NewField(name)
	}
	e.proposed = name
}

// Key selects, types, or closes the dialog.
func (e *Export) Key(msg tea.KeyPressMsg, _ *keys.Bindings) (tea.Msg, bool) {
	switch name := msg.String(); name {
	case "enter":
		if file := strings.TrimSpace(e.Field.Text()); file != "" {
			return ExportMsg{Format: e.format().Name, Where: e.scopes[e.scope].Where, Part: e.part, File: file, Option: e.option}, true
		}
	case "esc":
		return nil, true
	case "tab":
		e.scope = (e.scope + 1) % len(e.scopes)
	case "shift+tab":
		e.option = !e.option
	default:
		if m, ok := typingMotions[name]; ok {
			e.flow.Move(m)
			e.propose()
		} else {
			e.Field.Key(msg)
		}
	}
	return nil, false
}

// Click selects a format.
func (e *Export) Click(x, y int, r layout.Rect) (tea.Msg, bool) {
	formats := exportLines(r).formats
	e.flow.Click(x-formats.X, y-formats.Y)
	e.propose()
	return nil, false
}

// Scroll scrolls the formats.
func (e *Export) Scroll(m column.Motion) { e.flow.Move(m) }

// Rect returns a rectangle with lines for the file, the scope and the formats,
// if there is room. It lays the formats out in the most room that they can
// have. Draw uses only what is needed.
func (e *Export) Rect(t *style.Theme, f layout.Frame) layout.Rect {
	most := layout.Inside(f.Dialog(f.ListDialog(f.H)))
	formats := exportLines(f.Dialog(f.ListDialog(f.H))).formats
	e.flow.Resize(column.Size{Cells: formats.W, Lines: formats.H, Method: t.Method, ASCII: t.ASCII})
	return f.Dialog(f.ListDialog(most.H - formats.H + e.flow.Height(formats.H)))
}

// exportRects are the parts of the dialog.
type exportRects struct{ file, scope, option, formats layout.Rect }

func exportLines(r layout.Rect) (out exportRects) {
	out.file, r = layout.FieldAbove(layout.Inside(r))
	out.scope, r = layout.FieldAbove(r)
	out.option, out.formats = layout.FieldAbove(r)
	return out
}

// Draw draws the file name, the scope, the option of the format, and the
// formats.
func (e *Export) Draw(t *style.Theme, _ *keys.Bindings, r layout.Rect) []string {
	rects := exportLines(r)
	gutter := t.Method.PadRight("", layout.Gutter)
	lines := []string{
		t.Paint(style.Cursor, t.Method.PadRight(">", layout.Gutter)) + e.Field.Draw(t, rects.file.W),
		gutter + t.Spread(rects.scope.W, e.scopeLine(), nil),
		gutter + t.Spread(rects.option.W, e.optionLine(), nil),
	}
	lines = append(lines, e.flow.Draw(t, true)[:rects.formats.H]...)
	up := "↑ ↓"
	if t.ASCII {
		up = "up down"
	}
	footer := "enter writes it, " + up + " format, tab what of it, esc closes"
	if shown := inSight(t, e.flow); shown != "" {
		footer = shown + ", " + footer
	}
	return t.Box("Export to a file", footer, lines[:layout.Inside(r).H], r.W)
}

// scopeLine says what is exported, and what tab would change that to.
func (e *Export) scopeLine() []style.Piece {
	pieces := []style.Piece{{Part: style.HeaderText, Text: e.scopes[e.scope].Text, Cuts: true}}
	for i := range e.scopes[1:] {
		other := e.scopes[(e.scope+i+1)%len(e.scopes)]
		pieces = append(pieces, style.Piece{Part: style.FooterKey, Text: "  tab"}, style.Piece{Part: style.FooterText, Text: " " + other.Text, Cuts: true})
	}
	return pieces
}

// optionLine says whether the format's option is on, and how to change that.
func (e *Export) optionLine() []style.Piece {
	option := e.format().Option()
	if option.Name == "" {
		return []style.Piece{{Part: style.FooterText, Text: e.format().Name + " has no options"}}
	}
	box := "[ ] "
	if e.option {
		box = "[x] "
	}
	return []style.Piece{{Part: style.HeaderText, Text: box + "--" + option.Name}, {Part: style.FooterKey, Text: "  shift+tab"},
		{Part: style.FooterText, Text: " " + option.Summary, Cuts: true}}
}

// ReplaceFile asks whether to overwrite an existing file.
func ReplaceFile(msg ExportMsg) *Picker {
	msg.Replace = true
	return list(Picker{Title: "There is a file of that name", Enter: "does it", None: "nothing to replace"}, []Item{
		{Text: "leave it as it is", Result: keepFileMsg{}},
		{Text: "replace it by the export", Aside: msg.File, Result: msg},
	})
}

// keepFileMsg does nothing.
type keepFileMsg struct{}

// Exported lists what an export could not hold.
func Exported(file, format string, losses export.Losses) *Picker {
	items := briefing.Map(losses, func(l export.Loss) Item {
		return Item{Group: format + " has no place for", Text: l.Field, Code: strconv.Itoa(l.Count)}
	})
	return list(Picker{Title: "Written to " + file, None: "nothing is lost"}, items)
}
