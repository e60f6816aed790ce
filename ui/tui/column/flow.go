package column

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Rows are the blocks of a column, made when they are needed.
type Rows struct {
	Len   int
	Block func(i int) page.Block
	// Entries returns how many of the rows up to and including row i count
	// for the cursor's place. It is nil if the place is not counted.
	Entries func(i int) int
	// Start is the row whose first stop the cursor begins on.
	Start int
	// WithPassage says that they are to be read with a passage in sight.
	WithPassage bool
}

// Blocks returns the rows of a page.
func Blocks(blocks []page.Block) Rows {
	ends := make([]int, len(blocks)) // number of rows up to the end of each block
	rows := 0
	for i, b := range blocks {
		rows++
		if many, ok := b.(page.Many); ok {
			rows += many.Len - 1
		}
		ends[i] = rows
	}
	return Rows{Len: rows, Block: func(row int) page.Block {
		i, _ := slices.BinarySearch(ends, row+1)
		if many, ok := blocks[i].(page.Many); ok {
			return many.At(row - ends[i] + many.Len)
		}
		return blocks[i]
	}}
}

// Spot is a place in a flow: a row, and in it a line from 0 (for the scroll) or
// the number of a stop from 1 (for the cursor).
type Spot struct{ Row, In int }

// KeptRows is how many laid-out rows a flow keeps.
const KeptRows = 4096

// Flow is a column of blocks, one under the other, with a cursor that goes from
// stop to stop and scrolls through what is between them. Only what is on the
// screen is laid out, so that the cost does not grow with the length.
type Flow struct {
	rows Rows
	size Size
	laid map[int]lines.Laid
	// extents are the lines of the stops of laid-out rows, filled on demand.
	extents      map[int][]extent
	texts        rowTexts // set once they are searched
	cursor       Spot     // In is 0 while it is not on a stop
	top          Spot
	center       bool   // the cursor has jumped: show its surroundings
	scrolledAway bool   // the wheel has scrolled the cursor out of sight
	Header       Header // nil if there is none
	// headerLines is the number of lines of the header, which size does not include.
	headerLines int
	settled     bool         // the cursor has been put on a stop on the screen, if there is one
	wants       int          // cells, once requested
	wantsBy     width.Method // the method that counts them
	selection   *selection   // nil unless words are being selected
}

// rowTexts are the texts of the first rows of a flow: as they are, and folded
// one after the other.
type rowTexts struct {
	plain  []string
	folded fold.Text
	ends   []int // the end of each in folded
}

func (t *rowTexts) add(text string) {
	t.plain = append(t.plain, text)
	t.folded.Add(text)
	t.folded.Break()
	t.ends = append(t.ends, t.folded.Len())
}

// Header is lines that stay in sight above a flow.
type Header interface {
	// Lines returns the height in a column of the given size.
	Lines(Size) int
	// Draw returns the lines. at is what the cursor of the flow is on.
	Draw(t *style.Theme, s Size, at page.Target) []string
	// At returns what a click on a cell of the lines leads to.
	At(s Size, x, y int) page.Target
}

// NewFlow returns a column of rows with the cursor on the first stop. It does
// not lay out anything: a text can be long, and the column gets its final size
// later.
func NewFlow(rows Rows) *Flow {
	return &Flow{rows: rows, laid: map[int]lines.Laid{}, extents: map[int][]extent{}, size: Size{Cells: layout.MaxText, Lines: layout.MinLines}}
}

// begin settles a column that has no size yet.
func (f *Flow) begin() {
	if !f.settled {
		f.settle()
	}
}

// Resize sets the size of the column and keeps the cursor in sight.
func (f *Flow) Resize(s Size) {
	if f.Header != nil {
		f.headerLines = f.Header.Lines(s)
		s.Lines -= f.headerLines
	}
	s.Cells, s.Lines = max(s.Cells, 1), max(s.Lines, 1)
	if s == f.size && f.settled {
		return
	}
	away := f.settled && f.cursor.In > 0 && !f.visible(f.cursor)
	if s.Cells != f.size.Cells || s.Method != f.size.Method || s.ASCII != f.size.ASCII {
		f.forget()
		f.top.In = 0
	}
	f.size = s
	if away {
		f.top = f.clampTop(f.top)
	} else {
		f.settle()
	}
	f.revealSelection()
}

// settle puts the cursor on the first stop on the screen if it is on none yet,
// and keeps it in sight.
func (f *Flow) settle() {
	atStart, reach := f.top == Spot{}, f.size.Lines
	if !f.settled {
		reach = max(reach, layout.MinLines) // on the smallest screens the user scrolls to where they begin
	}
	f.settled = true
	if f.cursor.In == 0 {
		first, ok := f.nextStop(Spot{f.rows.Start, 0}, reach)
		f.putWithin(reach, first, ok)
	}
	f.reveal()
	if first, _ := f.nextStop(Spot{}, f.size.Lines); atStart && f.cursor.In > 0 && f.cursor == first {
		top := f.top
		if f.top = (Spot{}); !f.visible(first) {
			f.top = top
		}
	}
}

