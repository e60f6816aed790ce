package file

import (
	"fmt"
	"strings"

	"sitrep/briefing"

	"github.com/go-json-experiment/json/jsontext"
)

// findInJSON returns the places of a JSON file at which something can be added.
func findInJSON(text string) (*members, error) {
	in := jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true))
	if _, err := in.ReadToken(); err != nil {
		return nil, err
	}
	root := newBrackets(int(in.InputOffset()))
	out := &members{lists: map[string]place{}}
	unit := ""
	for in.PeekKind() == '"' {
		key, err := in.ReadToken()
		if err != nil {
			return nil, err
		}
		name := key.String()
		if root.after == root.open {
			begin := int(in.InputOffset()) - len(name)
			root.lines = strings.ContainsAny(text[root.open:begin], "\r\n")
			unit = lineIndent(text, begin)
			root.pad = unit
		}
		p, err := jsonList(in, text, unit)
		if err != nil {
			return nil, err
		}
		if _, twice := out.lists[name]; !twice {
			if p.err != nil {
				p.err = briefing.NewHintError(fmt.Sprintf("%q is %s", name, p.err), hintAppend)
			}
			out.lists[name] = p
		}
		root.after = int(in.InputOffset())
	}
	_, err := in.ReadToken()
	root.end, root.unit = int(in.InputOffset())-1, unit
	out.end = place{brackets: root}
	return out, err
}

func newBrackets(open int) *bracketPlace { return &bracketPlace{open: open, after: open} }

// jsonList reads the value of a key of the top level. unit is the indentation of
// the key.
func jsonList(in *jsontext.Decoder, text, unit string) (place, error) {
	if in.PeekKind() != '[' {
		return place{err: briefing.NewHintError("no list", hintAppend)}, in.SkipValue()
	}
	if _, err := in.ReadToken(); err != nil {
		return place{}, err
	}
	p := newBrackets(int(in.InputOffset()))
	p.pad, p.close, p.unit, p.lines = unit+unit, unit, unit, unit != ""
	for in.PeekKind() != ']' {
		v, err := in.ReadValue()
		if err != nil {
			return place{}, err
		}
		begin := int(in.InputOffset()) - len(v)
		if p.lines = strings.ContainsAny(text[p.open:begin], "\r\n"); p.lines {
			p.pad = lineIndent(text, begin)
		}
		p.after = int(in.InputOffset())
	}
	_, err := in.ReadToken()
	p.end = int(in.InputOffset()) - 1
	return place{brackets: p}, err
}

// lineIndent returns the white space at the start of the line that has a byte.
func lineIndent(text string, at int) string {
	line := text[strings.LastIndexAny(text[:at], "\r\n")+1 : at]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}
