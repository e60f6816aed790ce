package style

import "strings"

// Piece is a run of text in a line of the frame.
type Piece struct {
	Part Part
	Text string
	Cuts bool // may be shortened if there is no room
	// KeepsEnd shortens the piece at its beginning.
	KeepsEnd bool
	// Drops leaves the piece out if there is no room for all of it, together
	// with the piece before it, which is its key, and all that follow.
	Drops bool
}

// Spread returns a line of exactly the given cells with pieces at its two ends.
// If there is no room, pieces with Cuts are shortened first, then the left end
// is cut.
func (t *Theme) Spread(cells int, left, right []Piece) string {
	right = t.shortened(right, cells)
	room := cells - t.Width(right)
	left = t.shortened(left, room)
	gap := max(room-t.Width(left), 0)
	return t.paintAll(left) + strings.Repeat(" ", gap) + t.paintAll(right)
}

// SpreadFill returns a line with pieces at its left, padded with the sign fill.
func (t *Theme) SpreadFill(cells int, left []Piece, fill string) string {
	left = t.shortened(left, cells)
	rest := max(cells-t.Width(left), 0)
	return t.paintAll(left) + t.Paint(RuleLine, strings.Repeat(fill, rest))
}

// Width returns the cells that pieces take together.
func (t *Theme) Width(pieces []Piece) int {
	n := 0
	for _, p := range pieces {
		n += t.Method.Of(p.Text)
	}
	return n
}

// shortest is the width to which a piece is shortened at most.
const shortest = 8

// shortened makes pieces fit. It shortens the longest piece with Cuts first.
func (t *Theme) shortened(pieces []Piece, cells int) []Piece {
	over := t.Width(pieces) - cells
	if over <= 0 {
		return pieces
	}
	out := append([]Piece(nil), pieces...)
	for over > 0 {
		longest, most := -1, shortest
		for i, p := range out {
			if w := t.Method.Of(p.Text); p.Cuts && w > most {
				longest, most = i, w
			}
		}
		if longest < 0 {
			break
		}
		out[longest].Text = t.cut(out[longest], max(most-over, shortest))
		over = t.Width(out) - cells
	}
	return t.cutBehind(out, cells)
}

// cutBehind cuts whatever does not fit into cells.
func (t *Theme) cutBehind(pieces []Piece, cells int) []Piece {
	used := 0
	for i, p := range pieces {
		w := t.Method.Of(p.Text)
		if used+w > cells {
			switch {
			case p.Drops:
				return pieces[:max(i-1, 0)]
			case i+1 < len(pieces) && pieces[i+1].Drops:
				return pieces[:i]
			}
			pieces[i].Text = t.Method.PadRight(t.cut(p, cells-used), cells-used)
			return pieces[:i+1]
		}
		used += w
	}
	return pieces
}

// cut returns the text of a piece in at most the given cells.
func (t *Theme) cut(p Piece, cells int) string {
	if p.KeepsEnd {
		return t.Method.TruncateLeft(p.Text, cells, t.Signs.Ellipsis)
	}
	return t.Cut(p.Text, cells)
}

func (t *Theme) paintAll(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(t.Paint(p.Part, p.Text))
	}
	return b.String()
}
