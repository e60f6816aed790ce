package column

import (
	"slices"
	"strings"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// withSelection returns a line of a paragraph with the selected words in their
// role and a mark at each end of the selection. The words do not move: a mark
// replaces a space, or a cell of the margin. It reports whether the line has
// any selected words.
func (f *Flow) withSelection(t *style.Theme, at Spot, line lines.Line) (lines.Line, bool) {
	s := f.selection
	if s == nil || at.Row < s.start.row || at.Row > s.end.row {
		return line, false
	}
	text := f.textOf(at.Row)
	starts := f.linesOfText(at.Row, s.lineStarts)
	if text == "" || at.In >= len(starts) {
		return line, false
	}
	from, to := -1, len(text)+1 // rows between the ends have no marks
	if at.Row == s.start.row {
		from = s.start.at
	}
	if at.Row == s.end.row {
		to = s.end.at
	}
	d := selectionLine{from: from, to: to, at: starts[at.In]}
	for _, run := range line {
		d.add(run)
	}
	d.mark(t, s.startMoves)
	return d.out, d.some
}

// selectionLine is a line whose selected words are being given their role.
type selectionLine struct {
	from, to int // of the paragraph
	at       int
	out      lines.Line
	some     bool
	first    int // index of the run where the selection begins, plus 1
	last     int // index of the run where it ends, plus 1
}

// add adds a run, in up to three parts.
func (d *selectionLine) add(run lines.Run) {
	if !ofText(run) {
		d.out = append(d.out, run)
		return
	}
	end := d.at + len(run.Text)
	low, high := min(max(d.from, d.at), end), max(min(d.to, end), d.at)
	if low >= high {
		d.out = append(d.out, run)
		d.at = end
		return
	}
	part := func(a, b int, role page.Role) {
		if a < b {
			r := run
			r.Text, r.Role = run.Text[a-d.at:b-d.at], role
			d.out = append(d.out, r)
		}
	}
	part(d.at, low, run.Role)
	part(low, high, page.Selected)
	d.some = true
	if d.from >= d.at && d.from < end {
		d.first = len(d.out)
	}
	if d.to > d.at && d.to <= end {
		d.last = len(d.out)
	}
	part(high, end, run.Role)
	d.at = end
}

// mark puts the marks at the ends of the selection that are on the line. The
// mark of the moving end is stronger.
func (d *selectionLine) mark(t *style.Theme, startMoves bool) {
	roles := [2]page.Role{page.Muted, page.Strong}
	if startMoves {
		roles = [2]page.Role{page.Strong, page.Muted}
	}
	if i := d.last; i > 0 {
		if rest := d.out[i:]; len(rest) > 0 && strings.HasPrefix(rest[0].Text, " ") {
			rest[0].Text = rest[0].Text[1:]
		} else if pad := slices.IndexFunc(rest, isPad); pad >= 0 {
			rest[pad].Text = rest[pad].Text[1:]
		}
		d.out = slices.Insert(d.out, i, lines.Run{Text: t.Signs.SelectedTo, Role: roles[1]})
	}
	if i := d.first; i > 0 {
		ahead := d.out[:i-1]
		if n := len(ahead); n > 0 && strings.HasSuffix(ahead[n-1].Text, " ") {
			ahead[n-1].Text = strings.TrimSuffix(ahead[n-1].Text, " ")
		} else if n > 0 && isPad(ahead[0]) {
			ahead[0].Text = ahead[0].Text[1:]
		}
		d.out = slices.Insert(d.out, i-1, lines.Run{Text: t.Signs.SelectedFrom, Role: roles[0]})
	}
}

// isPad reports whether a run is space that is not part of the text.
func isPad(run lines.Run) bool {
	return !ofText(run) && run.Text != "" && strings.Trim(run.Text, " ") == ""
}
