package page

import (
	"strconv"
	"strings"

	"sitrep/briefing/width"
)

// Run is a stretch of a laid-out line. Stop is the number of the block's stop
// that it belongs to, from 1; 0 where it belongs to none. Own says that the
// words are the program's.
type Run struct {
	Text string
	Role Role
	Stop int
	Own  bool
}

// Line is one line of a block.
type Line []Run

// Text is the line without roles and without spaces at its end.
func (l Line) Text() string { return string(l.AppendText(nil)) }

// AppendText adds what Text is to a buffer.
func (l Line) AppendText(to []byte) []byte {
	start := len(to)
	for _, r := range l {
		to = append(to, r.Text...)
	}
	for len(to) > start && to[len(to)-1] == ' ' {
		to = to[:len(to)-1]
	}
	return to
}

// Laid is a block on lines, with the places that its stops lead to. A stop is
// what the cursor can stand on: a link, an entry, a marked passage.
type Laid struct {
	Lines []Line
	Stops []Target
}

// The columns of a page, in cells.
const (
	labelCells = 12 // of a fact's label, with the space behind it
	quoteInset = 2  // of what stands under an entry's body
)

type attr struct {
	role  Role
	stop  int
	own   bool
	whole bool
}

// layouter lays out one block.
type layouter struct {
	width.Method
	cells int
	laid  Laid
}

// Layout puts a block on lines of at most so many cells; width.NoWrap leaves
// every paragraph on one line.
func Layout(b Block, m width.Method, cells int) Laid {
	l := &layouter{Method: m, cells: cells}
	switch b := Made(b).(type) {
	case Title:
		l.wrap(nil, nil, 0, l.runs(b.Spans, 0))
	case Section:
		l.section(b)
	case Fact:
		label := []width.Span[attr]{{Text: b.Label, Attr: attr{role: Label}}}
		l.wrap(label, nil, l.column(labelCells), l.runs(b.Value, 0))
	case Prose:
		l.wrap(nil, nil, b.Indent, l.runs(b.Spans, 0))
	case Entry:
		l.entry(b)
	case Paragraph:
		l.paragraph(b)
	case Beside:
		l.beside(b)
	case Blank:
		l.laid.Lines = []Line{nil}
	}
	return l.laid
}

// column narrows a column where the page has not the room for it.
func (l *layouter) column(cells int) int {
	if l.cells == width.NoWrap {
		return cells
	}
	return min(cells, l.cells/2)
}

// runs gives spans their attributes; every link becomes a stop, unless all of
// them belong to one (stop > 0).
func (l *layouter) runs(spans []Span, stop int) []width.Span[attr] {
	out := make([]width.Span[attr], 0, len(spans))
	for _, s := range spans {
		a := attr{role: s.Role, stop: stop, own: s.Own}
		if stop == 0 && !s.To.IsZero() {
			l.laid.Stops = append(l.laid.Stops, s.To)
			a.stop = len(l.laid.Stops)
		}
		if stop > 0 && s.Role == Linked {
			a.role = Plain
		}
		text := s.Text
		if a.whole = l.staysWhole(s); a.whole {
			text = whole.Replace(text)
		}
		out = append(out, width.Span[attr]{Text: text, Attr: a})
	}
	return out
}

// whole puts characters that never end a line in place of those of an id, a
// term or a name at which lines are broken; parted puts them back. They are for
// private use, and a text that has some itself is left as it is.
var (
	whole  = strings.NewReplacer("-", "\uE000", "/", "\uE001", " ", "\uE002")
	parted = strings.NewReplacer("\uE000", "-", "\uE001", "/", "\uE002", " ")
)

const privateUse = "\uE000\uE001\uE002"

// staysWhole reports whether a span is kept on one line. What takes more than
// half of a line is not, or the line before it might be left almost empty.
func (l *layouter) staysWhole(s Span) bool {
	if s.Role == ID {
		return true
	}
	return s.Whole && !strings.ContainsAny(s.Text, privateUse) && (l.cells == width.NoWrap || 2*l.Of(s.Text) <= l.cells)
}

func (l *layouter) section(s Section) {
	spans := []Span{{Text: s.Text, Role: Heading}}
	if s.Count > 0 {
		spans = append(spans, Span{Text: "  " + strconv.Itoa(s.Count), Role: Muted})
	}
	if s.Note != "" {
		spans = append(spans, Span{Text: "  " + s.Note, Role: Muted})
	}
	l.wrap(nil, nil, 0, l.runs(spans, 0))
}

func (l *layouter) entry(e Entry) {
	stop := 0
	if !e.To.IsZero() {
		l.laid.Stops = append(l.laid.Stops, e.To)
		stop = len(l.laid.Stops)
	}
	indent := []width.Span[attr]{{Text: strings.Repeat(" ", e.Indent), Attr: attr{stop: stop}}}
	column := l.column(e.Indent + e.LeadCells)
	lead := append(indent, l.runs(e.Lead, stop)...)
	rail := append(indent[:1:1], l.runs(e.Rail, stop)...)
	l.wrap(lead, rail, column, l.runs(e.Body, stop))
	for _, u := range e.Under {
		l.wrap(rail, rail, min(column+quoteInset, l.column(column+quoteInset)), l.runs(u, stop))
	}
}

// wrap adds lines that start with lead, then with rail, each padded to the
// column, and go on with the text.
func (l *layouter) wrap(lead, rail []width.Span[attr], column int, text []width.Span[attr]) {
	room := width.NoWrap
	if l.cells != width.NoWrap {
		room = max(l.cells-column, 1)
	}
	for i, line := range width.Wrap(l.Method, text, room, room) {
		head := lead
		if i > 0 {
			head = rail
		}
		l.laid.Lines = append(l.laid.Lines, l.line(head, column, line))
	}
}

func (l *layouter) line(head []width.Span[attr], column int, text []width.Span[attr]) Line {
	out := make(Line, 0, len(head)+len(text)+1)
	used, stop := 0, 0
	for _, s := range head {
		fit := s.Text
		if l.cells != width.NoWrap {
			fit = l.Truncate(s.Text, column-used, "")
		}
		if fit != "" {
			out = append(out, Run{fit, s.Attr.role, s.Attr.stop, s.Attr.own})
		}
		used += l.Of(fit)
		stop = s.Attr.stop
	}
	if pad := column - used; pad > 0 {
		out = append(out, Run{Text: strings.Repeat(" ", pad), Stop: stop})
	}
	for _, s := range text {
		if s.Attr.whole {
			s.Text = parted.Replace(s.Text)
		}
		out = append(out, Run{s.Text, s.Attr.role, s.Attr.stop, s.Attr.own})
	}
	return out
}
