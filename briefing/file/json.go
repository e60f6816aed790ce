package file

import (
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// jsonReader reads a JSON text value by value. It does not copy strings that have
// no escapes.
type jsonReader struct {
	text string
	dec  *jsontext.Decoder
	at   textPos
	// plain is the last string that had escapes. Its memory is used again.
	plain []byte
	arena
}

// readJSON passes the members of the one object in text to d.
func readJSON(text string, d *decoder) error {
	r := &jsonReader{text: text, at: textStart(), arena: arena{texts: d.texts}}
	if at, over := tooManyTokens(text); over {
		return d.tooMany(r.at.moveTo(text, at))
	}
	// The tables find duplicate names.
	r.dec = jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true))
	if _, err := r.dec.ReadToken(); err != nil {
		return r.refuse(d, err)
	}
	for r.dec.PeekKind() != jsontext.KindEndObject {
		if err := r.member(d); err != nil {
			return r.refuse(d, err)
		}
	}
	if _, err := r.dec.ReadToken(); err != nil {
		return r.refuse(d, err)
	}
	return r.end(d, "the briefing")
}

// end returns an error if something follows the end of what has been read.
func (r *jsonReader) end(d *decoder, what string) error {
	r.dec.PeekKind()
	if rest := strings.TrimLeft(r.text[r.dec.InputOffset():], " \t\r\n"); rest != "" {
		pos := r.at.moveTo(r.text, len(r.text)-len(rest))
		return d.refusal(pos, CodeMultipleDocuments, "something follows the end of "+what, hintOneDocument)
	}
	return nil
}

// tooManyTokens returns the byte at which a JSON text exceeds the limit of
// values. It runs before any value is kept, and only looks closely if there are
// enough commas and brackets.
func tooManyTokens(text string) (at int, over bool) {
	if strings.Count(text, ",")+strings.Count(text, "[")+strings.Count(text, "{") < maxValues {
		return 0, false
	}
	dec := jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true))
	for count := 0; ; {
		token, err := dec.ReadToken()
		if err != nil {
			return 0, false // the reader will report it
		}
		kind, length := dec.StackIndex(dec.StackDepth())
		isName := kind == jsontext.KindBeginObject && length%2 == 1
		if isName || token.Kind() == jsontext.KindEndObject || token.Kind() == jsontext.KindEndArray {
			continue
		}
		if count++; count > maxValues {
			return int(dec.InputOffset()) - 1, true
		}
	}
}

// member reads a name and its value at the top level. The elements of a list of
// items are passed on one by one, so that only one at a time is held as nodes.
func (r *jsonReader) member(d *decoder) error {
	r.reset()
	key, keyPos, err := r.name()
	if err != nil {
		return err
	}
	if r.dec.PeekKind() == jsontext.KindBeginArray && d.opens(key) {
		return r.section(d, key)
	}
	n, err := r.value(1)
	if err != nil {
		return err
	}
	n.key, n.keyPos = key, keyPos
	return d.member(n)
}

func (r *jsonReader) section(d *decoder, key string) error {
	if _, err := r.dec.ReadToken(); err != nil {
		return err
	}
	if err := r.elements(d.section(key).element); err != nil {
		return err
	}
	_, err := r.dec.ReadToken()
	return err
}

func (r *jsonReader) name() (string, briefing.Pos, error) {
	raw, err := r.dec.ReadValue()
	if err != nil {
		return "", briefing.Pos{}, err
	}
	begin := int(r.dec.InputOffset()) - len(raw)
	pos := r.at.moveTo(r.text, begin)
	return clean.Line(r.unquote(raw, begin)), pos, nil
}

