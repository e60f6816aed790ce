// Package file reads and writes the format briefing/1: YAML and JSON, the tables
// of its fields, its JSON Schema and template, and the problems of a file, each
// with its line and what to write instead. Files are untrusted, and all limits
// for them are here. The package does not judge what a briefing says; package
// check does.
package file

import (
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Load reads the briefing in the file at path, YAML or JSON, and the texts of
// sources in files beside it. The error is always a [*LoadError] and means that
// the file has no briefing. Everything else that is wrong is in the document's
// Problems, and its Briefing has what is valid.
func Load(path string) (*Document, error) { return (*Texts)(nil).Load(path) }

// Load does what [Load] does, and keeps the texts in t.
func (t *Texts) Load(path string) (*Document, error) {
	text, err := disk.read(path, MaxFile)
	if err != nil {
		return nil, unreadable(clean.Line(path), err)
	}
	return t.loadText(path, text)
}

// LoadText is [Load] for a file whose content has been read.
func LoadText(path, text string) (*Document, error) { return (*Texts)(nil).loadText(path, text) }

func (t *Texts) loadText(path, text string) (*Document, error) {
	beside := folderOf(path)
	defer beside.close()
	doc, err := t.parse(text, clean.Line(path), beside.read)
	if err != nil {
		return nil, err
	}
	doc.Path, doc.TextFiles = path, beside.asked
	return doc, nil
}

// Read reads a briefing from r, which messages call name. A text_file in it is an
// error, because there is no folder to look in.
func Read(r io.Reader, name string) (*Document, error) { return (*Texts)(nil).Read(r, name) }

// Read does what [Read] does, and keeps the texts in t.
func (t *Texts) Read(r io.Reader, name string) (*Document, error) {
	name = clean.Line(name)
	text, err := readAll(r, 0, MaxFile)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return t.parse(text, name, nil)
}

// Parse reads a briefing from data, which messages call name. open reads the
// files that text_file names; if it is nil, they are errors.
func Parse[Text []byte | string](data Text, name string, open TextOpener) (*Document, error) {
	name = clean.Line(name)
	if len(data) > MaxFile {
		return nil, unreadable(name, errTooLarge)
	}
	return parse(string(data), name, open)
}

func parse(text, name string, open TextOpener) (*Document, error) {
	return (*Texts)(nil).parse(text, name, open)
}

func (t *Texts) parse(text, name string, open TextOpener) (*Document, error) {
	d := newDecoder(name, open)
	d.texts = t
	if err := d.checkForm(text); err != nil {
		return nil, err
	}
	text = trimBOM(text)
	if trimBOM(text) != text {
		return nil, d.refusal(briefing.Pos{Line: 1, Col: 1}, CodeSyntax, "two byte order marks", "take out both")
	}
	if err := d.checkUTF8(text); err != nil {
		return nil, err
	}
	read := readYAML
	if isJSON(text) {
		read = readJSON
	}
	if err := read(text, d); err != nil {
		return nil, err
	}
	return d.finish()
}

// isJSON reports whether a text is read as JSON.
func isJSON(text string) bool { return strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") }

// ReadBytes returns the content of a regular file of any kind, up to the size of a
// briefing. The error is always a [*LoadError].
func ReadBytes(path string) ([]byte, error) {
	text, err := disk.read(path, MaxFile)
	if err != nil {
		return nil, unreadable(clean.Line(path), err)
	}
	return []byte(text), nil
}
