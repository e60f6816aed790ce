// Package page makes the page of each thing in a briefing, as typed blocks
// without any looks: what is on a line, which words are links, what
// is a label and what is computed. The screens and the text export show the
// same blocks, so both have the same contents. The package breaks no lines
// (package lines does) and knows no colours, keys or escape codes.
package page

import (
	"strings"

	"sitrep/briefing"
)

// Role is the role of a run of text, from which a screen or an export chooses
// its look. No role carries a meaning that the words do not.
type Role uint8

// The roles.
const (
	Plain       Role = iota
	Strong           // the main statement
	Heading          // of a part of the page
	Label            // names the value beside it
	Muted            // counts, asides
	ID               // an ID in an export, never broken at the end of a line
	Quoted           // words of a source
	Linked           // leads to another item
	Computed         // computed by the program, not stated in the file
	Caution          // wants attention: contested, missing, alleged
	Marked           // a cited passage in a source's text
	Uncited          // the rest of that text
	Sign             // a sign in place of a word
	ForSign          // the sign of a stance that supports a claim
	AgainstSign      // the sign of a stance against it
	Number           // of a passage, at the edge of its text
	Selected         // words of a source's text that are being selected
	Gutter           // the place of the cursor's sign, before what belongs to a stop
)

// The columns of a page, in cells.
const (
	LabelCells = 14 // of a fact's label, with the spaces after it
	signCells  = 2  // of a sign, with the space after it

	// Hang is the indent of running text and of continued lines. Lines that
	// begin with a sign, a number, a label or a heading begin in other columns,
	// so that no words of a file look like one of them.
	Hang = 3
)

// Target is where a block or a link leads: an item, or a passage by its
// number. The zero Target leads nowhere.
type Target struct {
	Ref     briefing.Ref
	Passage int
}

// IsZero reports whether the target leads nowhere.
func (t Target) IsZero() bool { return t == Target{} }

// To returns the target that is an item.
func To(kind briefing.Kind, id string) Target {
	return Target{Ref: briefing.Ref{Kind: kind, ID: id}}
}

// Span is a run of text of one role. To makes it a link. Own says that the
// words are the program's and not the file's. Whole keeps the span on one line,
// as for an ID, unless it is long. Edge puts a span that ends a paragraph of an
// entry at the right edge of the first line, if there is room.
type Span struct {
	Text  string
	To    Target
	Role  Role
	Own   bool
	Whole bool
	Edge  bool
}

// Block is a part of a page that begins and ends with a line.
type Block interface{ block() }

type (
	// Title is the item that a page is about.
	Title struct{ Spans []Span }

	// Section is the heading of a part of a page. Count is shown if it is positive.
	// Note says where the part comes from ("computed").
	Section struct {
		Text  string
		Count int
		Note  string
	}

	// Fact is a label with its value.
	Fact struct {
		Label string
		Value []Span
	}

	// Prose is running text with links to items. Body says that it comes from
	// the file, which is set off from the program's own words.
	Prose struct {
		Spans []Span
		Body  bool
	}

	// Entry is a row that leads somewhere as a whole: a sign or date in a
	// column of its own (Lead, LeadCells wide), what it says, and paragraphs
	// under that. Rail is the column on the lines that follow the first. Head
	// says that it heads the entries that follow.
	Entry struct {
		Lead      []Span
		LeadCells int
		Rail      []Span
		Body      []Span
		Under     [][]Span
		Indent    int
		To        Target
		Head      bool
	}

	// Paragraph is a stretch of a source's text that begins at byte Start. Marks
	// are the cited passages in it, which may overlap. Words that several of
	// them cover belong to the Active one, or else to the one that began last.
	// Numbers of passages precede their words, or with Edge are at the right edge
	// of the line on which they begin.
	Paragraph struct {
		Text   string
		Start  int
		Number int // of the paragraph in its source, from 1
		Marks  []Mark
		Active int // number of a passage
		Edge   bool
	}

	// Beside is parts next to each other, in columns of equal width.
	Beside struct {
		Parts   [][]Block
		Columns int // at least one for each part
	}

	// Blank is an empty line.
	Blank struct{}
)

