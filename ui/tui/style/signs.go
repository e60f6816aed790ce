package style

import (
	"sitrep/briefing/lines"
)

// Signs are the characters of the frame that are not words.
type Signs struct {
	Rule, RuleOn, Column, Cursor, Crumb, Ellipsis string
	TopLeft, TopRight, BottomLeft, BottomRight    string
	Chart                                         ChartSigns
	Grid                                          GridSigns
	SelectedFrom, SelectedTo                      string // at the ends of selected words
}

// GridSigns are the characters of a table: the start of a line, and an empty
// cell.
type GridSigns struct{ Top, Empty string }

// ChartSigns are the characters of charts, each one cell wide. In ASCII, Open,
// Until and Since are two cells wide.
type ChartSigns struct {
	Solid, Dotted   string // lines: all of this time, some time within it
	Closed, Open    string // ends of lines: ended, goes on
	Until, Since    string // before a mark: then or earlier, then or later
	Unsure, Unknown string // an uncertain date, an unknown end
	Before, Behind  string // more at the left, at the right
	Caret, Crossing string // on a rule: the cursor, the cut-off
	Here            string // the cursor's place among levels
	Break           string // time left out
	Levels          []string
}

func signs(ascii bool) Signs {
	if ascii {
		return Signs{Rule: "-", RuleOn: "=", Column: "|", Cursor: ">", Crumb: ">", Ellipsis: "...",
			TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
			Chart: ChartSigns{Solid: "-", Dotted: ".", Closed: "]", Open: "->", Until: "<=", Since: ">=", Unsure: "~", Unknown: ")",
				Before: "<", Behind: ">", Caret: "v", Crossing: "+", Here: "^", Break: "/", Levels: []string{".", ":", "-", "=", "#"}},
			Grid: GridSigns{"+", " "}, SelectedFrom: "[", SelectedTo: "]"}
	}
	return Signs{Rule: "─", RuleOn: "━", Column: "│", Cursor: "▌", Crumb: "›", Ellipsis: "…",
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		Chart: ChartSigns{Solid: "━", Dotted: "┄", Closed: "▪", Open: "→", Until: "≤", Since: "≥", Unsure: "~", Unknown: "▫",
			Before: "‹", Behind: "›", Caret: "▼", Crossing: "┴", Here: "◆", Break: "╱", Levels: []string{"▁", "▂", "▃", "▅", "▇"}},
		Grid: GridSigns{"┬", "·"}, SelectedFrom: "▐", SelectedTo: "▌"}
}

// Sign returns a sign of package page as the theme draws it.
func (t *Theme) Sign(sign string) string {
	if t.ASCII {
		return lines.ToASCII(sign)
	}
	return sign
}
