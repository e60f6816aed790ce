package importer

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// foreign are kinds of files that are not read, recognized by their beginning,
// with a hint for each.
var foreign = []struct{ begin, name, hint string }{
	{"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as PDF, HTML or text"},
	{"\x1f\x8b", "a compressed file", "unpack it: gzip -dc FILE | sitrep import -"},
	{"BZh", "a compressed file", "unpack it: bzip2 -dc FILE | sitrep import -"},
	{"\xfd7zXZ", "a compressed file", "unpack it: xz -dc FILE | sitrep import -"},
	{"\x28\xb5\x2f\xfd", "a compressed file", "unpack it: zstd -dc FILE | sitrep import -"},
	{"{\\rtf", "RTF", "save the document as PDF, HTML or text"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a mail of Outlook or an old office document", "save the mail as .eml, or the document as PDF, HTML or text"},
	{"\x78\x9f\x3e\x22", "an attachment of Outlook (winmail.dat)", "unpack it with tnef, and import what is in it"},
	{"bplist00", "a web archive of Safari", "save the page as its source (HTML) or as PDF"},
	{"WARC/", "a web archive (WARC)", "take the pages out of it, and import them"},
	{"%!PS", "PostScript", "turn it into a PDF: ps2pdf"},
	{"\x89PNG", "a picture", noPictures}, {"\xff\xd8\xff", "a picture", noPictures}, {"GIF89a", "a picture", noPictures}, {"GIF87a", "a picture", noPictures},
}

const noPictures = "a briefing has no place for pictures; import the text in it"

var (
	bibTeX = pattern(`(?m)\A(\s*%.*\n|\s*\n)*\s*@[A-Za-z]+\s*[{(]`)
	opml   = pattern(`\A(<\?xml[^>]*>)?(\s|<!--[^>]*-->)*<opml\b`)
)

// refuse returns the error for a file of a known kind that is not read, or nil.
func (h *head) refuse() error {
	for _, f := range foreign {
		if bytes.HasPrefix(h.data, []byte(f.begin)) {
			return unfit(f.hint, "%s cannot be imported", f.name)
		}
	}
	switch {
	case bibTeX().Match(h.begin):
		return unfit("export the references as CSL JSON or RIS, as Zotero and others can", "BibTeX cannot be imported")
	case opml().Match(h.begin):
		return unfit("import the feeds themselves: curl -s ADDRESS | sitrep import -", "a list of feeds (OPML) has no entries")
	}
	return nil
}

// isData reports whether a file is for programs: JSON, XML or anything with
// control characters that texts do not have.
func (h *head) isData() bool {
	begin := string(h.begin)
	switch {
	case strings.HasPrefix(begin, "<?xml"):
		return true
	case strings.HasPrefix(begin, "{"), strings.HasPrefix(begin, "["):
		return jsontext.Value(bytes.TrimPrefix(h.data, []byte("\ufeff"))).IsValid(jsonOptions...)
	}
	return strings.ContainsFunc(begin, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\b\t\n\v\f\r\x1a\x1b", r) })
}
