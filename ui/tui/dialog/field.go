package dialog

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/ui/tui/style"
)

// Field is one line of text to type into. It is ours because the one of
// bubbles brings a clipboard library that searches the PATH at every start,
// and counts cells by another rule than the rest of the screen.
type Field struct {
	text   []rune
	cursor int // how many runes stand before it
}

// maxField is how many characters a field holds; of a longer text that is
// pasted into it, the rest is dropped.
const maxField = 2000

// NewField makes a field that holds some text, with the cursor behind it.
func NewField(text string) Field {
	f := Field{text: []rune(text)}
	f.cursor = len(f.text)
	return f
}

// Text is what has been typed.
func (f *Field) Text() string { return string(f.text) }

// Cursor is where the cursor stands, in bytes of the text.
func (f *Field) Cursor() int { return len(string(f.text[:f.cursor])) }

// Replace puts other text in place of the bytes from start to end.
func (f *Field) Replace(start, end int, with string) {
	s := f.Text()
	*f = Field{text: []rune(s[:start] + with + s[end:]), cursor: len([]rune(s[:start] + with))}
}

// Insert puts text at the cursor, in one line and clean: it can be pasted.
func (f *Field) Insert(text string) {
	add := []rune(strings.ReplaceAll(clean.Text(text), "\n", " "))
	add = add[:min(len(add), max(maxField-len(f.text), 0))]
	f.text = append(f.text[:f.cursor:f.cursor], append(add, f.text[f.cursor:]...)...)
	f.cursor += len(add)
}

// Key edits the text; false says that the key means nothing to a field.
func (f *Field) Key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "left", "ctrl+b":
		f.cursor = max(f.cursor-1, 0)
	case "right", "ctrl+f":
		f.cursor = min(f.cursor+1, len(f.text))
	case "home", "ctrl+a":
		f.cursor = 0
	case "end", "ctrl+e":
		f.cursor = len(f.text)
	case "backspace", "ctrl+h":
		f.cut(max(f.cursor-1, 0), f.cursor)
	case "delete", "ctrl+d":
		f.cut(f.cursor, min(f.cursor+1, len(f.text)))
	case "ctrl+u":
		f.cut(0, f.cursor)
	case "ctrl+k":
		f.cut(f.cursor, len(f.text))
	case "ctrl+w", "alt+backspace":
		f.cut(f.wordStart(), f.cursor)
	default:
		if msg.Text == "" {
			return false
		}
		f.Insert(msg.Text)
	}
	return true
}

func (f *Field) cut(from, to int) {
	f.text = append(f.text[:from:from], f.text[to:]...)
	f.cursor = from
}

func (f *Field) wordStart() int {
	at := f.cursor
	for at > 0 && unicode.IsSpace(f.text[at-1]) {
		at--
	}
	for at > 0 && !unicode.IsSpace(f.text[at-1]) {
		at--
	}
	return at
}

// Draw is the text with the cursor in it, in exactly so many cells; where it
// is too long, the part around the cursor.
func (f *Field) Draw(t *style.Theme, cells int) string {
	const mostInCell = 4 // characters, about: of more, the first are not looked at
	first := max(f.cursor-mostInCell*cells, 0)
	before, under, after := string(f.text[first:f.cursor]), " ", ""
	if f.cursor < len(f.text) {
		under, after = string(f.text[f.cursor]), string(f.text[f.cursor+1:])
	}
	for skip := first; t.Method.Of(before)+t.Method.Of(under) > cells && skip < f.cursor; {
		skip++
		before = string(f.text[skip:f.cursor])
	}
	before = t.Method.Cut(before, cells)
	under = t.Method.Cut(under, max(cells-t.Method.Of(before), 0))
	room := max(cells-t.Method.Of(before)-t.Method.Of(under), 0)
	return before + t.Paint(style.Chosen, under) + t.Method.PadRight(t.Method.Cut(after, room), room)
}
