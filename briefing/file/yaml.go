package file

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Only the files yaml*.go use the YAML library, and only its scanner, parser and
// positions. Nothing that gives YAML meaning is used: no aliases, no tags, no
// types.

// yamlReader turns the nodes of the library into ours.
type yamlReader struct {
	d *decoder
	arena
	lines    int    // of the file before the text that is being read
	at       cursor // in that text
	inList   bool   // the text is a list of items
	partSize int    // bytes of text to read at once, if it is more than one item
}

// parse returns the root of the one document in text, or nil if there is none.
// lines is how many lines of the file come before text.
func (r *yamlReader) parse(text string, lines int) (root *yaml.Node, err error) {
	r.lines, r.at = lines, cursor{text: text, line: 1, col: 1}
	// The library keeps about 250 bytes for each value until it has read everything.
	if at, over := overweight(text, maxItemValues); over {
		begin := textStart()
		pos := begin.moveTo(text, at)
		return nil, r.d.tooMany(r.pos(int(pos.Line), int(pos.Col)))
	}
	defer func() {
		if p := recover(); p != nil {
			err = r.d.refusal(r.pos(1, 1), CodeSyntax, "the YAML cannot be read: "+errorText(fmt.Errorf("%v", p)), hintYAML)
		}
	}()
	tooDeep := false
	limits := loaderlimits.New(loaderlimits.AliasValue(0), loaderlimits.DepthFunc(func(depth int, _ *yaml.DepthContext) error {
		tooDeep = depth > maxDepth
		if tooDeep {
			return errTooDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(strings.NewReader(text), yaml.WithPlugin(limits))
	if err != nil {
		return nil, fmt.Errorf("setting up the YAML library: %w", err)
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, r.refuse(text, err, tooDeep)
	}
	if err := loader.Load(&second); err == nil {
		return nil, r.secondDocument(text, r.pos(second.Line, second.Column))
	} else if !errors.Is(err, io.EOF) {
		if _, below, found := strings.Cut(text, "\n"+frontMatter); found && strings.HasPrefix(text, frontMatter) {
			return nil, r.secondDocument(text, r.pos(strings.Count(text[:len(text)-len(below)], "\n"), 1))
		}
		return nil, r.refuse(text, err, tooDeep)
	}
	return document.Content[0], nil
}

// frontMatter is the line before and after the YAML at the start of a Markdown
// file.
const frontMatter = "---\n"

func (r *yamlReader) secondDocument(text string, pos briefing.Pos) error {
	hint := hintOneDocument
	if strings.HasPrefix(text, frontMatter) {
		hint += "; the text of a Markdown file below its head is put under keys, such as bottom_line"
	}
	return r.d.refusal(pos, CodeMultipleDocuments, "a second document begins", hint)
}

// refuse turns err, from the library, into an error in the terms of the format.
func (r *yamlReader) refuse(text string, err error, tooDeep bool) error {
	var failed *yaml.LoadError
	if !errors.As(err, &failed) {
		return r.d.refusal(r.pos(1, 1), CodeSyntax, errorText(err), hintYAML)
	}
	mark := failed.Mark
	if mark.Line == 0 {
		mark = failed.ContextMark
	}
	if mark.Line > strings.Count(text, "\n")+1 { // the line that would come next
		last := textStart()
		end := last.moveTo(text, len(text))
		mark.Line, mark.Column = int(end.Line), int(end.Col)
	}
	pos := r.pos(mark.Line, mark.Column)
	if tooDeep {
		return r.d.tooDeep(pos)
	}
	code := CodeSyntax
	if strings.Contains(failed.Message+failed.ContextMsg, "anchor") || strings.Contains(failed.ContextMsg, "alias") {
		code = CodeAlias
	}
	c := yamlCause(text, r.lines, failed, mark)
	return r.d.refusal(r.pos(c.mark.Line, c.mark.Column), code, errorText(errors.New(c.message)), c.hint)
}

func (r *yamlReader) pos(line, col int) briefing.Pos {
	return briefing.Pos{Line: int32(line + r.lines), Col: int32(col)}
}

// node returns n, which is in parent and inside depth lists and mappings, as a
// node of ours.
func (r *yamlReader) node(n, parent *yaml.Node, depth int) (*node, error) {
	pos := r.pos(n.Line, n.Column)
	if r.isFull() {
		return nil, r.d.tooMany(pos)
	}
	out := r.make(kindRefused, pos)
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		out.text = CodeAlias
		return out, nil
	case isTagged(n):
		out.text = CodeTag
		return out, nil
	case n.Kind == yaml.ScalarNode:
		out.kind = scalarKind(n)
		r.setText(out, scalarText(n))
		out.change = r.changed(n, parent)
		return out, nil
	case depth >= maxDepth:
		return nil, r.d.tooDeep(pos)
	}
	out.kind = kindList
	step := 1
	if n.Kind == yaml.MappingNode {
		out.kind, step = kindMapping, 2
		r.mappings++
	}
	var last *node
	for i := 0; i+step <= len(n.Content); i += step {
		kid, err := r.node(n.Content[i+step-1], n, depth+1)
		if err != nil {
			return nil, err
		}
		if out.kind == kindMapping {
			r.setKey(kid, n.Content[i])
		}
		last = out.append(last, kid)
	}
	return out, nil
}

// isTagged reports whether a value or key has a tag.
func isTagged(n *yaml.Node) bool { return n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" }

// setKey sets the key of n, or marks n as refused if the key cannot be read.
func (r *yamlReader) setKey(n *node, key *yaml.Node) {
	n.keyPos = r.pos(key.Line, key.Column)
	switch {
	case key.Kind == yaml.AliasNode || key.Anchor != "":
		n.kind, n.text = kindRefused, CodeAlias
	case isTagged(key):
		n.kind, n.text = kindRefused, CodeTag
	case key.Kind != yaml.ScalarNode:
		n.kind, n.text = kindRefused, CodeWrongKind
	case strings.TrimLeftFunc(key.Value, unicode.IsSpace) != strings.TrimLeft(key.Value, " \t\n") && key.Style == 0:
		n.kind, n.text = kindRefused, CodeSyntax
	default:
		n.key = clean.Line(key.Value)
	}
}

// scalarKind returns the kind of a scalar. A quoted scalar is text.
func scalarKind(n *yaml.Node) kind {
	if n.Style != 0 {
		return kindText
	}
	switch n.Tag {
	case "!!null":
		return kindNull
	case "!!int", "!!float":
		return kindNumber
	case "!!bool":
		if strings.EqualFold(n.Value, "true") || strings.EqualFold(n.Value, "false") {
			return kindBool
		}
	}
	return kindText
}

// document passes the members of the mapping root to the decoder.
func (r *yamlReader) document(root *yaml.Node) error {
	if root == nil || root.Kind != yaml.MappingNode || root.Anchor != "" || root.Style&yaml.TaggedStyle != 0 {
		return r.d.refusal(briefing.Pos{Line: 1, Col: 1}, CodeWrongFormat, "a briefing is a mapping, and this is not", hintFormat)
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		r.reset()
		n, err := r.node(root.Content[i+1], root, 1)
		if err != nil {
			return err
		}
		r.setKey(n, root.Content[i])
		if err := r.d.member(n); err != nil {
			return err
		}
	}
	return nil
}

// isBlockMapping reports whether root is a mapping whose keys each begin a line
// at column 1.
func isBlockMapping(root *yaml.Node) bool {
	return root != nil && root.Kind == yaml.MappingNode && root.Style == 0 && root.Column == 1
}

// section passes the items of the list root to s. It returns false if root is not
// a block list at column col.
func (r *yamlReader) section(s section, root *yaml.Node, col int) (bool, error) {
	if root == nil || root.Kind != yaml.SequenceNode || root.Style != 0 || root.Anchor != "" || root.Column != col {
		return false, nil
	}
	for _, item := range root.Content {
		r.reset()
		n, err := r.node(item, root, 2)
		if err != nil {
			return false, err
		}
		if err := s.element(n); err != nil {
			return false, err
		}
	}
	return true, nil
}
