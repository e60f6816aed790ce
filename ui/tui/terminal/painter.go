package terminal

import (
	"bytes"
	"io"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// painter draws frames on the terminal, each at once and in one write. It writes
// what has changed since the frame before, and turns the modes of the terminal on
// with the first and off at the end.
type painter struct {
	out     io.Writer
	env     []string
	profile colorprofile.Profile

	screen    *uv.TerminalRenderer // what the terminal shows; nil while the terminal is not ours
	bytes     *bytes.Buffer        // that screen writes to
	cells     uv.ScreenBuffer      // what the terminal is to show
	lines     []string             // of the last frame; those that are in cells
	mouse     tea.MouseMode        // that is on
	cursor    bool                 // the terminal shows its cursor
	synced    bool                 // the terminal can show all of an update at once (mode 2026)
	graphemes bool                 // the terminal counts cells by graphemes (mode 2027)
}

// newPainter returns a painter for a terminal, which it leaves alone until the
// first frame.
func newPainter(out io.Writer, env []string) *painter {
	return &painter{out: out, env: env, profile: colorprofile.Detect(out, env), cells: uv.NewScreenBuffer(0, 0), bytes: new(bytes.Buffer)}
}

// title is the window's title: never anything from a file.
const title = "sitrep"

// The modes of the terminal while it is ours: no cursor until there is a place for it,
// pastes in brackets, and keys that can be told apart (xterm's modifyOtherKeys and the kitty protocol,
// whose stack each screen has its own of).
const (
	modesOn = ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste + ansi.SetModifyOtherKeys2 + "\x1b[>1u"
	// ModesOff turns them off, whether they are on or not, and leaves the
	// alternate screen.
	ModesOff = "\x1b[<1u" + ansi.ResetModifyOtherKeys + ansi.ResetModeBracketedPaste + mouseOff +
		ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable
	mouseOff = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr
)

// paint draws a frame on a terminal of a size.
func (p *painter) paint(v tea.View, w, h int) {
	if p.screen == nil {
		p.begin()
	}
	if b := p.cells.Bounds(); w != b.Dx() || h != b.Dy() {
		p.cells.Resize(w, h)
		p.cells.Touched = nil
		p.screen.Resize(w, h)
		p.redraw()
	}
	p.turnMouse(v.MouseMode)
	if p.draw(strings.Split(v.Content, "\n")) {
		p.screen.Render(p.cells.RenderBuffer)
	}
	p.place(v.Cursor, w, h)
	_ = p.screen.Flush() // into memory
	if p.synced && p.bytes.Len() > 0 {
		update := ansi.SetModeSynchronizedOutput + p.bytes.String() + ansi.ResetModeSynchronizedOutput
		p.bytes.Reset()
		p.bytes.WriteString(update)
	}
	p.write()
}

// begin takes the alternate screen and turns the modes on.
func (p *painter) begin() {
	p.bytes.Reset()
	p.screen = uv.NewTerminalRenderer(p.bytes, p.env)
	p.screen.SetColorProfile(p.profile)
	p.screen.SetScrollOptim(runtime.GOOS != "windows") // terminals there have faults with it, says ultraviolet
	p.screen.EnterAltScreen()
	on := modesOn + ansi.SetWindowTitle(title)
	if p.graphemes {
		on += ansi.SetModeUnicodeCore
	}
	_, _ = p.screen.WriteString(on)
	if asksForModes(p.env) {
		_, _ = p.screen.WriteString(ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore)
	}
	p.mouse, p.cursor = tea.MouseModeNone, false
	p.redraw()
}

// asksForModes reports whether a terminal is asked what it can do. Apple's prints a
// part of the question, and behind SSH only some say who they are.
func asksForModes(env []string) bool {
	variable := uv.Environ(env).LookupEnv
	kind, _ := variable("TERM")
	for _, known := range []string{"ghostty", "wezterm", "alacritty", "kitty", "rio"} {
		if strings.Contains(kind, known) {
			return true
		}
	}
	program, _ := variable("TERM_PROGRAM")
	_, remote := variable("SSH_TTY")
	return !remote && !strings.Contains(program, "Apple")
}

// end turns the modes off and gives the screen back.
func (p *painter) end() {
	if p.screen == nil {
		return
	}
	p.bytes.Reset()
	if p.graphemes {
		p.bytes.WriteString(ansi.ResetModeUnicodeCore)
	}
	p.bytes.WriteString(ansi.SetWindowTitle("") + ModesOff)
	p.screen = nil
	p.write()
}

// redraw has all of the next frame written.
func (p *painter) redraw() {
	p.lines = nil
	if p.screen != nil {
		p.screen.Erase()
	}
}

// writeSequence writes a sequence to the terminal.
func (p *painter) writeSequence(sequence string) {
	p.bytes.WriteString(sequence)
	p.write()
}

// answered takes what the terminal says of a mode.
func (p *painter) answered(msg tea.ModeReportMsg) {
	switch msg.Mode {
	case ansi.ModeSynchronizedOutput:
		p.synced = msg.Value.IsReset()
	case ansi.ModeUnicodeCore:
		if known := msg.Value.IsReset() || msg.Value.IsSet() || msg.Value.IsPermanentlySet(); !known || p.graphemes || p.screen == nil {
			return
		}
		p.graphemes, p.cells.Method = true, ansi.GraphemeWidth
		p.lines = nil // which were measured in another way
		_, _ = p.screen.WriteString(ansi.SetModeUnicodeCore)
	}
}

// place has the terminal's own cursor stand where the user is, and shows it there: screen
// readers and magnifiers follow it. Without a place it is hidden.
func (p *painter) place(at *tea.Cursor, w, h int) {
	shown := at != nil && at.X < w && at.Y < h
	if shown {
		p.screen.MoveTo(at.X, at.Y)
	}
	if shown == p.cursor {
		return
	}
	p.cursor = shown
	mode := ansi.ResetModeTextCursorEnable
	if shown {
		mode = ansi.SetModeTextCursorEnable
	}
	_, _ = p.screen.WriteString(mode)
}

// turnMouse has the mouse reported or not.
func (p *painter) turnMouse(mode tea.MouseMode) {
	if mode == p.mouse {
		return
	}
	p.mouse = mode
	if mode == tea.MouseModeNone {
		_, _ = p.screen.WriteString(mouseOff)
		return
	}
	_, _ = p.screen.WriteString(ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr)
}

// draw puts the lines that have changed into the cells, and reports whether there are
// any. Each line begins without looks.
func (p *painter) draw(lines []string) (changed bool) {
	w, h := p.cells.Width(), p.cells.Height()
	for y := range h {
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		if y >= len(p.lines) || p.lines[y] != line {
			uv.NewStyledString(line).Draw(p.cells, uv.Rect(0, y, w, 1))
			p.cells.TouchLine(0, y, w)
			changed = true
		}
	}
	p.lines = lines
	return changed
}

// write writes what is in bytes. Where that fails, the next frame is written whole:
// that a terminal has gone is for who reads it to find.
func (p *painter) write() {
	if _, err := p.bytes.WriteTo(p.out); err != nil {
		p.bytes.Reset()
		p.redraw()
	}
}