// value reads one value inside depth lists and mappings.
func (r *jsonReader) value(depth int) (*node, error) {
	if r.isFull() {
		return nil, errTooMany
	}
	switch r.dec.PeekKind() {
	case jsontext.KindBeginObject, jsontext.KindBeginArray:
		if depth >= maxDepth {
			return nil, errTooDeep
		}
		return r.group(depth + 1)
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		return nil, err
	}
	begin := int(r.dec.InputOffset()) - len(raw)
	n := r.make(kindText, r.at.moveTo(r.text, begin))
	switch raw.Kind() {
	case jsontext.KindString:
		r.setText(n, r.unquote(raw, begin))
	case jsontext.KindNumber:
		n.kind = kindNumber
		r.setText(n, r.text[begin:begin+len(raw)])
	case jsontext.KindNull:
		n.kind = kindNull
	default:
		n.kind = kindBool
		r.setText(n, r.text[begin:begin+len(raw)])
	}
	return n, nil
}

// group reads a list or an object.
func (r *jsonReader) group(depth int) (*node, error) {
	token, err := r.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	n := r.make(kindList, r.at.moveTo(r.text, int(r.dec.InputOffset())-1))
	end := jsontext.KindEndArray
	if token.Kind() == jsontext.KindBeginObject {
		n.kind, end = kindMapping, jsontext.KindEndObject
		r.mappings++
	}
	var last *node
	for r.dec.PeekKind() != end {
		var key string
		var keyPos briefing.Pos
		if n.kind == kindMapping {
			if key, keyPos, err = r.name(); err != nil {
				return nil, err
			}
		}
		kid, err := r.value(depth)
		if err != nil {
			return nil, err
		}
		kid.key, kid.keyPos = key, keyPos
		last = n.append(last, kid)
	}
	_, err = r.dec.ReadToken()
	return n, err
}

// unquote returns the value of the JSON string raw, which begins at byte begin of
// the text.
func (r *jsonReader) unquote(raw jsontext.Value, begin int) string {
	quoted := r.text[begin : begin+len(raw)]
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	r.plain, _ = jsontext.AppendUnquote(r.plain[:0], raw) // the decoder has checked it already
	return string(r.plain)
}

// refuse turns err into an error that says why the text cannot be read, and
// where.
func (r *jsonReader) refuse(d *decoder, err error) error {
	if _, ok := errors.AsType[*LoadError](err); ok {
		return err
	}
	offset := int(r.dec.InputOffset())
	if syntax, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		offset = int(syntax.ByteOffset)
		err = syntax.Err
	}
	at := textStart()
	pos := at.moveTo(r.text, min(offset, len(r.text)))
	switch {
	case errors.Is(err, errTooDeep):
		return d.tooDeep(pos)
	case errors.Is(err, errTooMany):
		return d.tooMany(pos)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return d.refusal(pos, CodeSyntax, "the JSON text ends in the middle", hintJSON)
	}
	if message, hint := jsonCause(r.text, min(offset, len(r.text))); message != "" {
		return d.refusal(pos, CodeSyntax, message, hint)
	}
	return d.refusal(pos, CodeSyntax, "not JSON: "+errorText(err), hintJSON)
}

// jsonCause recognizes common mistakes at a byte where text is not JSON, and
// returns what is wrong and what to do about it. Both are empty for other
// mistakes.
func jsonCause(text string, at int) (message, hint string) {
	const space = " \t\r\n"
	rest := strings.TrimLeft(text[at:], space)
	next := strings.TrimLeft(strings.TrimPrefix(rest, ","), space)
	isWord := func(s string) bool { return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z') }
	switch {
	case strings.HasPrefix(rest, ",") && next != "" && strings.Contains("}]", next[:1]):
		return "a comma stands before " + next[:1], "JSON has none after the last value: take it out"
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"), strings.HasPrefix(rest, "#"):
		return "a comment stands here", "JSON has no comments: take it out, or write the briefing in YAML"
	case strings.HasPrefix(rest, "'"):
		return "a single quote stands here", `JSON has double quotes only: "…"`
	case strings.HasPrefix(rest, "“"), strings.HasPrefix(rest, "”"), strings.HasPrefix(rest, "„"):
		return "a typographic quote stands here", `JSON has straight quotes only: "…"`
	case isWord(rest):
		return "a word without quotes stands here", hintJSON + ", where keys and texts stand in double quotes"
	}
	return "", ""
}
