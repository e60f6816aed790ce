package tui

import (
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/ui/tui/tuitest"
)

// TestConfined presses the keys that lead out of a confined reader, and types their
// actions: each says that it is off, and none is offered.
func TestConfined(t *testing.T) {
	o := others(t)
	o.Confined = true
	const off = "off here: this reader starts no programs"
	f := reports(t, 2)
	for name, app := range map[string]*App{"reader": New(tuitest.BuiltIn(t), o), "folder": NewFolder(folderOf(t, f), o)} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, app, 120, 40)
			d.Drain(app.Init())
			d.Has("? help")
			for _, key := range []string{"o", "e", "W", "O", "ctrl+z"} {
				d.Press("j", key)
				d.Has(off)
			}
			for _, typed := range []string{"open a.yaml", "export json", "edit", "browse", "suspend"} {
				d.Press(":")
				d.Type(typed)
				if s := d.Screen(); strings.Contains(s, "export to a file") || strings.Contains(s, "open another briefing") || strings.Contains(s, "in the editor") || strings.Contains(s, "suspend;") {
					t.Errorf("the palette offers what is off for %q:\n%s", typed, s)
				}
				d.Press("enter", "esc")
			}
			d.Press("?", "G")
			for range 40 {
				if strings.Contains(d.Screen(), "Off, as this reader is confined") {
					break
				}
				d.Press("b")
			}
			d.Has("Off, as this reader is confined to its briefings", "export to a file")
			if len(d.Borrowed) > 0 || strings.Contains(d.Screen(), "It is a.") {
				t.Errorf("something was opened: %q", d.Borrowed)
			}
			if !app.Shared() {
				t.Error("it draws as if nobody else read on this machine")
			}
		})
	}
}

// TestConfinedSource shows a source with an address: a confined reader does not offer the
// browser.
func TestConfinedSource(t *testing.T) {
	doc, err := file.Parse([]byte("format: briefing/1\nid: b\ntitle: B\nas_of: 2024\nsources: [{id: s, title: S, kind: report, url: https://example.org/}]\n"), "b.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, confined := range []bool{false, true} {
		d := drive(t, New(doc, Options{Confined: confined}), 200, 30)
		d.Press("5")
		if offered := strings.Contains(d.Screen(), "o browser"); offered == confined {
			t.Errorf("confined %v: the browser is offered: %v\n%s", confined, offered, d.Screen())
		}
	}
}
