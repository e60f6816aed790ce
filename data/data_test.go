package data

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// maxColumns is the longest line that stays readable beside line numbers in an editor.
const maxColumns = 120

func TestBriefingIsPlainText(t *testing.T) {
	if !utf8.Valid(Briefing) {
		t.Fatal("the built-in briefing is not valid UTF-8")
	}
	if !bytes.HasSuffix(Briefing, []byte("\n")) || bytes.HasSuffix(Briefing, []byte("\n\n")) {
		t.Error("the built-in briefing does not end in exactly one newline")
	}
	for n, line := range strings.Split(string(Briefing), "\n") {
		if width := utf8.RuneCountInString(line); width > maxColumns {
			t.Errorf("line %d is %d columns wide, more than %d", n+1, width, maxColumns)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("line %d ends in a space", n+1)
		}
		if i := strings.IndexFunc(line, unprintable); i >= 0 {
			t.Errorf("line %d has an unprintable character at byte %d", n+1, i+1)
		}
	}
}

// unprintable reports whether r has no place in a file that is a model: tabs, carriage returns, a byte order mark and
// hidden characters are in it, as is every space but the plain one.
func unprintable(r rune) bool { return !unicode.IsPrint(r) }

func TestBriefingOpensWithItsFormat(t *testing.T) {
	for line := range strings.Lines(string(Briefing)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if line != "format: briefing/1" {
			t.Errorf("the first key is %q, not the format", line)
		}
		return
	}
	t.Error("the built-in briefing has no keys")
}
