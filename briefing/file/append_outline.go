package file

import (
	"go.yaml.in/yaml/v4"
)

// outline returns the root of a text as parse does, but of a list of items at the
// top level only the last one, and an empty value in place of those before it. lines is
// how many lines come before the text.
func (r *yamlReader) outline(text string, lines int) (*yaml.Node, error) {
	return r.byKeys(text, lines, r.outlineKey)
}

// byKeys returns the root of a text as parse does, but reads one key of the top level
// after the other. It assumes what reading in parts does. lines is how many lines come
// before the text.
func (r *yamlReader) byKeys(text string, lines int, read func(text string, line int) ([]*yaml.Node, error)) (*yaml.Node, error) {
	root := &yaml.Node{Kind: yaml.MappingNode, Column: 1}
	l := &lineScanner{text: text}
	begin, line := -1, lines
	for {
		found, err := l.nextKey(begin < 0)
		if err != nil {
			return nil, err
		}
		end := len(text)
		if found {
			end = l.begin
		}
		if begin >= 0 {
			members, err := read(text[begin:end], line)
			if err != nil {
				return nil, err
			}
			root.Content = append(root.Content, members...)
		}
		if !found {
			break
		}
		begin, line = l.begin, lines+l.line
	}
	if len(root.Content) == 0 {
		return nil, errNoParts
	}
	return root, nil
}

// lastItem moves to the line in which the last item of a list begins, and returns how
// many items there are: 0 for what is no list of items. l is at the line of its key.
func (l *lineScanner) lastItem() (items int) {
	if l.listKey() == "" {
		return 0
	}
	last, column := *l, 0 // column: of the hyphens
	for l.next() {
		n, ok := l.indent()
		if !ok || items > 0 && n > column {
			continue
		}
		if !l.isItem(n) || items > 0 && n < column {
			return 0
		}
		column, last = n, *l
		items++
	}
	*l = last
	return items
}

// outlineKey returns a key of the top level and its value.
func (r *yamlReader) outlineKey(text string, line int) ([]*yaml.Node, error) {
	last := &lineScanner{text: text}
	last.next()
	first := *last
	items := last.lastItem()
	if items == 0 {
		return r.parsePart(text, line)
	}
	members, err := r.parsePart(text[:first.end], line)
	if err != nil {
		return nil, err
	}
	list, err := r.parse(text[last.begin:], line+last.line)
	if err != nil {
		return nil, err
	}
	if list == nil || list.Kind != yaml.SequenceNode || list.Style != 0 || len(list.Content) != 1 {
		return nil, errNoParts
	}
	moveLines(list, line+last.line)
	if items > 1 {
		list.Content = append([]*yaml.Node{{}}, list.Content...)
	}
	return append(members[:1], list), nil
}

// parsePart returns the keys and values of a part of the top level.
func (r *yamlReader) parsePart(text string, line int) ([]*yaml.Node, error) {
	root, err := r.parse(text, line)
	if err != nil {
		return nil, err
	}
	if !isBlockMapping(root) {
		return nil, errNoParts
	}
	moveLines(root, line)
	return root.Content, nil
}

// moveLines adds to the lines of a value and those in it.
func moveLines(n *yaml.Node, lines int) {
	n.Line += lines
	for _, kid := range n.Content {
		moveLines(kid, lines)
	}
}
