package file

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v4"

	"sitrep/briefing"
)

// WriteYAML writes b in the format briefing/1 as YAML for people: in the order of
// the format's keys, texts of several lines as blocks, and evidence in its short
// form where that says everything. Reading the output gives an equal briefing.
func WriteYAML(w io.Writer, b *briefing.Briefing) error {
	var text bytes.Buffer
	if err := WriteJSON(&text, b); err != nil {
		return err
	}
	root, err := yamlNode(jsontext.NewDecoder(&text, jsontext.AllowDuplicateNames(true)))
	if err != nil {
		return fmt.Errorf("turning JSON into YAML: %w", err)
	}
	return dumpYAML(w, root)
}

func dumpYAML(w io.Writer, root *yaml.Node) error {
	dumper, err := yaml.NewDumper(w, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1))
	if err != nil {
		return fmt.Errorf("setting up the YAML library: %w", err)
	}
	if err := dumper.Dump(root); err != nil {
		return err
	}
	return dumper.Close()
}

// yamlNode returns the next value that in reads.
func yamlNode(in *jsontext.Decoder) (*yaml.Node, error) {
	token, err := in.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case '{':
		n := &yaml.Node{Kind: yaml.MappingNode}
		if err := yamlKids(in, n, '}'); err != nil {
			return nil, err
		}
		shortenEvidence(n)
		return n, nil
	case '[':
		n := &yaml.Node{Kind: yaml.SequenceNode}
		err := yamlKids(in, n, ']')
		if !slices.ContainsFunc(n.Content, func(kid *yaml.Node) bool { return kid.Kind != yaml.ScalarNode || len(kid.Value) > maxInLine }) {
			n.Style = yaml.FlowStyle
		}
		return n, err
	case '"':
		return yamlText(token.String()), nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: token.String()}, nil // a number, true or false
}

// maxInLine is the length in bytes up to which texts of a list share a line.
const maxInLine = 40

// yamlKids adds to n the values up to the end of an object or array.
func yamlKids(in *jsontext.Decoder, n *yaml.Node, end jsontext.Kind) error {
	for in.PeekKind() != end {
		kid, err := yamlNode(in)
		if err != nil {
			return err
		}
		n.Content = append(n.Content, kid)
	}
	_, err := in.ReadToken()
	return err
}

// yamlDate matches dates that need no quotes in our format, though YAML has a type
// for them.
var yamlDate = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?)?$`)

// yamlText returns a text as a scalar. The library puts it in quotes where it
// would be read as something else.
func yamlText(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch {
	case yamlDate.MatchString(s):
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

// WriteEvidence writes evidence as YAML, as an element of a list, in its short form
// if that says everything.
func WriteEvidence(w io.Writer, e *briefing.Evidence) error {
	var text bytes.Buffer
	out := newWriter(&text)
	evidenceTable.write(out, e)
	if err := out.finish(); err != nil {
		return err
	}
	n, err := yamlNode(jsontext.NewDecoder(&text, jsontext.AllowDuplicateNames(true)))
	if err != nil {
		return err
	}
	return dumpYAML(w, &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}})
}