// Mark is a cited stretch in a paragraph, in bytes of the paragraph's text.
type Mark struct {
	Start, End int
	Passage    int
	First      bool // the passage begins here: its number is shown
}

// Heads reports whether a block begins a group of the blocks that follow it.
func Heads(b Block) bool {
	switch b := b.(type) {
	case Section:
		return true
	case Entry:
		return b.Head
	case Later:
		return b.Head
	}
	return false
}

// HeadingText returns the text of a block that begins a group, without what is at
// its right edge.
func HeadingText(b Block) string {
	e, ok := Made(b).(Entry)
	if !ok {
		return Text(b)
	}
	n := len(e.Body)
	for n > 0 && e.Body[n-1].Edge {
		n--
	}
	return words(e.Body[:n])
}

func (Title) block()     {}
func (Section) block()   {}
func (Fact) block()      {}
func (Prose) block()     {}
func (Entry) block()     {}
func (Paragraph) block() {}
func (Beside) block()    {}
func (Blank) block()     {}

func plain(text string) []Span { return []Span{{Text: text}} }

// References returns the spans of a text, with its references as links.
func References(x *briefing.Index, text string) []Span {
	return briefing.MapReferences(x, text, func(text string, to briefing.Ref) Span {
		if to.Kind == briefing.KindNone {
			return Span{Text: text}
		}
		return Span{Text: text, Role: Linked, To: Target{Ref: to}}
	})
}

func link(kind briefing.Kind, id, text string) Span {
	return Span{Text: text, Role: Linked, To: To(kind, id)}
}

// idSpans is how many spans appendID adds.
const idSpans = 2

func appendID(out []Span, id string) []Span {
	return append(out, Span{Text: " "}, Span{Text: "(" + id + ")", Role: ID})
}

// joined returns the names of a list with separators between them, as
// [briefing.JoinNames] does.
func joined(list []Span) []Span {
	separator := briefing.NameSeparator(briefing.Map(list, func(s Span) string { return s.Text }))
	out := make([]Span, 0, 2*len(list))
	for i, s := range list {
		if i > 0 {
			out = append(out, Span{Text: separator})
		}
		out = append(out, s)
	}
	return out
}

// Text returns the text of a block for searching.
func Text(b Block) string {
	switch b := Made(b).(type) {
	case Title:
		return words(b.Spans)
	case Section:
		return b.Text
	case Fact:
		return b.Label + " " + words(b.Value)
	case Prose:
		return words(b.Spans)
	case Paragraph:
		return b.Text
	case Entry:
		return entryText(b)
	case Beside:
		var parts []string
		for _, part := range b.Parts {
			for _, block := range part {
				parts = append(parts, Text(block))
			}
		}
		return strings.Join(parts, "\n")
	}
	return ""
}

// entryText returns the lines of an entry, of which a page may have very many.
func entryText(e Entry) string {
	size := bytesOf(e.Lead) + bytesOf(e.Body) + len(e.Under)
	for _, line := range e.Under {
		size += bytesOf(line)
	}
	var b strings.Builder
	b.Grow(size)
	writeWords(&b, e.Lead)
	writeWords(&b, e.Body)
	for _, line := range e.Under {
		b.WriteByte('\n')
		writeWords(&b, line)
	}
	return b.String()
}

func words(spans []Span) string {
	if len(spans) == 1 {
		return spans[0].Text
	}
	var b strings.Builder
	b.Grow(bytesOf(spans))
	writeWords(&b, spans)
	return b.String()
}

func writeWords(b *strings.Builder, spans []Span) {
	for _, s := range spans {
		b.WriteString(s.Text)
	}
}

// bytesOf returns the length of the words of spans.
func bytesOf(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += len(s.Text)
	}
	return n
}

// sink is called with each block of a page.
type sink func(Block)

func (put sink) all(blocks []Block) {
	for _, b := range blocks {
		put(b)
	}
}
