package importer

import (
	"errors"
	"strings"
	"testing"
)

// TestForeignFiles has files that are not read, with their errors.
func TestForeignFiles(t *testing.T) {
	for data, want := range map[string]string{
		"PK\x03\x04\x14\x00word/document.xml":       "a ZIP archive or an office document",
		"\x1f\x8b\x08":                              "gzip -dc FILE",
		"{\\rtf1\\ansi Hello}":                      "RTF",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":          "save the mail as .eml",
		"\x78\x9f\x3e\x22":                          "winmail.dat",
		"bplist00":                                  "web archive of Safari",
		"\xff\xd8\xff\xe0\x00\x10JFIF":              "a picture",
		"\n@article{a,\n  title = {T},\n}\n":        "CSL JSON or RIS",
		"% by a program\n\n@Book(a, title = \"T\")": "BibTeX",
		"<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head/></opml>": "OPML",
		`{"foo": [1, 2]}`: "of no known kind",
		"[]":              "name one with -f; tried: pdf, stix",
		"<?xml version=\"1.0\"?><records><xml/></records>": "of no known kind",
		"\x01\x02\x03":                           "of no known kind",
		" \n":                                    "it is empty",
		"\xff\xfeA\x00 \x00w\x00o\x00r\x00d\x00": "save it as UTF-8",
		"Gr\xfcn":                                "not in UTF-8",
	} {
		_, err := Import([]Input{{"file", []byte(data)}}, options())
		if err == nil || !strings.Contains(err.Error()+"\n"+hintOf(err), want) {
			t.Errorf("%q: the error is %v", data, err)
		}
	}
	for _, text := range []string{"{curly} words", "[1] A list of notes", "@mayor said no", "%!x", "a \x1b[1mbold\x1b[0m word", "GIF89", "BZ", "<3 from us"} {
		if _, err := Import([]Input{{"file", []byte(text)}}, options()); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestOtherEncodings wants files refused that are not UTF-8 and do not say what
// they are, even if only a byte far behind the beginning tells.
func TestOtherEncodings(t *testing.T) {
	for kind, text := range map[string]string{
		"text": "Grün", "ris": "TY  - JOUR\nTI  - Grün\nER  - \n", "csl-json": `[{"id": "a", "type": "book", "title": "Grün"}]`,
		"ics":  "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101\nSUMMARY:Grün\nEND:VEVENT\nEND:VCALENDAR\n",
		"stix": `{"type": "bundle", "id": "bundle--1", "objects": [{"type": "identity", "id": "identity--1", "name": "Grün"}]}`,
	} {
		for _, data := range []string{strings.ReplaceAll(text, "ü", "\xfc"), text + strings.Repeat("\n", headSize) + "\xfc"} {
			o := options()
			o.Format = kind
			_, err := Import([]Input{{"file", []byte(data)}}, o)
			if err == nil || !strings.Contains(err.Error(), "not in UTF-8") {
				t.Errorf("%s: the error is %v", kind, err)
			}
		}
	}
}

func hintOf(err error) string {
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		return hinted.Hint()
	}
	return ""
}
