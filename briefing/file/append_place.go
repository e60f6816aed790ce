package file

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"

	"github.com/go-json-experiment/json/jsontext"
)

// members are the lists of the top level of a file, and the place for new keys.
type members struct {
	lists map[string]place
	end   place // for a key that the file does not have
}

// place is where something can be added.
type place struct {
	err      *briefing.HintError // not nil if nothing can be added here
	block    *blockPlace
	brackets *bracketPlace // if block is nil
}

// blockPlace is the end of a list or mapping in the block style of YAML.
type blockPlace struct {
	at     int  // the start of a line, or the end of the text
	indent int  // of what is added, in columns
	step   int  // how much further the items of a new list are indented than its key
	apart  bool // a blank line stands between the items
}

// bracketPlace is the end of a list or mapping in brackets.
type bracketPlace struct {
	open  int    // the byte after the opening bracket
	after int    // the end of the last element; open if there is none
	end   int    // the closing bracket
	comma bool   // a comma follows the last element
	pad   string // the indentation of elements that begin lines
	close string // that of the closing bracket, where it begins a line
	unit  string // how much further the members of an element are indented
	lines bool   // elements begin lines
}

// extension collects what is inserted into a text.
type extension struct {
	text    string
	eol     string
	inserts []insert
}

type insert struct {
	at   int
	text string
}

func (e *extension) insert(at int, text string) { e.inserts = append(e.inserts, insert{at, text}) }

// addLists adds to lists that the file has, and then the other ones at its end.
func (e *extension) addLists(root *members, lists []list) error {
	var absent []list
	for _, l := range lists {
		p, ok := root.lists[l.key]
		var err error
		switch {
		case !ok:
			absent = append(absent, l)
		case p.err != nil:
			return p.err
		case p.block != nil:
			err = e.addItems(p.block, l)
		default:
			err = e.addElements(p.brackets, elementsOf(l))
		}
		if err != nil {
			return err
		}
	}
	switch {
	case len(absent) == 0:
		return nil
	case root.end.block != nil:
		return e.addKeys(root.end.block, absent)
	}
	elements := briefing.Map(absent, func(l list) element {
		return element{l.key, slices.Concat([]byte("["), bytes.Join(l.items, []byte(",")), []byte("]"))}
	})
	return e.addElements(root.end.brackets, elements)
}

// addItems adds items to a list in block style.
func (e *extension) addItems(p *blockPlace, l list) error {
	groups := [][][]byte{l.items}
	if p.apart {
		groups = slices.Collect(slices.Chunk(l.items, 1))
	}
	for _, items := range groups {
		block, err := blockOf(items, p.indent)
		if err != nil {
			return err
		}
		if p.apart {
			block = "\n" + block
		}
		e.addLines(p.at, block)
	}
	return nil
}

// addKeys adds keys with lists to a mapping in block style.
func (e *extension) addKeys(p *blockPlace, lists []list) error {
	for _, l := range lists {
		block, err := blockOf(l.items, p.indent+p.step)
		if err != nil {
			return err
		}
		e.addLines(p.at, strings.Repeat(" ", p.indent)+l.key+":\n"+block)
	}
	return nil
}

// blockOf returns items as a list of YAML in block style.
func blockOf(items [][]byte, indent int) (string, error) {
	var b strings.Builder
	out := newYAMLWriter(&b, indent, nil)
	out.beginList()
	for _, item := range items {
		in := jsontext.NewDecoder(bytes.NewReader(item), jsontext.AllowDuplicateNames(true))
		for in.StackDepth() > 0 || in.InputOffset() == 0 {
			token, err := in.ReadToken()
			if err != nil {
				return "", err
			}
			out.token(token)
		}
	}
	out.endList()
	err := out.finish()
	return b.String(), err
}

// addLines inserts whole lines at the start of a line or at the end of the text.
// A text that does not end with a line break does not do so afterwards.
func (e *extension) addLines(at int, lines string) {
	lines = strings.ReplaceAll(lines, "\n", e.eol)
	if at == len(e.text) && !strings.HasSuffix(e.text, e.eol[len(e.eol)-1:]) {
		lines = e.eol + strings.TrimSuffix(lines, e.eol)
	}
	e.insert(at, lines)
}

// element is an element of a list, or with a name a member of a mapping, in JSON,
// which is also the flow style of YAML.
type element struct {
	name  string
	value []byte
}

func elementsOf(l list) []element {
	out := make([]element, len(l.items))
	for i, item := range l.items {
		out[i].value = item
	}
	return out
}

// render returns the element as it is written at p.
func (e *extension) render(p *bracketPlace, el element) (string, error) {
	name, sep := "", ": "
	v := jsontext.Value(el.value)
	err := v.Compact()
	switch {
	case err != nil:
		return "", err
	case p.lines:
		err = v.Indent(jsontext.WithIndentPrefix(p.pad), jsontext.WithIndent(p.unit))
	case !strings.ContainsAny(e.text, "\r\n"):
		sep = ":"
	}
	if el.name != "" {
		name = fmt.Sprintf("%q", el.name) + sep
	}
	return name + strings.ReplaceAll(string(v), "\n", e.eol), err
}

// addElements inserts elements before the closing bracket. Comments after the
// last element stay with it.
func (e *extension) addElements(p *bracketPlace, elements []element) error {
	texts := make([]string, len(elements))
	for i, el := range elements {
		var err error
		if texts[i], err = e.render(p, el); err != nil {
			return err
		}
	}
	isEmpty := p.after == p.open
	if !isEmpty && !p.comma {
		e.insert(p.after, ",")
	}
	if !p.lines {
		sep := ", "
		if !strings.ContainsAny(e.text, "\r\n") {
			sep = ","
		}
		text := strings.Join(texts, sep)
		if !isEmpty {
			text = strings.TrimPrefix(sep, ",") + text
		}
		e.insert(p.end, text)
		return nil
	}
	text := p.pad + strings.Join(texts, ","+e.eol+p.pad)
	between := strings.TrimRight(e.text[p.after:p.end], " \t")
	switch {
	case strings.HasSuffix(between, "\n") || strings.HasSuffix(between, "\r"):
		e.insert(p.after+len(between), text+e.eol) // the bracket begins a line
	case isEmpty:
		e.insert(p.end, e.eol+text+e.eol+p.close)
	default:
		e.insert(p.end, e.eol+text)
	}
	return nil
}

// apply returns the text with what is inserted.
func (e *extension) apply() string {
	slices.SortStableFunc(e.inserts, func(a, b insert) int { return a.at - b.at })
	var b strings.Builder
	from := 0
	for _, i := range e.inserts {
		b.WriteString(e.text[from:i.at])
		b.WriteString(i.text)
		from = i.at
	}
	b.WriteString(e.text[from:])
	return b.String()
}

// lineEnd returns what ends the first line of a text.
func lineEnd(text string) string {
	switch at := strings.IndexByte(text, '\n'); {
	case at > 0 && text[at-1] == '\r':
		return "\r\n"
	case at < 0 && strings.Contains(text, "\r"):
		return "\r"
	}
	return "\n"
}
