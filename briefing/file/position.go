package file

import (
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// place is a position in a text that only moves on.
type place struct {
	offset int
	pos    briefing.Pos
}

// moveTo goes on to offset in text.
func (p *place) moveTo(text string, offset int) briefing.Pos {
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

// start is the place before a text.
func start() place { return place{pos: briefing.Pos{Line: 1, Col: 1}} }