// at returns a laid-out row, from the cache if it is there.
func (f *Flow) at(row int) lines.Laid {
	laid, ok := f.laid[row]
	if ok {
		return laid
	}
	b := f.rows.Block(row)
	if p, isText := b.(page.Paragraph); isText && row == f.cursor.Row && f.cursor.In > 0 {
		p.Active = f.activePassage(p)
		b = p
	}
	if f.size.ASCII {
		b = lines.ASCII(b)
	}
	text := layout.TextCells(f.size.Cells)
	if _, parts := b.(page.Beside); !parts {
		text = min(text, layout.MaxText)
	}
	laid = lines.Layout(b, f.size.Method, text)
	if len(f.laid) >= KeptRows {
		f.forget()
	}
	f.laid[row] = laid
	return laid
}

// forget drops the cached rows, so that all are laid out again.
func (f *Flow) forget() {
	clear(f.laid)
	clear(f.extents)
	if f.selection != nil {
		clear(f.selection.lineStarts)
	}
}

// activePassage returns the passage under the cursor in a paragraph.
func (f *Flow) activePassage(p page.Paragraph) int {
	if passages := passagesOf(p); f.cursor.In <= len(passages) {
		return passages[f.cursor.In-1].Passage
	}
	return 0
}

// passagesOf returns the passages in a paragraph, which are its stops.
func passagesOf(p page.Paragraph) []page.Target {
	if len(p.Marks) == 0 {
		return nil
	}
	return briefing.Once(briefing.Map(p.Marks, func(m page.Mark) page.Target { return page.Target{Passage: m.Passage} }))
}

// stops returns the stops of a row. It does not lay out paragraphs, because
// there can be many long ones.
func (f *Flow) stops(row int) []page.Target {
	switch b := f.rows.Block(row).(type) {
	case page.Blank:
		return nil
	case page.Paragraph:
		if laid, known := f.laid[row]; known {
			return laid.Stops
		}
		return passagesOf(b)
	}
	return f.at(row).Stops
}

// put moves the cursor. The rows that it leaves and enters are laid out again
// if their look depends on it.
func (f *Flow) put(to Spot) {
	if to == f.cursor {
		return
	}
	for _, row := range []int{f.cursor.Row, to.Row} {
		if row < f.rows.Len {
			if _, isText := f.rows.Block(row).(page.Paragraph); isText {
				delete(f.laid, row)
				delete(f.extents, row)
			}
		}
	}
	f.cursor = to
}

// putWithin moves the cursor to a stop if ok is set and the stop begins within
// reach lines of the top. It checks after moving the cursor, so that a text is
// laid out only once.
func (f *Flow) putWithin(reach int, to Spot, ok bool) {
	was := f.cursor
	if !ok {
		return
	}
	if f.put(to); !f.within(reach, to) {
		f.put(was)
	}
}

// Selected returns the target under the cursor.
func (f *Flow) Selected() page.Target {
	f.begin()
	if f.cursor.In == 0 || f.cursor.Row >= f.rows.Len {
		return page.Target{}
	}
	stops := f.stops(f.cursor.Row)
	if f.cursor.In > len(stops) {
		return page.Target{}
	}
	return stops[f.cursor.In-1]
}

// Select puts the cursor on the first stop that leads to a target.
func (f *Flow) Select(t page.Target) bool {
	for row := range f.rows.Len {
		if !leadsTo(f.rows.Block(row), t) {
			continue
		}
		if i := slices.Index(f.stops(row), t); i >= 0 {
			f.put(Spot{row, i + 1})
			f.center = true
			f.settled = true
			f.reveal()
			return true
		}
	}
	return false
}

// leadsTo reports whether a block leads to a target, without laying it out.
func leadsTo(b page.Block, t page.Target) bool {
	switch b := b.(type) {
	case page.Entry:
		return b.To == t || b.To.IsZero() && entryLeadsTo(b, t)
	case page.Later:
		return b.To == t
	case page.Title:
		return anyLeadsTo(b.Spans, t)
	case page.Paragraph:
		return t.Ref.ID == "" && slices.ContainsFunc(b.Marks, func(m page.Mark) bool { return m.Passage == t.Passage })
	case page.Prose:
		return anyLeadsTo(b.Spans, t)
	case page.Fact:
		return anyLeadsTo(b.Value, t)
	case page.Beside:
		for _, part := range b.Parts {
			if slices.ContainsFunc(part, func(b page.Block) bool { return leadsTo(b, t) }) {
				return true
			}
		}
	}
	return false
}

// entryLeadsTo reports whether an entry without a target of its own has a link
// to a target.
func entryLeadsTo(e page.Entry, t page.Target) bool {
	return anyLeadsTo(e.Lead, t) || anyLeadsTo(e.Body, t) ||
		slices.ContainsFunc(e.Under, func(under []page.Span) bool { return anyLeadsTo(under, t) })
}

func anyLeadsTo(spans []page.Span, t page.Target) bool {
	return slices.ContainsFunc(spans, func(s page.Span) bool { return s.To == t })
}

// Place returns the cursor's number among the entries. On a row that is not an
// entry, such as a heading, it returns the number of the next entry.
func (f *Flow) Place() (at, of int) {
	f.begin()
	if f.rows.Entries == nil || f.rows.Len == 0 {
		return 0, 0
	}
	row := f.cursor.Row
	at, of = f.rows.Entries(row), f.rows.Entries(f.rows.Len-1)
	before := 0
	if row > 0 {
		before = f.rows.Entries(row - 1)
	}
	if at == before {
		at = min(at+1, of)
	}
	return at, of
}

// Refresh lays out all rows again after their contents have changed, and keeps
// the place.
func (f *Flow) Refresh() {
	m := f.Mark()
	m.On = f.Selected()
	f.forget()
	f.Restore(m)
}
