package serve

// size is the size of a terminal in cells.
type size struct{ columns, rows int }

// The largest terminal that is drawn for a client, and what is taken for one that does
// not say its size.
var (
	largest = size{500, 200}
	usual   = size{80, 24}
)

// cells returns the size that a client has sent, which may be anything.
func cells(columns, rows uint32) size {
	s := size{int(min(columns, uint32(largest.columns))), int(min(rows, uint32(largest.rows)))}
	if s.columns == 0 || s.rows == 0 {
		return usual
	}
	return s
}
