package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
	"sitrep/briefing/width"
	"sitrep/ui/tui/dialog"
)

// maxClipboard is the largest text that terminals take in one OSC 52 sequence,
// in bytes.
const maxClipboard = 74_994

// copyMenu offers what can be copied of the item.
func (a *App) copyMenu() {
	t := a.subject()
	if t.IsZero() {
		a.say("nothing to copy here")
		return
	}
	var items []dialog.Item
	add := func(key, what, marking, text string) {
		if text != "" {
			items = append(items, dialog.Item{Key: key, Shortcut: key, Text: what, Aside: a.firstLine(text), Result: copyMsg{what, marking + text}})
		}
	}
	add("q", "quote with citation", a.copied(a.citationTLP(t), " "), a.citation(t))
	add("u", "URL", "", a.address(t))
	if n := len(a.here().trail); n > 0 && t.Passage > 0 {
		t = a.here().trail[n-1].target // beside the words of evidence, the item that they support
	}
	if t.Ref.Kind != briefing.KindNone {
		if a.leastBytes(t.Ref) <= maxClipboard {
			marking := a.copied(a.index.TLPWithin(t.Ref), "\n\n")
			add("t", "text", marking, a.itemText(t.Ref))
			add("m", "Markdown", marking, export.MarkdownItem(a.index, t.Ref))
		} else {
			items = append(items, dialog.Item{Text: "text", Aside: "more than terminals take; sitrep show writes it to a file"})
		}
		if _, named := a.index.Lookup(t.Ref.ID); named { // a gap has a number only
			add("i", "id", "", t.Ref.ID)
		}
	}
	p := &dialog.Picker{Title: "Copy", Enter: "copies it", KeyCells: 4, Find: narrowing(items), None: "nothing to copy"}
	a.dialogs.Push(p.Prepare())
}

// copied is the marking that stands before what is copied, where the header is
// not there any more; nothing where the briefing has none.
func (a *App) copied(label briefing.TLP, between string) string {
	if label == "" {
		return ""
	}
	return "(" + label.String() + ")" + between
}

// citationTLP is the marking of the words of a source, and of what cites them.
func (a *App) citationTLP(t page.Target) briefing.TLP {
	label := a.index.TLP(t.Ref)
	if p := a.passageOf(t); p != nil {
		label = a.index.QuoteTLP(t.Ref, p.Evidence)
	}
	return label
}

// firstLine is what shows of a text in the menu.
func (a *App) firstLine(text string) string {
	line, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	if more {
		line += " " + a.look.theme.Signs.Ellipsis
	}
	return line
}

// quoted is words of a source between quotation marks.
func (a *App) quoted(text string) string { return a.own("“") + text + a.own("”") }

// passageOf is the passage that a target shows, or that an item rests on
// first; nil where there is none.
func (a *App) passageOf(t page.Target) *briefing.Passage {
	if t = passageBehind(a.index, t); t.Passage > 0 {
		return &a.index.Passages[t.Passage-1]
	}
	return nil
}

// citation is the words of a source with where they stand.
func (a *App) citation(t page.Target) string {
	p := a.passageOf(t)
	if p == nil || p.Evidence.Quote == "" || p.Source == nil {
		return ""
	}
	s := p.Source
	parts := []string{s.Title}
	for _, part := range []string{s.Publication.Publisher, a.own(s.Publication.Published.Words()), s.Publication.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	text := a.quoted(p.Evidence.Quote) + " (" + strings.Join(parts, ", ") + ")"
	if state := a.index.Anchor(p).State; state != quote.Exact {
		text += " [" + state.String() + "]"
	}
	return text
}

// leastBytes is how much an item takes at least with all that it is copied with:
// very much is not put together only to be refused.
func (a *App) leastBytes(ref briefing.Ref) int {
	const rowBytes = 16 // the least that names a position, an event or a source
	bytes, rows := 0, len(a.index.Mentions(ref.ID))+len(a.index.RestsOn(ref.ID))+len(a.index.TookPart(ref.ID))+len(a.index.NamedIn(ref.ID))
	for _, r := range a.withPositions(ref) {
		rows += len(a.index.Citations(r)) + 1
		if s, ok := a.index.Stand(r.ID); ok && ref.Kind != briefing.KindActor { // whose page does not repeat its name
			bytes += len(a.index.ActorName(s.Position.Holder))
		}
	}
	bytes += rows * rowBytes
	if s := a.index.Source(ref.ID); s != nil {
		bytes += len(s.Text)
	}
	return bytes
}

// itemText is an item with its evidence as plain text; its beginning, where it
// is longer than what can be copied.
func (a *App) itemText(ref briefing.Ref) string {
	var b strings.Builder
	page.EachAlone(a.index, ref, func(block page.Block) {
		if b.Len() > maxClipboard {
			return
		}
		for _, line := range lines.Layout(block, width.Grapheme, width.NoWrap).Lines {
			b.WriteString(line.Text() + "\n")
		}
	})
	return b.String()
}

// address is the URL of a source, or of the source behind an item.
func (a *App) address(t page.Target) string {
	s := a.index.Source(t.Ref.ID)
	if s == nil {
		if p := a.passageOf(t); p != nil {
			s = p.Source
		}
	}
	if s == nil {
		return ""
	}
	return sourceAddress(s)
}

// copyOut sends a text to the terminal, which may or may not put it on the
// clipboard: nothing comes back.
func (a *App) copyOut(msg copyMsg) tea.Cmd {
	text := clean.Text(msg.text)
	if len(text) > maxClipboard {
		a.say("the " + msg.what + " is more than the " + strconv.Itoa(maxClipboard) + " bytes that terminals take; sitrep show writes it to a file")
		return nil
	}
	a.say(msg.what + " sent to the terminal's clipboard")
	return sendToClipboard(text)
}
