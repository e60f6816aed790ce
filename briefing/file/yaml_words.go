package file

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// YAML makes other words of some texts than they show, and says nothing: a text
// without quotes ends at " #", and \n in double quotes is no backslash and no n.

// changed is the change that YAML makes to a scalar in parent; nil for none.
func (r *yamlReader) changed(n, parent *yaml.Node) *change {
	switch n.Style {
	case 0:
		r.at.to(n.Line, n.Column)
		inFlow := parent == nil || parent.Style&yaml.FlowStyle != 0
		if !inFlow && n.Value != "" {
			if c := r.commentBefore(); c != nil {
				return c
			}
		}
		return r.commentAfter(n.Value, inFlow, parent)
	case yaml.DoubleQuotedStyle:
		return r.escape(n)
	}
	return nil
}

// commentAfter is the comment that a value without quotes ends at: on its line,
// or where its next line could begin.
func (r *yamlReader) commentAfter(value string, inFlow bool, parent *yaml.Node) *change {
	at := r.at
	if !at.over(value) {
		return nil
	}
	at.skip(" \t")
	if !at.begins("#") && !inFlow {
		if at.skip(" \t\r\n"); at.col <= parent.Column {
			return nil // such a comment is about what follows
		}
	}
	if !at.begins("#") {
		return nil
	}
	return &change{commentAfter, r.pos(at.line, at.col), firstLine(at.text[at.offset:])}
}

// commentBefore is the comment between a key, or a hyphen, and the value at hand.
func (r *yamlReader) commentBefore() *change {
	text := r.at.text[:r.at.offset]
	begin := strings.LastIndexByte(text, '\n') + 1
	if strings.TrimLeft(text[begin:], " ") != "" {
		return nil // the value stands in the line of its key
	}
	for line := r.at.line - 1; begin > 0; line-- {
		end := begin - 1
		begin = strings.LastIndexByte(text[:end], '\n') + 1
		is := strings.TrimRight(text[begin:end], " \t\r")
		at := strings.IndexByte(is, '#')
		for at > 0 && is[at-1] != ' ' && is[at-1] != '\t' {
			next := strings.IndexByte(is[at+1:], '#')
			if at += 1 + next; next < 0 {
				at = -1
			}
		}
		if at >= 0 {
			return &change{commentBefore, r.pos(line, utf8.RuneCountInString(is[:at])+1), is[at:]}
		}
		if is != "" {
			return nil
		}
	}
	return nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// escape is the first escape in a scalar in double quotes that eats a letter of
// a path: that of \new in "C:\new".
func (r *yamlReader) escape(n *yaml.Node) *change {
	if !strings.ContainsFunc(n.Value, unicode.IsControl) {
		return nil
	}
	r.at.to(n.Line, n.Column)
	at := r.at
	at.step() // the quote
	for inPath := false; at.offset < len(at.text) && !at.begins(`"`); at.step() {
		switch rest := at.text[at.offset:]; {
		case strings.ContainsRune(" \t\r\n", rune(rest[0])):
			inPath = false
		case isDrive(rest) && !unicode.IsLetter(at.before()):
			inPath = true
			at.step()
		case rest[0] != '\\' || len(rest) < len(`\n`):
		case inPath && strings.IndexByte("abefnrtv", rest[1]) >= 0 && len(rest) > 2 && unicode.IsLower(rune(rest[2])):
			path, _, _ := strings.Cut(rest, `"`)
			return &change{pathEscape, r.pos(at.line, at.col), path}
		default:
			at.step()
		}
	}
	return nil
}

// isDrive reports whether s begins with the letter of a drive, as in C:\.
func isDrive(s string) bool {
	return len(s) > 2 && unicode.IsLetter(rune(s[0])) && s[0] < utf8.RuneSelf && s[1] == ':' && s[2] == '\\'
}

// scalarText is the text of a scalar, with blank lines where it was written with
// them: YAML makes a line break of one between lines that it puts together.
func scalarText(n *yaml.Node) string {
	switch n.Style {
	case 0, yaml.SingleQuotedStyle, yaml.FoldedStyle:
	default:
		return n.Value
	}
	if !strings.Contains(n.Value, "\n") {
		return n.Value
	}
	lines := strings.Split(n.Value, "\n")
	var b strings.Builder
	for i, line := range lines {
		if b.WriteString(line); i+1 == len(lines) {
			break
		}
		b.WriteByte('\n')
		if isFlush(line) && isFlush(lines[i+1]) {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// isFlush reports whether a line would be put together with another.
func isFlush(line string) bool { return line != "" && line[0] != ' ' && line[0] != '\t' }

// cursor is a position in a YAML text that only moves on.
type cursor struct {
	text      string
	offset    int
	line, col int // from 1
}

// step goes on by a character.
func (c *cursor) step() {
	switch b := c.text[c.offset]; {
	case b == '\n', b == '\r' && !strings.HasPrefix(c.text[c.offset:], "\r\n"):
		c.line, c.col = c.line+1, 0
	case b >= utf8.RuneSelf:
		_, size := utf8.DecodeRuneInString(c.text[c.offset:])
		c.offset += size - 1
	}
	c.offset++
	c.col++
}

// to goes on to a line and column.
func (c *cursor) to(line, col int) {
	for c.offset < len(c.text) && (c.line < line || c.line == line && c.col < col) {
		c.step()
	}
}

// skip goes on over characters of a set.
func (c *cursor) skip(set string) {
	for c.offset < len(c.text) && strings.IndexByte(set, c.text[c.offset]) >= 0 {
		c.step()
	}
}

// over goes on behind a value without quotes. It is false if that does not stand
// here: it does, but for its white space.
func (c *cursor) over(value string) bool {
	for word := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		c.skip(" \t\r\n")
		if !c.begins(word) {
			return false
		}
		for end := c.offset + len(word); c.offset < end; {
			c.step()
		}
	}
	return true
}

// begins reports whether s stands here.
func (c *cursor) begins(s string) bool { return strings.HasPrefix(c.text[c.offset:], s) }

// before is the character before; 0 at the start.
func (c *cursor) before() rune {
	r, _ := utf8.DecodeLastRuneInString(c.text[:c.offset])
	return r
}
