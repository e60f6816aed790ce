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

// GridSigns are the characters of a table: where a line begins, and a cell that has
// nothing in it.
type GridSigns struct{ Top, Empty string }

// ChartSigns are the characters of charts, each one cell wide; in ASCII, Open, Until
// and Since are two.
type ChartSigns struct {
	Solid, Dotted   string // lines: all this time, somewhere within it
	Closed, Open    string // ends of lines: ended, goes on
	Until, Since    string // before a mark: then or earlier, then or later
	Unsure, Unknown string // a date that is not certain, an end that is not known
	Before, Behind  string // there is more at the left, at the right
	Caret, Crossing string // the cursor's place on a rule, the cut-off's
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
