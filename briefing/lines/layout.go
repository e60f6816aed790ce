// Package lines lays out the blocks of package page on lines of some width: it
// wraps words, aligns columns, puts parts next to each other and marks cited
// passages in a text, and it writes the program's own signs in ASCII. It adds
// no words, chooses no colours and does not depend on a terminal.
package lines

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// Run is a stretch of a laid-out line. Stop is the number of the stop of the
// block that it belongs to, from 1, or 0 if it belongs to none. Own says that
// the words are the program's.
type Run struct {
	Text string
	Stop int
	Role page.Role
	Own  bool
}

// Line is one line of a block.
type Line []Run

// Text returns the line without roles and without spaces at its end.
func (l Line) Text() string { return string(l.AppendText(nil)) }

// AppendText appends what Text returns to a buffer.
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

// Laid is a block as lines, with the targets of its stops. A stop is something
// that the cursor can be on: a link, an entry or a marked passage.
type Laid struct {
	Lines []Line
	Stops []page.Target
}

// The columns of a line, in cells.
const (
	quoteInset = 2 // of what is under an entry's body

	// wideLead is how many cells the column before an entry's body has at least,
	// if no line begins right after it.
	wideLead = 5
)

// attr is small because a text can have very many spans.
type attr struct {
	role  page.Role
	own   bool
	whole bool
	stop  int32
	// begins is the piece of a paragraph, from 1, that begins with the numbers of
	// passages, or 0 if none begin.
	begins int32
}

// run returns a span as a run of a line.
func run(s *width.Span[attr]) Run { return Run{s.Text, int(s.Attr.stop), s.Attr.role, s.Attr.own} }

// Layouter lays out one block after the other and reuses its memory.
type Layouter struct {
	width.Method
	Cells   int // of a line at most
	edge    int // cells taken at the right edge of the first line
	laid    Laid
	runs    []Run              // of the lines
	spans   []width.Span[attr] // of the block
	pieces  []piece            // of a paragraph
	wrapper width.Wrapper[attr]
}

// NewLayouter returns a Layouter for lines of at most so many cells. With
// width.NoWrap every paragraph is one line.
func NewLayouter(m width.Method, cells int) *Layouter {
	return &Layouter{Method: m, Cells: cells, wrapper: width.Wrapper[attr]{Whole: func(a attr) bool { return a.whole }}}
}

// Layout lays out a block on lines of at most so many cells. With width.NoWrap
// every paragraph is one line.
func Layout(b page.Block, m width.Method, cells int) Laid { return NewLayouter(m, cells).Layout(b) }

// Layout lays out a block. The lines are valid until the next call.
func (l *Layouter) Layout(b page.Block) Laid {
	l.laid = Laid{l.laid.Lines[:0], l.laid.Stops[:0]}
	l.runs, l.spans = l.runs[:0], l.spans[:0]
	switch b := page.Made(b).(type) {
	case page.Title:
		l.wrap(nil, nil, 0, l.column(page.Hang), l.inked(b.Spans, 0))
	case page.Section:
		l.section(b)
	case page.Fact:
		if len(b.Label) >= page.LabelCells {
			b.Label += " " // the value follows at once
		}
		l.spans = append(l.spans, width.Span[attr]{Text: b.Label, Attr: attr{role: page.Label}})
		label := l.spans[:1]
		column := l.column(page.LabelCells)
		l.wrap(label, nil, column, column, l.inked(b.Value, 0))
	case page.Prose:
		column := 0
		if b.Body {
			column = l.column(page.Hang)
		}
		l.wrap(nil, nil, column, column, l.inked(b.Spans, 0))
	case page.Entry:
		l.entry(b)
	case page.Paragraph:
		l.paragraph(b)
	case page.Beside:
		l.beside(b)
	case page.Blank:
		l.laid.Lines = append(l.laid.Lines, nil)
	}
	return l.laid
}

// column returns the width of a column, narrowed if the page has no room for it.
func (l *Layouter) column(cells int) int {
	if l.Cells == width.NoWrap {
		return cells
	}
	return min(cells, l.Cells/2)
}

