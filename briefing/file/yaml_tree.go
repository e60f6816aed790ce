package file

import (
	"errors"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Tree is a value, with the values in it, of a YAML or JSON text that is not a
// briefing, such as the settings. Its texts are clean.
type Tree struct {
	Form   Form
	Pos    briefing.Pos
	Key    string // in a mapping
	KeyPos briefing.Pos
	Text   string // of a word, as written, in one line
	Body   string // of a word, as written, with its line breaks
	Kids   []Tree // in the order of the file; keys can occur twice
}

// Form is the form of a value in a tree.
type Form int

// The forms.
const (
	Nothing Form = iota
	Word         // text, a number, true or false
	List
	Mapping
	Refused // an alias, an anchor, a tag
)

// String returns the form as a message names it.
func (f Form) String() string {
	return [...]string{"nothing", "one word", "a list", "a mapping", "a YAML alias, anchor or tag"}[f]
}

// LoadTree reads the file at path, which must be a regular file of at most 4 MiB.
// The limits for briefings apply. The error is always a [*LoadError].
func LoadTree(path string) (*Tree, error) {
	text, err := disk.read(path, maxScalar)
	if err != nil {
		refused := unreadable(clean.Line(path), err)
		if errors.Is(err, errTextTooLarge) {
			refused.Problem.Code, refused.Problem.Hint = CodeTooLarge, "this cannot be the right file"
		}
		return nil, refused
	}
	return ParseTree(text, clean.Line(path))
}

// ReadStart returns at most limit bytes from the start of the file at path, which
// must be a regular file. They can end within a character.
func ReadStart(path string, limit int64) (string, error) {
	start, _, err := disk.readStart(path, limit)
	return string(start), err
}

// ParseTree reads a text, which messages call name. For an empty text it returns
// a tree of the form Nothing.
func ParseTree(text, name string) (*Tree, error) {
	d := newDecoder(clean.Line(name), nil)
	text = trimBOM(text)
	if err := d.checkUTF8(text); err != nil {
		return nil, err
	}
	text = withoutOtherBreaks(text)
	if err := checkYAMLText(text, d); err != nil {
		return nil, err
	}
	r := &yamlReader{d: d}
	root, err := r.parse(text, 0)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return &Tree{Pos: briefing.Pos{Line: 1, Col: 1}}, nil
	}
	n, err := r.node(root, nil, 0)
	if err != nil {
		return nil, err
	}
	tree := n.tree()
	return &tree, nil
}

func (n *node) tree() Tree {
	t := Tree{Pos: n.pos, Key: n.key, KeyPos: n.keyPos, Form: n.form()}
	if t.Form == Word {
		t.Text, t.Body = clean.Line(n.text), n.text
	}
	for kid := n.first; kid != nil; kid = kid.next {
		t.Kids = append(t.Kids, kid.tree())
	}
	return t
}

func (n *node) form() Form {
	switch n.kind {
	case kindNull:
		return Nothing
	case kindList:
		return List
	case kindMapping:
		return Mapping
	case kindRefused:
		return Refused
	}
	return Word
}
