package dialog

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Item is a row of a picker.
type Item struct {
	Group  string  // the heading above it
	Key    string  // before the text: a key, a date, a kind
	Text   string  // empty if it is the text of the item before
	Code   string  // in brackets after the text; never broken into lines
	Aside  string  // below the text, each of its lines separately
	Result tea.Msg // returned when the item is chosen; nil for an item that is only read
	// Shortcut is a key that chooses the item at once while keys are not text.
	Shortcut string
	// Fill sets all fields but Group when the item is first shown or chosen. It
	// is nil if they are set already.
	Fill func(*Item)
}

// Picker is a list to choose from or to read. It can be narrowed by typing.
type Picker struct {
	Title string
	// Find returns the items for what has been typed.
	Find func(typed string) []Item
	// Typing says that keys are text. Else / begins typing.
	Typing bool
	// Enter is the footer's word for what enter does to an item, or "" if the
	// items are only read.
	Enter string
	// None is shown if there are no items.
	None string
	// Marks returns what is highlighted in the items for what has been typed.
	// It is nil if nothing is.
	Marks func(typed string) fold.Query
	// Note returns the start of the footer. If it is nil, the footer says how
	// many items there are.
	Note func() string
	// Closed is the result if the picker is closed without a choice. Widens
	// returns the result of tab. Both may be nil.
	Closed tea.Msg
	Widens func(typed string) tea.Msg
	// KeyCells is the width of the column before the texts.
	KeyCells int

	field Field
	items []Item
	flow  *column.Flow
	total int // items before anything was typed
	top   anchor
}

// anchor keeps the top of a list in place during typing. It holds the most
// lines that the list has had in a frame of this size.
type anchor struct{ width, height, lines int }

// rect returns the rectangle of a list with the given lines.
func (a *anchor) rect(f layout.Frame, lines int) layout.Rect {
	if a.width != f.W || a.height != f.H {
		*a = anchor{f.W, f.H, 0}
	}
	a.lines = max(a.lines, lines)
	r := f.Dialog(f.ListDialog(a.lines))
	_, r.H = f.ListDialog(lines)
	return r
}

// Prepare finds the first items. It must be called before the picker is opened.
func (p *Picker) Prepare() *Picker {
	p.find()
	p.total = len(p.items)
	return p
}

// Type puts text into the field.
func (p *Picker) Type(text string) *Picker {
	p.field = NewField(text)
	p.find()
	return p
}

// Renew finds the items again and keeps the place.
func (p *Picker) Renew() {
	m := p.flow.Mark()
	p.find()
	if !p.Typing {
		p.total = len(p.items)
	}
	p.flow.Restore(m)
}

func (p *Picker) find() {
	p.items = p.Find(p.field.Text())
	blocks := make([]page.Block, 0, len(p.items))
	var counts []int // number of items up to the end of each block
	group := ""
	for i, item := range p.items {
		if item.Group != group {
			group = item.Group
			if len(blocks) > 0 {
				blocks, counts = append(blocks, page.Blank{}), append(counts, i)
			}
			blocks, counts = append(blocks, page.Section{Text: group}), append(counts, i)
		}
		counts = append(counts, i+1)
		blocks = append(blocks, page.Later{To: page.Target{Passage: i + 1}, Make: func() page.Entry { return p.row(i) }})
	}
	if len(p.items) == 0 {
		blocks = append(blocks, page.Prose{Spans: []page.Span{{Text: p.None, Role: page.Muted, Own: true}}})
	}
	rows := column.Blocks(blocks)
	if len(p.items) > 0 {
		rows.Entries = func(row int) int { return counts[row] }
	}
	p.flow = column.NewFlow(rows)
}

// item returns an item after filling it.
func (p *Picker) item(i int) *Item {
	item := &p.items[i]
	if fill := item.Fill; fill != nil {
		item.Fill = nil
		fill(item)
	}
	return item
}

// asideInset is the indent of an item's Aside.
const asideInset = 2

func (p *Picker) row(i int) page.Entry {
	item := p.item(i)
	row := page.Entry{Body: []page.Span{{Text: item.Text}}, To: page.Target{Passage: i + 1}}
	if item.Code != "" {
		row.Body = append(row.Body, page.Span{Text: " "}, page.Span{Text: "(" + item.Code + ")", Role: page.ID})
	}
	if p.KeyCells > 0 {
		row.Lead, row.LeadCells = []page.Span{{Text: item.Key, Role: page.Sign}}, p.KeyCells
	}
	switch {
	case item.Text == "":
		row.Indent, row.Body = asideInset, []page.Span{{Text: item.Aside, Role: page.Muted}}
	case item.Aside != "":
		for line := range strings.SplitSeq(item.Aside, "\n") {
			row.Under = append(row.Under, []page.Span{{Text: line, Role: page.Muted}})
		}
	}
	return row
}

