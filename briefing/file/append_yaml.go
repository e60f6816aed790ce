package file

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"

	"go.yaml.in/yaml/v4"
)

// yamlPlaces finds bytes of a text by lines and columns, which is how the library
// says where values begin.
type yamlPlaces struct {
	text  string
	lines []int // the byte at which each line begins
}

// findInYAML returns the places of a YAML file at which something can be added.
func findInYAML(text string) (*members, error) {
	r := &yamlReader{d: newDecoder("briefing", nil)}
	read := r.parse
	if len(text) > maxWhole {
		read = r.outline
	}
	root, err := read(withoutOtherBreaks(text), 0)
	if err != nil { // it could be read in parts
		return nil, briefing.NewHintError("the file is too large to be added to, or not valid YAML as a whole", hintAppend)
	}
	y := &yamlPlaces{text: text, lines: lineStarts(text)}
	if root.Style&yaml.FlowStyle != 0 {
		return y.inBrackets(root)
	}
	return y.inBlock(root), nil
}

func lineStarts(text string) []int {
	end := byte('\n')
	if !strings.Contains(text, "\n") {
		end = '\r'
	}
	lines := []int{0}
	for i := range len(text) {
		if text[i] == end {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// offset returns the byte at which a value begins.
func (y *yamlPlaces) offset(n *yaml.Node) int {
	at := y.lines[min(n.Line, len(y.lines))-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(y.text[at:])
		at += size
	}
	return at
}

// line returns line n, from 1, without its break.
func (y *yamlPlaces) line(n int) string {
	return strings.TrimRight(y.text[y.lines[n-1]:y.start(n+1)], "\r\n")
}

// start returns the byte at which line n begins, or the end of the text.
func (y *yamlPlaces) start(n int) int {
	if n > len(y.lines) {
		return len(y.text)
	}
	return y.lines[n-1]
}

// inBlock returns the places of a mapping in block style.
func (y *yamlPlaces) inBlock(root *yaml.Node) *members {
	out := &members{lists: map[string]place{}}
	indent := root.Column - 1
	end := y.documentEnd(root.Content[len(root.Content)-2].Line)
	step := usualStep
	for i := 0; i+1 < len(root.Content); i += 2 {
		if v := root.Content[i+1]; isBlockList(v) {
			step = v.Column - root.Column
			break
		}
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, v := root.Content[i], root.Content[i+1]
		next := end
		if i+2 < len(root.Content) {
			next = root.Content[i+2].Line
		}
		if _, twice := out.lists[key.Value]; !twice {
			out.lists[key.Value] = y.list(key, v, next, indent, step)
		}
	}
	out.end.block = &blockPlace{at: y.start(end), indent: indent, step: step}
	return out
}

// usualStep is how much further items are indented than their key if the file has
// no example.
const usualStep = 2

func isBlockList(v *yaml.Node) bool {
	return v.Kind == yaml.SequenceNode && v.Style&yaml.FlowStyle == 0 && len(v.Content) > 0
}

// documentEnd returns the line with three full stops, or the one after the last
// line. The last key is in line from.
func (y *yamlPlaces) documentEnd(from int) int {
	for n := from; n <= len(y.lines); n++ {
		if s, ok := strings.CutPrefix(y.line(n), "..."); ok && (s == "" || s[0] == ' ' || s[0] == '\t') {
			return n
		}
	}
	return len(y.lines) + 1
}

// list returns the place at the end of the list v, whose key is indented by some
// columns. The next key is in line next.
func (y *yamlPlaces) list(key, v *yaml.Node, next, indent, step int) place {
	isNothing := v.Kind == yaml.ScalarNode && v.Tag == "!!null" && v.Value == "" && v.Style == 0
	switch {
	case v.Anchor != "" || isTagged(v):
		return y.noPlace(key, "has an anchor or a tag")
	case isBlockList(v):
		p := &blockPlace{at: y.start(y.lastLine(v, key.Line, next, indent) + 1), indent: v.Column - 1}
		last := v.Content[len(v.Content)-1].Line
		p.apart = len(v.Content) > 1 && strings.TrimSpace(y.line(last-1)) == ""
		return place{block: p}
	case isNothing:
		return place{block: &blockPlace{at: y.start(y.lastLine(v, key.Line, next, indent) + 1), indent: indent + step}}
	case v.Kind == yaml.SequenceNode:
		p, err := y.brackets(v)
		if err != nil {
			return y.noPlace(key, err.Error())
		}
		pad := strings.Repeat(" ", indent+usualStep)
		p.close = pad
		if p.after == p.open {
			p.pad, p.lines = pad, true
		}
		return place{brackets: p}
	}
	return y.noPlace(key, "is no list")
}

func (y *yamlPlaces) noPlace(key *yaml.Node, why string) place {
	return place{err: briefing.NewHintError(
		fmt.Sprintf("%q in line %d %s, so nothing can be added to it", key.Value, key.Line, why),
		"write a list there, or leave the key out",
	)}
}

// lastLine returns the last line that belongs to v, which is between the lines of
// two keys. Comments that are indented further than the keys belong to it.
func (y *yamlPlaces) lastLine(v *yaml.Node, from, next, indent int) int {
	leaf := lastLeaf(v)
	isBlock := leaf.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	last := next - 1
	for ; last > from; last-- {
		line := y.line(last)
		rest := strings.TrimLeft(line, " \t")
		if rest != "" && (rest[0] != '#' || len(line)-len(rest) > indent) {
			break
		}
	}
	if !isBlock {
		return last
	}
	// Blank lines at the end are part of a block that keeps them (|+), and those with
	// more spaces than its indentation of every block.
	keeps := strings.HasSuffix(leaf.Value, "\n\n") || strings.Trim(leaf.Value, "\n") == ""
	for n := last + 1; n < next && strings.TrimSpace(y.line(n)) == ""; n++ {
		if keeps || len(y.line(n)) > indent {
			last = n
		}
	}
	return last
}

// lastLeaf returns the last value in n that has none in it.
func lastLeaf(n *yaml.Node) *yaml.Node {
	for len(n.Content) > 0 {
		n = n.Content[len(n.Content)-1]
	}
	return n
}

// inBrackets returns the places of a mapping in flow style.
func (y *yamlPlaces) inBrackets(root *yaml.Node) (*members, error) {
	end, err := y.brackets(root)
	if err != nil {
		return nil, briefing.NewHintError(err.Error(), hintAppend)
	}
	out := &members{lists: map[string]place{}, end: place{brackets: end}}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, v := root.Content[i], root.Content[i+1]
		if _, twice := out.lists[key.Value]; twice {
			continue
		}
		if v.Kind != yaml.SequenceNode || v.Anchor != "" || isTagged(v) {
			out.lists[key.Value] = y.noPlace(key, "is no list")
			continue
		}
		p, err := y.brackets(v)
		if err != nil {
			return nil, briefing.NewHintError(err.Error(), hintAppend)
		}
		out.lists[key.Value] = place{brackets: p}
	}
	return out, nil
}

// brackets returns the place at the end of a list or mapping in flow style. The
// library says only where values begin, so the end is found from the last value:
// after it there are only commas, comments and closing brackets.
func (y *yamlPlaces) brackets(n *yaml.Node) (*bracketPlace, error) {
	p := newBrackets(y.offset(n) + 1)
	p.unit = strings.Repeat(" ", usualStep)
	closing := y.closers(n)
	at := p.open
	if leaf := lastLeaf(n); leaf != n {
		at = y.leafEnd(leaf, y.offset(leaf))
		p.after = at
		last := n.Content[len(n.Content)-1]
		if n.Kind == yaml.MappingNode {
			last = n.Content[len(n.Content)-2]
		}
		begin := y.offset(last)
		p.lines = strings.ContainsAny(y.text[p.open:begin], "\r\n")
		p.pad = strings.ReplaceAll(lineIndent(y.text, begin), "\t", "    ")
	}
	for closing != "" {
		at = skipSpace(y.text, at)
		switch {
		case at == len(y.text):
			return nil, errNoEnd
		case y.text[at] == ',' || y.text[at] == ':':
			p.comma = p.comma || len(closing) == 1 && y.text[at] == ','
		case y.text[at] == closing[0]:
			if closing = closing[1:]; closing != "" {
				p.after = at + 1
			}
			p.end = at
		default:
			return nil, errNoEnd
		}
		at++
	}
	return p, nil
}

var errNoEnd = errors.New("has an end that cannot be found")

// closers returns the brackets that close the values at the end of n, from the
// inside.
func (y *yamlPlaces) closers(n *yaml.Node) string {
	var out []byte
	for {
		switch {
		case n.Kind == yaml.SequenceNode:
			out = append(out, ']')
		case n.Kind == yaml.MappingNode && y.text[y.offset(n)] == '{':
			out = append(out, '}') // without a brace it is one pair in a list
		}
		if len(n.Content) == 0 {
			slices.Reverse(out)
			return string(out)
		}
		n = n.Content[len(n.Content)-1]
	}
}
