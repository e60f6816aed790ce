package file

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const actorList = "actors:\n  - id: a\n    name: A\n    kind: state\n"

// mistakes are files that cannot be read, and what is said of them.
var mistakes = []struct{ name, text, want, hint string }{
	{"no-break spaces", head + "actors:\n\u00a0\u00a0- id: a\n    name: \"A\"\n", "6:1: syntax: a no-break space (U+00A0) is in the indentation", "plain spaces"},
	{"ideographic space", head + "actors:\n  - id: a\n\u3000\u3000name: A\n", "7:1: syntax: the key is indented with spaces that are none of YAML, such as the no-break space; it is left out", "plain spaces"},
	{"ideographic space before an item", head + "actors:\n\u3000- id: a\n    name: A\n", "6:1: syntax: a space that YAML does not allow (U+3000) is in the indentation", "plain spaces"},
	{"tab", head + "actors:\n\t- id: a\n", "6:1: syntax: a tab is in the indentation", "plain spaces"},
	{"tab in a block", head + "bottom_line: |\n\tIt is.\n", "6:1: syntax: a tab is in the indentation", "plain spaces"},
	{"curly quotes", head + actorList + "    role: “Head: of state”\n", "9:16: syntax: “ is no quote of YAML, so that this colon makes a key of the words before it", "straight quotes"},
	{"a colon", head + actorList + "    role: Head: of state\n", "9:15: syntax: a colon in a text makes a key of the words before it", "in quotes"},
	{"a colon in a quote", head + "gaps:\n  - Why: it is\n  - He said: why: so\n", "7:17: syntax: a colon in a text makes a key of the words before it", "in quotes"},
	{"a deeper key", head + "actors:\n  - id: a\n      name: A\n", `7:11: syntax: the key "name" stands in a text that began above it`, "the indentation of those around it"},
	{"a key less deep", head + "actors:\n  - id: a\n   name: A\n", "7:4: syntax: this line begins in column 4, and the items of the list around it begin in column 3", "same indentation"},
	{"an item less deep", head + actorList + " - id: b\n", "9:2: syntax: this line begins in column 2, and the keys around it begin in column 1", "same indentation"},
	{"no space", head + actorList + "    role:Head\n    country: GB\n", "9:5: syntax: a space is missing after the colon", "write role: and then the value"},
	{"a block without indentation", head + "bottom_line: |\nIt is.\ngaps: []\n", "6:1: syntax: this line is no key with a value, and not indented as part of a text", "indent it more"},
	{"an open quote", head + "bottom_line: \"It is.\n" + actorList, "5:14: syntax: the closing quote of this text is missing", "end of the text"},
	{"an open quote before another", head + "actors:\n  - id: a\n    name: \"A\n    role: B\n    kind: \"state\"\n", "7:11: syntax: the closing quote of this text is missing", "end of the text"},
	{"words after a quote", head + "bottom_line: \"Yes\" he said\n", "5:20: syntax: the text goes on after its closing quote", "other quotes"},
	{"a reference first", head + "bottom_line: [[a|It]] is.\n" + actorList, "5:14: syntax: the text begins with [, and goes on after ]", "in quotes"},
	{"a comment in a text", head + "bottom_line: It is #1\n  of all\n", `5:20: syntax: " #" begins a comment here, and the text goes on in the next line`, "in quotes"},
	{"an open list", head + "authors: [A, B\n" + actorList, "6:7: syntax: a comma or \"]\" is missing in the list that begins at 5:10", "close it"},
	{"an open mapping", head + "actors: [{id: a, name: A]\n", "5:25: syntax: a comma or \"}\" is missing in the mapping that begins at 5:10", "close it"},
	{"a backslash", head + "bottom_line: \"C:\\Users\"\n", `5:17: syntax: "\U" is no escape in double quotes`, "single quotes"},
	{"a sign first", head + "bottom_line: @office says so\n", "5:14: syntax: a text without quotes cannot begin with @", "in quotes"},
	{"stars", head + "gaps:\n  - *Who* pays\n", "6:5: alias: a text without quotes cannot begin with *", "in quotes"},
	{"words after a bar", head + "bottom_line: | It is.\n", "5:14: syntax: a text without quotes cannot begin with |", "next line"},
	{"a list on the line of its key", head + "gaps: - Who pays\n", "5:7: syntax: a text without quotes cannot begin with -", "next line"},
	{"UTF-16", encodedASCII(head, "x\x00"), "1:1: not-utf8: not UTF-8 but UTF-16", "save it as UTF-8"},
	{"UTF-16, marked", "\xff\xfe" + encodedASCII(head, "x\x00"), "1:1: not-utf8: not UTF-8 but UTF-16", "save it as UTF-8"},
	{"UTF-16, the other way", "\xfe\xff" + encodedASCII(head, "\x00x"), "1:1: not-utf8: not UTF-8 but UTF-16", "save it as UTF-8"},
	{"UTF-32", encodedASCII(head, "x\x00\x00\x00"), "1:1: not-utf8: not UTF-8 but UTF-32", "save it as UTF-8"},
	{"UTF-32, marked", "\x00\x00\xfe\xff" + encodedASCII(head, "\x00\x00\x00x"), "1:1: not-utf8: not UTF-8 but UTF-32", "save it as UTF-8"},
	{"JSON in UTF-16", encodedASCII(`{"format":"briefing/1"}`, "x\x00"), "1:1: not-utf8: not UTF-8 but UTF-16", "save it as UTF-8"},
	{"Windows-1252", head + "bottom_line: \x93It is.\x94\n", "5:14: not-utf8: not UTF-8, line 5: the byte 0x93, which is “ in Windows-1252", "UTF-8"},
	{"zip", "PK\x03\x04\x14\x00word/", "1:1: wrong-format: this is a zip archive, as docx, odt and epub are, and no briefing", "plain text"},
	{"gzip", "\x1f\x8b\x08\x00", "1:1: wrong-format: this is packed by gzip, and no briefing", "plain text"},
	{"PDF", "%PDF-1.7\n", "1:1: wrong-format: this is a PDF, and no briefing", "plain text"},
	{"RTF", "{\\rtf1 x}", "1:1: wrong-format: this is an RTF document, and no briefing", "plain text"},
	{"HTML", "\n<!DOCTYPE html>\n<p>x", "1:1: wrong-format: this is HTML or XML, and no briefing", "from the right place"},
	{"nothing", "\ufeff \n\n", "1:1: wrong-format: the file is empty", "sitrep new"},
	{"Markdown", "---\n" + head + "---\n# Title: x\n\n- It *is*: so.\n  x: y\n z", "6:1: multiple-documents: a second document begins", "Markdown"},
	{"Markdown of words", "---\n" + head + "---\n\nIt is.\n", "6:1: multiple-documents: a second document begins", "Markdown"},
	{"a comma too many", `{"format":"briefing/1","gaps":["x",]}`, "1:35: syntax: a comma stands before ]", "take it out"},
	{"a comma at the end", "{\"format\":\"briefing/1\",\n}", "1:23: syntax: a comma stands before }", "take it out"},
	{"comments of JSON", "{\n// it\n\"format\":\"briefing/1\"}", "2:1: syntax: a comment stands here", "JSON has no comments"},
	{"single quotes", `{'format':'briefing/1'}`, "1:2: syntax: a single quote stands here", "double quotes"},
	{"a key without quotes", `{format: "briefing/1"}`, "1:3: syntax: a word without quotes stands here", "read as JSON"},
	{"curly quotes of JSON", `{"format":“briefing/1”}`, "1:11: syntax: a typographic quote stands here", "straight quotes"},
}

