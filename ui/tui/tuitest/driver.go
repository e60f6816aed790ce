// Package tuitest runs the models of the reader in tests: keys in, frames out.
package tuitest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
)

// Driver runs a model without a terminal: it presses keys, runs the commands
// that come back until there are none, and reads the screen.
type Driver struct {
	t      testing.TB
	model  tea.Model
	screen *screen.Screen
	Quit   bool
	// Borrowed are the programs that were given the terminal; each ends at once
	// with the error Fails.
	Borrowed [][]string
	Fails    error
	Copied   []string // what was sent to the clipboard
	Shown    string   // the last frame
}

// New returns a driver of a model on a screen that has no size yet.
func New(t testing.TB, m tea.Model, s *screen.Screen) *Driver {
	return &Driver{t: t, model: m, screen: s}
}

// Drive returns a driver of a model on a terminal of a size.
func Drive(t testing.TB, m tea.Model, s *screen.Screen, w, h int) *Driver {
	d := New(t, m, s)
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// Send has a message handled, and runs the commands that come of it.
func (d *Driver) Send(msg tea.Msg) {
	_, cmd := d.model.Update(msg)
	d.Shown = d.model.View().Content // as Bubble Tea does after every message
	d.Drain(cmd)
}

// Drain runs a command, and what comes of it.
func (d *Driver) Drain(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.Drain(c)
		}
	case tea.QuitMsg:
		d.Quit = true
	case nil:
	case terminal.Borrow:
		d.Borrowed = append(d.Borrowed, msg.Argv)
		d.Send(msg.Done(d.Fails))
	case terminal.Clipboard:
		d.Copied = append(d.Copied, string(msg))
	default:
		if strings.HasPrefix(reflect.TypeOf(msg).PkgPath(), "sitrep/") {
			d.Send(msg)
		}
	}
}

// namedKeys are the keys that are no single character.
var namedKeys = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"shift+up": {Code: tea.KeyUp, Mod: tea.ModShift}, "shift+down": {Code: tea.KeyDown, Mod: tea.ModShift},
	"shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "shift+right": {Code: tea.KeyRight, Mod: tea.ModShift},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"space": {Code: tea.KeySpace, Text: " "}, "delete": {Code: tea.KeyDelete}, "f1": {Code: tea.KeyF1},
}

// Key returns the message of a key by its name.
func Key(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	if k, ok := namedKeys[name]; ok {
		return tea.KeyPressMsg(k)
	}
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			k := Key(t, rest)
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

// Press presses keys.
func (d *Driver) Press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.Send(Key(d.t, k))
	}
}

// Type presses a key for every character.
func (d *Driver) Type(text string) {
	d.t.Helper()
	for _, r := range text {
		d.Press(string(r))
	}
}

// Steady fails the test where the screen would be another one if it were drawn
// once more.
func (d *Driver) Steady() {
	d.t.Helper()
	if again := d.model.View().Content; again != d.Shown {
		d.t.Errorf("drawn once more, the screen is another one; first\n%s\nthen\n%s", ansi.Strip(d.Shown), ansi.Strip(again))
	}
}

// Screen returns what is on the screen, without looks; it fails the test where
// the screen is not exactly as large as the terminal.
func (d *Driver) Screen() string {
	d.t.Helper()
	lines, err := d.lines()
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.Join(lines, "\n") + "\n"
}

func (d *Driver) lines() ([]string, error) {
	lines := strings.Split(d.model.View().Content, "\n")
	frame := d.screen.Frame
	if len(lines) != frame.H {
		return nil, fmt.Errorf("%d lines on a terminal of %d", len(lines), frame.H)
	}
	for i, line := range lines {
		plain := ansi.Strip(line)
		if w := d.screen.Theme.Method.Of(plain); w != frame.W {
			return nil, fmt.Errorf("line %d is %d cells wide on a terminal of %d: %q", i+1, w, frame.W, plain)
		}
		if at := strings.LastIndexByte(line, '\x1b'); at >= 0 && !strings.HasPrefix(line[at:], ansi.ResetStyle) {
			return nil, fmt.Errorf("line %d leaves looks on for the next: %q", i+1, line)
		}
		lines[i] = strings.TrimRight(plain, " ")
	}
	return lines, nil
}

// AboveFooter returns the screen without its last line, which tells of the last key.
func (d *Driver) AboveFooter() string {
	d.t.Helper()
	s := d.Screen()
	return s[:strings.LastIndex(strings.TrimSuffix(s, "\n"), "\n")]
}

// Has stops the test if words are not on the screen.
func (d *Driver) Has(wants ...string) {
	d.t.Helper()
	s := d.Screen()
	for _, want := range wants {
		if !strings.Contains(s, want) {
			d.t.Fatalf("%q is not on the screen:\n%s", want, s)
		}
	}
}

// Want fails the test if words are, or are not, on the screen.
func (d *Driver) Want(words string, on bool) {
	d.t.Helper()
	if s := d.Screen(); strings.Contains(s, words) != on {
		d.t.Errorf("%q is on the screen: %v\n%s", words, !on, s)
	}
}

var (
	sweepWidths  = []int{1, 2, 3, 7, 20, 39, 40, 41, 59, 60, 79, 80, 81, 99, 100, 101, 120, 159, 160, 161, 200}
	sweepHeights = []int{1, 2, 5, 9, 10, 11, 24, 40, 60}
)

// Sweep draws the screen in every size: no panic, and no line too long or missing.
func (d *Driver) Sweep() {
	d.t.Helper()
	for _, w := range sweepWidths {
		for _, h := range sweepHeights {
			d.Send(tea.WindowSizeMsg{Width: w, Height: h})
			if _, err := d.lines(); err != nil {
				d.t.Fatalf("%d × %d: %v", w, h, err)
			}
		}
	}
}
