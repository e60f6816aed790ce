package export

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
)

// jsonBuffer is the size of the write buffer in bytes.
const jsonBuffer = 64 << 10

// jsonWriter writes JSON value by value, indented by two spaces, so that no
// format keeps a whole document in memory. After the first error it writes
// nothing more. Invalid UTF-8 is written as U+FFFD.
type jsonWriter struct {
	buffer *bufio.Writer
	enc    *jsontext.Encoder
	err    error
}

// newJSONWriter returns a writer. options are for formats that live in web
// pages.
func newJSONWriter(w io.Writer, options ...jsontext.Options) *jsonWriter {
	buffer := bufio.NewWriterSize(w, jsonBuffer)
	options = append(options, jsontext.WithIndent("  "), jsontext.EscapeForJS(true),
		jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true), jsontext.PreserveRawStrings(true))
	return &jsonWriter{buffer: buffer, enc: jsontext.NewEncoder(buffer, options...)}
}

func (j *jsonWriter) token(t jsontext.Token) {
	if j.err == nil {
		j.err = j.enc.WriteToken(t)
	}
}

// text writes a string. It escapes what JSON requires, and also other control
// characters and bidirectional marks, since the file may be looked at in a
// terminal.
func (j *jsonWriter) text(s string) {
	if !holdsMisleading(s) {
		j.token(jsontext.String(s))
		return
	}
	quoted, _ := jsontext.AppendQuote(nil, s) // an error would be about invalid UTF-8, which is replaced
	var escaped []byte
	for _, r := range string(quoted) {
		if misleads(r) {
			escaped = fmt.Appendf(escaped, `\u%04x`, r)
		} else {
			escaped = append(escaped, string(r)...)
		}
	}
	if j.err == nil {
		j.err = j.enc.WriteValue(escaped)
	}
}

// holdsMisleading reports whether a rune of s misleads.
func holdsMisleading[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= 0x7f {
			return strings.ContainsFunc(string(s[i:]), misleads)
		}
	}
	return false
}

func misleads(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// key writes the name of the value that is written next.
func (j *jsonWriter) key(name string) *jsonWriter {
	j.token(jsontext.String(name))
	return j
}

func (j *jsonWriter) integer(n int) { j.token(jsontext.Int(int64(n))) }

// decimal writes a number in its own digits, or as text if it is not a number.
func (j *jsonWriter) decimal(d briefing.Decimal) {
	value := jsontext.Value(d)
	if !value.IsValid() || value.Kind() != jsontext.KindNumber {
		j.text(string(d))
	} else if j.err == nil {
		j.err = j.enc.WriteValue(value)
	}
}

func (j *jsonWriter) flag(v bool) { j.token(jsontext.Bool(v)) }

func (j *jsonWriter) object(fill func()) {
	j.token(jsontext.BeginObject)
	fill()
	j.token(jsontext.EndObject)
}

func (j *jsonWriter) array(fill func()) {
	j.token(jsontext.BeginArray)
	fill()
	j.token(jsontext.EndArray)
}

// field writes a member whose value is text, unless the text is empty.
func (j *jsonWriter) field(name, value string) {
	if value != "" {
		j.key(name).text(value)
	}
}

// fields writes a member whose value is a list of texts, unless the list is
// empty.
func (j *jsonWriter) fields(name string, values []string) { writeEach(j, name, values, j.text) }

// number writes a member whose value is a number, unless the number is zero.
func (j *jsonWriter) number(name string, n int) {
	if n != 0 {
		j.key(name).integer(n)
	}
}

// writeEach writes a member whose value is a list, unless the list is empty.
func writeEach[T any](j *jsonWriter, name string, list []T, each func(T)) {
	if len(list) == 0 {
		return
	}
	j.key(name).array(func() {
		for _, item := range list {
			each(item)
		}
	})
}

// copyOf writes a value that package file has written as JSON.
func (j *jsonWriter) copyOf(value []byte) {
	if j.err == nil && !holdsMisleading(value) {
		j.err = j.enc.WriteValue(value)
		return
	}
	in := jsontext.NewDecoder(bytes.NewReader(value), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for j.err == nil {
		t, err := in.ReadToken()
		switch {
		case err == io.EOF:
			return
		case err != nil:
			j.err = err
		case t.Kind() == '"':
			j.text(t.String())
		default:
			j.token(t)
		}
	}
}

// finish flushes the buffer.
func (j *jsonWriter) finish() error {
	if j.err == nil {
		j.err = j.buffer.Flush()
	}
	return j.err
}