// inked returns the spans with their attributes. Every link becomes a stop,
// unless all spans belong to one (stop > 0).
func (l *Layouter) inked(spans []page.Span, stop int) []width.Span[attr] {
	from := len(l.spans)
	l.spans = slices.Grow(l.spans, len(spans))
	if stop == 0 {
		l.laid.Stops = slices.Grow(l.laid.Stops, links(spans))
	}
	for i := range spans {
		s := &spans[i]
		a := attr{role: s.Role, stop: int32(stop), own: s.Own}
		if stop == 0 && !s.To.IsZero() {
			l.laid.Stops = append(l.laid.Stops, s.To)
			a.stop = int32(len(l.laid.Stops))
		}
		if stop > 0 && s.Role == page.Linked {
			a.role = page.Plain
		}
		a.whole = l.staysWhole(s)
		l.spans = append(l.spans, width.Span[attr]{Text: s.Text, Attr: a})
	}
	return l.spans[from:]
}

// links returns how many of the spans are links.
func links(spans []page.Span) int {
	n := 0
	for i := range spans {
		if !spans[i].To.IsZero() {
			n++
		}
	}
	return n
}

// staysWhole reports whether a span is kept on one line. A span wider than half
// of a line is not, because it might leave the line before it almost empty.
func (l *Layouter) staysWhole(s *page.Span) bool {
	return s.Role == page.ID || s.Whole && (l.Cells == width.NoWrap || 2*l.Of(s.Text) <= l.Cells)
}

func (l *Layouter) section(s page.Section) {
	spans := []page.Span{{Text: s.Text, Role: page.Heading}}
	if s.Count > 0 {
		spans = append(spans, page.Span{Text: "  " + strconv.Itoa(s.Count), Role: page.Muted})
	}
	if s.Note != "" {
		spans = append(spans, page.Span{Text: "  " + s.Note, Role: page.Muted})
	}
	first := len(l.laid.Lines)
	l.wrap(nil, nil, 0, l.column(page.Hang), l.inked(spans, 0))
	// A heading is a line that begins with its role: the last one, so that a rule
	// drawn behind it ends the heading.
	if last := len(l.laid.Lines) - 1; last > first {
		for i := first; i < last; i++ {
			l.laid.Lines[i] = append(Line{{}}, l.laid.Lines[i]...)
		}
		l.laid.Lines[last][0].Role = page.Heading
	}
}

func (l *Layouter) entry(e page.Entry) {
	stop := 0
	if !e.To.IsZero() {
		l.laid.Stops = append(l.laid.Stops, e.To)
		stop = len(l.laid.Stops)
	}
	column := l.column(e.Indent + e.LeadCells)
	lead := l.behindIndent(e.Indent, e.Lead, stop)
	rail := lead[:1]
	if len(e.Rail) > 0 {
		rail = l.behindIndent(e.Indent, e.Rail, stop)
	}
	under, goesOn := l.column(column+quoteInset), column
	if e.LeadCells < wideLead {
		goesOn = l.column(column + page.Hang)
	}
	l.body(e.Body, stop, lead, rail, column, goesOn)
	for _, u := range e.Under {
		l.under(u, stop, rail, under, l.column(under+page.Hang))
	}
}

// body adds the lines of an entry's body. The spans at its end that belong to
// the right edge go there on the first line if they leave half of it to the words,
// or else on the last line.
func (l *Layouter) body(spans []page.Span, stop int, lead, rail []width.Span[attr], column, goesOn int) {
	spans, edge := l.atEdge(spans, l.Cells-goesOn)
	first := len(l.laid.Lines)
	beside := 2*l.width(edge) <= l.Cells-column
	if beside {
		l.edge = l.width(edge)
	}
	l.wrap(lead, rail, column, goesOn, l.inked(spans, stop))
	l.edge = 0
	if !beside {
		first = len(l.laid.Lines) - 1
	}
	l.putAtEdge(first, edge, stop, rail, goesOn)
}

// under adds the lines of a paragraph under an entry's body. The spans at its end
// that belong to the right edge go there on the last line that has room.
func (l *Layouter) under(spans []page.Span, stop int, rail []width.Span[attr], column, goesOn int) {
	spans, edge := l.atEdge(spans, l.Cells-goesOn)
	l.wrap(rail, rail, column, goesOn, l.inked(spans, stop))
	l.putAtEdge(len(l.laid.Lines)-1, edge, stop, rail, goesOn)
}

