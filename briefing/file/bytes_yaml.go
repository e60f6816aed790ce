package file

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"sitrep/briefing"
)

// yamlSpanReader finds the bytes of the values of a YAML text, in their order.
type yamlSpanReader struct {
	yamlPlaces
	line, col, at int // of the last value
}

// yamlSpans returns the bytes of every value of a YAML text.
func yamlSpans(text string) (*span, error) {
	reader := &yamlReader{d: newDecoder("briefing", nil)}
	read := reader.parse
	if len(text) > maxWhole {
		read = func(text string, lines int) (*yaml.Node, error) { return reader.byKeys(text, lines, reader.parsePart) }
	}
	root, err := read(withoutOtherBreaks(text), 0)
	if err != nil || root == nil {
		return nil, briefing.NewHintError("the file is too large to be changed here, or not valid YAML as a whole", hintChange)
	}
	root.Line = max(root.Line, 1) // one that is read by keys has none
	r := &yamlSpanReader{yamlPlaces: yamlPlaces{text: text, lines: lineStarts(text)}, line: 1, col: 1}
	s, err := r.span(root, false)
	if err != nil {
		return nil, err
	}
	if s.block && len(root.Content) > 1 {
		s.setLimits(r, r.start(r.documentEnd(root.Content[len(root.Content)-2].Line)))
	}
	return s, nil
}

// next returns the byte at which a value begins. Values must come in the order of the
// text.
func (r *yamlSpanReader) next(n *yaml.Node) int {
	if n.Line != r.line || n.Column < r.col {
		r.line, r.col, r.at = n.Line, 1, r.start(n.Line)
	}
	for ; r.col < n.Column; r.col++ {
		_, size := utf8.DecodeRuneInString(r.text[r.at:])
		r.at += size
	}
	return r.at
}

// span returns the bytes of a value. The end of a scalar is only needed in flow style.
func (r *yamlSpanReader) span(n *yaml.Node, inFlow bool) (*span, error) {
	at := r.next(n)
	s := &span{text: n.Value, pos: briefing.Pos{Line: int32(n.Line), Col: int32(n.Column)}, begin: at, from: at}
	if n.Kind == yaml.ScalarNode || n.Kind == yaml.AliasNode {
		if s.to = at; inFlow {
			s.to = r.leafEnd(n, at)
		}
		return s, nil
	}
	s.list, s.block = n.Kind == yaml.SequenceNode, n.Style&yaml.FlowStyle == 0
	if err := r.addParts(s, n); err != nil {
		return nil, err
	}
	if s.block {
		return s, nil
	}
	return s, r.close(s, at)
}

func (r *yamlSpanReader) addParts(s *span, n *yaml.Node) error {
	step := 2
	if s.list {
		step = 1
	}
	for i := 0; i+step <= len(n.Content); i += step {
		begin, key := -1, n.Content[i]
		if !s.list {
			begin = r.next(key)
		}
		part, err := r.span(n.Content[i+step-1], !s.block)
		switch {
		case err != nil:
			return err
		case !s.list:
			part.key, part.keyPos, part.begin = key.Value, briefing.Pos{Line: int32(key.Line), Col: int32(key.Column)}, begin
			part.to = max(part.to, begin)
		case s.block:
			part.begin = r.hyphen(s, n, part)
		}
		s.parts = append(s.parts, part)
	}
	return nil
}

// hyphen returns where the hyphen of an item of a list in block style is: at the column of
// the list, in the line in which the item begins or in one above.
func (r *yamlSpanReader) hyphen(s *span, list *yaml.Node, item *span) int {
	least := list.Line
	if k := len(s.parts); k > 0 {
		least = int(s.parts[k-1].pos.Line)
	}
	for line := int(item.pos.Line); line >= least; line-- {
		at := r.start(line) + list.Column - 1
		if at < len(r.text) && r.text[at] == '-' && strings.Trim(r.text[r.start(line):at], " ") == "" {
			return at
		}
	}
	return item.from
}

// close finds the end of a list or mapping in flow style, which begins at a byte: after
// its last value there are only a comma, comments and the bracket.
func (r *yamlSpanReader) close(s *span, at int) error {
	bracket := byte('}')
	if s.list {
		bracket = ']'
	}
	isPair := !s.list && r.text[at] != '{'
	end := at + 1
	if k := len(s.parts); k > 0 {
		end = s.parts[k-1].to
	}
	if isPair { // a pair in a list has no braces
		s.to = end
		return nil
	}
	for end = skipSpace(r.text, end); end < len(r.text) && (r.text[end] == ',' || r.text[end] == ':'); {
		end = skipSpace(r.text, end+1)
	}
	if end == len(r.text) || r.text[end] != bracket {
		return briefing.NewHintError("a list or mapping "+errNoEnd.Error(), hintAppend)
	}
	s.to = end + 1
	return nil
}

// setLimits sets where the lines of values in block style end. next is where what comes
// after s begins.
func (s *span) setLimits(r *yamlSpanReader, next int) {
	s.limit = next
	if !s.block {
		return
	}
	for i, part := range s.parts {
		limit := next
		if i+1 < len(s.parts) {
			limit = strings.LastIndexAny(r.text[:s.parts[i+1].begin], "\r\n") + 1
		}
		part.setLimits(r, limit)
	}
}
