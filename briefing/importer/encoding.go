package importer

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decodeText returns data in UTF-8. A byte order mark decides the encoding, or
// else label, the header of a mail, or the beginning of the data. Labels can be
// wrong: data with many valid UTF-8 characters is UTF-8. Without any label it
// is Windows-1252, as in browsers.
func decodeText(data []byte, label string) string {
	e := encodingOf(data, label)
	if e == nil {
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil { // decoders replace what they cannot read, so this is a faulty decoder
		return string(data)
	}
	return strings.TrimPrefix(string(text), "\ufeff")
}

// encodingOf returns the encoding of data, or nil if it is UTF-8.
func encodingOf(data []byte, label string) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	isUTF8 := utf8.Valid(data)
	if isUTF8 && surelyUTF8(data) {
		return nil
	}
	for _, label := range []string{label, labelIn(data)} {
		if e, name := charset.Lookup(label); e != nil && name != "replacement" {
			if strings.HasPrefix(name, "utf-16") {
				continue // it would have been recognized
			}
			return e
		}
	}
	if isUTF8 {
		return nil
	}
	e, _ := charset.Lookup("windows-1252")
	return e
}

// inUTF8 returns a reader of a format whose files do not say which encoding they are
// in. It refuses those that are not UTF-8.
func inUTF8(read func(*builder, Input) error) func(*builder, Input) error {
	return func(b *builder, in Input) error {
		line := 1
		for rest := in.Data; len(rest) > 0; line++ {
			first, after, _ := bytes.Cut(rest, []byte("\n"))
			if !utf8.Valid(first) {
				return unfit("save it as UTF-8", "it is not in UTF-8: see line %d", line)
			}
			rest = after
		}
		return read(b, in)
	}
}

// surelyUTF8 reports whether data, which is valid UTF-8, has so many characters
// beyond ASCII that it cannot be that by chance.
func surelyUTF8(data []byte) bool {
	const enough = 8
	n := 0
	for _, b := range data {
		if b >= 0xc0 { // the first byte of a character
			if n++; n == enough {
				return true
			}
		}
	}
	return false
}

// maxLabel is the number of bytes searched for an encoding. Browsers look at
// 1,024 bytes, but programs that save pages put comments first.
const maxLabel = 8 << 10

// labelIn returns the encoding named by a meta element or an XML declaration.
func labelIn(data []byte) string {
	begin := strings.ToLower(string(data[:min(len(data), maxLabel)]))
	for _, key := range []string{"charset", "encoding"} {
		for rest := begin; ; {
			_, after, found := strings.Cut(rest, key)
			if !found {
				break
			}
			rest = after
			value, isSet := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), "=")
			if !isSet {
				continue
			}
			value = strings.TrimLeft(value, " \t\r\n\"'")
			if end := strings.IndexAny(value, " \t\r\n\"';/>?"); end > 0 {
				return value[:end]
			}
		}
	}
	return ""
}
