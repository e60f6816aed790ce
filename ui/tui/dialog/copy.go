package dialog

import (
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
	"sitrep/briefing/width"
	"sitrep/ui/tui/style"
)

// MaxClipboard is the size in bytes of the largest text that terminals accept
// in one OSC 52 sequence.
const MaxClipboard = 74_994

// CopyMsg asks to send a text to the terminal's clipboard.
type CopyMsg struct{ What, Text string }

// copier makes the texts that can be copied.
type copier struct {
	index *briefing.Index
	theme *style.Theme
}

// Copy offers what can be copied of t. page is the item of the open page, which
// cites t if t is a passage. It is the zero value if no page is open.
func Copy(x *briefing.Index, theme *style.Theme, t, page page.Target) *Picker {
	c := copier{x, theme}
	var items []Item
	add := func(key, what, marking, text string) {
		if text != "" {
			items = append(items, Item{Key: key, Shortcut: key, Text: what, Aside: c.firstLine(text), Result: CopyMsg{what, marking + text}})
		}
	}
	add("q", "quote with citation", copied(c.citationTLP(t), " "), c.citation(t))
	add("u", "URL", "", c.address(t))
	if t.Passage > 0 && !page.IsZero() {
		t = page
	}
	if t.Ref.Kind != briefing.KindNone {
		if leastBytes(x, t.Ref) <= MaxClipboard {
			marking := copied(x.TLPWithin(t.Ref), "\n\n")
			add("t", "text", marking, itemText(x, t.Ref))
			add("m", "Markdown", marking, itemMarkdown(x, t.Ref))
		} else {
			items = append(items, Item{Text: "text", Aside: "more than terminals take; sitrep show writes it to a file"})
		}
		if _, named := x.Lookup(t.Ref.ID); named { // a gap has only a number
			add("i", "id", "", t.Ref.ID)
		}
	}
	return list(Picker{Title: "Copy", Enter: "copies it", KeyCells: 4, None: "nothing to copy"}, items)
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

// copied returns the marking to put before the copied text, because the header
// is not copied with it. It returns "" if the briefing has no marking.
func copied(label briefing.TLP, between string) string {
	if label == "" {
		return ""
	}
	return "(" + label.String() + ")" + between
}

// citationTLP returns the marking of the words of a source, and of what cites
// them.
func (c copier) citationTLP(t page.Target) briefing.TLP {
	label := c.index.TLP(t.Ref)
	if p := c.passageOf(t); p != nil {
		label = c.index.QuoteTLP(t.Ref, p.Evidence)
	}
	return label
}

// firstLine returns the part of a text that the menu shows.
func (c copier) firstLine(text string) string {
	line, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	if more {
		line += " " + c.theme.Signs.Ellipsis
	}
	return line
}

// quoted returns text in quotation marks.
func quoted(t *style.Theme, text string) string { return t.Sign("“") + text + t.Sign("”") }

// passageOf returns the passage of a target, or the first one that an item
// rests on, or nil.
func (c copier) passageOf(t page.Target) *briefing.Passage {
	if t = page.PassageBehind(c.index, t); t.Passage > 0 {
		return &c.index.Passages[t.Passage-1]
	}
	return nil
}

// citation returns the words of a source and their place.
func (c copier) citation(t page.Target) string {
	p := c.passageOf(t)
	if p == nil || p.Evidence.Quote == "" || p.Source == nil {
		return ""
	}
	text := export.Citation(p.Source, p.Evidence, c.theme.Sign)
	if state := c.index.Anchor(p).State; state != quote.Exact {
		text += " [" + state.String() + "]"
	}
	return text
}

// leastBytes returns a lower bound for the size of an item's text, so that a
// text that is far too long is refused before it is built.
func leastBytes(x *briefing.Index, ref briefing.Ref) int {
	const rowBytes = 16 // the shortest row that names a position, an event or a source
	bytes, rows := 0, len(x.Mentions(ref.ID))+len(x.RestsOn(ref.ID))+len(x.TookPart(ref.ID))+len(x.NamedIn(ref.ID))
	for _, r := range WithPositions(x, ref) {
		rows += len(x.Citations(r)) + 1
		if s, ok := x.Stand(r.ID); ok && ref.Kind != briefing.KindActor { // its page does not repeat its name
			bytes += len(x.ActorName(s.Position.Holder))
		}
	}
	if e := x.Event(ref.ID); e != nil {
		rows += len(e.When.Alternatives)
		bytes += len(e.Actors) * len("A, ")
	}
	bytes += rows * rowBytes
	if s := x.Source(ref.ID); s != nil {
		bytes += len(s.Text)
	}
	return bytes
}

// itemText returns an item with its evidence as plain text. If that is too long
// to copy, the result is cut off.
func itemText(x *briefing.Index, ref briefing.Ref) string {
	var c clipboard
	page.EachAlone(x.WithRemarks(nil), ref, func(block page.Block) {
		if c.full() {
			return
		}
		for _, line := range lines.Layout(block, width.Grapheme, width.NoWrap).Lines {
			c.WriteString(line.Text() + "\n")
		}
	})
	return c.String()
}

// itemMarkdown is itemText in Markdown.
func itemMarkdown(x *briefing.Index, ref briefing.Ref) string {
	var c clipboard
	_ = export.MarkdownItem(&c, x, ref) // the error only says that the clipboard is full
	return c.String()
}

// clipboard is a buffer that returns an error once its text is too long to
// copy.
type clipboard struct{ strings.Builder }

func (c *clipboard) full() bool { return c.Len() > MaxClipboard }

func (c *clipboard) Write(p []byte) (int, error) {
	if c.full() {
		return 0, io.ErrShortWrite
	}
	return c.Builder.Write(p)
}

// address returns the URL of a source, or of the source that an item cites.
func (c copier) address(t page.Target) string {
	s := c.index.Source(t.Ref.ID)
	if s == nil {
		if p := c.passageOf(t); p != nil {
			s = p.Source
		}
	}
	if s == nil {
		return ""
	}
	return SourceAddress(s)
}

// WithPositions returns an item and the positions on it, or those that it
// takes.
func WithPositions(x *briefing.Index, ref briefing.Ref) []briefing.Ref {
	out := []briefing.Ref{ref}
	add := func(stands []briefing.Stand) {
		for _, s := range stands {
			out = append(out, s.Ref())
		}
	}
	switch ref.Kind {
	case briefing.KindActor:
		add(x.Says(ref.ID))
	case briefing.KindClaim:
		add(x.StandsOn(ref.ID))
	case briefing.KindQuestion:
		q := x.Question(ref.ID)
		for i := range q.Claims {
			add(x.StandsOn(q.Claims[i].ID))
		}
	}
	return out
}
