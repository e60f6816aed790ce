package export

import (
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
	"sitrep/briefing/width"
)

// MaxCopy is the length in bytes of the longest text that is copied: terminals take no
// more in one OSC 52 sequence.
const MaxCopy = 74_994

// Copy is a text that can be copied of an item.
type Copy struct {
	Key, What string
	// Marking precedes the text, because the header is not copied with it.
	Marking string
	// Text is "" if it is longer than MaxCopy.
	Text string
}

// Copies returns what can be copied of t. open is the item of the open page, which cites
// t if t is a passage. It is the zero value if no page is open. sign converts the
// program's own signs.
func Copies(x *briefing.Index, t, open page.Target, sign func(string) string) []Copy {
	var out []Copy
	add := func(key, what, marking, text string) {
		if text != "" {
			out = append(out, Copy{key, what, marking, text})
		}
	}
	add("q", "quote with citation", CopyMarking(citationTLP(x, t), " "), citation(x, t, sign))
	add("u", "URL", "", address(x, t))
	if t.Passage > 0 && !open.IsZero() {
		t = open
	}
	if t.Ref.Kind == briefing.KindNone {
		return out
	}
	if leastBytes(x, t.Ref) <= MaxCopy {
		marking := CopyMarking(x.TLPWithin(t.Ref), "\n\n")
		add("t", "text", marking, itemText(x, t.Ref))
		add("m", "Markdown", marking, itemMarkdown(x, t.Ref))
	} else {
		out = append(out, Copy{What: "text"})
	}
	if _, named := x.Lookup(t.Ref.ID); named { // a gap has only a number
		add("i", "id", "", t.Ref.ID)
	}
	return out
}

// CopyMarking returns the marking to put before a copied text. It returns "" if the
// briefing has no marking.
func CopyMarking(label briefing.TLP, between string) string {
	if label == "" {
		return ""
	}
	return "(" + label.String() + ")" + between
}

// citationTLP returns the marking of the words of a source, and of what cites
// them.
func citationTLP(x *briefing.Index, t page.Target) briefing.TLP {
	if p := passageBehind(x, t); p != nil {
		return x.QuoteTLP(t.Ref, p.Evidence)
	}
	return x.TLP(t.Ref)
}

// passageBehind returns the passage of a target, or the first one that an item
// rests on, or nil.
func passageBehind(x *briefing.Index, t page.Target) *briefing.Passage {
	if t = page.PassageBehind(x, t); t.Passage > 0 {
		return &x.Passages[t.Passage-1]
	}
	return nil
}

// citation returns the words of a source and their place.
func citation(x *briefing.Index, t page.Target, sign func(string) string) string {
	p := passageBehind(x, t)
	if p == nil || p.Evidence.Quote == "" || p.Source == nil {
		return ""
	}
	text := Citation(p.Source, p.Evidence, sign)
	if state := x.Anchor(p).State; state != quote.Exact {
		text += " [" + state.String() + "]"
	}
	return text
}

// address returns the URL of a source, or of the source that an item cites.
func address(x *briefing.Index, t page.Target) string {
	s := x.Source(t.Ref.ID)
	if s == nil {
		if p := passageBehind(x, t); p != nil {
			s = p.Source
		}
	}
	if s == nil {
		return ""
	}
	return s.Address()
}

// leastBytes returns a lower bound for the size of an item's text, so that a
// text that is far too long is refused before it is built.
func leastBytes(x *briefing.Index, ref briefing.Ref) int {
	const rowBytes = 16 // the shortest row that names a position, an event or a source
	bytes, rows := 0, len(x.Mentions(ref.ID))+len(x.RestsOn(ref.ID))+len(x.TookPart(ref.ID))+len(x.NamedIn(ref.ID))
	for _, r := range x.WithPositions(ref) {
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
	var c limited
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
	var c limited
	_ = MarkdownItem(&c, x, ref) // the error only says that the text is too long
	return c.String()
}

// limited is a buffer that returns an error once its text is too long to
// copy.
type limited struct{ strings.Builder }

func (c *limited) full() bool { return c.Len() > MaxCopy }

func (c *limited) Write(p []byte) (int, error) {
	if c.full() {
		return 0, io.ErrShortWrite
	}
	return c.Builder.Write(p)
}
