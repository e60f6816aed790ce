package file

import (
	"fmt"

	"sitrep/briefing/clean"
)

// noteChange adds a problem if YAML reads the text of n differently from what is
// written there. lost is what is left out because of it.
func (d *decoder) noteChange(n *node, lost loss) {
	c := n.change
	if c == nil || d.full() {
		return
	}
	p := Problem{Pos: c.pos, Code: CodeTextChanged, Item: d.item(), Hint: `put the text in quotes, "…" or '…'; a comment can follow these`}
	switch c.kind {
	case commentAfter:
		p.Message = fmt.Sprintf(`the text ends at " #", which begins a comment: %s is no part of it`, clean.Quoted(c.rest))
	case commentBefore:
		p.Message = fmt.Sprintf("%s is a comment, and no part of the text that follows", clean.Quoted(c.rest))
	case pathEscape:
		p.Message = fmt.Sprintf("%s in double quotes is read as a sign of its own, so that a letter of the path is lost", clean.Quoted(firstRunes(c.rest, len(`\n`))))
		p.Hint = `put the text in single quotes, or write \\ for each backslash`
	}
	p.Message += lost.String()
	d.note(p)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
