package style

import "strings"

// borders is the width of the two sides of a box. titleFrame and footerFrame
// are that of the corners beside a title and a footer, with a rule and a space
// each.
const (
	borders     = 2
	titleFrame  = 6
	footerFrame = 6
)

// Box returns lines in a border with a title above and a footer below. The
// lines must have the width inside the border.
func (t *Theme) Box(title, footer string, lines []string, cells int) []string {
	if cells < borders {
		return lines
	}
	s := t.Signs
	side := t.Paint(RuleLine, s.Column)
	out := make([]string, 0, len(lines)+borders)
	out = append(out, t.boxEdge(s.TopLeft, s.TopRight, title, HeaderText, cells-titleFrame))
	for _, line := range lines {
		out = append(out, side+line+side)
	}
	return append(out, t.boxEdge(s.BottomLeft, s.BottomRight, footer, FooterText, cells-footerFrame))
}

func (t *Theme) boxEdge(left, right, text string, part Part, room int) string {
	text = t.Cut(text, max(room, 0))
	if room <= 0 {
		return t.Paint(RuleLine, left+strings.Repeat(t.Signs.Rule, max(room+titleFrame-borders, 0))+right)
	}
	fill := strings.Repeat(t.Signs.Rule, room-t.Method.Of(text)+1)
	return t.Paint(RuleLine, left+t.Signs.Rule) + " " + t.Paint(part, text) + " " + t.Paint(RuleLine, fill+right)
}

// Over replaces lines of the frame, from line y on, by the lines of a box.
// Nothing is shown beside a box, so that no line has to be cut in two.
func (t *Theme) Over(under, box []string, x, y, cells, frame int) {
	before, behind := strings.Repeat(" ", max(x, 0)), strings.Repeat(" ", max(frame-x-cells, 0))
	for i, line := range box {
		if y+i >= 0 && y+i < len(under) {
			under[y+i] = before + line + behind
		}
	}
}
