package file

import (
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// textPos is a position in a text. It only moves forward.
type textPos struct {
	offset int
	pos    briefing.Pos
}

// moveTo moves forward to offset, in bytes, and returns the line and column
// there.
func (p *textPos) moveTo(text string, offset int) briefing.Pos {
	part := text[p.offset:offset]
	if n := strings.Count(part, "\n"); n > 0 {
		p.pos.Line += int32(n)
		p.pos.Col = 1
		part = part[strings.LastIndexByte(part, '\n')+1:]
	}
	p.pos.Col += int32(utf8.RuneCountInString(part))
	p.offset = offset
	return p.pos
}

func textStart() textPos { return textPos{pos: briefing.Pos{Line: 1, Col: 1}} }
