package style

// Signs are the characters of the frame that are not words.
type Signs struct {
	Rule, RuleOn, Column, Cursor, Crumb, Ellipsis string
	TopLeft, TopRight, BottomLeft, BottomRight    string
}

func signs(ascii bool) Signs {
	if ascii {
		return Signs{Rule: "-", RuleOn: "=", Column: "|", Cursor: ">", Crumb: ">", Ellipsis: "...",
			TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+"}
	}
	return Signs{Rule: "─", RuleOn: "━", Column: "│", Cursor: "▌", Crumb: "›", Ellipsis: "…",
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯"}
}
