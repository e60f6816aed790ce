package file

import (
	"bufio"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v4"

	"sitrep/briefing"
)

// WriteYAML writes b in the format briefing/1 as YAML for people: in the order of
// the format's keys, texts of several lines as blocks, and evidence in its short
// form where that says everything. Reading the output gives an equal briefing.
func WriteYAML(w io.Writer, b *briefing.Briefing) error {
	out := newYAMLWriter(w, 0, nil)
	briefingTable.write(out, b)
	return out.finish()
}

// WriteEvidence writes evidence as YAML, as an element of a list, in its short form
// if that says everything.
func WriteEvidence(w io.Writer, e *briefing.Evidence) error {
	out := newYAMLWriter(w, 0, nil)
	out.beginList()
	evidenceTable.write(out, e)
	out.endList()
	return out.finish()
}

// newYAMLWriter returns a writer of YAML, which is indented by some columns. before
// is called before each key of the top level, if it is not nil.
func newYAMLWriter(w io.Writer, indent int, before func(key string)) *writer {
	buffer := bufio.NewWriter(w)
	return &writer{buffer: buffer, enc: &yamlTree{out: yamlEmitter{Writer: buffer}, indent: indent, before: before}}
}

// yamlTree turns the tokens of JSON into values of YAML. It holds one item of a list
// of the top level at a time.
type yamlTree struct {
	open    []*yaml.Node // the lists and mappings that are being written, from the outside
	inItems bool         // the second of them is a list, some of whose items are written
	out     yamlEmitter
	indent  int
	before  func(key string)
}

// WriteValue adds a number.
func (t *yamlTree) WriteValue(v jsontext.Value) error {
	return t.add(&yaml.Node{Kind: yaml.ScalarNode, Value: string(v)})
}

// WriteToken adds a token.
func (t *yamlTree) WriteToken(token jsontext.Token) error {
	switch token.Kind() {
	case '{':
		t.open = append(t.open, &yaml.Node{Kind: yaml.MappingNode})
		return nil
	case '[':
		t.open = append(t.open, &yaml.Node{Kind: yaml.SequenceNode})
		return nil
	case '}', ']':
		n := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		if n.Kind == yaml.MappingNode {
			shortenEvidence(n)
		} else if !slices.ContainsFunc(n.Content, func(kid *yaml.Node) bool { return kid.Kind != yaml.ScalarNode || len(kid.Value) > maxInLine }) {
			n.Style = yaml.FlowStyle
		}
		return t.add(n)
	case '"':
		return t.add(yamlText(token.String()))
	}
	return t.add(&yaml.Node{Kind: yaml.ScalarNode, Value: token.String()}) // a number, true or false
}

// maxInLine is the length in bytes up to which texts of a list share a line.
const maxInLine = 40

// add adds a value to the innermost list or mapping that is open, or writes it if
// that is enough to do so.
func (t *yamlTree) add(n *yaml.Node) error {
	if len(t.open) == 0 {
		return t.out.err // its parts have been written
	}
	inner := t.open[len(t.open)-1]
	inner.Content = append(inner.Content, n)
	switch root := t.open[0]; {
	case len(t.open) == 1 && root.Kind == yaml.SequenceNode:
		t.item(root, t.indent)
	case len(t.open) == 1 && len(root.Content) == 1: // a key
		if t.before != nil {
			t.before(n.Value)
		}
	case len(t.open) == 1:
		if !t.inItems {
			t.out.pad(t.indent)
			t.out.member(root.Content[0], n, t.indent)
		}
		t.inItems, root.Content = false, nil
	case len(t.open) == 2 && root.Kind == yaml.MappingNode && inner.Kind == yaml.SequenceNode:
		t.streamItem(root.Content[0], inner)
	}
	return t.out.err
}

// streamItem writes what was added to a list under a key of the top level, if it is
// a list of mappings.
func (t *yamlTree) streamItem(key, list *yaml.Node) {
	if !t.inItems {
		if len(list.Content) > 1 || list.Content[0].Kind != yaml.MappingNode {
			return
		}
		t.inItems = true
		t.out.pad(t.indent)
		t.out.text(key.Value, ":\n")
	}
	t.item(list, t.indent+yamlIndent)
}

// item writes the one element that a list has, and takes it out.
func (t *yamlTree) item(list *yaml.Node, indent int) {
	t.out.pad(indent)
	t.out.item(list.Content[0], indent)
	list.Content = nil
}

// yamlDate matches dates that need no quotes in our format, though YAML has a type
// for them.
var yamlDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?)?$`)
})

// yamlText returns a text as a scalar. The library puts it in quotes where it
// would be read as something else.
func yamlText(s string) *yaml.Node {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // with U+FFFD in place of other bytes, as in JSON
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch {
	case yamlDate().MatchString(s):
		n.Tag = ""
	case strings.Contains(strings.TrimRight(s, "\n"), "\n"):
		n.Style = yaml.LiteralStyle
	}
	return n
}

// shortenEvidence turns {source: id, quote: words} into {id: words}.
func shortenEvidence(n *yaml.Node) {
	if len(n.Content) != 4 || n.Content[0].Value != "source" || n.Content[2].Value != "quote" {
		return
	}
	if _, isKey := evidenceTable.row(n.Content[1].Value); !isKey {
		n.Content = n.Content[1:]
		n.Content = slices.Delete(n.Content, 1, 2)
	}
}
