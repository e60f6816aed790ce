package width

import (
	"math"
	"strings"
)

// Cut returns the longest start of s that consists of whole clusters and takes at
// most the given cells.
func (m Method) Cut(s string, cells int) string {
	end, _ := m.fit(s, cells)
	return s[:end]
}

// Truncate returns s if it takes at most the given cells; otherwise a start of s
// and the tail, which together do. Spaces in front of the tail go. Where even
// the tail is too wide it is cut.
func (m Method) Truncate(s string, cells int, tail string) string {
	end, _ := m.fit(s, cells)
	if end == len(s) {
		return s
	}
	left := cells - m.Of(tail)
	if left < 0 {
		return m.Cut(tail, cells)
	}
	return strings.TrimRight(m.Cut(s, left), " ") + tail
}

// TruncateLeft returns s if it takes at most the given cells; otherwise the head and
// an end of s, which together do. It is for texts whose end matters most, such as the
// host of an address: its last labels say who it belongs to.
func (m Method) TruncateLeft(s string, cells int, head string) string {
	over := m.Of(s) - cells
	if over <= 0 {
		return s
	}
	if over += m.Of(head); m.Of(head) > cells {
		return m.Cut(head, cells)
	}
	at := 0
	for over > 0 && at < len(s) {
		end, n := m.next(s, at)
		at, over = end, over-n
	}
	return head + strings.TrimLeft(s[at:], " ")
}

// blanks is longer than the padding of any usual screen.
const blanks = "                                                                " +
	"                                                                "

// Spaces returns n spaces; none where n is negative.
func Spaces(n int) string {
	if n <= len(blanks) {
		return blanks[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}

// PadRight returns s cut or padded with spaces to exactly the given cells.
func (m Method) PadRight(s string, cells int) string {
	end, got := m.fit(s, cells)
	text, missing := s[:end], cells-got
	if missing <= 0 {
		return text
	}
	out := text + Spaces(missing)
	if m == Wc || len(text) == got {
		return out
	}
	// A space can join a cluster at the end of the text, such as a lone mark,
	// and then changes the cells of that cluster. Where no number of spaces
	// makes up for it the text is not worth keeping.
	missing += cells - m.Of(out)
	if out = text + Spaces(missing); m.Of(out) == cells {
		return out
	}
	return Spaces(cells)
}

// fit returns where the longest start of s that takes at most the given cells ends,
// and the cells it takes.
func (m Method) fit(s string, cells int) (end, got int) {
	if cells <= 0 {
		return 0, 0
	}
	for end < len(s) {
		to, n := m.next(s, end)
		if n > cells-got {
			break
		}
		end, got = to, got+n
	}
	return end, got
}

// NoWrap as a limit says that a line may be of any length.
const NoWrap = 0

// limitCells returns the cells that a limit allows. A negative limit comes
// from a layout that has run out of room, so it means 1 and not NoWrap.
func limitCells(limit int) int {
	if limit == NoWrap {
		return math.MaxInt
	}
	return max(limit, 1)
}