// TestCauses names what is wrong with a file that cannot be read, its place and
// what to write, for mistakes that people make.
func TestCauses(t *testing.T) {
	for _, c := range mistakes {
		doc, err := Parse(c.text, "b", nil)
		var p Problem
		var refused *LoadError
		switch {
		case errors.As(err, &refused):
			p = refused.Problem
		case len(doc.Problems) > 0:
			p = doc.Problems[len(doc.Problems)-1]
		}
		if got := strings.TrimPrefix(p.String(), "b:"); got != c.want || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%s: %s\n  hint: %s\nwant %s, and %q in the hint", c.name, got, p.Hint, c.want, c.hint)
		}
	}
}

// encodedASCII returns ASCII in an encoding of which x is the form of a character.
func encodedASCII(s, x string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(strings.ReplaceAll(x, "x", string(r)))
	}
	return b.String()
}

// TestCauseOfALargeFile names the place in the file where only a part of it has
// been read at once.
func TestCauseOfALargeFile(t *testing.T) {
	text := head + "gaps:\n" + strings.Repeat("  - "+strings.Repeat("x", 1<<10)+"\n", maxWhole>>10) + "  - [x\n  - y\n"
	_, err := Parse(text, "b", nil)
	line := strings.Count(text, "\n") - 1
	if want := fmt.Sprintf("b:%d:1: syntax: a comma or \"]\" is missing in the list that begins at %d:5", line+2, line); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