// typingMotions are the keys that move while keys are text.
var typingMotions = map[string]column.Motion{
	"up": column.Up, "down": column.Down, "ctrl+p": column.Up, "ctrl+n": column.Down,
	"pgup": column.PageUp, "pgdown": column.PageDown,
}

// Key types, moves or chooses.
func (p *Picker) Key(msg tea.KeyPressMsg, b *keys.Bindings) (tea.Msg, bool) {
	name := msg.String()
	switch {
	case name == "enter":
		return p.chosen()
	case name == "esc":
		return p.Closed, true
	case name == "tab" && p.Widens != nil:
		return p.Widens(p.field.Text()), true
	case p.Typing:
		if m, ok := typingMotions[name]; ok {
			p.flow.Move(m)
		} else if p.field.Key(msg) {
			p.find()
		}
		return nil, false
	}
	for _, item := range p.items {
		if item.Shortcut == name {
			return item.Result, true
		}
	}
	switch action := b.Find(msg); action {
	case "search":
		p.Typing = true
	case "back", "left", "quit", "help":
		return p.Closed, true
	case "open", "right":
		return p.chosen()
	default:
		if m, ok := column.Motions[action]; ok {
			p.flow.Move(m)
		}
	}
	return nil, false
}

// chosen returns the result of the item under the cursor. If it has none, the
// picker stays open.
func (p *Picker) chosen() (tea.Msg, bool) {
	n := p.flow.Selected().Passage
	if n == 0 || p.item(n-1).Result == nil {
		return nil, false
	}
	return p.items[n-1].Result, true
}

// TakesText reports whether keys are text.
func (p *Picker) TakesText() bool { return p.Typing }

// Paste inserts text into the field.
func (p *Picker) Paste(text string) {
	p.field.Paste(text)
	p.find()
}

// Rect returns a rectangle as wide as text gets and as high as the items, if
// there is room. It lays the items out in the most room that they can have.
// Draw uses only what is needed.
func (p *Picker) Rect(t *style.Theme, f layout.Frame) layout.Rect {
	most := f.Dialog(f.ListDialog(f.H))
	inner, field := p.inside(most)
	p.flow.Resize(column.Size{Cells: inner.W, Lines: inner.H, Method: t.Method, ASCII: t.ASCII})
	lines := max(p.flow.Height(inner.H), 1) + field.H
	if p.Typing && p.total == 0 { // typing will bring items
		p.top.rect(f, f.H)
	}
	return p.top.rect(f, lines)
}

// inside returns the rectangles in a box for the items and for the line to type
// in, whose height is 0 if there is none.
func (p *Picker) inside(r layout.Rect) (items, field layout.Rect) {
	items = layout.Inside(r)
	if p.Typing {
		field, items = layout.FieldAbove(items)
	}
	return items, field
}

// inSight returns the range of entries on the screen, such as "1–3 of 7", or ""
// if all are.
func inSight(t *style.Theme, f *column.Flow) string {
	first, last, of := f.Shown()
	if last-first+1 >= of {
		return ""
	}
	shown := strconv.Itoa(first)
	if last > first {
		shown += t.Sign("–") + strconv.Itoa(last)
	}
	return shown + " of " + strconv.Itoa(of)
}

// footer returns the range of items shown, if not all are, and the keys that
// apply.
func (p *Picker) footer(t *style.Theme, b *keys.Bindings) string {
	var parts []string
	if p.Note != nil {
		parts = append(parts, p.Note())
	}
	_, _, of := p.flow.Shown()
	switch shown := inSight(t, p.flow); {
	case shown != "":
		parts = append(parts, shown)
	case of > 0 && p.total == 0 && p.Note == nil:
		parts = append(parts, strconv.Itoa(of)+" found")
	case of < p.total && p.Note == nil:
		parts = append(parts, strconv.Itoa(of)+" of "+strconv.Itoa(p.total))
	}
	if n := p.flow.Selected().Passage; p.Enter != "" && n > 0 && p.item(n-1).Result != nil {
		parts = append(parts, "enter "+p.Enter)
	}
	if key := b.First("search"); !p.Typing && p.total > 1 && key != "" {
		parts = append(parts, key+" narrows")
	}
	if p.Widens != nil {
		parts = append(parts, "tab all briefings")
	}
	return strings.Join(append(parts, "esc closes"), ", ")
}

// Draw draws the box: a line to type in, if there is one, and the items.
func (p *Picker) Draw(t *style.Theme, b *keys.Bindings, r layout.Rect) []string {
	inner, field := p.inside(r)
	var lines []string
	if p.Typing {
		lines = append(lines, t.Paint(style.Cursor, t.Method.PadRight(">", layout.Gutter))+p.field.Draw(t, field.W))
	}
	if p.Marks != nil {
		was := t.Found
		t.Found = p.Marks(p.field.Text())
		defer func() { t.Found = was }()
	}
	return t.Box(p.Title, p.footer(t, b), append(lines, p.flow.Draw(t, true)[:inner.H]...), r.W)
}
