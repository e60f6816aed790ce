package importer

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// head is what identifies the format of a file.
type head struct {
	extension string // of its name, in lower case, with the dot
	begin     []byte // the first 4 KiB after a byte order mark and white space
	data      []byte
	top       members // see members
}

const headSize = 4 << 10

func newHead(in Input) *head {
	h := &head{extension: strings.ToLower(path.Ext(in.Name)), data: in.Data}
	h.begin = bytes.TrimLeft(bytes.TrimPrefix(in.Data, []byte("\ufeff")), " \t\r\n")
	h.begin = h.begin[:min(len(h.begin), headSize)]
	return h
}

// members returns the members of a JSON object, or of the first element of a
// JSON list.
func (h *head) members() members {
	if h.top == nil {
		text := jsontext.Value(bytes.TrimLeft(bytes.TrimPrefix(h.data, []byte("\ufeff")), " \t\r\n"))
		if len(text) > 0 && text[0] == '[' {
			text = first(text)
		}
		h.top = membersOf(text)
	}
	return h.top
}

// isUTF8 reports whether the beginning of the file is text in UTF-8.
func (h *head) isUTF8() bool {
	begin := h.begin
	for range utf8.UTFMax { // the end may be in the middle of a character
		if utf8.Valid(begin) {
			return !bytes.ContainsRune(begin, 0)
		}
		begin = begin[:len(begin)-1]
	}
	return false
}
