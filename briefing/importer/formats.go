package importer

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// Format is one kind of file.
type Format struct {
	Name    string // as it is asked for
	Summary string // one line for the help: what it becomes
	is      func(h *head) bool
	read    func(b *builder, in Input) error
}

// Formats is every format, in the order in which a file is tried.
var Formats = []Format{
	{"text", "plain text or Markdown: a source", isText, readText},
}

// Find returns the format with a name.
func Find(name string) (*Format, error) {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i], nil
		}
	}
	return nil, fmt.Errorf("no format %q; there are %s", name, strings.Join(Names(), ", "))
}

// Names returns the names of all formats.
func Names() []string {
	out := make([]string, len(Formats))
	for i, f := range Formats {
		out[i] = f.Name
	}
	return out
}

// head is what tells the format of a file.
type head struct {
	extension string // of its name, in lower case, with the full stop
	begin     []byte // the first 4 KiB, without a byte order mark and white space before it
	data      []byte
}

const headSize = 4 << 10

func newHead(in Input) *head {
	h := &head{extension: strings.ToLower(path.Ext(in.Name)), data: in.Data}
	h.begin = bytes.TrimLeft(bytes.TrimPrefix(in.Data, []byte("\ufeff")), " \t\r\n")
	h.begin = h.begin[:min(len(h.begin), headSize)]
	return h
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
