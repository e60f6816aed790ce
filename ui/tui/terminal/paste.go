package terminal

import (
	"bytes"
	"slices"
	"sync"
)

// What a terminal puts around a pasted text (xterm, bracketed paste mode).
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// pasteLimit is how many bytes of a paste are kept.
const pasteLimit = 64 << 10

// paste is a pasted text while it comes.
type paste struct {
	text    []byte
	matched int  // so many bytes of pasteEnd have come
	stopped bool // ctrl-c has been pressed meanwhile
}

func (f *inputFilter) stepPaste(b byte) {
	p := &f.paste
	if b == pasteEnd[p.matched] {
		if p.matched++; p.matched == len(pasteEnd) {
			f.endPaste()
			f.drop()
		}
		return
	}
	p.keep([]byte(pasteEnd[:p.matched])...)
	p.matched = 0
	if b == esc {
		p.matched = 1
		return
	}
	p.keep(b)
}

// keep adds to the text, up to pasteLimit.
func (p *paste) keep(text ...byte) {
	p.text = append(p.text, text[:min(len(text), pasteLimit-len(p.text))]...)
}

// endPaste passes the text to pasted, and on goes ctrl-c if it was pressed.
func (f *inputFilter) endPaste() {
	f.pasted(string(f.paste.text))
	f.emit(pasteStart + pasteEnd)
	if f.paste.stopped {
		f.emit(string(rune(ctrlC)))
	}
	f.paste = paste{}
}

// interrupts are the forms in which ctrl-c comes: as a character, in the kitty
// keyboard protocol without and with caps lock and num lock, and from xterm.
var interrupts = []string{"\x03", "\x1b[99;5u", "\x1b[99;69u", "\x1b[99;133u", "\x1b[99;197u", "\x1b[27;5;99~"}

// isInterrupt reports whether what was read is ctrl-c and nothing else, as when
// it is pressed.
func isInterrupt(chunk []byte) bool {
	for _, form := range interrupts {
		chunk = bytes.ReplaceAll(chunk, []byte(form), nil)
	}
	return len(chunk) == 0
}

// endsInInterrupt reports whether ctrl-c was read last, together with a text.
func endsInInterrupt(text []byte) bool {
	return slices.ContainsFunc(interrupts, func(form string) bool { return bytes.HasSuffix(text, []byte(form)) })
}

// pastedTexts are the texts of the pastes that Bubble Tea has not sent yet.
type pastedTexts struct {
	mu    sync.Mutex
	texts []string
}

func (p *pastedTexts) add(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.texts = append(p.texts, text)
}

// next removes and returns the first; it returns "" if there is none.
func (p *pastedTexts) next() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.texts) == 0 {
		return ""
	}
	text := p.texts[0]
	p.texts = p.texts[1:]
	return text
}
