package file

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// yamlIndent is how much further what is in a list or mapping is indented.
const yamlIndent = 2

// yamlEmitter writes values in block style, in the same bytes as the YAML library,
// but faster and without a whole document in memory. The library writes what needs
// quotes and is otherwise out of the ordinary.
type yamlEmitter struct {
	*bufio.Writer
	err     error
	library *yaml.Dumper
	written bytes.Buffer // by the library
}

// text writes texts. The writer keeps its error until it is flushed.
func (y *yamlEmitter) text(parts ...string) {
	for _, s := range parts {
		_, _ = y.WriteString(s)
	}
}

// pad begins a line.
func (y *yamlEmitter) pad(indent int) {
	for range indent {
		_ = y.WriteByte(' ')
	}
}

// mapping writes the members of a mapping, of which the first is on a line that has
// begun.
func (y *yamlEmitter) mapping(n *yaml.Node, indent int) {
	for i := 0; i < len(n.Content); i += 2 {
		if i > 0 {
			y.pad(indent)
		}
		y.member(n.Content[i], n.Content[i+1], indent)
	}
}

// member writes a key and its value on a line that has begun.
func (y *yamlEmitter) member(key, v *yaml.Node, indent int) {
	const maxKey = 128 // bytes; a longer one has a line of its own
	if len(key.Value) > maxKey || !isPlain(key.Value, false) || !isSimple(v) {
		y.byLibrary(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{key, v}}, indent)
		return
	}
	y.text(key.Value, ":")
	switch within := indent + yamlIndent; {
	case v.Kind == yaml.MappingNode:
		y.text("\n")
		y.pad(within)
		y.mapping(v, within)
	case v.Kind == yaml.SequenceNode && v.Style == 0:
		y.text("\n")
		for _, item := range v.Content {
			y.pad(within)
			y.item(item, within)
		}
	default:
		y.leaf(v, within)
	}
}

// item writes an element of a list on a line that has begun.
func (y *yamlEmitter) item(v *yaml.Node, indent int) {
	switch {
	case v.Kind == yaml.SequenceNode || !isSimple(v):
		y.byLibrary(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{v}}, indent)
	case v.Kind == yaml.MappingNode:
		y.text("- ")
		y.mapping(v, indent+yamlIndent)
	default:
		y.text("-")
		y.leaf(v, indent+yamlIndent)
	}
}

// leaf writes a scalar, or a list in brackets, up to the end of its line or lines.
func (y *yamlEmitter) leaf(v *yaml.Node, indent int) {
	switch {
	case v.Kind == yaml.SequenceNode:
		y.text(" [")
		for i, item := range v.Content {
			if i > 0 {
				y.text(", ")
			}
			y.text(item.Value)
		}
		y.text("]\n")
	case strings.Contains(v.Value, "\n"):
		y.block(v.Value, indent)
	default:
		y.text(" ", v.Value, "\n")
	}
}

// block writes a text of several lines.
func (y *yamlEmitter) block(s string, indent int) {
	switch {
	case !strings.HasSuffix(s, "\n"):
		y.text(" |-\n")
	case strings.HasSuffix(s, "\n\n"):
		y.text(" |+\n")
	default:
		y.text(" |\n")
	}
	for line := range strings.Lines(s) {
		if line != "\n" {
			y.pad(indent)
		}
		y.text(line)
	}
	if !strings.HasSuffix(s, "\n") {
		y.text("\n")
	}
}

// byLibrary writes a list or mapping as the library does, with its first line on a
// line that has begun.
func (y *yamlEmitter) byLibrary(n *yaml.Node, indent int) {
	if y.library == nil {
		var err error
		if y.library, err = yaml.NewDumper(&y.written, yaml.WithIndent(yamlIndent), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1)); err != nil {
			y.err = fmt.Errorf("setting up the YAML library: %w", err)
			return
		}
	}
	y.written.Reset()
	if y.err = y.library.Dump(n); y.err != nil {
		return
	}
	text := strings.TrimPrefix(y.written.String(), "---\n") // before all but the first
	first := true
	for line := range strings.Lines(text) {
		if !first && line != "\n" {
			y.pad(indent)
		}
		first = false
		y.text(line)
	}
}

// isSimple reports whether a value needs no quotes. Those in a mapping or in a list in
// block style are not looked at.
func isSimple(v *yaml.Node) bool {
	switch {
	case v.Kind == yaml.ScalarNode && v.Tag == "":
		return !strings.HasSuffix(v.Value, ":") // a number, true or false, a date
	case v.Kind == yaml.ScalarNode && strings.Contains(v.Value, "\n"):
		begin := strings.TrimLeft(v.Value, "\n")
		return begin != "" && begin[0] != ' ' && begin[0] != '\t' && isPrintable(v.Value)
	case v.Kind == yaml.ScalarNode:
		return isPlain(v.Value, false)
	case v.Style == yaml.FlowStyle:
		for _, item := range v.Content {
			if item.Tag == "" && strings.Contains(item.Value, ":") || item.Tag != "" && !isPlain(item.Value, true) {
				return false
			}
		}
	}
	return len(v.Content) > 0
}

// isPlain reports whether a text of one line can be written without quotes, if that
// is plain to see. inBrackets says whether it is in a list in brackets.
func isPlain(s string, inBrackets bool) bool {
	switch {
	case s == "" || s[len(s)-1] == ' ' || s[len(s)-1] == ':' || strings.Contains(s, ": ") || strings.Contains(s, " #"):
		return false
	case inBrackets && strings.ContainsAny(s, ",?[]{}:"):
		return false
	}
	return beginsText(s) && !strings.ContainsAny(s, "\t\n") && isPrintable(s)
}

// beginsText reports whether a text begins with no sign of YAML, and with nothing
// that could be a number, a date, true, false or null.
func beginsText(s string) bool {
	if strings.IndexByte("0123456789", s[0]) >= 0 {
		// A number, a date or a time goes on with one of these.
		rest := strings.TrimLeft(s, "0123456789")
		return rest != "" && strings.IndexByte("_.eExXoObB-:+", rest[0]) < 0
	}
	if len(s) <= len("false") && slices.Contains([]string{"true", "false", "null"}, strings.ToLower(s)) {
		return false
	}
	lower := s[0] | 0x20
	return lower >= 'a' && lower <= 'z' || s[0] >= utf8.RuneSelf
}

// isPrintable reports whether YAML has all characters of a text as they are. A line
// feed is one.
func isPrintable(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r >= 0xfffd {
			return false
		}
	}
	return true
}
