package terminal

import (
	"bytes"
	"strings"
	"time"
)

// The bytes that the sequences of a terminal are made of (ECMA-48).
const (
	ctrlC = 0x03
	bel   = 0x07
	esc   = 0x1b
	del   = 0x7f
	st8   = 0x9c // ends a string, in 8 bits

	introducers   = "O[]P^_X" // behind ESC: SS3, CSI, and what begins a string: OSC, DCS, PM, APC, SOS
	digits        = "0123456789"
	parameters    = digits + ":;<=>?"
	intermediates = " !\"#$%&'()*+,-./"
)

// escKey is the Esc key as nothing else begins (kitty keyboard protocol).
const escKey = "\x1b[27u"

const (
	// escWait is how long a lone ESC may be the beginning of a sequence: as
	// long as Bubble Tea (v2.0.10) would wait.
	escWait = 50 * time.Millisecond
	// inputIdle is how long a sequence or a paste may rest before it is given
	// up and keys are keys again.
	inputIdle = time.Second
	// sequenceLimit is how many bytes of a sequence are kept.
	sequenceLimit = 256
	// parameterLimit is how many parameters Bubble Tea reads; more of them make
	// it panic (charmbracelet/x/ansi v0.11.8).
	parameterLimit = 32
)

// inputState is what the next byte is a part of.
type inputState int

const (
	ground inputState = iota // a character, or the rest of one
	escaped
	csi
	console // a function key of the Linux console, ESC [ [ A
	mouse   // the three bytes of an X10 mouse report
	ss3
	str      // OSC, DCS, APC, PM or SOS
	strEnds  // ESC inside of one, which may be the end of it
	inPasted // a pasted text
)

// inputFilter takes apart what comes from a terminal: whole keys and answers go
// on, what is not whole is held, and what never becomes whole is dropped. Thus
// no byte of an answer is taken for a key, however the answer arrives, and no
// paste takes the keyboard away. A paste goes on as an empty one; its text goes
// to pasted.
//
// It knows the time only by what it is told.
type inputFilter struct {
	state    inputState
	held     []byte    // what is not whole yet, without a first ESC of two
	twice    bool      // it began with ESC ESC, as rxvt writes alt with an arrow
	more     int       // so many bytes of a character or mouse report are missing
	deadline time.Time // when what is held is given up; zero if nothing is
	lateTill time.Time // until when the rest of a sequence may come whose ESC was taken for a key
	paste    paste
	pasted   func(text string)
	out      [][]byte // the next ones to go on, each whole
}

// feed takes in what was read at a time.
func (f *inputFilter) feed(chunk []byte, now time.Time) {
	if f.state == inPasted && isInterrupt(chunk) {
		f.paste.stopped = true // and the paste has no longer than it had before
		return
	}
	if f.state == ground && now.Before(f.lateTill) && isLateRest(string(chunk)) {
		f.begin(escaped, esc)
	}
	f.lateTill = time.Time{}
	for _, b := range chunk {
		f.step(b)
	}
	switch {
	case f.state == ground && f.more == 0:
		f.deadline = time.Time{}
	case f.state == escaped:
		f.deadline = now.Add(escWait)
	case f.state != inPasted || !f.paste.stopped:
		f.deadline = now.Add(inputIdle)
	}
}

// expire gives up what is held if its deadline is over.
func (f *inputFilter) expire(now time.Time) {
	if f.deadline.IsZero() || now.Before(f.deadline) {
		return
	}
	switch f.state {
	case escaped:
		f.emit(escKey)
		f.lateTill = now.Add(inputIdle)
	case inPasted:
		f.paste.stopped = f.paste.stopped || endsInInterrupt(f.paste.text)
		f.endPaste()
	}
	f.drop()
	f.deadline = time.Time{}
}

// take moves what goes on into p and returns the number of bytes. A sequence is
// parted only if p has no room for all of it.
func (f *inputFilter) take(p []byte) (n int) {
	for len(f.out) > 0 && (n == 0 || len(f.out[0]) <= len(p)-n) {
		moved := copy(p[n:], f.out[0])
		n += moved
		if f.out[0] = f.out[0][moved:]; len(f.out[0]) > 0 {
			break
		}
		f.out = f.out[1:]
	}
	return n
}

func (f *inputFilter) step(b byte) {
	switch f.state {
	case ground:
		f.stepGround(b)
	case escaped:
		f.stepEscaped(b)
	case csi:
		f.stepCSI(b)
	case console:
		f.stepConsole(b)
	case mouse:
		f.stepMouse(b)
	case ss3:
		f.stepSS3(b)
	case str:
		f.stepString(b)
	case strEnds:
		if b == '\\' {
			f.endString()
			return
		}
		f.drop()
		f.begin(escaped, esc)
		f.step(b)
	case inPasted:
		f.stepPaste(b)
	}
}

func (f *inputFilter) stepGround(b byte) {
	within := f.inCharacter(b)
	if more := f.more; !within && len(f.held) > 0 { // half a character
		f.drop()
		f.more = more
	}
	switch {
	case within:
		if f.hold(b); f.more == 0 {
			f.pass()
		}
	case b < 0x80 && b != esc:
		f.emit(string(rune(b)))
	case b == esc:
		f.begin(escaped, esc)
	case f.more > 0:
		f.hold(b)
	case b < 0xa0 && strings.IndexByte(introducers, b-0x40) >= 0: // in 8 bits
		f.begin(escaped, esc)
		f.step(b - 0x40)
	}
}

