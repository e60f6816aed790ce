package file

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing/clean"
)

// ParseJSON reads a text that is one JSON object, which messages call name. The
// limits for briefings apply. Keys can occur twice in the tree. The error is always
// a [*LoadError].
func ParseJSON(text, name string) (*Tree, error) {
	d := newDecoder(clean.Line(name), nil)
	if err := d.checkUTF8(text); err != nil {
		return nil, err
	}
	r := &jsonReader{text: text, at: textStart()}
	if at, over := tooManyTokens(text); over {
		return nil, d.tooMany(r.at.moveTo(text, at))
	}
	r.dec = jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true))
	n, err := r.value(0)
	if err != nil {
		return nil, r.refuse(d, err)
	}
	if err := r.end(d, "the JSON object"); err != nil {
		return nil, err
	}
	tree := n.tree()
	return &tree, nil
}
