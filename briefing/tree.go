package briefing

import (
	"errors"
	"fmt"
	"os"
	"unicode/utf8"
)

// Tree is a value of a YAML file that is no briefing, such as one of settings,
// with what is in it. Its texts are clean.
type Tree struct {
	Form   Form
	Pos    Pos
	Key    string // in a mapping
	KeyPos Pos
	Text   string // of a word, as written
	Kids   []Tree // in the order of the file; keys can stand twice
}

// Form is what a value of a tree looks like.
type Form int

// The forms.
const (
	Nothing Form = iota
	Word         // text, a number, true or false
	List
	Mapping
	Refused // an alias, an anchor, a tag
)

// String is the form as a message names it.
func (f Form) String() string {
	return [...]string{"nothing", "one word", "a list", "a mapping", "a YAML alias, anchor or tag"}[f]
}

// LoadTree reads the small file at path: a regular one, of at most 4 MiB, by
// the limits that briefings have. An error is always a [*LoadError].
func LoadTree(path string) (*Tree, error) {
	text, err := readFile(os.Stat, os.OpenFile, path, maxScalar)
	if err != nil {
		refused := unreadable(CleanLine(path), err)
		if errors.Is(err, errTextTooLarge) {
			refused.Problem.Code, refused.Problem.Hint = CodeTooLarge, "this cannot be the right file"
		}
		return nil, refused
	}
	return ParseTree(text, CleanLine(path))
}

// ParseTree reads a text that people know by name. A text that says nothing is
// a tree of nothing.
func ParseTree(text, name string) (*Tree, error) {
	d := newDecoder(CleanLine(name), nil)
	text = trimBOM(text)
	if !utf8.ValidString(text) {
		pos := invalidAt(text)
		return nil, d.refusal(pos, CodeNotUTF8, fmt.Sprintf("not UTF-8, line %d", pos.Line), "save the file as UTF-8")
	}
	if err := checkYAMLText(text, d); err != nil {
		return nil, err
	}
	r := &yamlReader{d: d}
	root, err := r.parse(text, 0)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return &Tree{Pos: Pos{Line: 1, Col: 1}}, nil
	}
	n, err := r.node(root, 0)
	if err != nil {
		return nil, err
	}
	tree := n.tree()
	return &tree, nil
}

func (n *node) tree() Tree {
	t := Tree{Pos: n.pos, Key: n.key, KeyPos: n.keyPos, Form: n.form()}
	if t.Form == Word {
		t.Text = CleanLine(n.text)
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
