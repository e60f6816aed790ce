package file

import (
	"bufio"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// writer writes tokens of JSON. It keeps the first error and writes nothing after it.
type writer struct {
	buffer *bufio.Writer
	enc    encoder
	err    error
}

// encoder writes tokens and numbers to the buffer of a writer, as JSON or as YAML.
type encoder interface {
	WriteToken(t jsontext.Token) error
	WriteValue(v jsontext.Value) error
}

// newWriter returns a writer of JSON, with U+FFFD in place of bytes that are no UTF-8.

func newWriter(w io.Writer) *writer {
	buffer := bufio.NewWriter(w)
	return &writer{buffer: buffer, enc: jsontext.NewEncoder(buffer,
		jsontext.WithIndent("  "), jsontext.EscapeForJS(true), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))}
}

func (w *writer) token(t jsontext.Token) {
	if w.err == nil {
		w.err = w.enc.WriteToken(t)
	}
}

func (w *writer) begin() { w.token(jsontext.BeginObject) }

func (w *writer) end() { w.token(jsontext.EndObject) }

func (w *writer) beginList() { w.token(jsontext.BeginArray) }

func (w *writer) endList() { w.token(jsontext.EndArray) }

func (w *writer) text(s string) { w.token(jsontext.String(s)) }

func (w *writer) number(n int) { w.token(jsontext.Int(int64(n))) }

// decimal writes a number in the digits that it was read in.
func (w *writer) decimal(digits string) {
	if w.err == nil {
		w.err = w.enc.WriteValue(jsontext.Value(digits))
	}
}

func (w *writer) flag(b bool) { w.token(jsontext.Bool(b)) }

// finish flushes the buffer and returns the first error.
func (w *writer) finish() error {
	if w.err != nil {
		return w.err
	}
	return w.buffer.Flush()
}
