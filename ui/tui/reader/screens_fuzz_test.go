package reader

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/ui/tui/tuitest"
)

// fuzzedKeys are the keys that a byte each stands for, modulo their number:
// those that lead somewhere more often than those that leave.
var fuzzedKeys = strings.Fields("j j k down up enter enter enter l right right h left esc backspace g G ctrl+d ctrl+u space b { } 1 2 3 4 5 tab ] [ " +
	"J K ctrl+o alt+left alt+right v v + = - / n N F . y o e x X : ctrl+p ? ! r M ctrl+l home end pgup pgdown a c t : - delete ctrl+w f1")

// FuzzScreens puts a text into every field of a briefing, presses keys in a
// terminal of any size, and looks at the screen after each: it is as large as
// the terminal, to the cell, and holds nothing but text and looks.
func FuzzScreens(f *testing.F) {
	for i, text := range append(slices.Concat(tuitest.HardTexts, hostileTexts), "word") {
		f.Add(text, []byte{byte(i), byte(i * 7), 5, byte(i * 31), 5, 5, 8, byte(i * 53)}, uint8(i*13), uint8(i*5), i%2 == 0)
	}
	surface := []string{"brief", "matrix", "lanes", "passage", "sides", "all-hits", "found", "related", "copy", "effects"}
	for i, name := range surface {
		f.Add(tuitest.HardTexts[i], bytesOf(surfaces[name]), uint8(60+i*14), uint8(24+i), i%2 == 1)
	}
	f.Fuzz(func(t *testing.T, text string, keys []byte, w, h uint8, graphemes bool) {
		if len(text) > 500 || len(keys) > 40 {
			t.Skip("it is in a hundred fields, and each key is looked at")
		}
		text = strings.ToValidUTF8(text, "?")
		d := newDriver(t, readBack(t, briefingOf(t, []string{text, "other"})), 1+int(w)%220, 1+int(h)%70)
		desk(d)
		if graphemes {
			d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeSet})
		}
		for _, key := range keys {
			d.Press(fuzzedKeys[int(key)%len(fuzzedKeys)])
			if key == 0xff {
				d.Send(tea.PasteMsg{Content: text})
			}
			d.Screen()
			checkClean(t, "the screen", looks.ReplaceAllString(strings.Join(d.reader.lines(), "\n"), ""))
		}
		for _, copied := range d.Copied {
			checkClean(t, "the clipboard", copied)
		}
	})
}

// bytesOf are the bytes that stand for keys.
func bytesOf(keys []string) []byte {
	var out []byte
	for _, key := range keys {
		if i := slices.Index(fuzzedKeys, key); i >= 0 {
			out = append(out, byte(i))
		}
	}
	return out
}

// readBack is a briefing as it is when it has been written and read.
func readBack(t *testing.T, doc *file.Document) *file.Document {
	t.Helper()
	var out bytes.Buffer
	if err := file.WriteJSON(&out, doc.Briefing); err != nil {
		t.Fatal(err)
	}
	return tuitest.Parse(t, out.Bytes(), doc.Name)
}
