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

// jsonBuffer is how many bytes are put together before they are written.
const jsonBuffer = 64 << 10

// jsonWriter writes JSON value by value, indented by two spaces, so that no
// format holds a whole document in memory. After the first error it writes
// nothing more. Bytes that are no UTF-8 are written as U+FFFD.
type jsonWriter struct {
	buffer *bufio.Writer
	enc    *jsontext.Encoder
	err    error
}

// newJSONWriter takes further options, for formats that live in web pages.
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

// text writes a string. Beside what JSON escapes, so are the other controls
// and the marks that turn the direction of reading: the file may well be
// looked at in a terminal.
func (j *jsonWriter) text(s string) {
	if strings.IndexFunc(s, misleads) < 0 {
		j.token(jsontext.String(s))
		return
	}
	quoted, _ := jsontext.AppendQuote(nil, s) // its error is about bytes that it has replaced
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

func misleads(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// key names the value that is written next.
func (j *jsonWriter) key(name string) *jsonWriter {
	j.token(jsontext.String(name))
	return j
}

func (j *jsonWriter) integer(n int) { j.token(jsontext.Int(int64(n))) }

// decimal writes a number in its own digits; as text where they are none.
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

// field writes a member whose value is text, unless that is empty.
func (j *jsonWriter) field(name, value string) {
	if value != "" {
		j.key(name).text(value)
	}
}

// fields writes a member whose value is a list of texts, unless that is empty.
func (j *jsonWriter) fields(name string, values []string) { writeEach(j, name, values, j.text) }

// number writes a member whose value is a number, unless that is zero.
func (j *jsonWriter) number(name string, n int) {
	if n != 0 {
		j.key(name).integer(n)
	}
}

// writeEach writes a member whose value is a list, unless that is empty.
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

// copyOf writes a value that is in JSON already.
func (j *jsonWriter) copyOf(value []byte) {
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

// finish writes out what is held back.
func (j *jsonWriter) finish() error {
	if j.err == nil {
		j.err = j.buffer.Flush()
	}
	return j.err
}
