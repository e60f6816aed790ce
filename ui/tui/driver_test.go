package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/ui/tui/terminal"
)

// driver runs the reader without a terminal: it presses keys, runs the
// commands that come back until there are none, and reads the screen.
type driver struct {
	t    *testing.T
	app  *App
	quit bool
	// borrowed are the programs that were given the terminal; each ends at once
	// with the error fails.
	borrowed [][]string
	fails    error
	copied   []string // what was sent to the clipboard
	shown    string   // the last frame
}

func builtIn(t testing.TB) *file.Document {
	t.Helper()
	return parse(t, data.Briefing, data.Name)
}

func parse(t testing.TB, text []byte, name string) *file.Document {
	t.Helper()
	doc, err := file.Parse(text, name, nil)
	if err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
	return doc
}

func newDriver(t *testing.T, doc *file.Document, w, h int) *driver {
	return drive(t, New(doc, Options{}), w, h)
}

func drive(t *testing.T, a *App, w, h int) *driver {
	d := &driver{t: t, app: a}
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.app.Update(msg)
	d.shown = d.app.View().Content // as Bubble Tea does after every message
	d.drain(cmd)
}

func (d *driver) drain(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.drain(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case nil:
	case terminal.Borrow:
		d.borrowed = append(d.borrowed, msg.Argv)
		d.send(msg.Done(d.fails))
	default:
		if strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), "sitrep/") {
			d.send(msg)
		} else if v := reflect.ValueOf(msg); v.Kind() == reflect.String {
			d.copied = append(d.copied, v.String())
		}
	}
}

// namedKeys are the keys that are no single character.
var namedKeys = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"space": {Code: tea.KeySpace, Text: " "}, "delete": {Code: tea.KeyDelete}, "f1": {Code: tea.KeyF1},
}

func keyPress(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	if k, ok := namedKeys[name]; ok {
		return tea.KeyPressMsg(k)
	}
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			k := keyPress(t, rest)
			k.Mod, k.Text = mod, ""
			return k
		}
	}
	if r := []rune(name); len(r) == 1 {
		return tea.KeyPressMsg{Code: r[0], Text: name}
	}
	t.Fatalf("no key is called %q", name)
	return tea.KeyPressMsg{}
}

func (d *driver) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.send(keyPress(d.t, k))
	}
}

// steady fails the test where the screen would be another one if it were drawn
// once more.
func (d *driver) steady() {
	d.t.Helper()
	if again := d.app.View().Content; again != d.shown {
		d.t.Errorf("drawn once more, the screen is another one; first\n%s\nthen\n%s", ansi.Strip(d.shown), ansi.Strip(again))
	}
}

// screen is what stands on the screen, without looks; it fails the test where
// the screen is not exactly as large as the terminal.
func (d *driver) screen() string {
	d.t.Helper()
	lines, err := screenOf(d.app)
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.Join(lines, "\n") + "\n"
}

func screenOf(a *App) ([]string, error) {
	lines := strings.Split(a.View().Content, "\n")
	if len(lines) != a.Frame.H {
		return nil, fmt.Errorf("%d lines on a terminal of %d", len(lines), a.Frame.H)
	}
	for i, line := range lines {
		plain := ansi.Strip(line)
		if w := a.Theme.Method.Of(plain); w != a.Frame.W {
			return nil, fmt.Errorf("line %d is %d cells wide on a terminal of %d: %q", i+1, w, a.Frame.W, plain)
		}
		lines[i] = strings.TrimRight(plain, " ")
	}
	return lines, nil
}

// lines returns the frame before it is cleaned for the terminal.
func (a *App) lines() []string {
	if a.Reader != nil {
		return a.Lines(a.Reader.draw)
	}
	return a.Lines(a.library.draw)
}
