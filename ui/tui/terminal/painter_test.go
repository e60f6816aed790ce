package terminal

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"sitrep/briefing/width"
)

// hardLines are lines of frames, with looks, wide characters, marks and joined emoji.
var hardLines = []string{
	"", "plain words", "\x1b[1mbold\x1b[0m and \x1b[38;5;12mblue\x1b[0m", "\x1b[7m reversed to the end            \x1b[0m",
	"朝鮮人民軍の部隊", "한국어 낱말", "e\u0301te\u0301, a\u0308o\u0308", "ไทยภาษา ที่นี่", "العربية والعبرية", "👩‍🚀 flies 🇰🇷", "│ ─── ● │", strings.Repeat("═", 90),
	strings.Repeat("wide 語 ", 20), "\x1b[4munderlined", "\x1b[31mred, not closed",
}

// TestFramesArriveWhole paints frames that differ in all the ways that those of the
// reader do, and compares what a terminal shows with each drawn by itself.
func TestFramesArriveWhole(t *testing.T) {
	for _, graphemes := range []bool{false, true} {
		t.Run(fmt.Sprint("graphemes ", graphemes), func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			w, h := 40, 12
			screen := vt.NewEmulator(w, h)
			go func() { _, _ = io.Copy(io.Discard, screen) }() // its answers
			p := newPainter(screen, []string{"TERM=xterm-256color"})
			p.profile = colorprofile.TrueColor
			var lines []string
			method := width.Wc
			for step := range 600 {
				switch random.IntN(12) {
				case 0:
					w, h = 1+random.IntN(100), 1+random.IntN(40)
					screen.Resize(w, h)
				case 1:
					p.redraw()
				case 2:
					p.end()
					if screen.IsAltScreen() {
						t.Fatal("the alternate screen is kept")
					}
				}
				lines = changed(random, lines, h)
				frame := countable(method, strings.Join(lines, "\n"))
				p.paint(tea.View{Content: frame}, w, h)
				if difference := differs(screen, p, strings.Split(frame, "\n"), w, h); difference != "" {
					t.Fatalf("frame %d, %d×%d: %s", step, w, h, difference)
				}
				if graphemes && step == 3 {
					p.answered(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
					p.answered(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
					method = width.Grapheme
				}
			}
		})
	}
}

// changed returns the lines of another frame of h lines: scrolled, with one more in
// between, or with some others.
func changed(random *rand.Rand, before []string, h int) []string {
	any := func() string { return hardLines[random.IntN(len(hardLines))] }
	lines := slices.Clone(before)
	switch random.IntN(6) {
	case 0:
		lines = lines[min(1, len(lines)):]
	case 1:
		lines = slices.Insert(lines, random.IntN(len(lines)+1), "between")
	default:
		for range min(random.IntN(4), len(lines)) {
			lines[random.IntN(len(lines))] = any()
		}
	}
	for len(lines) < h {
		lines = append(lines, any())
	}
	return lines[:h]
}

// differs returns the first cell that is not shown as it would be without a frame
// before.
func differs(screen *vt.Emulator, p *painter, lines []string, w, h int) string {
	want := uv.NewScreenBuffer(w, h)
	want.Method = p.cells.Method
	for y, line := range lines {
		uv.NewStyledString(line).Draw(want, uv.Rect(0, y, w, 1))
	}
	for y := range h {
		for x := range w {
			wanted, shown := want.CellAt(x, y), screen.CellAt(x, y)
			if wanted.Width == 0 { // the rest of a wide one
				continue
			}
			if shown != nil && wanted.Content == " " { // has no foreground to be seen
				shown.Style.Fg, wanted.Style.Fg = nil, nil
			}
			if shown == nil || shown.Content != wanted.Content || !shown.Style.Equal(&wanted.Style) {
				return fmt.Sprintf("cell %d of line %d is %q %+v, want %q %+v, of %q", x, y, shown.Content, shown.Style, wanted.Content, wanted.Style, lines[y])
			}
		}
	}
	return ""
}

// TestModesAreGivenBack counts what is turned on and off.
func TestModesAreGivenBack(t *testing.T) {
	var out bytes.Buffer
	p := newPainter(&out, []string{"TERM=xterm"})
	p.end()
	if out.Len() > 0 {
		t.Errorf("%q is written to a terminal that was never taken", out.String())
	}
	for range 2 {
		p.paint(tea.View{Content: "x", MouseMode: tea.MouseModeCellMotion}, 10, 2)
		p.answered(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		p.paint(tea.View{Content: "y", MouseMode: tea.MouseModeCellMotion}, 10, 2)
		p.end()
	}
	for on, off := range map[string]string{
		"\x1b[?1049h": "\x1b[?1049l", "\x1b[?25l": "\x1b[?25h", "\x1b[?2004h": "\x1b[?2004l", "\x1b[?1002h": "\x1b[?1002l",
		"\x1b[?1006h": "\x1b[?1006l", "\x1b[?2027h": "\x1b[?2027l", "\x1b[>1u": "\x1b[<1u", "\x1b[>4;2m": "\x1b[>4m",
	} {
		if ons, offs := strings.Count(out.String(), on), strings.Count(out.String(), off); ons != 2 || offs != 2 || strings.LastIndex(out.String(), on) > strings.LastIndex(out.String(), off) {
			t.Errorf("%q is written %d times and %q %d times", on, ons, off, offs)
		}
	}
}

// failing fails to be written to, once.
type failing struct {
	bytes.Buffer
	fails bool
}

func (f *failing) Write(p []byte) (int, error) {
	if f.fails {
		f.fails = false
		return 0, io.ErrShortWrite
	}
	return f.Buffer.Write(p)
}

// TestNextFrameAfterAFailureIsWhole loses a frame.
func TestNextFrameAfterAFailureIsWhole(t *testing.T) {
	out := &failing{}
	p := newPainter(out, []string{"TERM=xterm"})
	p.paint(tea.View{Content: "first\nline"}, 10, 2)
	out.fails = true
	p.paint(tea.View{Content: "second\nline"}, 10, 2)
	out.Reset()
	p.paint(tea.View{Content: "third\nline"}, 10, 2)
	for _, words := range []string{"third", "line"} {
		if !strings.Contains(out.String(), words) {
			t.Errorf("%q is missing in %q", words, out.String())
		}
	}
}

// TestNothingIsWrittenForTheSameFrame paints one twice.
func TestNothingIsWrittenForTheSameFrame(t *testing.T) {
	var out bytes.Buffer
	p := newPainter(&out, []string{"TERM=xterm"})
	p.paint(tea.View{Content: "a\nb"}, 10, 2)
	out.Reset()
	if p.paint(tea.View{Content: "a\nb"}, 10, 2); out.Len() > 0 {
		t.Errorf("%q is written", out.String())
	}
}

// TestAsksForModes names terminals by what they say of themselves.
func TestAsksForModes(t *testing.T) {
	for env, want := range map[string]bool{
		"TERM=xterm-256color": true, "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal": false, "TERM=tmux-256color TERM_PROGRAM=tmux": true,
		"TERM=xterm-256color SSH_TTY=/dev/pts/1": false, "TERM=xterm-kitty SSH_TTY=/dev/pts/1": true,
	} {
		if got := asksForModes(strings.Fields(env)); got != want {
			t.Errorf("%s: %v, want %v", env, got, want)
		}
	}
}

// TestCursorStands has the terminal's cursor where the user is, shown only while there is
// such a place, and moves it for a few bytes.
func TestCursorStands(t *testing.T) {
	screen := vt.NewEmulator(40, 5)
	go func() { _, _ = io.Copy(io.Discard, screen) }() // its answers
	shown := false
	screen.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { shown = visible }})
	var out bytes.Buffer
	p := newPainter(io.MultiWriter(screen, &out), []string{"TERM=xterm-256color"})
	content := "one\ntwo words\nthree\nfour\nfive"
	paint := func(content string, at *tea.Cursor) {
		t.Helper()
		out.Reset()
		p.paint(tea.View{Content: content, Cursor: at}, 40, 5)
		if at == nil {
			if shown {
				t.Error("the cursor is shown, and has no place")
			}
			return
		}
		if is := screen.CursorPosition(); !shown || is.X != at.X || is.Y != at.Y {
			t.Errorf("the cursor is at %v, shown %t; want %v", is, shown, at.Position)
		}
	}
	paint(content, nil)
	paint(content, tea.NewCursor(4, 1))
	paint(content, tea.NewCursor(4, 1))
	if out.Len() > 0 {
		t.Errorf("a cursor that stays takes %q", out.String())
	}
	const few = 10 // bytes
	for y := range 5 {
		if paint(content, tea.NewCursor(7*y, y)); out.Len() > few {
			t.Errorf("a move takes %q", out.String())
		}
	}
	paint(strings.ToUpper(content), tea.NewCursor(3, 3))
	p.redraw()
	paint(content, tea.NewCursor(39, 4))
	p.paint(tea.View{Content: content, Cursor: tea.NewCursor(40, 4)}, 40, 5)
	if shown {
		t.Error("a cursor beside the screen is shown")
	}
	p.end()
	if !shown {
		t.Error("the cursor is not given back")
	}
	paint(content, tea.NewCursor(0, 2))
	paint(content, nil)
}
