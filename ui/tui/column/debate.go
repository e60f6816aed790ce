package column

import (
	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
)

// debate is the page of a question with several claims. If it is wide enough,
// the claims are side by side and the cursor goes left and right between them.
// Otherwise it is the usual page of a question.
type debate struct {
	*Flow
	index    *briefing.Index
	question *briefing.Question
	inRow    int // how many claims are side by side; 1 for the usual page
}

// maxBeside is the limit of positions shown side by side. They are laid out all
// at once, so a question with thousands of positions is shown as a list.
const maxBeside = 500

func newDebate(x *briefing.Index, q *briefing.Question) Column {
	usual := NewFlow(Blocks(page.Of(x, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})))
	positions := 0
	for i := range q.Claims {
		positions += len(q.Claims[i].Positions)
	}
	if len(q.Claims) < 2 || positions > maxBeside {
		return usual
	}
	return &debate{Flow: usual, index: x, question: q, inRow: 1}
}

// Share asks for the width that claims side by side can use.
func (d *debate) Share() layout.Share { return layout.Full }

// Sideways reports whether claims are side by side.
func (d *debate) Sideways() bool { return d.inRow > 1 }

// Resize puts the claims side by side or under each other. The cursor stays on
// the same thing.
func (d *debate) Resize(s Size) {
	inRow := 1
	if layout.HasSides(s.Cells) {
		inRow = min(lines.InRow(layout.TextCells(s.Cells)), len(d.question.Claims))
	}
	if inRow != d.inRow {
		d.inRow = inRow
		old := d.Flow
		d.Flow = NewFlow(Blocks(d.blocks()))
		d.Flow.Resize(s)
		if at := old.Selected(); !at.IsZero() {
			d.Flow.Select(at)
		}
	}
	d.Flow.Resize(s)
}

func (d *debate) blocks() []page.Block {
	ref := briefing.Ref{Kind: briefing.KindQuestion, ID: d.question.ID}
	if d.inRow > 1 {
		return page.WithRemarks(d.index, ref, page.SideBySide(d.index, d.question, d.inRow))
	}
	return page.Of(d.index, ref)
}

// Move moves the cursor left and right between claims, and otherwise as on any
// page.
func (d *debate) Move(m Motion) bool {
	switch m {
	case Left:
		return d.Flow.sideways(-1)
	case Right:
		return d.Flow.sideways(+1)
	}
	return d.Flow.Move(m)
}

// Mark returns the cursor, the scroll and the arrangement of the claims.
func (d *debate) Mark() Mark {
	m := d.Flow.Mark()
	m.Zoom = d.inRow
	return m
}

// Restore goes back to a mark, whatever the arrangement of the claims was then.
func (d *debate) Restore(m Mark) {
	if m.Zoom == d.inRow {
		d.Flow.Restore(m)
		return
	}
	now := d.inRow
	d.inRow = max(m.Zoom, 1)
	then := NewFlow(Blocks(d.blocks()))
	d.inRow = now
	then.Restore(m)
	d.Flow.Select(then.Selected())
}

// sideways goes to the nearest stop of the next part to the side, in the same
// row.
func (f *Flow) sideways(step int) bool {
	if f.cursor.In == 0 {
		return false
	}
	laid := f.at(f.cursor.Row)
	at := f.corner(laid, f.cursor.In)
	best, found := corner{}, 0
	for stop := 1; stop <= len(laid.Stops); stop++ {
		c := f.corner(laid, stop)
		if (c.x-at.x)*step > 0 && (found == 0 || c.nearer(best, at)) {
			best, found = c, stop
		}
	}
	if found == 0 {
		return false
	}
	f.put(Spot{f.cursor.Row, found})
	f.reveal()
	return true
}

// corner is the position at which a stop begins in its row.
type corner struct{ x, y int }

// nearer reports whether c is nearer to a corner than other is, first across
// and then down.
func (c corner) nearer(other, to corner) bool {
	if dx, do := max(c.x-to.x, to.x-c.x), max(other.x-to.x, to.x-other.x); dx != do {
		return dx < do
	}
	return max(c.y-to.y, to.y-c.y) < max(other.y-to.y, to.y-other.y)
}

func (f *Flow) corner(laid lines.Laid, stop int) corner {
	for y, line := range laid.Lines {
		x := 0
		for _, run := range line {
			if run.Stop == stop && run.Role != page.Gutter {
				return corner{x, y}
			}
			x += f.size.Method.Of(run.Text)
		}
	}
	return corner{}
}
