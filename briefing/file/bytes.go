package file

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/briefing"
)

// span is a value of a file with the bytes that it takes. In a mapping or list it
// begins with its key or hyphen.
type span struct {
	key    string // in a mapping
	keyPos briefing.Pos
	text   string // of a scalar
	pos    briefing.Pos
	begin  int // of the key or hyphen; of the value itself if it has none
	from   int // of the value
	to     int // the end of the value in flow style
	limit  int // in block style: the start of the line at which what comes next begins
	block  bool
	list   bool
	parts  []*span // of a list or mapping
}

// spans returns the bytes of every value of a text that can be read.
func spans(text string) (*span, error) {
	if isJSON(text) {
		return jsonSpans(text)
	}
	return yamlSpans(text)
}

// find returns the value at a position, after the lists and mappings that contain
// it, or nil if there is none.
func (s *span) find(pos briefing.Pos) []*span {
	path := []*span{s}
	for {
		parts := path[len(path)-1].parts
		i, found := slices.BinarySearchFunc(parts, pos, func(s *span, pos briefing.Pos) int {
			return cmp.Or(cmp.Compare(s.pos.Line, pos.Line), cmp.Compare(s.pos.Col, pos.Col))
		})
		switch {
		case found:
			return append(path, parts[i])
		case i == 0:
			return nil
		}
		path = append(path, parts[i-1])
	}
}

// cuts collects the bytes to be taken out of a text, and what is put in their place.
type cuts struct {
	text string
	eol  byte // that ends lines
	gone map[*span]bool
	list []cut
}

type cut struct {
	from, to int
	put      string
}

// apply returns the text without the values that are gone.
func (c *cuts) apply(root *span) string {
	c.list = nil
	c.within(root)
	var b strings.Builder
	at := 0
	for _, cut := range c.list {
		b.WriteString(c.text[at:max(cut.from, at)])
		b.WriteString(cut.put)
		at = max(cut.to, at)
	}
	b.WriteString(c.text[at:])
	return b.String()
}

func (c *cuts) cut(from, to int, put string) { c.list = append(c.list, cut{from, to, put}) }

// within cuts the parts of s that are gone, and goes into those that are not.
func (c *cuts) within(s *span) {
	left := 0
	for _, part := range s.parts {
		if !c.gone[part] {
			left++
		}
	}
	switch {
	case left == 0 && len(s.parts) > 0:
		c.empty(s)
		return
	case s.block:
		c.blockParts(s)
	default:
		c.flowParts(s)
	}
}

// flowParts cuts parts of a list or mapping in brackets, each with a comma: the one
// after it or, if no part that stays follows, the one before it.
func (c *cuts) flowParts(s *span) {
	last := len(s.parts) - 1
	for last >= 0 && c.gone[s.parts[last]] {
		last--
	}
	for i, part := range s.parts {
		switch {
		case !c.gone[part]:
			c.within(part)
		case i < last:
			next := s.parts[i+1].begin
			comma := skipSpace(c.text, part.to)
			if strings.Contains(c.text[comma:next], "#") { // a comment, which stays
				next = comma + 1
			}
			c.cut(part.begin, next, "")
		default:
			before := s.parts[i-1].to
			comma := skipSpace(c.text, before)
			if strings.Contains(c.text[before:comma], "#") || strings.Contains(c.text[comma:part.begin], "#") {
				c.cut(comma, comma+1, "")
				before = part.begin
			}
			c.cut(before, part.to, "")
		}
	}
}

// empty takes all parts out of a list or mapping.
func (c *cuts) empty(s *span) {
	if !s.block {
		c.cut(s.from+1, s.to-1, "")
		return
	}
	colon := s.begin + keyLen(c.text[s.begin:])
	put := " []"
	if !s.list {
		put = " {}"
	}
	c.cut(colon, colon, put)
	for i := range s.parts {
		from, to := c.linesOf(s, i)
		c.cut(from, to, "")
	}
}

// keyLen returns the length of a key of block style with its colon.
func keyLen(text string) int {
	at := 0
	if text[0] == '"' || text[0] == '\'' {
		at = 1
		for at < len(text) && text[at] != text[0] {
			if text[at] == '\\' && text[0] == '"' {
				at++
			}
			at++
		}
	}
	if colon := strings.IndexByte(text[min(at, len(text)):], ':'); colon >= 0 {
		return min(at, len(text)) + colon + 1
	}
	return len(text)
}

// blockParts cuts lines of a list or mapping in block style.
func (c *cuts) blockParts(s *span) {
	last := len(s.parts) - 1
	for last >= 0 && c.gone[s.parts[last]] {
		last--
	}
	for i, part := range s.parts {
		if !c.gone[part] {
			c.within(part)
			continue
		}
		from, to := c.linesOf(s, i)
		if strings.TrimSpace(c.text[c.lineStart(part.begin):part.begin]) != "" {
			c.afterHyphen(s, i, to)
			continue
		}
		switch {
		case !s.list:
		case i < last:
			next := c.limitOf(s, i)
			if strings.TrimSpace(c.text[to:next]) == "" {
				to = next
			}
		default:
			for from > 0 && strings.TrimSpace(c.lineBefore(from)) == "" {
				from -= len(c.lineBefore(from))
			}
		}
		c.cut(from, to, "")
	}
}

// afterHyphen cuts the first key of a mapping, which begins after a hyphen in its
// line. end is where its lines end.
func (c *cuts) afterHyphen(s *span, i, end int) {
	part := s.parts[i]
	if next := s.parts[i+1].begin; strings.TrimSpace(c.text[end:next]) == "" {
		c.cut(part.begin, next, "")
		return
	}
	c.cut(part.begin, len(strings.TrimRight(c.text[:end], "\r\n")), "")
}

// linesOf returns the lines of a part in block style: its own with the comments in
// them and below that are indented further, and in a list the comments directly
// above.
func (c *cuts) linesOf(s *span, i int) (from, to int) {
	part := s.parts[i]
	from = c.lineStart(part.begin)
	column := part.begin - from
	if s.list {
		for from > 0 {
			line := c.lineBefore(from)
			rest := strings.TrimLeft(line, " ")
			if !strings.HasPrefix(rest, "#") || len(line)-len(rest) > column {
				break
			}
			from -= len(line)
		}
	}
	to = part.limit
	begin := c.lineStart(part.begin)
	for to > begin {
		line := c.lineBefore(to)
		rest := strings.TrimLeft(line, " \t")
		blank := strings.TrimRight(rest, "\r\n") == ""
		if !blank && (rest[0] != '#' || len(line)-len(rest) > column) {
			break
		}
		to -= len(line)
	}
	return from, max(to, from)
}

// limitOf returns where the lines of the part after part i begin, with the comments
// directly above it.
func (c *cuts) limitOf(s *span, i int) int {
	from, _ := c.linesOf(s, i+1)
	return from
}

// lineStart returns the start of the line that has a byte.
func (c *cuts) lineStart(at int) int { return strings.LastIndexByte(c.text[:at], c.eol) + 1 }

// lineBefore returns the line that ends at a byte, with its break.
func (c *cuts) lineBefore(end int) string {
	return c.text[c.lineStart(max(end-1, 0)):end]
}