// atEdge separates the spans at the end that belong to the right edge, if lines
// have one and the spans take no more than room.
func (l *Layouter) atEdge(spans []page.Span, room int) (rest, edge []page.Span) {
	n := len(spans)
	for n > 0 && spans[n-1].Edge {
		n--
	}
	if n == 0 || l.Cells == width.NoWrap || l.width(spans[n:]) > room {
		return spans, nil
	}
	return spans[:n], spans[n:]
}

// width returns how many cells spans take next to each other.
func (l *Layouter) width(spans []page.Span) int {
	cells := 0
	for _, s := range spans {
		cells += l.Of(s.Text)
	}
	return cells
}

// putAtEdge puts spans at the right edge of a line, or of an additional line behind
// rail if that one is full.
func (l *Layouter) putAtEdge(at int, edge []page.Span, stop int, rail []width.Span[attr], column int) {
	if len(edge) == 0 {
		return
	}
	line := l.laid.Lines[at]
	room := l.Cells - l.width(edge)
	for _, r := range line {
		room -= l.Of(r.Text)
	}
	if room < 0 {
		at, line, room = len(l.laid.Lines), l.line(rail, column, nil), l.Cells-column-l.width(edge)
		l.laid.Lines = append(l.laid.Lines, nil)
	}
	line = append(line, Run{Text: width.Spaces(room), Stop: stop})
	for _, s := range l.inked(edge, stop) {
		line = append(line, run(&s))
	}
	l.laid.Lines[at] = line
}

// behindIndent returns the spans after an indent.
func (l *Layouter) behindIndent(indent int, spans []page.Span, stop int) []width.Span[attr] {
	from := len(l.spans)
	l.spans = append(l.spans, width.Span[attr]{Text: width.Spaces(indent), Attr: attr{stop: int32(stop)}})
	l.inked(spans, stop)
	return l.spans[from:]
}

// wrap adds the lines of a text. The first comes after lead, padded to column,
// and the others after rail, padded to goesOn.
func (l *Layouter) wrap(lead, rail []width.Span[attr], column, goesOn int, text []width.Span[attr]) {
	first, rest := width.NoWrap, width.NoWrap
	if l.Cells != width.NoWrap {
		first, rest = max(l.Cells-column-l.edge, 1), max(l.Cells-goesOn, 1)
	}
	n := l.wrapper.Wrap(l.Method, text, first, rest)
	l.makeRoom(n, len(lead)+len(text)+n*(len(rail)+2))
	for i := range n {
		head := lead
		if i > 0 {
			head, column = rail, goesOn
		}
		l.laid.Lines = append(l.laid.Lines, l.line(head, column, l.wrapper.Next()))
	}
}

// makeRoom makes room for so many lines of so many runs in all.
func (l *Layouter) makeRoom(lines, runs int) {
	l.laid.Lines = slices.Grow(l.laid.Lines, lines)
	l.runs = slices.Grow(l.runs, runs)
}

func (l *Layouter) line(head []width.Span[attr], column int, text []width.Span[attr]) Line {
	from := len(l.runs)
	used, stop := 0, 0
	for _, s := range head {
		fit := s.Text
		if l.Cells != width.NoWrap {
			fit = l.Truncate(s.Text, column-used, "")
		}
		if fit != "" {
			r := run(&s)
			r.Text = fit
			l.runs = append(l.runs, r)
		}
		used += l.Of(fit)
		stop = int(s.Attr.stop)
	}
	if pad := column - used; pad > 0 {
		l.runs = append(l.runs, Run{Text: width.Spaces(pad), Stop: stop})
	}
	for i := range text {
		r := run(&text[i])
		if r.Own { // lines are broken: what is copied and searched has plain spaces
			r.Text = strings.ReplaceAll(r.Text, page.NoBreak, " ")
		}
		l.runs = append(l.runs, r)
	}
	return l.runs[from:len(l.runs):len(l.runs)]
}
