package file

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// Many files that are mistaken for briefings are documents of other programs, or
// saved in an encoding other than UTF-8. Saying what they are helps more than
// naming the first wrong byte.

// form is a kind of file that is not a briefing.
type form struct {
	begins string // with
	name   string
}

// wideForms are the encodings that are not read, by their byte order marks or,
// without one, by the ASCII character that a briefing begins with.
var wideForms = []form{
	{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"\xff\xfe", "UTF-16"}, {"\xfe\xff", "UTF-16"},
	{"?\x00\x00\x00", "UTF-32"}, {"\x00\x00\x00?", "UTF-32"}, {"?\x00?\x00", "UTF-16"}, {"\x00?\x00?", "UTF-16"},
}

// otherForms are documents of other programs.
var otherForms = []form{
	{"\x1f\x8b", "packed by gzip"}, {"PK\x03\x04", "a zip archive, as docx, odt and epub are"}, {"%PDF-", "a PDF"}, {"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "a document of an old Office program"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"SQLite format 3\x00", "a database"},
}

// isOf reports whether text has the form. A ? in begins stands for any ASCII
// character.
func (f form) isOf(text string) bool {
	if len(text) < len(f.begins) {
		return false
	}
	for i, want := range []byte(f.begins) {
		b := text[i]
		if want == '?' && (b < '\t' || b > '~') || want != '?' && b != want {
			return false
		}
	}
	return true
}

// checkForm returns an error if the file is plainly not UTF-8 text.
func (d *decoder) checkForm(text string) error {
	first := briefing.Pos{Line: 1, Col: 1}
	for _, f := range otherForms {
		if f.isOf(text) {
			return d.refusal(first, CodeWrongFormat, "this is "+f.name+", and no briefing", "a briefing is plain text: YAML or JSON, saved as UTF-8")
		}
	}
	if wide := wideForm(text); wide != "" {
		return d.refusal(first, CodeNotUTF8, "not UTF-8 but "+wide, "save it as UTF-8")
	}
	begin := strings.TrimLeft(trimBOM(text[:min(len(text), maxFormStart)]), " \t\r\n")
	switch {
	case begin == "" && strings.TrimSpace(trimBOM(text)) == "":
		return d.refusal(first, CodeWrongFormat, "the file is empty", "sitrep new writes a template to start from")
	case strings.HasPrefix(begin, "<"):
		return d.refusal(first, CodeWrongFormat, "this is HTML or XML, and no briefing", "a briefing is YAML or JSON; look whether the file was saved from the right place")
	}
	return nil
}

// maxFormStart is how many bytes of a file are examined for its form.
const maxFormStart = 4 << 10

// wideForm returns the name of the encoding if text is UTF-16 or UTF-32, else "".
func wideForm(text string) string {
	for _, f := range wideForms {
		if f.isOf(text) {
			return f.name
		}
	}
	return ""
}

// notUTF8 returns a message that text is not UTF-8 and what it is instead, and
// the position of the first wrong byte.
func notUTF8(text string) (pos briefing.Pos, message string) {
	if wide := wideForm(text); wide != "" {
		return briefing.Pos{Line: 1, Col: 1}, "not UTF-8 but " + wide
	}
	pos, b := invalidAt(text)
	message = fmt.Sprintf("not UTF-8, line %d: the byte %#02x", pos.Line, b)
	if sign := windows1252[b]; sign != "" {
		message += ", which is " + sign + " in Windows-1252"
	}
	return pos, message
}

// windows1252 maps bytes of Windows-1252 to the letters and signs that are most
// frequent in texts of Western European languages.
var windows1252 = map[byte]string{
	0x80: "€", 0x84: "„", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—",
	0xc4: "Ä", 0xd6: "Ö", 0xdc: "Ü", 0xdf: "ß", 0xe0: "à", 0xe1: "á", 0xe4: "ä", 0xe7: "ç", 0xe8: "è", 0xe9: "é", 0xea: "ê", 0xed: "í", 0xf1: "ñ", 0xf3: "ó", 0xf6: "ö", 0xfa: "ú", 0xfc: "ü",
}

// checkUTF8 returns an error if text is not UTF-8.
func (d *decoder) checkUTF8(text string) error {
	if utf8.ValidString(text) {
		return nil
	}
	pos, message := notUTF8(text)
	return d.refusal(pos, CodeNotUTF8, message, "save the file as UTF-8")
}

// trimBOM returns s without the byte order mark that some editors put first.
func trimBOM(s string) string { return strings.TrimPrefix(s, "\ufeff") }

// invalidAt returns the first byte in s that is not UTF-8, and its position.
func invalidAt(s string) (briefing.Pos, byte) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				at := textStart()
				return at.moveTo(s, i), s[i]
			}
		}
	}
	return briefing.Pos{}, 0
}
