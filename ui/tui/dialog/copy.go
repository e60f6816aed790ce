package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// CopyMsg asks to send a text to the terminal's clipboard.
type CopyMsg struct{ What, Text string }

// Copy offers what can be copied of t. open is the item of the open page, which
// cites t if t is a passage. It is the zero value if no page is open.
func Copy(x *briefing.Index, theme *style.Theme, t, open page.Target) *Picker {
	items := briefing.Map(export.Copies(x, t, open, theme.Sign), func(c export.Copy) Item {
		if c.Text == "" {
			return Item{Text: c.What, Aside: "more than terminals take; sitrep show writes it to a file"}
		}
		return copyItem(theme, c)
	})
	return list(Picker{Title: "Copy", Enter: "copies it", KeyCells: 4, None: "nothing to copy"}, items)
}

func copyItem(theme *style.Theme, c export.Copy) Item {
	return Item{Key: c.Key, Shortcut: c.Key, Text: c.What, Aside: firstLine(theme, c.Text), Result: CopyMsg{c.What, c.Marking + c.Text}}
}

// Named returns the result of the first item whose text begins with name,
// ignoring case, or nil if there is none.
func (p *Picker) Named(name string) tea.Msg {
	for i := range p.items {
		if item := p.item(i); len(item.Text) >= len(name) && strings.EqualFold(item.Text[:len(name)], name) {
			return item.Result
		}
	}
	return nil
}

// firstLine returns the part of a text that the menu shows.
func firstLine(theme *style.Theme, text string) string {
	line, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	if more {
		line += " " + theme.Signs.Ellipsis
	}
	return line
}

// quoted returns text in quotation marks.
func quoted(t *style.Theme, text string) string { return t.Sign("“") + text + t.Sign("”") }
