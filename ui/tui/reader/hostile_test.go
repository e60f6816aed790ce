package reader

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// hostileTexts are what somebody writes who wants the terminal: escape
// sequences of seven and eight bits, and characters that turn or hide text.
var hostileTexts = []string{
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
	"\x1bPq#0;2;0;0;0\x1b\\", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\", "\x1bc reset", "\x1b[2J\x1b[H", "\x1b[?1049l", "lone \x1b", "\x1b[8mhidden",
	"\u009b31mred", "\u009d0;title\u009c", "\u0090q\u009c", "\u0085next line", "a\u2028b\u2029c", "bell \a back \b del \x7f nul \x00",
	"over\rwrite", "tab\tstop", "\u202eevil\u202c", "\u2066iso\u2069", "\u202aleft", "\U000e0041\U000e0042tags", "\ufeffbom", "\u200bzero", "\u2060joiner",
	"\ufff9annotation\ufffb", "x" + strings.Repeat("\u0301", 500), "%1b[31m &#27;[31m \\x1b[31m \\e[31m", "\xff\xfe bytes that are no UTF-8",
}

// looks is the only escape sequence that the screen may hold.
var looks = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// forbidden reports whether a character may act on a terminal, or turn or hide
// what stands beside it.
func forbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x2028, r == 0x2029,
		r >= 0xe0000 && r <= 0xe007f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return false
}

// regionFlag is the flag of a region, made of tags: those may stand.
var regionFlag = regexp.MustCompile("\U0001f3f4[\U000e0030-\U000e007a]{3,7}\U000e007f")

func checkClean(t *testing.T, where, text string) {
	t.Helper()
	text = regionFlag.ReplaceAllString(text, "")
	if at := strings.IndexFunc(text, forbidden); at >= 0 {
		t.Errorf("%s holds %q", where, text[max(at-20, 0):min(at+20, len(text))])
	}
}

// TestHostileTexts puts every hostile text into every text of a briefing and
// looks at every screen, the window's title, what is copied, and the exports
// as text and JSON: none of them holds anything that acts on a terminal.
func TestHostileTexts(t *testing.T) {
	var out bytes.Buffer
	if err := file.WriteJSON(&out, briefingOf(t, hostileTexts[:len(hostileTexts)-1]).Briefing); err != nil {
		t.Fatal(err)
	}
	doc := tuitest.Parse(t, out.Bytes(), "hostile")
	if len(doc.Briefing.Events) == 0 || len(doc.Briefing.Actors) == 0 {
		t.Fatal("the hostile briefing was not read")
	}
	screens := 0
	for surface, keys := range surfaces {
		d := newDriver(t, doc, 100, 30)
		d.Press(keys...)
		for range 40 {
			v := d.reader.View()
			checkClean(t, "the screen "+surface, looks.ReplaceAllString(v.Content, ""))
			checkClean(t, "the title", v.WindowTitle)
			d.Press("j")
			screens++
		}
	}
	x := briefing.NewIndex(doc.Briefing)
	for _, name := range []string{"text", "json"} {
		f, err := export.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := f.Write(&out, &export.Request{Index: x, Width: 80}); err != nil {
			t.Fatal(err)
		}
		checkClean(t, "the export as "+name, out.String())
	}
	for _, p := range check.Document(doc) {
		checkClean(t, "a problem", p.String()+"\n"+p.Hint)
	}
	t.Logf("%d hostile texts in every field, %d screens, 2 exports: nothing got through", len(hostileTexts)-1, screens)
}

// TestHostileBytes reads files that hold hostile bytes where no JSON or YAML
// allows them: whatever is said about them is clean.
func TestHostileBytes(t *testing.T) {
	for _, text := range hostileTexts {
		for _, data := range []string{
			"format: briefing/1\n" + text + ": x\n", "format: briefing/1\nid: " + text + "\n", "{\"format\": \"briefing/1\", \"" + text + "\": 1}",
			"format: briefing/1\ntitle: \"" + text + "\"\nactors: [{id: " + text + "}]\n", text,
		} {
			doc, err := file.Parse([]byte(data), text, nil)
			if err != nil {
				checkClean(t, "an error", err.Error())
				continue
			}
			for _, p := range doc.Problems {
				checkClean(t, "a problem", p.String()+"\n"+p.Hint)
			}
		}
	}
}

// TestForgottenText puts hostile texts where the App keeps texts of its own, as
// a mistake would: the screen stays clean.
func TestForgottenText(t *testing.T) {
	for _, text := range hostileTexts {
		d := newDriver(t, emptyBriefing(), 80, 24)
		d.reader.Status = text
		checkClean(t, "the status line", looks.ReplaceAllString(d.reader.View().Content, ""))
	}
}

// TestHostileErrors has what the system says hold hostile texts: the names of
// files and programs do.
func TestHostileErrors(t *testing.T) {
	for _, text := range hostileTexts {
		err := errors.New("open " + text + ": not allowed")
		for name, do := range map[string]func(*driver){
			"saved":         func(d *driver) { d.Send(savedMsg{err: err}) },
			"visited":       func(d *driver) { d.Send(visitedMsg{"https://example.org/", err}) },
			"loaded":        func(d *driver) { d.Press("r") },
			"watching":      func(d *driver) { d.Drain(d.reader.Start()) },
			"editor failed": func(d *driver) { d.Fails = err; d.Press("e") },
			"edited": func(d *driver) {
				d.reader.file.System.Getenv = func(string) string { return "\"" + text }
				d.Press("e")
			},
		} {
			d := drive(t, open(emptyBriefing(), Options{File: screen.File{
				Load:  func() (*file.Document, error) { return nil, err },
				Watch: func() (screen.Watch, error) { return nil, err },
			}}), 80, 24)
			d.reader.doc.Path = "a.yaml"
			do(d)
			if d.reader.Status == "" && !d.reader.Dialogs.Open() {
				t.Errorf("%s: nothing is said", name)
			}
			checkClean(t, name, looks.ReplaceAllString(strings.Join(d.reader.lines(), "\n"), ""))
		}
	}
}

// TestHostilePaste pastes hostile texts wherever one can type, and types them.
func TestHostilePaste(t *testing.T) {
	for _, text := range append([]string{"\n", "\t", "\u2028", "\r\n\v"}, hostileTexts...) {
		for _, keys := range [][]string{{"/"}, {"F"}, {":"}, {"?"}, {"2"}} {
			d := newDriver(t, emptyBriefing(), 100, 30)
			desk(d)
			d.Press(keys...)
			d.Send(tea.PasteMsg{Content: text})
			d.Send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text})
			d.Press("left", "backspace")
			checkClean(t, "after "+keys[0], looks.ReplaceAllString(strings.Join(d.reader.lines(), "\n"), ""))
			d.Screen()
			d.Press("enter")
			checkClean(t, "after "+keys[0]+" and enter", looks.ReplaceAllString(strings.Join(d.reader.lines(), "\n"), ""))
			d.Screen()
		}
	}
}