func (f *inputFilter) stepEscaped(b byte) {
	switch {
	case b == '[':
		f.state = csi
	case b == 'O':
		f.state = ss3
	case strings.IndexByte(introducers, b) >= 0:
		f.state = str
	case b == esc:
		if f.twice {
			f.emit(escKey)
		}
		f.twice = true
		return
	case b == ctrlC: // never a part of another key
		f.emit(escKey)
		f.restart(b)
		return
	case b >= 0x80:
		if f.inCharacter(b); f.more == 0 {
			f.restart(b)
			return
		}
		f.state = ground
	default: // with alt
		f.hold(b)
		f.pass()
		return
	}
	f.hold(b)
}

func (f *inputFilter) stepCSI(b byte) {
	switch {
	case b == '[' && len(f.held) == len("\x1b["):
		f.state = console
	case b < ' ' || b >= del:
		f.restart(b)
	default:
		if f.hold(b); b >= '@' {
			f.endCSI()
		}
	}
}

// endCSI passes on what Bubble Tea takes for one sequence.
func (f *inputFilter) endCSI() {
	rest := bytes.TrimLeft(bytes.TrimLeft(f.held[len("\x1b["):], parameters), intermediates)
	separators := bytes.Count(f.held, []byte(";")) + bytes.Count(f.held, []byte(":"))
	final := f.held[len(f.held)-1]
	switch seq := string(f.held); {
	case seq == pasteStart:
		f.drop()
		f.state, f.paste = inPasted, paste{}
	case seq == "\x1b[M":
		f.state, f.more = mouse, 3
	case seq == pasteEnd, // of a paste that was given up
		len(rest) != 1, len(seq) >= sequenceLimit, separators >= parameterLimit,
		final == 'M' && f.held[2] != '<': // Bubble Tea would take three keys for a part of it
		f.drop()
	default:
		f.pass()
	}
}

func (f *inputFilter) stepConsole(b byte) {
	switch f.drop(); {
	case b < ' ':
		f.step(b)
	case b >= 'A' && b <= 'E': // F1 to F5
		f.emit("\x1b[1" + string(rune(b-'A'+'1')) + "~")
	}
}

func (f *inputFilter) stepMouse(b byte) {
	if b < ' ' {
		f.restart(b)
		return
	}
	f.hold(b)
	if f.more--; f.more == 0 {
		f.pass()
	}
}

func (f *inputFilter) stepSS3(b byte) {
	switch {
	case b <= ' ' || b >= del:
		f.restart(b)
	case strings.IndexByte(digits, b) >= 0:
		f.hold(b)
	default:
		f.hold(b)
		f.pass()
	}
}

// stepString takes in a byte of a string. Control characters other than those
// that may stand in one end it: they are keys, such as ctrl-c.
func (f *inputFilter) stepString(b byte) {
	switch within := f.inCharacter(b); {
	case b == esc:
		f.state = strEnds
	case b == bel, b == st8 && !within:
		f.endString()
	case b < 0x08, b > 0x0d && b < ' ':
		f.restart(b)
	default:
		f.hold(b)
	}
}

// endString passes an OSC on: the answers that are asked for are of that kind.
func (f *inputFilter) endString() {
	text := string(f.held[len("\x1b]"):])
	isPrintable := strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r >= del }) < 0
	if f.held[1] != ']' || !isPrintable || len(f.held) >= sequenceLimit {
		f.drop()
		return
	}
	f.drop()
	f.emit("\x1b]" + text + "\a")
}

// inCharacter reports whether a byte goes on with a character in UTF-8, and
// counts what is missing of one.
func (f *inputFilter) inCharacter(b byte) bool {
	if f.more > 0 && b&0xc0 == 0x80 {
		f.more--
		return true
	}
	f.more = 0
	for _, lead := range []byte{0xc2, 0xe0, 0xf0} {
		if b >= lead && b < 0xf5 {
			f.more++
		}
	}
	return false
}

func (f *inputFilter) reset() { *f = inputFilter{pasted: f.pasted, out: f.out} }

func (f *inputFilter) begin(state inputState, first byte) {
	f.drop()
	f.state, f.held = state, append(f.held, first)
}

// hold keeps a byte of what is not whole, up to the limit.
func (f *inputFilter) hold(b byte) {
	if len(f.held) < sequenceLimit {
		f.held = append(f.held, b)
	}
}

// drop drops what is held, but for an Esc key before it.
func (f *inputFilter) drop() {
	if f.twice {
		f.emit(escKey)
	}
	f.state, f.held, f.twice, f.more = ground, f.held[:0], false, 0
}

// restart drops what is held and begins with a byte that is no part of it.
func (f *inputFilter) restart(b byte) {
	f.drop()
	f.step(b)
}

// pass passes on what is held: it is whole.
func (f *inputFilter) pass() {
	whole := string(f.held)
	if f.twice {
		whole = "\x1b" + whole
	}
	f.twice = false
	f.drop()
	f.emit(whole)
}

func (f *inputFilter) emit(whole string) { f.out = append(f.out, []byte(whole)) }

// isLateRest reports whether what was read begins as only the rest of an answer
// or of a paste does whose ESC came before: nobody types that fast.
func isLateRest(s string) bool {
	const fewest = 3
	if len(s) < fewest {
		return false
	}
	isDigit := func(b byte) bool { return strings.IndexByte(digits, b) >= 0 }
	switch s[0] {
	case '[':
		return strings.HasPrefix(s, pasteStart[1:]) || strings.IndexByte("<=>?", s[1]) >= 0 && isDigit(s[2])
	case ']':
		return isDigit(s[1]) && strings.HasPrefix(strings.TrimLeft(s[1:], digits), ";")
	case 'P':
		return strings.IndexByte(digits+"!>", s[1]) >= 0
	case '_':
		return s[1] == 'G'
	}
	return false
}
