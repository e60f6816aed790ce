package file

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// YAML silently reads some texts differently from what they seem to say: unquoted
// text ends at " #", and \n in double quotes is neither a backslash nor an n.

// changed returns how YAML changes a scalar in parent, or nil if it does not.
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

// commentAfter returns the comment at which an unquoted value ends, on its line
// or where its next line could begin, or nil.
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

// commentBefore returns the comment between a key or hyphen and the value at the
// cursor, or nil.
func (r *yamlReader) commentBefore() *change {
	text := r.at.text[:r.at.offset]
	begin := strings.LastIndexByte(text, '\n') + 1
	if strings.TrimLeft(text[begin:], " ") != "" {
		return nil // the value is on the line of its key
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

// escape returns the first escape in a double-quoted scalar that swallows a
// letter of a path, such as \n in "C:\new", or nil.
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

// isDrive reports whether s begins with a drive letter, as in C:\.
func isDrive(s string) bool {
	return len(s) > 2 && unicode.IsLetter(rune(s[0])) && s[0] < utf8.RuneSelf && s[1] == ':' && s[2] == '\\'
}

// scalarText returns the text of a scalar, and restores blank lines: when YAML
// folds lines, it turns a blank line between them into a line break.
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

// isFlush reports whether YAML would fold a line with the next.
func isFlush(line string) bool { return line != "" && line[0] != ' ' && line[0] != '\t' }

// cursor is a position in a YAML text. It only moves forward.
type cursor struct {
	text      string
	offset    int
	line, col int // from 1
}

// step moves forward by one character.
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

// to moves forward to a line and column.
func (c *cursor) to(line, col int) {
	for c.offset < len(c.text) && (c.line < line || c.line == line && c.col < col) {
		c.step()
	}
}

// skip moves past all characters of set.
func (c *cursor) skip(set string) {
	for c.offset < len(c.text) && strings.IndexByte(set, c.text[c.offset]) >= 0 {
		c.step()
	}
}

// over moves past an unquoted value, whose white space may differ in the text. It
// returns false if the value is not here.
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

// begins reports whether the text here begins with s.
func (c *cursor) begins(s string) bool { return strings.HasPrefix(c.text[c.offset:], s) }

// before returns the character before the cursor, or utf8.RuneError at the start.
func (c *cursor) before() rune {
	r, _ := utf8.DecodeLastRuneInString(c.text[:c.offset])
	return r
}
