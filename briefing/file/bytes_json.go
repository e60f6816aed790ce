package file

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// jsonSpanReader finds the bytes of the values of a JSON text.
type jsonSpanReader struct {
	text string
	in   *jsontext.Decoder
	at   textPos
}

func jsonSpans(text string) (*span, error) {
	r := &jsonSpanReader{text, jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true)), textStart()}
	return r.span()
}

// longestKept is how many bytes a text may have to be kept: keys and ids are looked for.
const longestKept = 6*maxID + len(`""`) // each may be written as an escape

// span reads a value. The depth of the text has been checked.
func (r *jsonSpanReader) span() (*span, error) {
	switch r.in.PeekKind() {
	case jsontext.KindBeginObject, jsontext.KindBeginArray:
		return r.group()
	}
	raw, err := r.in.ReadValue()
	if err != nil {
		return nil, err
	}
	s := r.begun(len(raw))
	if len(raw) > longestKept {
		return s, nil
	}
	if s.text = string(raw); raw.Kind() == jsontext.KindString {
		plain, _ := jsontext.AppendUnquote(nil, raw) // the decoder has checked it already
		s.text = string(plain)
	}
	return s, nil
}

// begun returns the span of what has just been read, so many bytes.
func (r *jsonSpanReader) begun(bytes int) *span {
	to := int(r.in.InputOffset())
	s := &span{begin: to - bytes, from: to - bytes, to: to}
	s.pos = r.at.moveTo(r.text, s.from)
	return s
}

func (r *jsonSpanReader) group() (*span, error) {
	token, err := r.in.ReadToken()
	if err != nil {
		return nil, err
	}
	s := r.begun(1)
	s.list = token.Kind() == jsontext.KindBeginArray
	for r.in.PeekKind() != jsontext.KindEndArray && r.in.PeekKind() != jsontext.KindEndObject {
		var key *span
		if !s.list {
			if key, err = r.span(); err != nil {
				return nil, err
			}
		}
		part, err := r.span()
		if err != nil {
			return nil, err
		}
		if key != nil {
			part.key, part.keyPos, part.begin = key.text, key.pos, key.begin
		}
		s.parts = append(s.parts, part)
	}
	_, err = r.in.ReadToken()
	s.to = int(r.in.InputOffset())
	return s, err
}
